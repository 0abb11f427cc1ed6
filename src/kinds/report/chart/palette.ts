/**
 * Colours of a picture. Every picture brings its own dark card: on Telegram's dark theme it melts into the chat, on the
 * light one it stands as a card. The test holds texts to 4.5:1 and shapes to 3:1 against the card (WCAG 2.1, 1.4.3 and
 * 1.4.11).
 */
export const palette = {
  card: "#17212b",
  text: "#f1f5f9",
  dim: "#a9b8c6",
  /** Lines of the grid: felt more than seen. */
  grid: "#2c3a48",
  up: "#45c37f",
  down: "#ff6b6b",
  maintenance: "#8ab4f8",
  unknown: "#6f8296",
  median: "#5fb4ff",
  p95: "#f5b94d",
} as const;
