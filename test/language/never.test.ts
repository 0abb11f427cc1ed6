import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describe as words } from "../../src/language/describe.ts";
import { preview } from "../../src/language/preview.ts";
import { understand, understandWhen } from "../../src/language/understand.ts";
import { at, context } from "./support.ts";

const VOCABULARY = (
  "every each other day days week monday tuesday fri weekdays weekend month months year at on in from to until till for the a an of and or , - . : / ! ' \" 9 10 21 2nd 31st 30 " +
  "9:30 17:00 2026-12-24 24.12. 11/5 am pm noon midnight half past quarter tomorrow today tonight next last first working except starting ending times twice " +
  "before after done between june dec 2027 christmas utc Tokyo time min hours seconds cron * */5 0 RRULE:FREQ=DAILY remind me to pause skip move list quiet what's milk dentist 🙂 日本 ٣"
).split(" ");

const sentence = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 60 }).map((list) => list.join(" "));

describe("any text", () => {
  it("is answered, never thrown at", () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ maxLength: 600, unit: "binary" })), (text) => {
        expect(understand(text, context)).toHaveProperty("intent");
        expect(understandWhen(text, context)).toHaveProperty("found");
        expect(preview(text, context)).toHaveProperty("when");
      }),
      { numRuns: 400 },
    );
  });

  it("is answered where all phrases of a series are mixed", () => {
    const part = fc.constantFrom(
      ...DAYS,
      ...CLOCKS,
      ...ENDS,
      ...EVERY,
      "until yesterday",
      "except tomorrow",
      "for 3 days",
      "in week 60",
      "1 h before",
      "and",
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.join(" ");
        const answer = understand(text, context);
        expect(answer).toHaveProperty("intent");
        expect(preview(text, context)).toHaveProperty("when");
        if (answer.intent === "remind" && answer.schedule) expect(words(answer.schedule, context)).not.toBe("");
      }),
      { numRuns: 1500 },
    );
  });

  it("has the same meaning in capitals and with more spaces", () => {
    for (const text of ["call mum tomorrow at 9", "gym every mon and wed 18:00", "tea in 4 min"])
      expect(understand(text.toUpperCase().replaceAll(" ", "   "), context)).toMatchObject({
        schedule: (understand(text, context) as { schedule: unknown }).schedule,
      });
  });
});

const DAYS = [
  "every day",
  "every 3 days",
  "every other day",
  "every weekday",
  "every weekend",
  "every monday",
  "mondays and thursdays",
  "every 2 weeks on friday",
  "every month on the 3rd",
  "on the 1st and 15th of each month",
  "every 31st",
  "on the last day of each month",
  "on the first working day of each month",
  "every last friday",
  "every 2nd and 4th tuesday",
  "on the 10th of every 2 months",
  "every 25 december",
  "every 29 february",
  "every fourth thursday in november",
  "every 1 jan and 1 jul",
  "every fri in week 12",
  "every day in december",
  "tomorrow",
  "on friday",
  "on 3 february",
  "on 24.12.2027",
  "every 3 days after done",
];
const CLOCKS = [
  "",
  "at 10",
  "at 17:30",
  "at 8:15 and 20:40",
  "at 9, 13 and 17",
  "in the evening",
  "at noon",
  "at 9:00 New York time",
];
const ENDS = ["", "until 20 december", "for 3 weeks", "5 times", "starting 7 december", "except 25 december"];
const EVERY = [
  "every 15 min",
  "every hour",
  "every 90 minutes",
  "every 3 hours between 9 and 18",
  "every hour on weekdays from 9 to 17",
  "every 2 hours starting at 16:00",
  "every 20 min until 17:00",
  "every 2 hours 3 times",
];

describe("the words of a schedule", () => {
  const oneShot = /^(?:tomorrow|on friday|on 3|on 24)|after done/u;
  const cases = [
    ...EVERY,
    ...DAYS.flatMap((day) =>
      CLOCKS.flatMap((clock) => (oneShot.test(day) ? [""] : ENDS).map((end) => `${day} ${clock} ${end}`.trim())),
    ),
  ];

  it(`mean the same schedule again (${cases.length} phrases)`, () => {
    for (const phrase of cases) {
      const answer = understandWhen(phrase, context);
      if (!answer.found) {
        // "every 25 december until 20 december" has no day at all.
        expect(answer.question?.code, phrase).toBe("past");
        continue;
      }
      const said = words(answer.schedule, context);
      expect(understandWhen(said, context), `${phrase} → ${said}`).toEqual(answer);
    }
  });
});

describe("the words of a schedule in German", () => {
  const german = { ...context, locale: "de" };
  it("mean the same schedule again", () => {
    for (const phrase of [...EVERY, ...DAYS.flatMap((day) => CLOCKS.map((clock) => `${day} ${clock}`.trim()))]) {
      const answer = understandWhen(phrase, context);
      if (!answer.found) continue;
      const said = words(answer.schedule, german);
      expect(understandWhen(said, german), `${phrase} → ${said}`).toEqual(answer);
    }
  });
});

describe("long texts", () => {
  const story = "It was a dark night and nobody knew what came next. ".repeat(30);

  it("are kept whole, with the time of the first line", () => {
    const text = `remind me tomorrow at 9\n${story}`;
    expect(understand(text, context)).toMatchObject({
      intent: "remind",
      title: text.trim().charAt(0).toUpperCase() + text.trim().slice(1),
      schedule: { at: "2026-11-25T09:00:00" },
    });
  });

  it("are kept whole, with the time of the last line", () => {
    expect(understand(`${story}\nremind me on friday at 10`, context)).toMatchObject({
      schedule: { at: "2026-11-27T10:00:00" },
    });
  });

  it("have no time when neither line has one", () => {
    expect(understand(`A story\n${story}\nThe end`, context)).toMatchObject({ intent: "question", code: "noTime" });
  });
});

describe("one-shots in every zone", () => {
  it.each(["Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham", "America/New_York"])(
    "are wall time in %s",
    (zone) => {
      expect(understand("call mum tomorrow at 10:15", at("2026-06-10T09:00:00Z", zone))).toMatchObject({
        schedule: { at: "2026-06-11T10:15:00", tz: zone },
      });
    },
  );
});
