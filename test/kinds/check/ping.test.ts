import { describe, expect, it } from "vitest";
import type { Schedule } from "../../../src/core/schedule.ts";
import { expectation, readCall } from "../../../src/kinds/check/ping.ts";
import { lookAt } from "./support.ts";

const at = (text: string) => Date.parse(`${text}+01:00`);
const nightly: Schedule = { type: "cron", cron: "30 3 * * *", tz: "Europe/Berlin" };
const made = at("2026-11-24T14:05");
const look = (
  now: string,
  call: string | null,
  exit: number | null = 0,
  schedule: Schedule = nightly,
  graceMs = 1_800_000,
) =>
  lookAt(
    { probe: { type: "ping", graceMs } },
    {
      now: at(now),
      calls: { schedule, since: made, last: call === null ? null : { at: at(call), exit, log: null } },
    },
  );

describe("a call that is expected by 3:30 with 30 minutes of grace", () => {
  it("is waited for before that", async () => {
    expect(await look("2026-11-25T03:29", null)).toMatchObject({
      verdict: "good",
      summary: { state: "waiting", expectedAt: at("2026-11-25T03:30"), downAt: at("2026-11-25T04:00") },
    });
  });

  it("is late from 3:30 and down from 4:00", async () => {
    expect(await look("2026-11-25T03:30", null)).toMatchObject({ verdict: "good", summary: { state: "late" } });
    expect(await look("2026-11-25T03:59:59", null)).toMatchObject({ verdict: "good", summary: { state: "late" } });
    expect(await look("2026-11-25T04:00", null)).toMatchObject({
      verdict: "bad",
      errorClass: "late",
      summary: { state: "down" },
    });
  });

  it.each([
    ["early", "2026-11-25T02:00"],
    ["in time", "2026-11-25T03:30"],
    ["late", "2026-11-25T03:45"],
    ["far too late", "2026-11-25T05:00"],
  ])("counts for that night alone when it comes %s", async (_, call) => {
    expect(await look("2026-11-26T03:29", call)).toMatchObject({
      verdict: "good",
      summary: { state: "onTime", expectedAt: at("2026-11-26T03:30") },
    });
    expect(await look("2026-11-26T04:00", call)).toMatchObject({ verdict: "bad", summary: { state: "down" } });
  });

  it("is bad when the caller says that it failed", async () => {
    expect(await look("2026-11-25T03:20", "2026-11-25T03:10", 2)).toMatchObject({
      verdict: "bad",
      errorClass: "called",
      detail: "2",
      summary: { state: "failed", exit: 2 },
    });
    expect(await look("2026-11-25T03:20", "2026-11-25T03:10", null)).toMatchObject({ verdict: "good" });
  });

  it("is expected anew after a pause", async () => {
    const last = { at: at("2026-11-25T03:10"), exit: 0, log: null };
    const calls = { schedule: nightly, since: at("2026-11-28T12:00"), last };
    const reading = await lookAt({ probe: { type: "ping" } }, { now: at("2026-11-28T13:00"), calls });
    expect(reading.summary).toMatchObject({ state: "onTime", expectedAt: at("2026-11-29T03:30") });
  });
});

describe("a call that is expected every hour", () => {
  const hourly: Schedule = { type: "every", ms: 3_600_000, from: made };
  const grace = 60_000;

  it("is counted from the last one", async () => {
    expect(await look("2026-11-24T15:09:59", "2026-11-24T14:10", 0, hourly, grace)).toMatchObject({
      summary: { state: "onTime" },
    });
    expect(await look("2026-11-24T15:10", "2026-11-24T14:10", 0, hourly, grace)).toMatchObject({
      summary: { state: "late" },
    });
    expect(await look("2026-11-24T15:11", "2026-11-24T14:10", 0, hourly, grace)).toMatchObject({
      summary: { state: "down" },
    });
    expect(await look("2026-11-24T15:06", null, 0, hourly, grace)).toMatchObject({ summary: { state: "down" } });
  });
});

describe("weekdays at 9", () => {
  const weekdays: Schedule = {
    type: "rule",
    rules: ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    start: "2026-11-23T09:00:00",
    tz: "Europe/Berlin",
  };

  it("expect nothing over the weekend", async () => {
    const friday = "2026-11-27T08:55";
    expect(await look("2026-11-29T12:00", friday, 0, weekdays)).toMatchObject({
      summary: { state: "onTime", expectedAt: at("2026-11-30T09:00") },
    });
    expect(await look("2026-11-30T09:30", friday, 0, weekdays)).toMatchObject({ summary: { state: "down" } });
  });
});

describe("a call as it arrives", () => {
  it("has an exit status or none, and a log", () => {
    const read = (ending: string, body = "") => readCall(ending, Buffer.from(body));
    expect(read("")).toEqual({ exit: null, log: null });
    expect(read("0", "\u001b[32mok\u001b[0m")).toEqual({ exit: 0, log: "ok" });
    expect(read("255")).toEqual({ exit: 255, log: null });
    expect(read("fail")).toEqual({ exit: 1, log: null });
    for (const ending of ["256", "-1", "1e1", "0x1", "ok", "0/1", "0001"]) expect(read(ending), ending).toBe(null);
    expect(read("1", "x".repeat(200_000))?.log?.length).toBeLessThanOrEqual(65_536);
  });
});

describe("an expectation", () => {
  it("says when there will be something to judge", () => {
    const [expectedAt, downAt] = [at("2026-11-26T03:30"), at("2026-11-26T04:00")];
    const expected = { schedule: nightly, graceMs: 1_800_000, since: made };
    expect(expectation(expected, at("2026-11-25T03:10"))).toEqual({ expectedAt, downAt });
  });
});
