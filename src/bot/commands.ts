/** Commands: what each stands for. */
import type { NextFunction } from "grammy";
import type { Operation } from "../app/operation.ts";
import { ackEscalation } from "../app/operations/ack.ts";
import { allow } from "../app/operations/allow.ts";
import { askAction } from "../app/operations/ask.ts";
import { askQuiet } from "../app/operations/ask-quiet.ts";
import { askRun } from "../app/operations/ask-run.ts";
import { cancelQuestion } from "../app/operations/cancel.ts";
import { deleteAction } from "../app/operations/delete.ts";
import { deny } from "../app/operations/deny.ts";
import { doneRun } from "../app/operations/done.ts";
import { editAction } from "../app/operations/edit.ts";
import { raiseEscalation } from "../app/operations/escalate.ts";
import { showFeed } from "../app/operations/feed.ts";
import { help } from "../app/operations/help.ts";
import { showHistory } from "../app/operations/history.ts";
import { labelAction } from "../app/operations/label.ts";
import { setLanguage } from "../app/operations/language.ts";
import { listActions } from "../app/operations/list.ts";
import { listMaintenance } from "../app/operations/maintain-list.ts";
import { nextSlots } from "../app/operations/next.ts";
import { pauseAction } from "../app/operations/pause.ts";
import { listPeople } from "../app/operations/people.ts";
import { setQuiet } from "../app/operations/quiet.ts";
import { resolveEscalation } from "../app/operations/resolve.ts";
import { resumeAction } from "../app/operations/resume.ts";
import { say } from "../app/operations/say.ts";
import { showSettings } from "../app/operations/settings.ts";
import { showAction } from "../app/operations/show.ts";
import { silenceEscalation } from "../app/operations/silence.ts";
import { skipNext } from "../app/operations/skip.ts";
import { skipRun } from "../app/operations/skip-run.ts";
import { snoozeRun } from "../app/operations/snooze.ts";
import { startAction } from "../app/operations/start.ts";
import { showStatus } from "../app/operations/status.ts";
import { undo } from "../app/operations/undo.ts";
import { welcome } from "../app/operations/welcome.ts";
import { explain } from "../app/operations/why.ts";
import { setZone } from "../app/operations/zone.ts";
import { BelfryError } from "../core/errors.ts";
import type { View } from "../core/view.ts";
import { languageMeant } from "../texts/all.ts";
import { answered, type Replied, repliedTo } from "./addressed.ts";
import { addWords, type Command, commandOf, labelWords, snoozeWords } from "./command-words.ts";
import { act } from "./conversation.ts";
import { escalationNamed, listOrTest, raisedBy } from "./escalation-words.ts";
import { isLate, lateNotice, looking } from "./late.ts";
import { noticeOf, tell } from "./perform.ts";
import { previewOf } from "./preview.ts";
import { agendaSaid, maintenanceSaid, moveSaid, pauseSaid } from "./said.ts";
import { inGroup, type Talk, textsOf } from "./talk.ts";

type Meaning = { operation: Operation<unknown>; input: unknown } | { show: View };

/** Says the rest in words: the language knows "until monday" and "to 10:30". */
function sentence(text: string): Meaning {
  return { operation: say, input: { text } };
}

function pause(args: string, talk: Talk): Meaning {
  const said = pauseSaid(talk, args);
  return said === null ? { operation: pauseAction, input: { action: args } } : sentence(said);
}

function named(operation: Operation<unknown>) {
  return (args: string): Meaning => ({ operation, input: { action: args } });
}

function plain(operation: Operation<unknown>) {
  return (): Meaning => ({ operation, input: {} });
}

function add(args: string): Meaning {
  const words = addWords(args);
  if (args === "" || words?.text === "" || words?.due === "") throw new BelfryError("howToAdd");
  if (words === null) return sentence(args);
  if (words.unknown !== null)
    throw new BelfryError("invalidInput", { field: words.unknown, problem: "there are --due and --recurring" });
  return {
    operation: say,
    input: { text: words.text, recurring: words.recurring, ...(words.due === null ? {} : { due: words.due }) },
  };
}

function snooze(args: string): Meaning {
  return args === "" ? { operation: askRun, input: {} } : { operation: snoozeRun, input: snoozeWords(args) };
}

function edit(args: string, talk: Talk): Meaning {
  const said = moveSaid(talk, args);
  return said === null ? { operation: showAction, input: { action: args, editing: true } } : sentence(said);
}

function language(args: string): Meaning {
  const meant = languageMeant(args);
  return { operation: setLanguage, input: meant === null ? {} : { language: meant } };
}

/** Without hours, or with what is none, they are asked for. */
function quiet(args: string): Meaning {
  return args === "" ? { operation: askQuiet, input: {} } : { operation: setQuiet, input: { words: args } };
}

/** `E41 2h`, `shop until fixed`, `2 h`; nothing silences the newest until it is fixed. */
function silence(args: string): Meaning {
  return args === "" ? { operation: silenceEscalation, input: {} } : sentence(`/silence ${args}`);
}

/** Without words what there is; with words the sentence, or how it is said. */
function maintenance(args: string, talk: Talk): Meaning {
  return args === "" ? { operation: listMaintenance, input: {} } : sentence(maintenanceSaid(talk, args));
}

