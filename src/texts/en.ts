/** Every sentence a person reads, in English. `Texts` is what another language must say too. */
import { enCards } from "./en-cards.ts";
import { enChecks } from "./en-checks.ts";
import { enEscalations } from "./en-escalations.ts";
import { enHelp } from "./en-help.ts";
import { enNotices } from "./en-notices.ts";
import { enQuestions } from "./en-questions.ts";
import { enReport } from "./en-report.ts";
import { count, enRuns } from "./en-runs.ts";
import { enUnderstood } from "./en-understood.ts";
import { bold, italic, styled } from "./styled.ts";

export const en = {
  locale: "en-GB",
  /** Of the language, in itself. */
  name: "English",
  repeat: "↻ may be a repeat",
  asFile: (length: number, start: string) => styled`📄 ${start}\nThe whole text (${length} characters) is in the file.`,
  units: {
    seconds: (n: number) => `${n} s`,
    minutes: (n: number) => `${n} min`,
    hours: (n: number) => `${n} h`,
    days: (n: number) => count(n, "day", "days"),
    months: (n: number) => count(n, "month", "months"),
  },
  inTime: (duration: string) => `in ${duration}`,
  ago: (duration: string) => `${duration} ago`,
  /** "08:00 or 20:00" */
  or: (items: string[]) => new Intl.ListFormat("en-GB", { type: "disjunction" }).format(items),
  buttons: {
    yes: "Yes",
    otherCity: "Other city",
    location: "📍 Send location",
    edit: "Edit",
    repeat: "Repeat",
    delete: "Delete",
    pause: "Pause",
    resume: "Resume",
    resumeNow: "Resume now",
    undo: "Undo",
    testOnce: "Test once",
    approve: "Approve always",
    deny: "Deny",
    skipNext: "Skip next",
    toList: "◀ List",
    back: "◀ Back",
    newTime: "New time",
    rename: "Rename",
    rewrite: "Rewrite",
    runAnyway: "Run anyway",
    runNow: "Run now",
    runSkipped: "Run skipped",
    policy: "Policy",
    critical: "❗ Critical",
    notCritical: "Not critical",
    silent: "🔕 Silent",
    withSound: "🔔 With sound",
    leadBefore: (duration: string) => `Also ${duration} before`,
    done: "✅ Done",
    more: "…",
    tonight: "Tonight 18:00",
    tomorrow: "Tomorrow 09:00",
    monday: "Monday 09:00",
    skip: "Skip",
    other: "Other",
    pick: "Pick…",
    saveWithoutTime: "Save without time",
    change: "Change",
    turnOff: "Turn off quiet hours",
    moveAll: "Move all",
    keep: "Keep",
    cancel: "Cancel",
    previous: "◀",
    next: "▶",
    pauseMode: "⏸ mode",
    openMode: "Open mode",
    zone: "Time zone",
    quiet: "Quiet hours",
    language: "Language",
    all: "All",
    graph: "Graph",
    refresh: "↻ Now",
  },
  welcome: (time: string, zone: string) =>
    `I remind, check, report and run things. For you it is ${time}, ${zone}, right?`,
  ready: (zone: string) =>
    styled`${zone}. Try: ${italic("tea in 4 min")} · ${italic("standup weekdays 9:25")} · ${italic("check example.com every 5 min")}`,
  card: enCards,
  check: enChecks,
  question: enQuestions,
  understood: enUnderstood,
  list: {
    head: (active: number, paused: number) => bold(`${active} active · ${paused} paused`),
    empty: styled`Nothing yet. Try: ${italic("tea in 4 min")}`,
    emptyLabel: (label: string) => `Nothing is labelled #${label}. Say: label shop #${label}`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    pauseMode: "Press one to pause or resume it.",
    groups: {
      ringing: "Ringing",
      today: "Today",
      tomorrow: "Tomorrow",
      later: "Later",
      event: "When something happens",
      someday: "Someday",
      paused: "Paused",
    },
  },
  agenda: {
    today: (day: string) => bold(`📅 Today, ${day}`),
    tomorrow: (day: string) => bold(`📅 Tomorrow, ${day}`),
    day: (day: string) => bold(`📅 ${day}`),
    span: (from: string, to: string) => bold(`📅 ${from} to ${to}`),
    next: bold("📅 Next"),
    empty: "Nothing is planned.",
    lead: (duration: string) => `(${duration} before)`,
  },
  next: {
    none: "It has no next time.",
    paused: "It is paused. /resume lets it run again.",
    skippedHour: "the clocks go forward: moved to the first moment after",
    repeatedHour: "the clocks go back: only the first of the two",
  },
  /** Sentences that commands stand for, and what in the words of a command shows that they are one. */
  said: {
    hasTime: /\s(until|till|for|to|in|at|on|after)\s/i,
    hasNewTime: /\sto\s/i,
    today: "today",
    agenda: (day: string) => `what's ${day}?`,
    pause: (rest: string) => `pause ${rest}`,
    move: (rest: string) => `move ${rest}`,
  },
  /** What something without words is called. */
  things: {
    photo: "📷 Photo",
    video: "🎬 Video",
    animation: "🎬 Animation",
    audio: "🎵 Audio",
    voice: "🎤 Voice message",
    video_note: "🎬 Video message",
    document: "📎 File",
    sticker: "Sticker",
    contact: "👤 Contact",
    poll: "📊 Poll",
    venue: "📍 Place",
    story: "Story",
  },
  escalation: enEscalations,
  report: enReport,
  ...enRuns,
  ...enHelp,
  ...enNotices,
};

export type Texts = typeof en;
