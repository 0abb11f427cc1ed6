/** The languages Belfry speaks. */
import { de } from "./de.ts";
import { en, type Texts } from "./en.ts";

/** By their ISO 639-1 code. A new one is a file beside `de.ts` and its name here. */
const languages = { en, de };

type LanguageCode = keyof typeof languages;

export const languageCodes = Object.keys(languages) as LanguageCode[];

/** The texts of a BCP 47 language, else those of the other one; English where Belfry speaks neither. */
export function textsFor(language: string, otherwise = "en"): Texts {
  return spoken(language) ?? spoken(otherwise) ?? en;
}

/** The language a person names, by its code or by its own name; null when Belfry does not speak it. */
export function languageMeant(words: string): LanguageCode | null {
  const said = words.trim().toLowerCase();
  return languageCodes.find((code) => code === said || textsFor(code).name.toLowerCase() === said) ?? null;
}

function spoken(language: string): Texts | undefined {
  const primary = language.split(/[-_]/)[0]?.toLowerCase();
  const code = languageCodes.find((one) => one === primary);
  return code && languages[code];
}