/** A person by reply, by number or by `@name`; without any, the group itself. */
function person(operation: Operation<unknown>) {
  return (args: string, talk: Talk): Meaning => {
    const replied = answered(talk.message)?.from;
    const isPerson = replied !== undefined && replied.id !== talk.me.id;
    if (args === "" && isPerson) return { operation, input: { person: replied.id, name: replied.first_name } };
    if (args === "") return { operation, input: {} };
    return { operation, input: { person: /^\d+$/.test(args) ? Number(args) : args } };
  };
}

const commands: Record<string, (args: string, talk: Talk) => Meaning> = {
  start: plain(welcome),
  add,
  list: (args) => ({ operation: listActions, input: args === "" ? {} : { label: args } }),
  show: named(showAction),
  pause,
  disable: pause,
  resume: named(resumeAction),
  enable: named(resumeAction),
  run: named(startAction),
  edit,
  rename: (args) => ({ operation: askAction, input: { action: args, what: "title" } }),
  label: (args) => ({ operation: labelAction, input: labelWords(args) }),
  unlabel: (args) => ({ operation: labelAction, input: { ...labelWords(args), on: false } }),
  delete: named(deleteAction),
  undo: plain(undo),
  snooze,
  done: (args) => ({ operation: doneRun, input: args === "" ? {} : { action: args } }),
  skip: (args) => (args === "" ? { operation: skipRun, input: {} } : { operation: skipNext, input: { action: args } }),
  next: named(nextSlots),
  history: named(showHistory),
  runs: named(showHistory),
  why: named(explain),
  preview: (args, talk) => ({ show: previewOf(talk, args) }),
  status: (args) =>
    args === "" ? { operation: showStatus, input: {} } : { operation: showAction, input: { action: args } },
  agenda: (args, talk) => sentence(agendaSaid(talk, args)),
  tz: (args) => ({ operation: setZone, input: args === "" ? {} : { zone: args } }),
  feed: plain(showFeed),
  digest: (args) => sentence(`digest ${args}`.trim()),
  quiet,
  language,
  settings: plain(showSettings),
  help: plain(help),
  escalations: listOrTest,
  escalate: (args) => ({ operation: raiseEscalation, input: raisedBy(args) }),
  ack: (args) => ({ operation: ackEscalation, input: escalationNamed(args) }),
  silence,
  resolve: (args) => ({ operation: resolveEscalation, input: escalationNamed(args) }),
  maintenance,
  cancel: plain(cancelQuestion),
  allow: person(allow),
  deny: person(deny),
  members: plain(listPeople),
};

/** Commands about one action, and those about what rings. */
const ofAction = [
  "show",
  "pause",
  "disable",
  "resume",
  "enable",
  "run",
  "edit",
  "rename",
  "delete",
  "next",
  "history",
  "runs",
  "why",
];
const ofRing: Record<string, Operation<unknown>> = { done: doneRun, skip: skipRun, snooze: askRun };

/** In reply to a card or a ring a command needs no name. Null where it has one, or is about no single thing. */
function onReply({ name, args }: Command, { run, action }: Replied, talk: Talk): Meaning | null {
  const ring = Object.hasOwn(ofRing, name) ? ofRing[name] : undefined;
  if (ring && run !== undefined) {
    if (args === "") return { operation: ring, input: { run } };
    return name === "snooze" ? { operation: snoozeRun, input: { run, words: args } } : null;
  }
  if (action === undefined) return null;
  if (ring && args === "" && name !== "snooze")
    return { operation: name === "done" ? doneRun : skipNext, input: { action } };
  if (!ofAction.includes(name)) return null;
  if (name === "rename" && args !== "") return { operation: editAction, input: { action, title: args } };
  const said = textsOf(talk).said;
  const goesOn = said.hasTime.test(` ${args}`) || said.hasNewTime.test(` ${args}`);
  return args === "" || goesOn ? (commands[name]?.(`#${action} ${args}`.trim(), talk) ?? null) : null;
}

/** Runs the command of a message; what is no command goes on. */
export async function command(talk: Talk, next: NextFunction): Promise<void> {
  const message = talk.message;
  if (message === undefined || message.forward_origin !== undefined || message.via_bot !== undefined) return next();
  const found = commandOf(message, talk.me.username);
  if (found === null) return next();
  if (found === "other") return;
  const meaning = Object.hasOwn(commands, found.name) ? commands[found.name] : undefined;
  if (meaning === undefined) {
    // In a group it may be meant for another bot.
    if (inGroup(talk) && !found.named) return;
    return tell(talk, { view: "notice", code: "unknownCommand", args: { command: `/${found.name}` } });
  }
  if (isLate(talk) && !looking.has(found.name)) return tell(talk, lateNotice(message.text ?? found.name));
  try {
    const reply = await repliedTo(talk);
    const meant = (reply && onReply(found, reply, talk)) ?? meaning(found.args, talk);
    await ("show" in meant ? tell(talk, meant.show) : act(talk, meant.operation, meant.input));
  } catch (error) {
    if (!(error instanceof BelfryError)) throw error;
    await tell(talk, noticeOf(talk, error));
  }
}
