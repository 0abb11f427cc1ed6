/** The font of the pictures knows no emoji and not every script; what it lacks would be drawn as empty boxes. */

const emoji = /\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0f|\p{Extended_Pictographic})*/gu;
const unknown =
  /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}]+/gu;

/** At most `most` characters that can be drawn. */
export function drawable(text: string, most: number): string {
  const clean = text.replace(emoji, " ").replace(unknown, "…").replace(/\s+/g, " ").trim();
  const letters = [...clean];
  return letters.length <= most
    ? clean
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
