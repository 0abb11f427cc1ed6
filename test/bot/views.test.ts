import { describe, expect, it } from "vitest";
import type { View } from "../../src/core/view.ts";
import { at, berlin, card, now, once, seen, shown } from "./rendering.ts";

const ring: Extract<View, { view: "ring" }> = {
  view: "ring",
  run: 8,
  action: 17,
  title: "Tea",
  text: null,
  slot: now,
  lead: 0,
  ring: 1,
  rings: 1,
  lateMs: 0,
  missed: 0,
  expiresAt: now,
};

describe("what rings", () => {
  it("offers to be done or to come again", () => {
    expect(shown(ring)).toBe("⏰ **Tea**\n[✅ Done] [10 min] [1 h]\n[Tonight 18:00] [Tomorrow 09:00] […]");
  });
  it("says when it is late, and how many before it were missed", () => {
    expect(shown({ ...ring, lateMs: 5_400_000, missed: 3 })).toMatch(
      /^⏰ \*\*Tea\*\* · late by 1 h 30 min · \+3 missed\n/,
    );
    expect(shown({ ...ring, lateMs: 59_000 })).toMatch(/^⏰ \*\*Tea\*\*\n/);
  });
  it("says when the thing itself is, where it rings before it", () => {
    expect(shown({ ...ring, lead: 3_600_000, slot: at("2026-11-24T15:05") })).toMatch(
      /^⏰ \*\*Tea\*\* · at 15:05 \(in 1 h\)\n/,
    );
  });
  it("brings the whole text below the title", () => {
    expect(shown({ ...ring, text: "Tea\nGreen, 80 degrees" })).toMatch(/^⏰ \*\*Tea\*\*\nTea\nGreen, 80 degrees\n/);
  });
  it("shows what it was answered with", () => {
    const rung = {
      view: "rung",
      run: 8,
      title: "Tea",
      at: at("2026-11-24T16:21"),
      until: null,
      by: "Ana",
      undo: null,
    } as const;
    expect(shown({ ...rung, state: "done" })).toBe("✅ Tea · done 16:21");
    expect(shown({ ...rung, state: "done" }, -5)).toBe("✅ Tea · done 16:21 by Ana");
    expect(shown({ ...rung, state: "snoozed", until: at("2026-11-24T14:20"), undo: 4 })).toBe(
      "😴 Tea · again at 14:20\n[Undo]",
    );
    expect(shown({ ...rung, state: "expired" })).toBe("⌛ Tea · not done");
  });
  it("together with others has buttons for each that still asks", () => {
    const items = [
      { run: 1, action: 1, title: "Water", slot: at("2026-11-24T06:00"), state: null },
      { run: 2, action: 2, title: "Bins", slot: at("2026-11-24T06:30"), state: "done" },
    ] as const;
    expect(shown({ view: "ringDigest", why: "quiet", items: [...items] })).toBe(
      "🌙 What waited for the end of the quiet hours:\n⏰ 06:00 Water\n✅ 06:30 Bins\n[✅ Water] [1 h] [Tomorrow 09:00]",
    );
  });
});

describe("a list", () => {
  const row = { status: "active", next: at("2026-11-24T14:09"), recurring: false } as const;
  const list: Extract<View, { view: "list" }> = {
    view: "list",
    rows: [
      { ...row, id: 2, title: "Tea", group: "today" },
      { ...row, id: 17, title: "Call the dentist", group: "tomorrow", next: at("2026-11-25T09:00") },
      { ...row, id: 3, title: "Standup", group: "later", next: at("2026-11-26T09:25"), recurring: true },
    ],
    active: 3,
    paused: 0,
    page: 1,
    pages: 2,
    mode: "open",
  };
  it("is grouped by day, with a button per row", () => {
    expect(shown(list)).toBe(
      [
        "**3 active · 0 paused**\n",
        "**Today**\n⏰ 14:09 Tea\n",
        "**Tomorrow**\n⏰ 09:00 Call the dentist\n",
        "**Later**\n🔁 Thu 26 Nov 09:25 Standup\nPage 1 of 2",
        "[⏰ Tea]\n[⏰ Call the dentist]\n[🔁 Standup]\n[⏸ mode] [▶]",
      ].join("\n"),
    );
  });
  it("in pause mode pauses what is pressed", () => {
    const data = seen({ ...list, mode: "pause" })
      .buttons.flat()
      .map((one) => `${one.text} ${one.data}`);
    expect(data).toContain("⏸ Tea toggle:2:pause:1");
  });
  it("of nothing says how to begin", () => {
    expect(shown({ ...list, rows: [], active: 0, pages: 1 })).toBe(
      "**0 active · 0 paused**\nNothing yet. Try: _tea in 4 min_",
    );
  });
});

