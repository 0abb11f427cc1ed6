/** Letters and cases in regular expressions that are many, and compiled at the first sentence. */

/**
 * Inside brackets: letters beyond ASCII, and `a-z`. Near enough for names; `\p{L}` would be compiled letter by letter at
 * each place where it stands.
 */
export const LETTERS = "a-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\u2c00-\\ud7ff";

/** In small letters, each where it was: a letter that would become two is left. */
export function small(text: string): string {
  const all = text.toLowerCase();
  if (all.length === text.length) return all;
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}
