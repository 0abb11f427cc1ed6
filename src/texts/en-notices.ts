/** One clear sentence for each thing that can go wrong, saying what to do; and the small good news. In English. */
import type { ErrorCode } from "../core/errors.ts";
import type { NoticeCode } from "../core/notice.ts";
import { named } from "./person.ts";
import { bold, italic, type Piece, styled } from "./styled.ts";

type Args = Record<string, string | number>;

/** What a person said, as it stands in a sentence; the other words where nothing was said. */
function said(args: Args, name: string, otherwise: string): Piece {
  const value = args[name];
  return value === undefined || value === "" ? otherwise : italic(named(String(value)));
}

/** What is wrong with a value, by the name of its field. */
const refusals: Record<string, string> = {
  person: "Whom? Reply to a message of theirs, or give their number: /allow 123, /deny 123.",
  "nag.everyMs": "I ask again at most once a minute. Say a longer time.",
  "nag.max": "I ask at most 100 times.",
  maintenance: "Maintenance lasts at most 90 days.",
  leads: "I ring early at most five times.",
  ms: "I ring early by a minute at least and a year at most.",
  quiet: "Quiet hours need a beginning and another end. Say, for example: /quiet 22 to 7",
  day: "I do not know that day. Say, for example: /agenda tomorrow",
  text: "That is too long for me.",
  title: "That is too long for me, or empty.",
  words: "That is too long for me, or empty.",
  label: "A label is one word, for example: /label shop ops",
  zone: "That is too long for a city.",
};

/** What somebody has named that is not there. */
const places: Record<string, string> = { group: "group", topic: "topic" };

/** Why something could not be told where it was to go. */
const diverted: Record<string, string> = {
  chatClosed: "I may not write there",
  topicGone: "the topic is gone or closed",
  notThere: "whoever made it may not have things told there any more",
};