describe("a question", () => {
  const question = { view: "question", question: 4, title: "Meet Ana", phrase: "friday at 8", free: true } as const;
  const choice = { name: null, action: null };
  it("about the clock names the day and both times", () => {
    const choices = ["2026-11-27T08:00", "2026-11-27T20:00"].map((one) => ({ ...choice, schedule: once(one) }));
    expect(shown({ ...question, code: "clock", choices })).toBe(
      "**Meet Ana**, Fri 27 Nov: 08:00 or 20:00?\n[08:00] [20:00]",
    );
  });
  it("about the day names the days, and has another way on", () => {
    const choices = ["2026-12-11T09:00", "2027-11-12T09:00"].map((one) => ({ ...choice, schedule: once(one) }));
    expect(
      shown({ ...question, code: "date", choices: [...choices, { ...choice, name: "other", schedule: null }] }),
    ).toBe(
      "**Meet Ana**: Fri 11 Dec 09:00 or Fri 12 Nov 2027 09:00?\n[Fri 11 Dec 09:00]\n[Fri 12 Nov 2027 09:00]\n[Other]",
    );
  });
  it("has as many buttons in a row as can be read on a telephone", () => {
    const named = (name: string) => ({ ...choice, name, schedule: null });
    const choices = ["in1h", "tomorrow9", "noTime"].map(named);
    expect(shown({ ...question, code: "noTime", choices })).toContain(
      "\n[In 1 h] [Tomorrow 09:00]\n[Save without time]",
    );
  });
  it("about a time that has passed offers others", () => {
    const choices = [
      { ...choice, name: "tomorrow9", schedule: once("2026-11-25T09:00") },
      { ...choice, name: "in1h", schedule: once("2026-11-24T15:05") },
    ];
    expect(shown({ ...question, code: "past", phrase: "09:00 today", choices })).toBe(
      "09:00 today has passed.\n[Tomorrow 09:00] [In 1 h]",
    );
  });
  it("about a missing time repeats the words", () => {
    expect(shown({ ...question, code: "noTime", title: "Asdf", phrase: "asdf", choices: [] })).toBe(
      "I could not find a time in _asdf_. Say when, or:",
    );
  });
  it("about which one names each with its number", () => {
    const choices = [
      { name: null, schedule: null, action: { id: 17, title: "Call the dentist", next: at("2026-11-25T09:00") } },
    ];
    expect(shown({ ...question, code: "which", phrase: "call", choices })).toBe(
      "Which one is _call_?\n[Call the dentist · Wed 25 Nov 09:00 #17]",
    );
  });
});

describe("a setting", () => {
  it("begins with the zone one is probably in", () => {
    expect(shown({ view: "welcome", zone: berlin, name: "Ana" })).toBe(
      "I remind, check, report and run things. For you it is 14:05, Europe/Berlin, right?\n[Yes] [Other city] [📍 Send location]",
    );
    expect(shown({ view: "ready", zone: berlin })).toBe(
      "Europe/Berlin. Try: _tea in 4 min_ · _standup weekdays 9:25_ · _check example.com every 5 min_",
    );
  });
  it("of quiet hours says what waits and what does not", () => {
    expect(shown({ view: "quiet", quiet: { start: "22:00", end: "07:00" }, undo: 3 })).toBe(
      "🌙 22:00–07:00. Normal items wait until 07:00 in one digest; critical ones still come.\nTo make one critical, say “critical”, or press [Edit] on its card.\n[Change] [Undo]",
    );
  });
  it("of a zone leaves what exists where it is, and offers to move it", () => {
    expect(shown({ view: "zone", zone: "Asia/Tokyo", others: { count: 2, zone: berlin }, moved: 0, undo: null })).toBe(
      "Asia/Tokyo. Existing items stay on Berlin time.\n[Move all] [Keep]",
    );
  });
});

describe("an agenda", () => {
  const rows = [{ action: 17, title: "Call the dentist", at: at("2026-11-25T09:00"), lead: 0 }];
  it("of tomorrow names the day once", () => {
    expect(shown({ view: "agenda", from: at("2026-11-25T00:00"), to: at("2026-11-26T00:00"), rows })).toBe(
      "**📅 Tomorrow, Wed 25 Nov**\n09:00 Call the dentist",
    );
  });
  it("of several days has a heading for each", () => {
    const more = [...rows, { action: 18, title: "Tea", at: at("2026-11-26T16:00"), lead: 0 }];
    const [from, to] = [at("2026-11-25T00:00"), at("2026-11-27T00:00")];
    const days = "**Tomorrow**\n09:00 Call the dentist\n\n**Thu 26 Nov**\n16:00 Tea";
    expect(shown({ view: "agenda", from, to, rows: more })).toBe(`**📅 Wed 25 Nov to Thu 26 Nov**\n\n${days}`);
    expect(shown({ view: "agenda", from, to, rows: more, next: true })).toBe(`**📅 Next**\n\n${days}`);
  });
  it("of nothing says so", () => {
    expect(shown({ view: "agenda", from: at("2026-11-24T00:00"), to: at("2026-11-25T00:00"), rows: [] })).toContain(
      "Nothing is planned.",
    );
  });
});

it("what goes wrong is said in one sentence that says what to do", () => {
  expect(shown({ view: "notice", code: "unknownCommand", args: { command: "/foo" } })).toBe(
    "I do not know _/foo_. /help shows what I can do.",
  );
  expect(shown({ view: "notice", code: "internal", args: { id: "#12" } })).toContain("(#12)");
});

it("the history of an action has a line per run", () => {
  const line = {
    run: 1,
    slot: at("2026-11-23T09:00"),
    lead: 0,
    startedAt: null,
    endedAt: null,
    lateMs: 0,
    count: 12,
    attempts: 0,
    rings: 0,
  };
  const lines = [{ ...line, outcome: "missed", reason: "away" }] as const;
  expect(shown({ view: "history", card: card().card, lines: [...lines], runs: 12, failureRate: 0 })).toBe(
    "**Call the dentist** · 12 finished runs · 0% failed\nMon 23 Nov 09:00 · ⌛ missed: I was away · × 12",
  );
});
