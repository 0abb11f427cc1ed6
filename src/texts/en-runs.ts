/** What rings, and how runs end, in English. */
import { COUNT_LIMIT } from "../core/run.ts";
import { enChecks } from "./en-checks.ts";
import { reasonParts } from "./reason.ts";
import { bold, type Piece, styled } from "./styled.ts";

const plural = new Intl.PluralRules("en");

/** "1 run", "3 runs". */
export function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === "one" ? one : other}`;
}

const reasons: Record<string, string> = {
  ...enChecks.problem,
  paused: "it was paused",
  skipped: "as you wished",
  moved: "it was moved",
  deleted: "it was deleted",
  away: "I was away",
  slotCame: "what it was for had come already",
  cooldown: "it ran not long ago",
  condition: "its condition did not hold",
  loop: "it would have started itself again",
  overlap: "the one before was not over",
  cancelled: "it was stopped",
  replaced: "a newer one came",
  expired: "no answer",
  badSchedule: "its schedule cannot be read",
  interrupted: "I was ended in the middle of it",
};

export const enRuns = {
  ring: {
    line: (title: Piece) => styled`⏰ ${bold(title)}`,
    lead: (when: string, relative: string) => `at ${when} (${relative})`,
    late: (duration: string) => `late by ${duration}`,
    missed: (n: number) => `+${n} ${n < COUNT_LIMIT ? "" : "or more "}missed`,
    asked: (ring: number, rings: number) => `asked ${ring} of ${rings} times`,
    done: (title: Piece, time: string, by: string | null) =>
      styled`✅ ${title} · done ${time}${by === null ? "" : ` by ${by}`}`,
    snoozed: (title: Piece, when: string) => styled`😴 ${title} · again at ${when}`,
    skipped: (title: Piece, by: string | null) => styled`⏭ ${title} · skipped${by === null ? "" : ` by ${by}`}`,
    expired: (title: Piece) => styled`⌛ ${title} · not done`,
    replaced: (title: Piece) => styled`${title} · a newer one has come`,
    askedAgain: (title: Piece, time: string) => styled`⏰ ${title} · asked again at ${time}`,
    digest: {
      quiet: "🌙 What waited for the end of the quiet hours:",
      late: "I was away. These are late:",
      busy: "Several at once:",
    },
    failed: (title: Piece, attempts: number, reason: string) =>
      styled`🔴 ${bold(title)} failed after ${count(attempts, "try", "tries")}: ${reason}`,
  },
  /** After an absence. */
  away: {
    head: (duration: string) => `I was away ${duration}.`,
    late: "Ran late",
    skipped: "Skipped as stale",
    rung: "Sent late",
    more: (n: number) => `${n} more`,
    started: (n: number) => `▶️ ${n === 1 ? "Started now." : `${n} started now.`}`,
  },
  /** What somebody asks for who was not here. */
  missed: {
    head: (since: string) => `Since ${since}`,
    nothing: (since: string) =>
      styled`You have missed nothing since ${since}: all of it ran, arrived and was answered.`,
    rings: "waits for an answer",
    notDone: "not done",
    leftOut: "left out",
    failed: "failed",
    last: (at: string) => `last ${at}`,
    undelivered: "the message did not arrive",
    more: (n: number) => `and ${n} more`,
  },
  history: {
    empty: "It has not run yet.",
    emptyFeed: "Nothing has run.",
    feed: (at: string) => styled`${bold("The last 24 h")} · ${at}`,
    emptyLabel: "Nothing with this label has run yet.",
    uptime: (percent: string) => `up ${percent} in 30 days`,
    summary: (runs: number, failed: string | null) =>
      `${count(runs, "finished run", "finished runs")}${failed === null ? "" : ` · ${failed} failed`}`,
  },
  /** What keeps an action from running. */
  why: {
    neverRan: "It has not run yet.",
    now: "Now:",
    free: "Nothing keeps it from running.",
    next: (times: string) => `Next: ${times}`,
    paused: "it is paused; /resume lets it run again",
    pausedCrashing: (crashes: number) =>
      `it is paused because I was ended while it ran, ${crashes} times in a row; /resume lets it run again`,
    pausedFailing: (failures: number) =>
      `it is paused because it failed${failures === 1 ? "" : ` ${failures} times in a row`}; /resume lets it run again`,
    pausedUntil: (until: string) => `it is paused until ${until}`,
    skip: (at: string) => `the one on ${at} is left out, as you wished`,
    cooldown: (until: string) => `it ran not long ago; free again ${until}`,
    gate: { shut: "not so now", open: "holds now", asked: "asked when its time comes" },
    quiet: (until: string) => `the next one waits for the end of the quiet hours, ${until}`,
    blocked: "Telegram takes nothing for its chat: somebody has shut me out there",
    maintenance: (until: string) => `maintenance until ${until}: it runs, and nothing is raised`,
    event: "it waits for that to happen",
    someday: "it has no time; /run starts it",
    over: "nothing of it is to come",
    rings: "it has rung and waits for an answer",
    works: "it runs at this moment",
    causeGone: (title: string) => `${title} is deleted, so it waits in vain`,
  },
  outcome: {
    succeeded: "✅ done",
    failed: "🔴 failed",
    skipped: "⏭ skipped",
    missed: "⌛ missed",
    interrupted: "⚡ interrupted",
    waiting: "⏰ waiting for an answer",
    running: "▶️ running",
    open: "○ about to start",
    range: (n: number) => `× ${n}${n < COUNT_LIMIT ? "" : " or more"}`,
    late: (duration: string) => `late by ${duration}`,
    took: (duration: string) => `took ${duration}`,
    forced: "started by hand, past its gates",
    event: "by what it waited for",
    created: "the look at creation",
    manual: "started by hand",
  },
  /** Why a run ended so, from the code the ledger has; what is no code stands as it is. */
  reason: (reason: string) => {
    const { code, detail } = reasonParts(reason);
    if (code === "unknownKind") return `there is no kind ${detail}`;
    if (code === "badSpec") return `its settings do not fit: ${detail}`;
    if (code === "crashed" && detail !== "1") return `I was ended in the middle of it, ${detail} times in a row`;
    return reasons[code === "crashed" ? "interrupted" : reason] ?? reason;
  },
};
