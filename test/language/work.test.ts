import { describe, expect, it } from "vitest";
import { MOST_STEPS, Reader } from "../../src/language/grammar/grammar.ts";
import { languageOf } from "../../src/language/languages.ts";
import { tokenise } from "../../src/language/text/tokenise.ts";
import { chooseWhen } from "../../src/language/when/choose.ts";
import { at } from "./support.ts";

const WORDS =
  "3|12|1 h|3rd|9am|9:30|11/5|mo|monday|may|1 day before|every 3 days|afternoon|Montag|3. Mai|alle 2 Tage".split("|");
const SEPARATORS = [" ", ", ", " and ", ", and ", "-", " / ", " to ", " und "];
const REAL = [
  "call the plumber tomorrow at 9, ",
  "water the ferns every monday and thursday at 18:30 until christmas, ",
  "send the invoice on the last working day of the month and 1 h before, ",
];

/** How many places in patterns are looked at to read a text. */
function stepsOf(text: string, locale: string): number {
  const { grammar, lexicon } = languageOf(locale);
  const reader = new Reader(grammar, tokenise(text, lexicon), { ...at("2026-11-24T14:05:00+01:00"), locale });
  chooseWhen(reader, 0);
  return reader.steps;
}

describe.each(["en", "de"])("the work of reading a text: %s", (locale) => {
  it("is bounded where one word is said over and over", () => {
    const steps = WORDS.flatMap((word) =>
      SEPARATORS.map((separator) => stepsOf(`${word}${separator}`.repeat(512).slice(0, 512), locale)),
    );
    expect(Math.max(...steps)).toBeLessThan(2 * MOST_STEPS);
  });

  it.each(REAL)("never ends before real sentences do: %s…", (sentence) => {
    expect(stepsOf(sentence.repeat(20).slice(0, 512), locale)).toBeLessThan(MOST_STEPS);
    expect(stepsOf(sentence, locale)).toBeLessThan(MOST_STEPS / 4);
  });
});
