/** "no, at 9 please": what is said around a time when somebody is answered or corrected. */
const BEFORE = /^(?:(?:no|nope|nein|doch|ok|okay|yes|ja|well|then|dann|actually|rather|lieber|please|bitte)[,\s]+)+/iu;
const AFTER = /(?:[,\s]+(?:please|pls|actually|instead|then|thanks|bitte|lieber|dann|danke|doch))+\s*[.!]*$/iu;

/** The time alone. */
export function withoutCourtesy(text: string): string {
  return text.trim().replace(BEFORE, "").replace(AFTER, "");
}

/** "no" of "no, at 9": nothing to be reminded of. */
export function isOnlyCourtesy(text: string): boolean {
  return `${text.trim()} `.replace(BEFORE, "") === "";
}
