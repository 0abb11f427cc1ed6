/** What is said of escalations, in English. */
import type { Severity } from "../core/escalation.ts";
import { bold, italic, type Piece, styled } from "./styled.ts";

/** How what is red is spoken of: a check is down, what somebody has raised is open. */
interface Red {
  now: string;
  still: string;
  isStill: string;
  again: string;
  yet: string;
}

export const enEscalations = {
  down: {
    now: " down",
    still: " still down",
    isStill: " is still down",
    again: " down again",
    yet: "it is still down",
  } as Red,
  open: {
    now: " · open",
    still: " · still open",
    isStill: " · still open",
    again: " · open again",
    yet: "it is still open",
  } as Red,
  stopped: {
    now: " stopped",
    still: " still stopped",
    isStill: " is still stopped",
    again: " stopped again",
    yet: "it is still stopped",
  } as Red,
  swinging: {
    now: " flapping",
    still: " still flapping",
    isStill: " is still flapping",
    again: " flapping again",
    yet: "it is still flapping",
  } as Red,
  name: (id: number) => `#E${id}`,
  severity: { low: "low", medium: "medium", high: "high", critical: "critical" } satisfies Record<Severity, string>,
  raised: (title: Piece, since: string, red: Red) => styled`🔴 ${bold(title)}${red.now} since ${since}`,
  again: (title: Piece, since: string, red: Red) => styled`🔴 ${bold(title)}${red.again}, ${since}`,
  reminder: (title: Piece, lasted: string, red: Red) => styled`🔴 ${bold(title)}${red.still}, ${lasted}`,
  stale: (name: string, severity: string, title: Piece, lasted: string, red: Red) =>
    styled`🔺 ${name} → ${bold(severity)} · ${bold(title)}${red.still} ${lasted}`,
  worse: (name: string, severity: string, title: Piece) => styled`🔺 ${name} → ${bold(severity)} · ${title}`,
  flapping: (title: Piece, changes: number) =>
    styled`🟠 ${bold(title)} is flapping (${changes} changes). One summary each 30 min until it is steady.`,
  steady: (title: Piece) => styled`🔴 ${bold(title)} has stopped flapping and is down`,
  askAgain: (title: Piece, lasted: string, red: Red) =>
    styled`✋ ${bold(title)}${red.isStill}, ${lasted}. Still on it?`,
  ackOver: (title: Piece, lasted: string, red: Red) =>
    styled`🔴 ${bold(title)}${red.still}, ${lasted}; nobody has said anything for a day`,
  silenceOver: (title: Piece, lasted: string, red: Red) =>
    styled`🔔 ${bold(title)}${red.still}, ${lasted}; the silence is over`,
  recovered: (title: Piece, at: string, lasted: string) => styled`🟢 ${bold(title)} back ${at} after ${lasted}`,
  resolvedBy: (title: Piece, by: Piece, at: string) => styled`🟢 ${bold(title)} · ${by} resolved it ${at}`,
  gaveUp: (title: Piece, lasted: string, red: Red) =>
    styled`🆘 Nobody has answered for ${bold(title)} in ${lasted}. I stop asking; ${red.yet}.`,
  failed: (n: number, of: number | null) => (of === null ? `${n} failed` : `${n}/${of} failed`),
  lastGood: (at: string) => `last good ${at}`,
  good: (n: number, of: number) => `${n}/${of} good`,
  also: (names: string) => `now also ${names}`,
  calm: (title: Piece, lasted: string) => styled`🟢 ${bold(title)} is steady again after ${lasted}`,
  source: (who: string) => `from ${who}`,
  failures: (n: number) => `${n} failures`,
  notice: (n: number) => `notice ${n}`,
  taken: (by: Piece, at: string, until: string) =>
    styled`✋ ${by} took it ${at} · I ask again ${until} if it is still red`,
  somebody: "Somebody",
  silenced: (until: string) => `🔇 silent until ${until}`,
  silencedUntilFixed: "🔇 silent until it is fixed",
  resolved: (at: string, by: Piece | null) =>
    by === null ? styled`🟢 over since ${at}` : styled`🟢 ${by} resolved it ${at}`,
  goesOn: (at: string) => `➡️ goes on in a message of its own since ${at}`,
  flaps: (changes: number) => `flapping (${changes} changes)`,
  digest: "Several at once:",
  more: (n: number) => `and ${n} more`,
  list: (n: number) => bold(n === 0 ? "🟢 Nothing is open." : `🔴 ${n} open`),
  maintenance: {
    window: (title: Piece, hours: string) =>
      styled`🛠 ${bold(title)} · ${hours} · checks run, no alerts, excluded from uptime`,
    over: (title: Piece, at: string) => styled`🛠 ${bold(title)} · maintenance ended ${at}; alerts come again`,
    calledOff: (title: Piece) => styled`🛠 ${bold(title)} · maintenance called off; alerts come as always`,
    none: styled`🛠 No maintenance. Say, for example: ${italic("maintenance for shop tonight 23 to 1")}`,
    everything: "everything here",
    end: "End now",
  },
  trial: {
    message: (severity: string, by: Piece) =>
      styled`🧪 ${bold("Test")} of alerts that are ${severity}\n${by} asked for it. Nothing is wrong.`,
    head: (severity: string | null) => bold(`🧪 Test of the routes${severity === null ? "" : `, ${severity}`}`),
    mark: { underway: "⏳", delivered: "✅", unknown: "❔", refused: "🔴", closed: "🔴" },
    underway: () => "on its way",
    delivered: () => "delivered",
    unknown: (why: string) => `nobody knows whether it arrived: ${why}`,
    refused: (why: string) => `not delivered: ${why}`,
    closed: () => "shut: nothing can be sent there",
    broken: (problem: string) => `⚠️ These are the routes of before, since belfry.toml is wrong: ${problem}`,
  },
  buttons: {
    ack: "✋ Ack",
    stillOn: "✋ Still on it",
    hour: "🔇 1 h",
    untilFixed: "🔇 until fixed",
    now: "↻ Now",
    log: "📄 Log",
    resolve: "Resolve",
  },
};
