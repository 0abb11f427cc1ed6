/** The verb that begins a sentence says in which language it is written, whatever the chat's language is. */

const VERBS: [locale: string, verb: RegExp][] = [
  ["de", /^(?:bitte,? )?(?:erinner|benachrichtig|prüf|überwach|pausier|lösch|verschieb|zeig)e?(?!\p{L})/iu],
  ["es", /^(?:por favor,? )?recu[eé]rda(?:me|nos)(?!\p{L})/iu],
  ["fr", /^(?:s'il te plaît,? )?rappel(?:le|ez)[ -](?:moi|nous)(?!\p{L})/iu],
  ["ru", /^(?:пожалуйста,? )?напомни(?:те)?(?!\p{L})/iu],
];

/** A language of ours (BCP 47), or null where the beginning says nothing. */
export function announcedIn(text: string): string | null {
  return VERBS.find(([, verb]) => verb.test(text.trimStart()))?.[0] ?? null;
}
