import { describe, expect, it } from "vitest";
import type { View } from "../../src/core/view.ts";
import { at, berlin, card, now, once, shown } from "./rendering.ts";

const german = (view: View) => shown(view, 1001, "de");

const standup = {
  title: "Standup",
  schedule: {
    type: "rule" as const,
    rules: ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=25"],
    start: "2026-11-24T09:25:00",
    tz: berlin,
  },
  next: ["2026-11-25T09:25", "2026-11-26T09:25", "2026-11-27T09:25"].map(at),
};

describe("a card in German", () => {
  it("says what, when and how long until then", () => {
    expect(german(card({ title: "Zahnarzt anrufen" }))).toBe(
      "⏰ **Zahnarzt anrufen** · Mi 25. Nov 09:00 (in 18 Std 55 Min)\n[Ändern] [Wiederholen] [Rückgängig]\n[Auch 1 Std vorher]",
    );
  });
  it("of a series says its rule and its next three days", () => {
    expect(german(card(standup))).toBe(
      "🔁 **Standup** · Mo–Fr 09:25 · nächste Mi 25., Do 26., Fr 27. Nov\n[Ändern] [Anhalten] [Rückgängig]",
    );
  });
  it("that asks again says how often", () => {
    const nag = { everyMs: 600_000, max: 6 };
    expect(german(card({ ...standup, nag }))).toContain("Mo–Fr 09:25 · fragt alle 10 Min, höchstens 6-mal · nächste");
  });
  it("that is paused says until when", () => {
    const pause = { from: now, until: at("2026-11-30T00:00") };
    const action = { ...standup, status: "paused", pause, next: [at("2026-11-30T09:25")] } as const;
    expect(german(card({ ...action, next: [...action.next] }, { change: "paused" }))).toBe(
      "⏸ **Standup** bis Mo 30. Nov; dann 09:25 an dem Tag\n[Jetzt fortsetzen] [Rückgängig]",
    );
  });
});

describe("a ring in German", () => {
  const ring = {
    ...{ view: "ring" as const, run: 3, action: 17, title: "Tee", text: null, slot: now, lead: 0 },
    ...{ ring: 1, rings: 1, lateMs: 0, missed: 0, expiresAt: now },
  } as const;
  const rung = { view: "rung", run: 3, title: "Tee", at: at("2026-11-24T16:21"), until: null, by: null } as const;
  it("can be answered", () => {
    expect(german(ring)).toBe("⏰ **Tee**\n[✅ Erledigt] [10 Min] [1 Std]\n[Heute 18:00] [Morgen 09:00] […]");
    expect(german({ ...ring, lateMs: 300_000, missed: 2, ring: 2, rings: 6 })).toContain(
      "⏰ **Tee** · 5 Min zu spät · +2 verpasst · 2 von 6 Mal gefragt\n",
    );
    expect(german({ ...ring, slot: at("2026-11-24T15:05"), lead: 3_600_000 })).toContain("Termin 15:05 (in 1 Std)");
  });
  it("says what became of it", () => {
    expect(german({ ...rung, state: "done", undo: null })).toBe("✅ Tee · erledigt um 16:21");
    expect(german({ ...rung, state: "snoozed", until: at("2026-11-25T09:00"), undo: 8 })).toBe(
      "😴 Tee · wieder Mi 25. Nov 09:00\n[Rückgängig]",
    );
  });
});

it("a list in German has its groups", () => {
  const row = { id: 1, title: "Tee", status: "active", group: "today", next: at("2026-11-24T14:09"), recurring: false };
  const rows = [row, { ...row, id: 2, title: "Standup", status: "paused", group: "paused", next: null }];
  const view = { view: "list", rows, active: 1, paused: 1, page: 1, pages: 1, mode: "open" } as View;
  expect(german(view)).toBe(
    "**1 aktiv · 1 pausiert**\n\n**Heute**\n⏰ 14:09 Tee\n\n**Pausiert**\n⏸ Standup\n[⏰ Tee]\n[⏸ Standup]\n[⏸ Anhalten]",
  );
});

