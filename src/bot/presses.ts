/** Buttons: what each stands for. A press is authorised as if the person had typed it; its data gives no right. */
import type { Operation } from "../app/operation.ts";
import { ackEscalation } from "../app/operations/ack.ts";
import { answerQuestion } from "../app/operations/answer.ts";
import { approveCommand } from "../app/operations/approve.ts";
import { askAction } from "../app/operations/ask.ts";
import { askQuiet } from "../app/operations/ask-quiet.ts";
import { askRun } from "../app/operations/ask-run.ts";
import { cancelQuestion } from "../app/operations/cancel.ts";
import { catchUp } from "../app/operations/catch-up.ts";
import { deleteAction } from "../app/operations/delete.ts";
import { doneRun } from "../app/operations/done.ts";
import { editAction } from "../app/operations/edit.ts";
import { showFeed } from "../app/operations/feed.ts";
import { setLanguage } from "../app/operations/language.ts";
import { addLead } from "../app/operations/lead.ts";
import { listActions } from "../app/operations/list.ts";
import { logEscalation } from "../app/operations/log.ts";
import { endMaintenance } from "../app/operations/maintain-end.ts";
import { setMisfire } from "../app/operations/misfire.ts";
import { moveAll } from "../app/operations/move-all.ts";
import { pauseAction } from "../app/operations/pause.ts";
import { setQuiet } from "../app/operations/quiet.ts";
import { ready } from "../app/operations/ready.ts";
import { resolveEscalation } from "../app/operations/resolve.ts";
import { resumeAction } from "../app/operations/resume.ts";
import { showAction } from "../app/operations/show.ts";
import { silenceEscalation } from "../app/operations/silence.ts";
import { skipNext } from "../app/operations/skip.ts";
import { skipRun } from "../app/operations/skip-run.ts";
import { snoozeRun } from "../app/operations/snooze.ts";
import { startAction } from "../app/operations/start.ts";
import { showGraph } from "../app/operations/status-graph.ts";
import { undo } from "../app/operations/undo.ts";
import { setZone } from "../app/operations/zone.ts";
import { act } from "./conversation.ts";
import { type Press, type PressName, readPress } from "./data.ts";
import { perform, quietly, tell, toast } from "./perform.ts";
import { type Talk, textsOf } from "./talk.ts";

type Asked = { operation: Operation<unknown>; input: unknown };

/** A number of the data; NaN where there is none, which no input accepts. */
function number(text: string | undefined): number {
  return text === undefined || text === "" ? Number.NaN : Number(text);
}

/** A page, or a revision to take back; null where none is named. */
function page(text: string | undefined): number | null {
  const given = number(text);
  return given >= 1 ? given : null;
}

/** The page of the list on which the card was opened. */
function fromList([from]: string[]): { page: number | null } {
  return { page: page(from) };
}

function onAction(operation: Operation<unknown>, more: (rest: string[]) => object = () => ({})) {
  return ([id, revision, ...rest]: string[]): Asked => ({
    operation,
    input: { action: number(id), ...(revision ? { revision: number(revision) } : {}), ...more(rest) },
  });
}

function onRun(operation: Operation<unknown>, more: (rest: string[]) => object = () => ({})) {
  return ([id, ...rest]: string[]): Asked => ({ operation, input: { run: number(id), ...more(rest) } });
}

function onEscalation(operation: Operation<unknown>) {
  return ([id]: string[]): Asked => ({ operation, input: { escalation: number(id) } });
}

