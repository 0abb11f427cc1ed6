import { describe, expect, it } from "vitest";
import type { EscalationCard, EscalationView } from "../../src/core/escalation-view.ts";
import { at, seen, shown } from "./rendering.ts";

const opened = at("2026-11-24T03:10");

function card(given: Partial<EscalationCard> = {}): EscalationCard {
  return {
    ...{ id: 41, action: 7, title: "shop", reason: "HTTP 502", severity: "high", state: "open", flapping: false },
    ...{
      outage: null,
      back: null,
      toAndFro: false,
      stopped: false,
      count: 3,
      notices: 1,
      changes: 1,
      openedAt: opened,
      resolvedAt: null,
      by: null,
      takenAt: null,
      until: null,
    },
    ...given,
  };
}

type One = Extract<EscalationView, { view: "escalation" }>;

function one(kind: One["kind"], given: Partial<EscalationCard> = {}, when = opened): string {
  return shown({ view: "escalation", card: card(given), kind, at: when });
}

const answers = "[✋ Ack] [🔇 1 h] [🔇 until fixed]";
const rest = "[↻ Now] [📄 Log]";

describe("an escalation", () => {
  it("says what, since when, why, how bad, and offers what can be done", () => {
    expect(one("raised")).toBe(`🔴 **shop** down since 03:10 · 3 failures · HTTP 502 · #E41 high\n${answers}\n${rest}`);
  });

  it("of what is looked at says how often it failed, when it was good last, and how it came back", () => {
    const outage = { since: opened, lastGood: at("2026-11-24T03:08"), failed: 3, of: 3 };
    const raised = at("2026-11-24T03:14");
    expect(one("raised", { outage, count: 1, openedAt: raised }, raised)).toBe(
      `🔴 **shop** down since 03:10 · 3/3 failed · HTTP 502 · last good 03:08 · #E41 high\n${answers}\n${rest}`,
    );
    const back = { since: at("2026-11-24T03:41"), good: 2, of: 2 };
    const over = at("2026-11-24T03:43");
    expect(one("recovered", { outage, back, state: "resolved", resolvedAt: over }, over)).toBe(
      "🟢 **shop** back 03:41 after 31 min · 2/2 good · #E41 high",
    );
  });

  it("of a check says in words why, with the technical word behind; what a person says stands as it is", () => {
    const why = (reason: string, action: number | null = 7, language = "en") =>
      shown(
        { view: "escalation", card: card({ reason, action, count: 1 }), kind: "raised", at: opened },
        1001,
        language,
      )
        .split("\n")[0]
        ?.split(" · ")
        .slice(1);
    expect(why("refused ECONNREFUSED")).toEqual(["connection refused (ECONNREFUSED)", "#E41 high"]);
    expect(why("value value 91")).toEqual(["the value is out of bounds (value 91)", "#E41 high"]);
    expect(why("exit 1")).toEqual(["failed (exit 1)", "#E41 high"]);
    expect(why("late")).toEqual(["the call did not come", "#E41 high"]);
    expect(why("HTTP 502")).toEqual(["HTTP 502", "#E41 high"]);
    expect(why("refused ECONNREFUSED", 7, "de")).toEqual(["Verbindung abgelehnt (ECONNREFUSED)", "#E41 hoch"]);
    expect(why("late for work", null)).toContain("late for work");
  });

  it("says so in the status as well", () => {
    const none = { ringing: [], failing: [], next: null, held: null, waitingDeliveries: 0, runs24h: 0, failed24h: 0 };
    const open = [card({ reason: "value value 91" })];
    expect(shown({ view: "status", green: 0, paused: 0, open, ...none })).toContain(
      "🔴 shop: the value is out of bounds (value 91) · #E41 high",
    );
  });

  it("that a person raised is open, not down, also when it comes again and when nobody answers", () => {
    const door = { action: null, title: "The door is open", reason: "" };
    expect(one("again", door)).toContain("🔴 **The door is open** · open again, 03:10");
    expect(one("gaveUp", door)).toContain("I stop asking; it is still open.");
    expect(one("gaveUp")).toContain("I stop asking; it is still down.");
  });

  it("that nobody answers in time says who else is told now", () => {
    const card29 = card({
      severity: "critical",
      notices: 3,
      outage: { since: opened, lastGood: null, failed: 3, of: 3 },
    });
    const view: One = {
      view: "escalation",
      card: card29,
      kind: "stale",
      at: at("2026-11-24T03:29"),
      also: ["@boris"],
    };
    expect(shown(view)).toMatch(
      /^🔺 #E41 → \*\*critical\*\* · \*\*shop\*\* still down 19 min · notice 3 · now also @boris\n/,
    );
  });

  it("that somebody took says who and until when", () => {
    const taken = {
      state: "acked",
      by: "Ana",
      takenAt: at("2026-11-24T03:14"),
      until: at("2026-11-24T07:14"),
    } as const;
    expect(one("raised", taken)).toContain("\n✋ Ana took it 03:14 · I ask again 07:14 if it is still red\n[🔇 1 h]");
    expect(one("askAgain", taken, at("2026-11-24T07:14"))).toMatch(
      /^✋ \*\*shop\*\* is still down, 4 h 4 min\. Still on it\? .*\n\[✋ Still on it\]/,
    );
  });

  it("that is silent says how long", () => {
    expect(one("raised", { state: "silenced", until: at("2026-11-24T04:10") })).toContain(
      "🔇 silent until 04:10\n[✋ Ack] [🔇 until fixed]",
    );
    expect(one("raised", { state: "silenced" })).toContain("🔇 silent until it is fixed\n[✋ Ack] [🔇 1 h]");
  });

  it("that became worse names the severity first", () => {
    const worse = { severity: "critical", notices: 3 } as const;
    expect(one("stale", worse, at("2026-11-24T03:29"))).toMatch(
      /^🔺 #E41 → \*\*critical\*\* · \*\*shop\*\* still down 19 min · notice 3\n/,
    );
  });

  it("that is over says how long it was, and has no buttons", () => {
    const over = { state: "resolved", resolvedAt: at("2026-11-24T03:41") } as const;
    expect(one("recovered", over)).toBe("🟢 **shop** back 03:41 after 31 min · #E41 high");
    expect(one("raised", over)).toMatch(/#E41 high\n🟢 over since 03:41$/);
    expect(one("raised", { ...over, by: "Ana" })).toMatch(/🟢 Ana resolved it 03:41$/);
  });

  it("that flaps says so once", () => {
    const text = "🟠 **shop** is flapping (6 changes). One summary each 30 min until it is steady.";
    expect(one("flapping", { flapping: true, changes: 6, state: "resolved", resolvedAt: opened })).toBe(
      `${text} #E41 high\n${answers}\n${rest}`,
    );
    // Also after somebody has answered it.
    expect(one("shown", { flapping: true, changes: 6, state: "acked", by: "Ana", takenAt: opened })).toMatch(
      /^🟠 \*\*shop\*\* is flapping \(6 changes\)[^\n]* #E41 high\n✋ Ana took it/,
    );
  });

  it("that was raised late has failed more often than was needed", () => {
    const outage = { since: opened, lastGood: null, failed: 35, of: 3 };
    expect(one("raised", { outage, count: 1 })).toContain("since 03:10 · 35 failed · HTTP 502");
    expect(one("raised", { outage: { ...outage, failed: 3 }, count: 1 })).toContain("since 03:10 · 3/3 failed · ");
  });

  it("that flaps and becomes worse is still flapping, not down", () => {
    expect(one("stale", { toAndFro: true })).toContain("**shop** still flapping ");
  });

  it("that goes on elsewhere does not say that it is over", () => {
    const outage = { since: opened, lastGood: null, failed: 3, of: 3 };
    expect(one("raised", { state: "resolved", resolvedAt: at("2026-11-24T03:41"), outage, back: null })).toMatch(
      /\n➡️ goes on in a message of its own since 03:41$/,
    );
  });

  it("that a person raised can be resolved, having nothing to run", () => {
    expect(one("raised", { action: null })).toMatch(/\n\[Resolve\]$/);
  });

  it("takes titles and reasons literally, on their line", () => {
    expect(one("raised", { title: "**x**\n/deny", reason: "[a](b)\nc" })).toMatch(
      /^🔴 \*\*\*\*x\*\* \/deny\*\* down since 03:10 · 3 failures · \[a\]\(b\) c · /,
    );
  });

  it.each(["again", "reminder", "worse", "steady", "ackOver", "silenceOver", "gaveUp", "shown"] as const)(
    "has words and buttons that fit for: %s",
    (kind) => {
      const { body, buttons } = seen({ view: "escalation", card: card(), kind, at: at("2026-11-24T07:10") });
      expect(body.text).toContain("shop");
      for (const { data } of buttons.flat()) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    },
  );
});

describe("several escalations", () => {
  const line = { title: "shop", reason: "HTTP 502", severity: "high", answer: null } as const;

  it("of one moment are one message; what is still red can be taken", () => {
    const lines = [
      { ...line, id: 41, kind: "raised" },
      { ...line, id: 42, title: "door", kind: "flapping" },
      { ...line, id: 41, kind: "recovered" },
    ] as const;
    expect(shown({ view: "escalationDigest", lines: [...lines], more: 3 })).toBe(
      [
        "Several at once:",
        "🔴 shop: HTTP 502 · #E41 high",
        "🟠 door · #E42 high",
        "🟢 shop · #E41 high",
        "and 3 more",
        "[✋ door]",
      ].join("\n"),
    );
  });

  it("say who has taken one, and offer that no more", () => {
    const answer = { state: "acked", by: "Ana" } as const;
    const lines = [
      { ...line, id: 41, kind: "raised", answer } as const,
      { ...line, id: 42, title: "door", kind: "raised" } as const,
    ];
    expect(shown({ view: "escalationDigest", lines, more: 0 })).toBe(
      ["Several at once:", "✋ shop: HTTP 502 · #E41 high · Ana", "🔴 door: HTTP 502 · #E42 high", "[✋ door]"].join(
        "\n",
      ),
    );
  });

  it("are listed with who has them", () => {
    const taken = { id: 42, state: "acked", by: "Ana", takenAt: opened, until: at("2026-11-24T07:10") } as const;
    const text = shown({ view: "escalations", cards: [card(), card(taken)] });
    expect(text).toContain("**🔴 2 open**\n🔴 **shop** down since 03:10 · 3 failures · HTTP 502 · #E41 high\n");
    expect(text).toContain("#E42 high · ✋ Ana took it 03:10");
    expect(text).toMatch(/\[✋ shop\] \[🔇 1 h\]$/);
    expect(shown({ view: "escalations", cards: [] })).toBe("**🟢 Nothing is open.**");
  });
});
