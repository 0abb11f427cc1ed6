import { describe, expect, it } from "vitest";
import { at, berlin, card, now, once, seen, shown } from "./rendering.ts";

const standup = {
  title: "Standup",
  schedule: {
    type: "rule",
    rules: ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=25"],
    start: "2026-11-24T09:25:00",
    tz: berlin,
  },
  next: ["2026-11-25T09:25", "2026-11-26T09:25", "2026-11-27T09:25", "2026-11-30T09:25"].map(at),
} as const;
const recurring = {
  ...standup,
  next: [...standup.next],
  schedule: { ...standup.schedule, rules: [...standup.schedule.rules] },
};

describe("a card", () => {
  it("says what, when and how long until then", () => {
    expect(shown(card())).toBe(
      "⏰ **Call the dentist** · Wed 25 Nov 09:00 (in 18 h 55 min)\n[Edit] [Repeat] [Undo]\n[Also 1 h before]",
    );
  });
  it("names no date for today, and offers no earlier ring when it comes soon", () => {
    expect(shown(card({ title: "Tea", schedule: once("2026-11-24T14:09"), next: [at("2026-11-24T14:09")] }))).toBe(
      "⏰ **Tea** · 14:09 (in 4 min)\n[Edit] [Repeat] [Undo]",
    );
  });
  it("counts what is less than a minute in seconds", () => {
    expect(shown(card({ schedule: once("2026-11-24T14:05"), next: [now + 20_000] }))).toContain("14:05 (in 20 s)");
    expect(shown(card({ schedule: once("2026-11-24T14:05"), next: [now + 20_700] }))).toContain("14:05 (in 20 s)");
    expect(shown(card({ schedule: once("2026-11-24T14:06"), next: [now + 59_700] }))).toContain("14:05 (in 1 min)");
  });
  it("names the year when it is another one", () => {
    expect(shown(card({ next: [at("2027-01-29T10:00")] }))).toContain("Fri 29 Jan 2027 10:00 (in 66 days)");
  });
  it("of a series says its rule and its next three days", () => {
    expect(shown(card(recurring))).toBe(
      "🔁 **Standup** · Mon–Fri 09:25 · next Wed 25, Thu 26, Fri 27 Nov\n[Edit] [Pause] [Undo]",
    );
  });
  it("of a series with a long rule has its days, and below it the rule where that says more or was asked for", () => {
    const next = ["2026-11-30T10:00", "2026-12-31T10:00", "2027-01-29T10:00"].map(at);
    const rules = ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=10;BYMINUTE=0"];
    const rent = { title: "Pay rent", schedule: { ...recurring.schedule, rules }, next };
    expect(shown(card(rent))).toBe(
      "🔁 **Pay rent** · next Mon 30 Nov, Thu 31 Dec, Fri 29 Jan, 10:00\n[Edit] [Pause] [Undo]",
    );
    expect(shown(card(rent, { change: "shown" }))).toContain("10:00\nLast working day of each month 10:00\n");
    const until = { ...rent, schedule: { ...rent.schedule, rules: [`${rules[0]};UNTIL=20270131T235959`] } };
    expect(shown(card(until))).toContain("10:00\nLast working day of each month 10:00, until Sun 31 Jan 2027\n");
  });
  it("of a series with several clock times says how it asks, and the next times below", () => {
    const next = ["2026-11-24T20:00", "2026-11-25T08:00", "2026-11-25T20:00"].map(at);
    const rules = ["FREQ=DAILY;BYHOUR=8;BYMINUTE=0", "FREQ=DAILY;BYHOUR=20;BYMINUTE=0"];
    const pills = {
      title: "Pills",
      schedule: { ...recurring.schedule, rules },
      next,
      nag: { everyMs: 600_000, max: 6 },
    };
    expect(shown(card(pills))).toBe(
      "🔁 **Pills** · 08:00 and 20:00 · asks every 10 min, at most 6 times\nNext 20:00, Wed 25 Nov 08:00, 20:00\n[Edit] [Pause] [Undo]",
    );
  });
  it("with an earlier ring names both times", () => {
    const action = {
      title: "Meet Ana",
      schedule: once("2026-11-27T20:00"),
      leads: [3_600_000],
      next: [at("2026-11-27T20:00")],
    };
    expect(shown(card(action, { change: "lead" }))).toBe(
      "⏰ **Meet Ana** · Fri 27 Nov 20:00, and 19:00 (1 h before)\n[Undo]",
    );
  });
  it("that is paused says until when and what comes then", () => {
    const action = {
      ...recurring,
      status: "paused",
      pause: { from: now, until: at("2026-11-30T00:00") },
      next: recurring.next.slice(3),
    } as const;
    expect(shown(card(action, { change: "paused" }))).toBe(
      "⏸ **Standup** until Mon 30 Nov; next 09:25 that day\n[Resume now] [Undo]",
    );
    expect(shown(card({ ...action, pause: { from: now, until: null }, next: [] }, { change: "paused" }))).toContain(
      "⏸ **Standup** paused\n",
    );
  });
  it("that was moved shows both times", () => {
    const moved = { schedule: once("2026-11-25T10:30"), next: [at("2026-11-25T10:30")] };
    const before = { title: "Call the dentist", schedule: once("2026-11-25T09:00") };
    expect(shown(card(moved, { change: "moved", before }))).toBe(
      "✏️ **Call the dentist** · 09:00 → **10:30**, Wed 25 Nov\n[Undo]",
    );
  });
  it("that was moved to another day shows both days", () => {
    const moved = { schedule: once("2026-11-26T10:30"), next: [at("2026-11-26T10:30")] };
    const before = { title: "Call the dentist", schedule: once("2026-11-25T09:00") };
    expect(shown(card(moved, { change: "moved", before }))).toContain(
      "Wed 25 Nov 09:00 → **Thu 26 Nov 10:30 (in 1 day 20 h)**",
    );
  });
  it("that was deleted says so and can be taken back", () => {
    expect(shown(card({ title: "Pay rent" }, { change: "deleted" }))).toBe("🗑 **Pay rent** deleted\n[Undo]");
    expect(shown(card(recurring, { change: "restored" }))).toContain("↩️ Back: 🔁 **Standup** · Mon–Fri 09:25");
  });
  it("opened from the list shows its last outcomes, its rules, and the way back", () => {
    const run = { lead: 0, startedAt: now, lateMs: 0, reason: null, count: 1, attempts: 1, rings: 1 };
    const outcomes = [
      { ...run, run: 3, slot: at("2026-11-24T09:25"), endedAt: at("2026-11-24T09:26"), outcome: "succeeded" },
      { ...run, run: 2, slot: at("2026-11-23T09:25"), endedAt: null, outcome: "skipped", lateMs: 120_000 },
    ] as const;
    expect(shown(card(recurring, { change: "shown", undo: null, outcomes: [...outcomes], page: 1 }))).toBe(
      [
        "🔁 **Standup** · Mon–Fri 09:25 · next Wed 25, Thu 26, Fri 27 Nov",
        "Then Mon 30 Nov 09:25",
        "If I was away: the newest, with how many were missed.",
        "While one still waits: the next replaces it.",
        "Last:",
        "09:25 · ✅ done 09:26",
        "Mon 23 Nov 09:25 · ⏭ skipped · late by 2 min",
        "#17",
        "[Pause] [Skip next]",
        "[Edit] [Delete]",
        "[◀ List]",
      ].join("\n"),
    );
  });
  it("takes a title literally, whatever it looks like", () => {
    const title = "<b>x</b> *y* [z](tg://user?id=1) \u202eevil\u0000";
    const message = seen(card({ title }));
    expect(message.body.text).toContain("<b>x</b> *y* [z](tg://user?id=1) evil ·");
    expect(message.body.spans.map(({ type }) => type)).toEqual(["bold"]);
  });
  it("keeps a title written from right to left from turning the rest of its line", () => {
    expect(seen(card({ title: "לקנות חלב" })).body.text).toMatch(/^⏰ \u2068לקנות חלב\u2069 · Wed/);
  });
  it("says the same in callback data of at most 64 bytes", () => {
    const views = [card(), card(recurring), card(recurring, { change: "shown", editing: true, page: 123 })];
    const data = views.flatMap((view) =>
      seen(view)
        .buttons.flat()
        .map((one) => one.data),
    );
    for (const one of data) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(64);
    expect(data).toContain("pause:17:1");
  });
});
