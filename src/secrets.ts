/** Keeps secrets out of everything a person or a log collector reads. */

/** A bot token wherever it stands, also percent-encoded as in the addresses that errors carry. */
const anyToken = /\d{6,}(?::|%3A)[\w-]{30,}/gi;

/** Replaces every known secret, and everything that looks like a bot token, by `[secret]`. */
export function scrub(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret !== "").flatMap(spellings);
  return known.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text).replace(anyToken, "[secret]");
}

/** As it is, as JSON writes it, as an address writes it. */
function spellings(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}
