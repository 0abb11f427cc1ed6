import { describe, expect, it } from "vitest";
import { describe as words } from "../../src/language/describe.ts";
import { understandAll } from "../../src/language/understand-all.ts";
import { at, context } from "./support.ts";

const morning = at("2026-11-24T08:05:00+01:00");

/** "Task · time" of each request, the code of a question, the intent of anything else. */
function asked(text: string, where = morning): string[] {
  return understandAll(text, where).map((request) => {
    if (request.intent === "question") return `${request.draft.title} · ${request.code}?`;
    if (request.intent !== "remind") return request.intent;
    return `${request.title} · ${request.schedule ? words(request.schedule, where) : "no time"}`;
  });
}

describe("several requests in one message", () => {
  it.each([
    [
      "buy milk tomorrow at 9\nbuy bread tomorrow at 10",
      ["Buy milk · Wed 25 Nov 09:00", "Buy bread · Wed 25 Nov 10:00"],
    ],
    [
      "- milk tomorrow at 9\n- bread friday at 10\n- rent on the 1st at 9",
      ["Milk · Wed 25 Nov 09:00", "Bread · Fri 27 Nov 10:00", "Rent · Tue 1 Dec 09:00"],
    ],
    ["call mom tomorrow at 9 and dad at 10", ["Call mom · Wed 25 Nov 09:00", "Dad · Wed 25 Nov 10:00"]],
    ["call mom tomorrow and dad on friday", ["Call mom · Wed 25 Nov 09:00", "Dad · Fri 27 Nov 09:00"]],
    [
      "buy bread and butter tomorrow at 9 and call dad at 10",
      ["Buy bread and butter · Wed 25 Nov 09:00", "Call dad · Wed 25 Nov 10:00"],
    ],
    ["pills every day at 8am and vitamins at 9", ["Pills · every day 08:00", "Vitamins · every day 09:00"]],
    ["pills every day at 8am and 8pm for 10 days", ["Pills · every day 08:00 and 20:00, until Thu 3 Dec"]],
    ["tea in 4 min; eggs in 8 min", ["Tea · Tue 24 Nov 08:09", "Eggs · Tue 24 Nov 08:13"]],
    [
      "tea in 4 min, eggs in 8 min and toast in 10 min",
      ["Tea · Tue 24 Nov 08:09", "Eggs · Tue 24 Nov 08:13", "Toast · Tue 24 Nov 08:15"],
    ],
    ["gym tomorrow at 10 and then lunch at 12", ["Gym · Wed 25 Nov 10:00", "Lunch · Wed 25 Nov 12:00"]],
    ["remind me at 5 to call mom and at 6 to call dad", ["Call mom · Tue 24 Nov 17:00", "Call dad · Tue 24 Nov 18:00"]],
    [
      "remind me to buy milk and eggs at 5pm, also remind me to call Ana tomorrow at 10",
      ["Buy milk and eggs · Tue 24 Nov 17:00", "Call Ana · Wed 25 Nov 10:00"],
    ],
    ["meet Ana friday at 8 and call Bob saturday at 10", ["Meet Ana · clock?", "Call Bob · Sat 28 Nov 10:00"]],
    [
      "standup every weekday at 9 and retro every friday at 3pm",
      ["Standup · Mon–Fri 09:00", "Retro · every Fri 15:00"],
    ],
    ["pay rent on the 1st and insurance on the 15th", ["Pay rent · Tue 1 Dec 09:00", "Insurance · Tue 15 Dec 09:00"]],
    ["pause gym; delete rent", ["pause", "delete"]],
    ["quiet from 22 to 7; tea in 4 min", ["quiet", "Tea · Tue 24 Nov 08:09"]],
  ])("are told apart: %s", (text, requests) => {
    expect(asked(text)).toEqual(requests);
  });

  it.each([
    ["buy bread and butter tomorrow at 9", "Buy bread and butter · Wed 25 Nov 09:00"],
    ["buy salt, pepper and oil on saturday at 10", "Buy salt, pepper and oil · Sat 28 Nov 10:00"],
    ["yoga every tuesday at 19:00 and saturday at 10:00", "Yoga · every Tue 19:00 and every Sat 10:00"],
    ["call mom tomorrow and dad at 10", "Call mom and dad · Wed 25 Nov 10:00"],
    ["dentist\ntomorrow at 9", "Dentist · Wed 25 Nov 09:00"],
    ["water plants; every day at 9", "Water plants · every day 09:00"],
    ["call mom tomorrow at 9 and tell her friday works", "Call mom and tell her friday works · Wed 25 Nov 09:00"],
    ["we have guests on friday at 7, so remind me at 5 to buy wine", "Buy wine · Fri 27 Nov 17:00"],
    ["dinner at 7 and a movie", "Dinner and a movie · Tue 24 Nov 19:00"],
    ['read "tea at 4; eggs at 5" tomorrow at 9', 'Read "tea at 4; eggs at 5" · Wed 25 Nov 09:00'],
    ["pay rent", "Pay rent · noTime?"],
  ])("are not seen where there is one: %s", (text, request) => {
    expect(asked(text)).toEqual([request]);
  });

  it("are told apart in German", () => {
    const german = { ...context, locale: "de" };
    expect(asked("Mama morgen um 9 anrufen und Papa um 10 anrufen", german)).toHaveLength(2);
  });
});
