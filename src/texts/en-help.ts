/** Settings, status, people and help, in English. */
import type { Role } from "../core/chat.ts";
import { bold, italic, type Piece, styled } from "./styled.ts";

const holds: Record<string, string> = {
  leap: "my clock has leapt by more than a day",
  server: "my clock is not the one Telegram has",
  away: "I was away for more than a day, or my clock is wrong",
};

export const enHelp = {
  quiet: {
    set: (start: string, end: string) =>
      `🌙 ${start}–${end}. Normal items wait until ${end} in one digest; critical ones still come.\nTo make one critical, say “critical”, or press [Edit] on its card.`,
    off: styled`🌙 No quiet hours. Say, for example: ${italic("quiet from 22 to 7")}`,
  },
  zone: {
    set: (zone: string) => `${zone}.`,
    others: (zone: string, other: string) => `${zone}. Existing items stay on ${other} time.`,
    moved: (zone: string, n: number) => `${zone}. ${n === 1 ? "1 item" : `${n} items`} moved to it.`,
    kept: (zone: string) => `${zone}. Existing items stay as they are.`,
    menu: (zone: string, time: string) => `It is ${time} in ${zone}. Where are you? Write a city, or:`,
    location: "Press the button below the message box to share where you are.",
  },
  settings: {
    head: (group: boolean) => bold(group ? "Settings of this group" : "Settings"),
    zone: (zone: string, time: string) => `Time zone: ${zone} (now ${time})`,
    language: (name: string) => `Language: ${name}`,
    quiet: (hours: string | null) => `Quiet hours: ${hours ?? "none"}`,
    dayParts: (list: string) => `Without a clock time: ${list}`,
    whichLanguage: "Which language?",
    parts: {
      morning: "morning",
      noon: "noon",
      afternoon: "afternoon",
      evening: "evening",
      night: "night",
    } as Record<string, string>,
  },
  status: {
    flapping: (n: number) => `🟠 ${n} flapping`,
    acked: (name: string, by: Piece) => styled`${name}, acked ${by}`,
    next: (when: string) => `⏰ next ${when}`,
    ringing: (title: Piece) => styled`⏰ ${title} waits for an answer`,
    failing: (title: Piece, reason: string | null) => styled`🔴 ${title}${reason === null ? "" : `: ${reason}`}`,
    late: (title: Piece, since: string, red: string) => styled`🟡 ${title}: late since ${since} · red ${red}`,
    unreachable: (title: Piece, parent: Piece) => styled`⛓ ${title}: unreachable, because ${parent} is down`,
    /** Why the clock is not believed, from the code. */
    held: (code: string) => `⚠️ Nothing fires now: ${holds[code] ?? code}. I wait until Telegram confirms the clock.`,
    waiting: (n: number) => `✉️ ${n === 1 ? "1 message waits" : `${n} messages wait`} to be sent`,
    day: (runs: number, failed: number) => `Last 24 h: ${runs === 1 ? "1 run" : `${runs} runs`}, ${failed} failed`,
  },
  people: {
    head: bold("People"),
    unnamed: "not met yet",
    line: (name: Piece, id: number, role: string) => styled`${name} · ${role} · ${id}`,
    roles: { owner: "owner", member: "member", stranger: "no access" } satisfies Record<Role, string>,
  },
  undone: (what: string, title: Piece | null) =>
    title === null ? styled`↩️ Taken back: ${what}` : styled`↩️ ${bold(title)} · taken back: ${what}`,
  /** The word of a revision, as the person knows it. */
  changes: {
    created: "created",
    approved: "the approval",
    edited: "edited",
    moved: "moved",
    rezoned: "the move to another time zone",
    renamed: "renamed",
    lead: "earlier ring",
    paused: "paused",
    resumed: "resumed",
    skipped: "skipped",
    deleted: "deleted",
    done: "done",
    snoozed: "snoozed",
    quiet: "quiet hours",
    zone: "time zone",
    maintenance: "maintenance",
    dependency: "dependency",
    language: "language",
    acked: "who has it",
    silenced: "the silence",
    resolved: "that it is over",
    raised: "raised",
  } as Record<string, string>,
  help: (role: Role) =>
    styled`${bold("Say what and when, I do the rest.")}
${italic("tea in 4 min")}
${italic("call the dentist tomorrow at 9")}
${italic("standup every weekday at 9:25")}
${italic("pills every day at 8 and 20, ask every 10 min until done")}
${italic("when deploy fails, remind me to look at the log")}

${bold("When it rings")}: press Done or a time, or reply with any time.
${bold("To change")}: ${italic("move dentist to 10:30")} · ${italic("pause standup until monday")} · ${italic("delete rent")} · or edit your own message.
${bold("To get through quiet hours")}: ${italic("pills tomorrow at 22:00, critical")}, or [Edit] on a card. ${bold("Without a sound")}: ${italic("water the plants at 6, silently")}
${bold("To watch")}: ${italic("check example.com every 5 min")} · ${italic("run tests `npm test` every night at 2")} · ${italic("expect a ping from nightly-backup by 3:30")}
${bold("To be told")}: ${italic("every monday at 8 send a report of failed runs")} · ${italic("after 1 week, report how shop performed")}
${bold("When something is wrong")}: ${italic("ack E41")} · ${italic("silence shop for 2 hours")} · ${italic("escalate high The door is open")} · ${italic("stale escalations")}
${bold("What is told")}: ${italic("tell me only when backup fails")} · ${italic("tell me about shop every time")} · ${italic("leave shop out of the digest")}
${bold("To keep it quiet")}: ${italic("maintenance for shop tonight 23 to 1")} · ${italic("shop depends on router")}
${bold("To look")}: /list /list #label /agenda /digest /feed /next /history /why /status
${bold("Rest")}: /tz your city · /quiet 22 to 7 · /settings · /undo${role === "owner" ? " · /members /allow /deny · /escalations test" : ""}`,
  commands: {
    add: "Add a reminder: /add tea in 4 min",
    list: "Everything that is planned",
    agenda: "What is on today, tomorrow, …",
    digest: "What ran today: /digest, /digest yesterday",
    feed: "What ran last, of all",
    next: "The next times of one",
    show: "One card",
    pause: "Pause one, until you say so",
    resume: "Let one run again",
    edit: "Change the time or the words",
    delete: "Delete one",
    label: "Label one: /label shop ops; then /list ops",
    unlabel: "Take a label away: /unlabel shop ops",
    run: "Start one now",
    skip: "Leave out the next time",
    done: "Answer what rings",
    snooze: "Ask again later",
    preview: "What a sentence would make, without making it",
    runs: "The last ten runs of one",
    why: "Why one did or did not run",
    history: "What became of its runs, or of all: /history #ops",
    undo: "Take back the last change",
    tz: "Your time zone: /tz Tokyo",
    quiet: "Quiet hours: /quiet 22 to 7",
    language: "Your language: /language de",
    settings: "Your settings",
    status: "How everything is",
    escalations: "What is open and waits for somebody; /escalations test tries the routes",
    ack: "Take an escalation: /ack E41",
    silence: "Quiet one: /silence E41 2h, or until it is fixed",
    maintenance: "No alerts for a while: /maintenance shop tonight 23 to 1",
    resolve: "Say that one is over: /resolve E41",
    escalate: "Raise one: /escalate high The door is open",
    help: "How to talk to me",
    cancel: "Forget the question",
    allow: "Let somebody use me: reply, or /allow 123",
    deny: "Take it back: reply, or /deny 123",
    members: "Who may use me",
  } as Record<string, string>,
};
