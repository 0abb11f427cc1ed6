/** What cards say, in English. */
import type { Misfire, Overlap } from "../core/action.ts";
import type { Notify } from "../core/notify.ts";
import { bold, type Piece, styled } from "./styled.ts";

export const enCards = {
  once: (title: Piece, rest: Piece) => styled`⏰ ${bold(title)} · ${rest}`,
  recurring: (title: Piece, rest: Piece) => styled`🔁 ${bold(title)} · ${rest}`,
  gates: {
    cooldown: (every: string) => `at most once every ${every}`,
    condition: {
      good: (name: Piece) => styled`only while ${name} is green`,
      bad: (name: Piece) => styled`only while ${name} is red`,
    },
    command: {
      good: (name: Piece) => styled`only if ${name} succeeds`,
      bad: (name: Piece) => styled`only if ${name} fails`,
    },
    refused: {
      cooldown: (title: Piece, when: string) =>
        styled`🚦 ${bold(title)} did not run: at most so often. Free again ${when}.`,
      condition: (title: Piece) => styled`🚦 ${bold(title)} did not run: its condition does not hold.`,
    },
  },
  onEvent: (title: Piece, rest: Piece) => styled`⚡ ${bold(title)} · ${rest}`,
  preview: (title: Piece, rest: Piece) => styled`👁 ${bold(title)} · ${rest}`,
  nothingSaved: "Nothing is saved.",
  someday: (title: Piece) => styled`📌 ${bold(title)} · no time yet, kept under Someday`,
  finished: (title: Piece) => styled`✔️ ${bold(title)} · over`,
  paused: (title: Piece) => styled`⏸ ${bold(title)} paused`,
  pausedCrashing: (title: Piece, crashes: number) =>
    styled`⏸ ${bold(title)} paused: ${crashes} times in a row I was ended while it ran`,
  pausedFailing: (title: Piece, failures: number) =>
    styled`⏸ ${bold(title)} paused: it failed${failures === 1 ? "" : ` ${failures} times in a row`}`,
  pauseAfter: (failures: number) => `⏸ after ${failures} ${failures === 1 ? "failure" : "failures in a row"}`,
  pauseNever: "It does not pause itself, however often it fails.",
  /** What is told of a check, and of a report. */
  tells: {
    check: {
      always: "🔔 tells each result",
      failure: "🔔 tells only that it is down, and that it is back",
      change: "🔔 tells changes, and when it is down or back",
      never: "🔕 tells nothing; /history has its runs",
    },
    report: {
      always: "🔔 sent each time",
      failure: "🔔 sent only if something in it cannot be read; told if it cannot be made",
      change: "🔔 sent only if it says something new, or something in it cannot be read",
      never: "🔕 not sent; /history has its runs",
    },
  } satisfies Record<string, Record<Notify, string>>,
  undigested: "🗞 left out of digests",
  pausedUntil: (title: Piece, day: string, next: string | null) =>
    styled`⏸ ${bold(title)} until ${day}${next === null ? "" : `; next ${next}`}`,
  thatDay: (time: string) => `${time} that day`,
  moved: (title: Piece, from: string, to: string, day: string | null) =>
    styled`✏️ ${bold(title)} · ${from} → ${bold(to)}${day === null ? "" : `, ${day}`}`,
  edited: (title: Piece, rest: Piece) => styled`✏️ ${bold(title)} · ${rest}`,
  deleted: (title: Piece) => styled`🗑 ${bold(title)} deleted`,
  restored: (rest: Piece) => styled`↩️ Back: ${rest}`,
  approved: (by: string, at: string) => `✅ ${by} approved it ${at}`,
  denied: (by: string, at: string) => `✋ ${by} denied it ${at}`,
  ranMeanwhile: "It has run meanwhile; that stays in its history.",
  resumed: (rest: Piece) => styled`▶️ On again: ${rest}`,
  skipped: (title: Piece, next: string | null) =>
    styled`⏭ ${bold(title)} · next one skipped${next === null ? "" : `; then ${next}`}`,
  doneEarly: (title: Piece, next: string | null) =>
    styled`✅ ${bold(title)} · done early${next === null ? "" : `; next ${next}`}`,
  started: (title: Piece) => styled`▶️ ${bold(title)} started now`,
  next: (times: string) => `next ${times}`,
  nextLine: (times: string) => `Next ${times}`,
  further: (times: string) => `Then ${times}`,
  owner: (name: string) => `made by ${name}`,
  nag: (every: string, max: number) => `asks every ${every}, at most ${max} times`,
  critical: "❗ critical",
  silent: "🔕 silent",
  and: (items: string[]) => new Intl.ListFormat("en-GB").format(items),
  lead: (time: string, duration: string) => `${time} (${duration} before)`,
  leads: (once: string, leads: string) => `${once}, and ${leads}`,
  alsoBefore: (durations: string) => `also ${durations} before`,
  number: (id: number) => `#${id}`,
  last: "Last:",
  neverRan: "It has not run yet.",
  clockChange: (when: string) => `🕑 The clocks change: that day it is at ${when}.`,
  monthEnd: (dates: string) => `📆 Some months lack that date. It comes ${dates}.`,
  quiet: (when: string) => `🌙 That is in your quiet hours: it will come at ${when}.`,
  parent: (title: string, down: boolean) =>
    down ? `⛓ Unreachable: ${title} is down, so nothing is raised.` : `⛓ Depends on ${title}.`,
  freed: (titles: string) => `⛓ It no longer keeps quiet: ${titles}.`,
  cronDays: "Cron takes either: that day of the month, or that weekday.",
  followed: (titles: string) => `⚡ After it: ${titles}`,
  forsaken: (titles: string) => `⚡ ${titles}: waited for it, and will not come any more.`,
  callHere: (command: Piece) => styled`📮 Call it: ${command}`,
  destination: (place: Piece) => styled`📤 Goes to ${bold(place)}`,
  causeGone: (title: string) => `⚡ ${title} is deleted: this will not come any more.`,
  misfire: {
    once: "If I was away: the newest, with how many were missed.",
    skip: "If I was away: missed ones are left out.",
    all: "If I was away: every missed one is made up for.",
  } satisfies Record<Misfire, string>,
  overlap: {
    skip: "While one still waits: the next is left out.",
    queue: "While one still waits: the next comes after it.",
    allow: "While one still waits: the next replaces it.",
    cancel: "While one still waits: the next replaces it.",
  } satisfies Record<Overlap, string>,
};