it("a status in German says why nothing fires and why things fail", () => {
  const failing = [{ action: 9, title: "Bericht", reason: "unknownKind: report" }];
  const next = { action: 1, title: "Tee", at: at("2026-11-24T14:09") };
  const counts = { green: 2, paused: 1, open: [], waitingDeliveries: 2, runs24h: 3, failed24h: 1 };
  expect(german({ view: "status", ...counts, ringing: [], failing, next, held: "leap" })).toBe(
    [
      "🟢 2 · 🔴 1 · ⏸ 1 · ⏰ als Nächstes 14:09",
      "⚠️ Gerade läuft nichts: meine Uhr ist um mehr als einen Tag gesprungen. Ich warte, bis Telegram die Uhr bestätigt.",
      "🔴 Bericht: die Art report gibt es nicht",
      "✉️ 2 Nachrichten warten aufs Senden",
      "Letzte 24 Std: 3 Läufe, 1 fehlgeschlagen",
      "[Alle] [Grafik]",
    ].join("\n"),
  );
});

it("a history in German says how runs ended, and why", () => {
  const times = { startedAt: null, endedAt: null, lateMs: 0, count: 1, attempts: 1, rings: 0 };
  const line = { run: 1, slot: at("2026-11-23T09:00"), lead: 0, ...times };
  const lines = [
    { ...line, outcome: "skipped", reason: "paused" },
    { ...line, outcome: "failed", reason: "HTTP 502" },
    { ...line, outcome: "interrupted", reason: "interrupted" },
  ] as const;
  const view: View = { view: "history", card: card().card, lines: [...lines], runs: 3, failureRate: 1 / 3 };
  expect(german(view)).toBe(
    [
      "**Call the dentist** · 3 abgeschlossene Läufe · 33 % fehlgeschlagen",
      "Mo 23. Nov 09:00 · ⏭ ausgelassen: war angehalten",
      "Mo 23. Nov 09:00 · 🔴 fehlgeschlagen: HTTP 502",
      "Mo 23. Nov 09:00 · ⚡ unterbrochen: ich wurde mittendrin beendet",
    ].join("\n"),
  );
});

it("a question in German names day and times", () => {
  const choices = ["2026-11-27T08:00", "2026-11-27T20:00"].map((one) => ({
    ...{ name: null, action: null },
    schedule: once(one),
  }));
  const question = { view: "question", question: 4, title: "Ana treffen", phrase: "Freitag um 8", free: true } as const;
  expect(german({ ...question, code: "clock", choices })).toBe(
    "**Ana treffen**, Fr 27. Nov: 08:00 oder 20:00?\n[08:00] [20:00]",
  );
});

it("both readings of cron days are named in both languages", () => {
  const choices = ["cronEither", "cronBoth"].map((name) => ({ name, action: null, schedule: null }));
  const asked = { view: "question", question: 4, code: "cronDays", title: "Rent", choices, free: true } as const;
  const one: View = { ...asked, phrase: "0 9 15 * 1" };
  expect(shown(one)).toBe(
    "Cron reads this as _every 15th and every Monday_. Only a Monday that is the 15th?\n[Both]\n[Only Monday the 15th]",
  );
  expect(german(one)).toBe(
    "Cron liest das als _jeden 15. und jeden Montag_. Nur ein Montag, der auch der 15. ist?\n[Beides]\n[Nur Montag, der 15.]",
  );
  const several: View = { ...asked, phrase: "0 9 1,15 * 1" };
  expect(shown(several)).toBe(
    "Cron reads _0 9 1,15 * 1_ as either: on that day of the month, and on that weekday. Or only when both fit?\n[On either] [Only when both fit]",
  );
  expect(german(several)).toContain("[An beiden]\n[Nur, wenn beides stimmt]");
});
