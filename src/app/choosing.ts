/** "The first one", "last": choosing by place, in the languages Belfry speaks. Pure. */

const places: [RegExp, number][] = [
  [/^(?:the )?(?:first|1st)(?: one)?$|^(?:de[rnm]|die|das) erste[ns]?$|^erste[rns]?$/u, 0],
  [/^(?:the )?(?:second|2nd)(?: one)?$|^(?:de[rnm]|die|das) zweite[ns]?$|^zweite[rns]?$/u, 1],
  [/^(?:the )?(?:third|3rd)(?: one)?$|^(?:de[rnm]|die|das) dritte[ns]?$|^dritte[rns]?$/u, 2],
  [/^(?:the )?(?:last)(?: one)?$|^(?:de[rnm]|die|das) letzte[ns]?$|^letzte[rns]?$/u, -1],
];

const agreement =
  /^(?:(?:yes|yeah|yep|ok|okay|sure|do (?:it|that)|ja|jo|klar|gerne?|mach (?:das|es))(?:[,\s]+(?:(?:but )?without (?:it|that)|(?:aber )?ohne das|please|pls|bitte))*|without (?:it|that)|ohne das)$/u;

/** "Yes", "ok, without that": the one thing that is offered, in the languages Belfry speaks. */
export function agrees(words: string): boolean {
  return agreement.test(
    words
      .trim()
      .toLowerCase()
      .replace(/[.!]+$/u, ""),
  );
}

/** Index of the choice among `count`; null for words that name no place, or none of these. */
export function ordinal(words: string, count: number): number | null {
  const said = words.trim().toLowerCase().replace(/[.!]$/u, "");
  const found = places.find(([pattern]) => pattern.test(said));
  const index = found === undefined ? null : found[1] < 0 ? count - 1 : found[1];
  return index === null || index < 0 || index >= count ? null : index;
}