export const enNotices = {
  notices: {
    notAllowed: (a): string =>
      a.reason === "group"
        ? "This group may not use me yet. An owner of this bot lets it in with /allow, said here."
        : a.reason === "question"
          ? "This was asked of somebody else."
          : "You may not do that here. Ask an owner of this bot.",
    isDeleted: (a) => styled`${said(a, "title", "That")} is deleted.`,
    notFound: (a) => styled`There is no ${said(a, "target", "such item")}. /list shows what there is.`,
    nothingMatches: (a) =>
      a.target === ""
        ? styled`There is nothing here for that. /list shows what there is.`
        : styled`Nothing here is called ${said(a, "target", "that")}. /list shows what there is.`,
    invalidInput: (a) =>
      a.problem === undefined
        ? (refusals[String(a.field)] ?? "I cannot use that. Say it another way.")
        : styled`I cannot use ${said(a, "field", "that")}: ${a.problem}.`,
    unknownCommand: (a) => styled`I do not know ${said(a, "command", "that command")}. /help shows what I can do.`,
    unknownZone: (a) =>
      styled`I do not know the time zone ${said(a, "zone", "you named")}. Name a city, for example: /tz Tokyo`,
    badSchedule: (a) =>
      styled`I cannot read the schedule${a.problem === undefined ? "" : `: ${a.problem}`}. Say when in other words.`,
    past: (a) => styled`${said(a, "phrase", "That time")} has passed. Say a time to come.`,
    neverFires: () => "That would never come. Say another time.",
    tooOften: () => "That is too often. Every 10 seconds is the most.",
    tooMany: (a) => `You have ${a.limit ?? "as many items as you may"} already. Delete some with /list first.`,
    loop: (a) =>
      styled`${said(a, "title", "That")} would start itself again and again. Let it wait for something else.`,
    hasTimes: (a) =>
      styled`${said(a, "title", "That")} has times of its own, so it cannot wait for something as well. Pause or delete it, or say what is to be done in its place.`,
    noResults: (a) =>
      styled`${said(a, "title", "That")} is a reminder, and telling you is all it does. Pause it, or have it come without a sound: ${italic("make it quiet")}`,
    several: (a) =>
      styled`${said(a, "target", "That")} could be several here. Say its number, for example #17; /list shows them.`,
    stale: () => "That card was out of date. This is how it stands now.",
    changedMeanwhile: () => "Somebody changed it at the same moment. Try again.",
    whichOne: () => styled`Which one? Name it (${italic("delete dentist")}), or reply to its message.`,
    nothingToUndo: () => "There is nothing to take back.",
    onlyShown: (a) =>
      styled`I have only shown you ${said(a, "title", "it")}; nothing was changed. To delete it, say: ${italic("delete it")}`,
    undoRefused: () => "It has changed since, so this cannot be taken back any more.",
    alreadyAnswered: (a) =>
      styled`${a.by === undefined ? "This" : `${named(String(a.by))} was faster: this`} is answered already.`,
    questionOver: () => "This question is over. Say it again.",
    nothingRings: () => "Nothing is ringing.",
    notAnAnswer: (a) =>
      styled`${said(a, "text", "That")} is no answer to my question${a.title === "" ? "" : styled` about ${said(a, "title", "")}`}. Press a button, say it in other words, or /cancel.`,
    howToAdd: () =>
      styled`Say what and when: ${italic("/add call mum tomorrow at 9")}, or ${italic('/add "Pay rent" --due "1w Sunday" --recurring')}`,
    oneAtATime: () => "These are several, and more than one is unclear. Send them one by one.",
    notUnderstood: (a) => styled`I did not understand ${said(a, "text", "that")}. /help shows what I can do.`,
    notReportable: (a) =>
      styled`I cannot put ${said(a, "what", "that")} into a report: only runs, failures, uptime, latency, named commands, addresses and files; it comes as a message, CSV, HTML or Markdown.`,
    noPlace: (a) =>
      styled`I know no ${places[String(a.sort)] ?? "group or topic"} ${said(a, "target", "like that")} in which you may have me tell something. Add me to the group, be in it yourself, and let an owner say /allow there. A topic I know once it is made, renamed or written to me in.`,
    notDueThen: (a) => styled`${said(a, "title", "That")} does not come then. /next tells when it does.`,
    onlyNext: (a) =>
      styled`Of ${said(a, "title", "that")} I can leave out only the next time: say ${italic("skip")} and its name, or pause it until then.`,
    staysHome: (a) => styled`${said(a, "title", "That")} is for the chat it was made in. Only reports go elsewhere.`,
    notTheirs: (a) =>
      styled`Whoever made ${said(a, "title", "that")} may not have things told there, so it stays as it is.`,
    badTemplate: (a) =>
      styled`The template ${said(a, "name", "?")} of belfry.toml cannot be used here: ${String(a.problem ?? "?")}`,
    tooOld: () => "That is too old to be taken back.",
    diskFull: () => "My disk is nearly full, so I take nothing new. Free some space, then say it again.",
    internal: (a) =>
      `Something went wrong on my side${a.id === undefined ? "" : ` (${a.id})`}. Try again; the log says more.`,
    hello: () =>
      styled`Hello! Say what and when, for example: ${italic("tea in 4 min")}. /help shows what else I can do.`,
    thanks: () => "You are welcome.",
    self: () => "I am Belfry: I remind, check, report and run things, on time. /help shows how to talk to me.",
    cancelled: () => "Cancelled.",
    nothingToCancel: () => "There was nothing to cancel.",
    claimed: () => "You own this bot now. Say, for example: tea in 4 min",
    allowed: (a) => styled`${said(a, "name", "They")} may use me now.`,
    denied: (a) => styled`${said(a, "name", "They")} may not use me any more.`,
    allMoved: (a) => `${a.count ?? "All"} items moved to ${a.zone ?? "the new time zone"}.`,
    cameLate: (a) =>
      styled`This came more than an hour ago, so I did not do it: ${said(a, "text", "a command")}. Send it again if you still want it.`,
    chatClosed: (a) =>
      styled`I can no longer write to ${said(a, "title", `chat ${a.chat}`)}. What is meant for it waits until it lets me in again.`,
    undelivered: (a) =>
      styled`Nobody knows whether a message to ${said(a, "title", `chat ${a.chat}`)} arrived, and I have stopped trying.`,
    rejected: (a) =>
      styled`A message to ${said(a, "title", `chat ${a.chat}`)} could not be sent and is lost: ${named(String(a.detail ?? ""))}`,
    backupFailed: (a) => `⚠️ The nightly backup failed: ${a.problem ?? "?"}. The log says more.`,
    clockHeld: () => "The clock of my machine cannot be right, so nothing fires. Set it, and I go on by myself.",
    zonesChanged: (a) =>
      `The rules of a time zone have changed: ${a.count ?? "some"} items now come at another instant, at the same clock time as before.`,
    noCheck: (a) => styled`${said(a, "title", "That")} is no check: there is nothing it would raise.`,
    dependsOnItself: (a) =>
      styled`${said(a, "parent", "That")} depends on ${said(a, "title", "it")} itself: neither would ever be told.`,
    noMaintenance: () => "There is no maintenance to end. /maintenance shows what there is.",
    howToMaintain: () =>
      styled`Say what and from when to when: ${italic("/maintenance shop tonight 23 to 1")}, or ${italic("/maintenance now for 2 hours")}`,
    howToEscalate: () =>
      styled`Say how bad it is and what is wrong: ${italic("/escalate high The door is open, source: porch")}`,
    noEscalation: (a): Piece =>
      a.target === undefined
        ? "🟢 Nothing is open here."
        : styled`🟢 Nothing is open for ${said(a, "target", "that")}.`,
    sentTo: (a) => styled`📤 On its way to ${bold(named(String(a.place ?? "")))}.`,
    diverted: (a) =>
      styled`📭 I could not tell ${said(a, "title", "this")} in ${bold(named(String(a.place ?? "")))}: ${diverted[String(a.reason)] ?? "it was refused"}. It came here instead. To change where it goes, say for example: send it here instead`,
    badFile: (a) => `belfry.toml is wrong, so what I read before goes on to hold: ${a.problem ?? "see the log"}`,
    goodFile: () => "belfry.toml is right again: what it says holds now.",
    groupClosed: () => "Only owners can use me in this group. /allow, said here, lets in everybody I know.",
    chatGranted: () => "This group may use me now. Name me or reply to me to talk to me.",
  } satisfies Record<ErrorCode | NoticeCode, (args: Args) => Piece>,
  toasts: {
    started: "It runs.",
    stranger: "You have no access to this bot.",
    unknownButton: "I do not know that button any more.",
  },
};
