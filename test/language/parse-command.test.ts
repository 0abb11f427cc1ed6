import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { type ParseOptions, parse } from "../../src/cli/parse.ts";
import { context } from "./support.ts";

/** What the command writes, and the error it ends with. */
async function run(text: string, options: ParseOptions = {}, input: string[] = []) {
  const lines: string[] = [];
  const io = {
    now: () => context.now,
    zone: context.zone,
    locale: "en",
    input: Readable.from([input.join("\n")]),
    write: (line: string) => void lines.push(line),
  };
  const error = await parse(text, options, io).then(
    () => null,
    (refused: Error) => refused.message,
  );
  return { lines, error };
}

describe("belfry parse, for a person", () => {
  it("says a series and its next five", async () => {
    const { lines } = await run("standup every weekday at 9:25, 10 min before, nag every 5 min until done");
    expect(lines).toEqual([
      "Standup · Mon–Fri 09:25 · also 10 min before · asks every 5 min, at most 6 times",
      ...["Wed 25 Nov", "Thu 26 Nov", "Fri 27 Nov", "Mon 30 Nov", "Tue 1 Dec"].map((day) => `  ${day} 09:25`),
    ]);
  });

  it.each([
    ["tea in 4 min", ["Tea · Tue 24 Nov 14:09"]],
    [
      "meet Ana friday at 8",
      ["Meet Ana: Fri 27 Nov 08:00 or Fri 27 Nov 20:00?", "  · Fri 27 Nov 08:00", "  · Fri 27 Nov 20:00"],
    ],
    ["pause the gym until friday", ["Pause “gym” until Fri 27 Nov 00:00."]],
    ["resume gym", ["Let “gym” go on."]],
    ["skip the next standup", ["Skip the next one of “standup”."]],
    ["move rent to friday", ["Move “rent” to friday."]],
    ["delete the rent", ["Delete “rent”."]],
    ["rename pills to vitamins", ["Call “pills” “vitamins”."]],
    ["list", ["Show the list."]],
    ["next", ["Tell what comes next."]],
    ["agenda for tomorrow", ["Show what comes from Wed 25 Nov 00:00 on."]],
    ["quiet 22-7", ["Keep quiet hours: 22:00–07:00."]],
    ["quiet off", ["Turn quiet hours off."]],
    ["undo", ["Take back the last change."]],
    ["why gym", ["Tell why “gym” ran or did not."]],
    ["when backup fails, run verify", ["When “backup” fails: verify."]],
    ["report of last 7 days now", ["Report “Report of last 7 days” · now"]],
    ["buy milk tomorrow at 10; eggs at 11", ["Buy milk · Wed 25 Nov 10:00", "Eggs · Wed 25 Nov 11:00"]],
  ])("says %s", async (text, lines) => {
    expect(await run(text)).toEqual({ lines, error: null });
  });

  it("answers in the person's language, and reads English there", async () => {
    const [first] = (await run("standup every weekday at 9:25, 10 min before", { language: "de" })).lines;
    expect(first).toBe("Standup · Mo–Fr 09:25 · auch 10 Min vorher");
    expect((await run("list", { language: "de" })).lines).toEqual(["Die Liste zeigen."]);
  });

  it("says what is odd", async () => {
    expect((await run("tea on 30 february")).lines[0]).toBe("There is no 30 February. Which day do you mean?");
    expect((await run("cron 0 9 15 * 1 pay")).lines[0]).toMatch(/^Cron reads 0 9 15 \* 1 as either/);
  });
});

const asked = (text: string, tz: string) => JSON.stringify({ text, ref: "2026-11-24T14:05:00+01:00", tz });

describe("belfry parse --jsonl", () => {
  it.each([
    ["Europe/Berlin", "2026-11-25T08:00:00Z"],
    ["europe/berlin", "2026-11-25T08:00:00Z"],
    ["UTC", "2026-11-25T09:00:00Z"],
    ["Z", "2026-11-25T09:00:00Z"],
    ["+02:00", "2026-11-25T07:00:00Z"],
    ["-0500", "2026-11-25T14:00:00Z"],
    ["UTC+3", "2026-11-25T06:00:00Z"],
    ["+05:30", "2026-11-25T03:30:00Z"],
    ["+10:30", "2026-11-24T22:30:00Z"],
    ["-03:30", "2026-11-25T12:30:00Z"],
  ])("reads in the zone %s", async (tz, at) => {
    const { lines } = await run("", { jsonl: true }, [asked("water plants tomorrow at 9", tz)]);
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ when: { kind: "once", at }, task: "water plants" }]);
  });

  it("answers what cannot be read by an error in its place, goes on, and fails at the end", async () => {
    const { lines, error } = await run("", { jsonl: true }, [
      "nonsense",
      asked("tea in 4 min", "Mars"),
      asked("tea in 4 min", "UTC"),
    ]);
    const [first, second, third] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ line: 1, error: expect.stringContaining('"ref"') });
    expect(second).toMatchObject({ line: 2, error: expect.stringContaining("Mars") });
    expect(third).toEqual({ when: { kind: "once", at: "2026-11-24T13:09:00Z" }, task: "tea" });
    expect(error).toMatch(/^2 of 3 lines/);
  });

  it("gives the first reading beside a question, six slots of a series, and lengths of time", async () => {
    const { lines } = await run("", { jsonl: true }, [
      asked("meet Ana friday at 8", "UTC"),
      asked("bins every tuesday at 20:00", "UTC"),
      asked("2 hours", "UTC"),
      asked("filter every 3 days after done", "UTC"),
      asked("buy sun cream", "UTC"),
    ]);
    const [question, series, length, after, none] = lines.map((line) => JSON.parse(line));
    expect(question).toMatchObject({
      when: { kind: "once", at: "2026-11-27T08:00:00Z" },
      question: { code: "clock", readings: [{ at: "2026-11-27T08:00:00Z" }, { at: "2026-11-27T20:00:00Z" }] },
    });
    expect(series.when.next).toHaveLength(6);
    expect(length.when).toEqual({ kind: "duration", seconds: 7200 });
    expect(after.when.next.slice(0, 2)).toEqual(["2026-11-27T09:00:00Z", "2026-11-30T09:00:00Z"]);
    expect(none.when).toEqual({ kind: "none" });
  });

  it("gives the task of checks and reports without their time, and a check that is unclear as the reminder it may be", async () => {
    const { lines } = await run("", { jsonl: true }, [
      asked("check https://example.org every hour, expect 200", "UTC"),
      asked("send a report of failed runs on fridays at 16:00", "UTC"),
      asked("check example.org every friday for deals", "UTC"),
    ]);
    const [check, report, unclear] = lines.map((line) => JSON.parse(line));
    expect(check).toMatchObject({ when: { kind: "recurring" }, task: "check https://example.org, expect 200" });
    expect(report).toMatchObject({ when: { kind: "recurring" }, task: "send a report of failed runs" });
    expect(unclear).toMatchObject({
      ...{ when: { kind: "recurring" }, task: "check example.org for deals" },
      question: { code: "checkLeft", phrase: "for deals" },
    });
  });
});
