/** Text that people wrote, made safe to stand beside ours: literal, on its line, in its own direction. */

const bidiControls = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
const loneSurrogates = /\p{Surrogate}/gu;
const controls = /\p{Cc}/gu;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A whole text: line ends stay, what Telegram refuses or what turns other text around goes. */
export function quoted(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(controls, (found) => (found === "\n" || found === "\t" ? found : ""))
    .replace(bidiControls, "")
    .replace(loneSurrogates, "\ufffd");
}

/**
 * A title or a name: one line, at most so many UTF-16 units of it, isolated when it is written from right to left, so
 * that the rest of the line stays in order.
 */
export function named(text: string, units = Number.POSITIVE_INFINITY): string {
  const line = shortened(quoted(text).replace(/\s+/g, " ").trim(), units);
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}

/** At most so many UTF-16 units, cut on a grapheme border and marked with "…". */
export function shortened(text: string, units: number): string {
  if (text.length <= units) return text;
  const at = new Intl.Segmenter().segment(text).containing(units - 1)?.index ?? units - 1;
  return `${text.slice(0, at).trimEnd()}…`;
}
