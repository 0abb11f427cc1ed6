import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decides, FLAP_MS, type JudgedReading, type JudgeRules, judge } from "../../../src/kinds/check/judge.ts";

const minute = 60_000;
const rules: JudgeRules = { alertAfter: 3, recoverAfter: 2 };

/** One reading every `every` minutes: `+` good, `-` bad, `*` good and changed. */
const readings = (line: string, every = 1): JudgedReading[] =>
  [...line].map((mark, i) => ({
    at: i * every * minute,
    verdict: mark === "-" ? "bad" : "good",
    errorClass: mark === "-" ? "status" : null,
    changed: mark === "*",
  }));
const judged = (line: string, every = 1, more: Partial<JudgeRules> = {}) =>
  judge(readings(line, every), { ...rules, ...more });
/** The news of every reading, where there is some. */
const news = (line: string, every = 1, more: Partial<JudgeRules> = {}) =>
  [...line].flatMap((_, i) => {
    const told = judge(readings(line, every).slice(0, i + 1), { ...rules, ...more }).news;
    return told ? [`${i} ${told.news}`] : [];
  });

describe("a check", () => {
  it("is new, then good", () => {
    expect(judge([], rules)).toEqual({ current: { state: "new" }, news: null });
    expect(judged("+++")).toEqual({ current: { state: "good", since: 0, count: 3 }, news: null });
  });

  it("is failing before it is down, and down once", () => {
    expect(judged("++-").current).toMatchObject({ state: "failing", count: 1, of: 3 });
    expect(judged("++--").current).toMatchObject({ state: "failing", count: 2, of: 3 });
    expect(judged("++---")).toEqual({
      current: { state: "bad", since: 2 * minute, lastGood: minute, count: 3, errorClass: "status" },
      news: { news: "down", since: 2 * minute, lastGood: minute },
    });
    expect(judged("++----").news).toBe(null);
  });

  it("is recovering before it is back, and says how long it was down", () => {
    expect(judged("+---+").current).toMatchObject({ state: "recovering", count: 1, of: 2 });
    expect(judged("+---++")).toEqual({
      current: { state: "good", since: 4 * minute, count: 2 },
      news: { news: "up", downSince: minute, downMs: 3 * minute },
    });
  });

  it("says nothing of a failure that passes", () => {
    expect(news("+--+", 15)).toEqual([]);
    expect(news("+--++--+", 15)).toEqual([]);
  });

  it("stays down through one good reading", () => {
    expect(news("+---+---", 15)).toEqual(["3 down"]);
    expect(judged("+---+---", 15).current).toMatchObject({ state: "bad", since: 15 * minute });
  });

  it("may alert at once", () => {
    expect(news("+-+", 15, { alertAfter: 1, recoverAfter: 1 })).toEqual(["1 down", "2 up"]);
  });
});

describe("a check that changes four times in ten minutes", () => {
  it("is flapping, said once, and nothing else is said until it is steady", () => {
    expect(news("+-+-+-+-+-+-")).toEqual(["4 flapping"]);
    expect(judged("+-+-+").current).toMatchObject({ state: "flapping", turns: { length: 4 } });
  });

  it("is steady after ten quiet minutes, and says how", () => {
    expect(news(`+-+-+${"+".repeat(12)}`)).toEqual(["4 flapping", "14 steady"]);
    expect(judge(readings(`+-+-+${"+".repeat(10)}`), rules).news).toEqual({ news: "steady", verdict: "good" });
    expect(news(`+-+-+${"-".repeat(12)}`)).toEqual(["4 flapping", "15 steady"]);
    expect(judged(`+-+-+${"-".repeat(12)}`).current).toMatchObject({ state: "bad", since: 5 * minute });
  });

  it("tells of the recovery after it was steady and bad", () => {
    expect(news(`+-+-+${"-".repeat(12)}++`)).toEqual(["4 flapping", "15 steady", "18 up"]);
  });

  it("is not flapping when the changes are further apart", () => {
    expect(news("+-+-+-+-", 4)).toEqual([]);
  });
});

describe("that what is seen has changed", () => {
  it("is news each time, unless there is something worse", () => {
    expect(news("++*+*", 1)).toEqual(["2 changed", "4 changed"]);
  });
});

describe("whatever a check sees", () => {
  const line = fc.array(fc.constantFrom("+", "-"), { maxLength: 60 }).map((marks) => marks.join(""));
  const every = fc.integer({ min: 1, max: 20 });
  const some = fc.record({ alertAfter: fc.integer({ min: 1, max: 5 }), recoverAfter: fc.integer({ min: 1, max: 5 }) });

  it("it goes down and up in turn", () => {
    fc.assert(
      fc.property(line, every, some, (marks, gap, more) => {
        let down = false;
        for (const told of news(marks, gap, more).map((one) => one.split(" ")[1])) {
          if (told === "down") expect(down).toBe(false);
          if (told === "up") expect(down).toBe(true);
          if (told === "steady") down = true;
          if (told === "down" || told === "up") down = told === "down";
          // How it became steady is not in this list; both are allowed after it.
          if (told === "steady") break;
        }
      }),
    );
  });

  it("as many bad readings as it takes, without a good one for ten minutes, are always bad", () => {
    fc.assert(
      fc.property(line, every, some, (marks, gap, more) => {
        const tail = "-".repeat(Math.max(more.alertAfter, Math.ceil(FLAP_MS / minute / gap) + 1));
        expect(judge(readings(marks + tail, gap), { ...rules, ...more }).current.state).toBe("bad");
        const good = "+".repeat(Math.max(more.recoverAfter, Math.ceil(FLAP_MS / minute / gap) + 1));
        expect(judge(readings(marks + good, gap), { ...rules, ...more }).current.state).toBe("good");
      }),
    );
  });

  it("readings that decide say how it stands whatever came before them", () => {
    fc.assert(
      fc.property(line, line, every, some, (before, marks, gap, more) => {
        const all = readings(before + marks, gap);
        const last = all.slice(before.length);
        const by = { ...rules, ...more };
        if (decides(last, by)) expect(judge(last, by).current.state).toBe(judge(all, by).current.state);
      }),
      { numRuns: 2_000 },
    );
  });

  it("a few of them decide nothing", () => {
    expect(decides(readings("++-+-+", 5), rules)).toBe(false);
    expect(decides(readings("+---+-+", 2), rules)).toBe(false);
    expect(decides(readings("+-+-+"), rules)).toBe(true);
    expect(decides(readings("-+-+++-+", 5), rules)).toBe(true);
  });
});