const asked: Record<Exclude<PressName, keyof typeof special>, (args: string[]) => Asked> = {
  card: onAction(showAction, fromList),
  edit: onAction(showAction, (rest) => ({ ...fromList(rest), editing: true })),
  pause: onAction(pauseAction, fromList),
  resume: onAction(resumeAction, fromList),
  skip: onAction(skipNext, fromList),
  delete: onAction(deleteAction, fromList),
  run: onAction(startAction),
  force: onAction(startAction, () => ({ force: true })),
  critical: onAction(editAction, ([on]) => ({ critical: on === "1" })),
  silent: onAction(editAction, ([on]) => ({ silent: on === "1" })),
  lead: onAction(addLead, ([ms]) => ({ ms: number(ms) })),
  ask: onAction(askAction, ([what]) => ({ what })),
  undo: ([revision]) => ({ operation: undo, input: { revision: number(revision) } }),
  list: ([from, mode, label]) => ({
    operation: listActions,
    input: { page: number(from), mode, ...(label ? { label } : {}) },
  }),
  answer: ([question, choice]) => ({
    operation: answerQuestion,
    input: { question: number(question), choice: number(choice) },
  }),
  forget: ([question]) => ({ operation: cancelQuestion, input: { question: number(question) } }),
  done: onRun(doneRun),
  pass: onRun(skipRun),
  snooze: onRun(snoozeRun, ([choice]) => ({ choice })),
  later: onRun(askRun),
  zone: ([zone]) => ({ operation: setZone, input: { zone } }),
  city: () => ({ operation: setZone, input: {} }),
  language: ([language]) => ({ operation: setLanguage, input: language === undefined ? {} : { language } }),
  graph: () => ({ operation: showGraph, input: {} }),
  feed: () => ({ operation: showFeed, input: {} }),
  ready: () => ({ operation: ready, input: {} }),
  moveall: () => ({ operation: moveAll, input: {} }),
  ack: onEscalation(ackEscalation),
  hush: ([id, how]) => ({
    operation: silenceEscalation,
    input: { escalation: number(id), ...(how === "1h" ? { forMs: 3_600_000 } : {}) },
  }),
  endmaint: ([id]) => ({ operation: endMaintenance, input: { window: number(id) } }),
  catchup: () => ({ operation: catchUp, input: {} }),
  misfire: () => ({ operation: setMisfire, input: {} }),
  approve: onAction(approveCommand),
  tryout: onAction(approveCommand, () => ({ once: true })),
  over: onEscalation(resolveEscalation),
  log: onEscalation(logEscalation),
  hours: () => ({ operation: askQuiet, input: {} }),
  noquiet: () => ({ operation: setQuiet, input: { quiet: null } }),
};

/** Presses that are more, or less, than one operation. */
const special = {
  toggle: async (talk: Talk, [id, to, from, label]: string[]) => {
    // The list stays a list: the card that comes of it is not shown, the list is drawn anew.
    const operation = to === "resume" ? resumeAction : pauseAction;
    if (await quietly(talk, operation, { action: number(id) }))
      await perform(talk, listActions, { page: page(from) ?? 1, mode: "pause", ...(label ? { label } : {}) });
  },
  rerun: async (talk: Talk, [id]: string[]) => {
    // The message stays what it is; what comes of the run is told by the run.
    if (await quietly(talk, startAction, { action: number(id) })) toast(talk, textsOf(talk).toasts.started);
  },
  place: (talk: Talk) => tell(talk, { view: "askLocation" }),
  keep: (talk: Talk, [revision]: string[]) =>
    tell(talk, { view: "zone", zone: talk.settings.zone, others: null, moved: 0, note: "kept", undo: page(revision) }),
} satisfies Partial<Record<PressName, (talk: Talk, args: string[]) => Promise<void>>>;

export async function pressed(talk: Talk): Promise<void> {
  const press = readPress(talk.callbackQuery?.data ?? "");
  if (press === null) return toast(talk, textsOf(talk).toasts.unknownButton);
  if (isSpecial(press)) return special[press.name](talk, press.args);
  const { operation, input } = asked[press.name as Exclude<PressName, keyof typeof special>](press.args);
  await act(talk, operation, input);
}

function isSpecial(press: Press): press is Press & { name: keyof typeof special } {
  return press.name in special;
}
