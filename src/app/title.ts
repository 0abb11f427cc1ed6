/** Makes what people write safe to show among other people's words, and short where it is a title. */

/** Embeddings, overrides and isolates (Unicode TR 9): they reorder what stands around them. */
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Marks that belong to no script of their own, of which a stack of more than two is only noise. */
const noise = /((?:(?=\p{M})\p{Script=Inherited}){2})(?:(?=\p{M})\p{Script=Inherited})+/gu;
/** No script stacks more than four marks of its own (Burmese does stack four). */
const stacks = /(\p{M}{4})\p{M}+/gu;
const loneSurrogates = /\p{Cs}/gu;
const controls = /[^\P{Cc}\n]/gu;

const longestTitle = 80;
/** A title's length in UTF-16 units: one grapheme may have thousands. */
const longestUnits = 240;

/** Takes out what could disturb the text around it; line ends stay. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(loneSurrogates, "\uFFFD")
    .replace(controls, " ")
    .replace(bidiControls, "")
    .normalize("NFC")
    .replace(noise, "$1")
    .replace(stacks, "$1")
    .trim();
}

/** One clean line of at most 80 graphemes, cut at a grapheme's border and then ending in `…`. Never empty. */
export function titleOf(text: string): string {
  const line = cleanText(text).replace(/\s+/gu, " ");
  const graphemes = Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(line));
  let title = "";
  for (const [index, { segment }] of graphemes.entries()) {
    const last = index === longestTitle - 1 && graphemes.length > longestTitle;
    if (last || title.length + segment.length > longestUnits) return `${title.trimEnd()}…`;
    title += segment;
  }
  return title || "…";
}
