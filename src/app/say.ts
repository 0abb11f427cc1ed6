/** From a sentence to what it asks for: the language reads it, this file hands it to the operation that does it. */
import type { MessageRef } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { FollowRequest, ManageRequest, Question, RemindRequest, Request } from "../language/request.ts";
import type { WatchRequest } from "../language/watch-request.ts";
import { besidesOf, meant, type Said } from "./besides.ts";
import { findActions } from "./find.ts";
import { hookLabel, isAboutSomething } from "./follow.ts";
import { type Call, type Done, type Operation, parseInput, standFor } from "./operation.ts";
import { type AddInput, addAction, addPurpose } from "./operations/add.ts";
import { addCheck } from "./operations/add-check.ts";
import { showAgenda } from "./operations/agenda.ts";
import { askAction } from "./operations/ask.ts";
import { askRun } from "./operations/ask-run.ts";
import { deleteAction } from "./operations/delete.ts";
import { doneRun } from "./operations/done.ts";
import { editAction } from "./operations/edit.ts";
import { follow } from "./operations/follow.ts";
import { help } from "./operations/help.ts";
import { showHistory } from "./operations/history.ts";
import { labelAction } from "./operations/label.ts";
import { listActions } from "./operations/list.ts";
import { showMissed } from "./operations/missed.ts";
import { moveAction } from "./operations/move.ts";
import { nextSlots } from "./operations/next.ts";
import { pauseAction } from "./operations/pause.ts";
import { setQuiet } from "./operations/quiet.ts";
import { redirect } from "./operations/redirect.ts";
import { resumeAction } from "./operations/resume.ts";
import { showSettings } from "./operations/settings.ts";
import { showAction } from "./operations/show.ts";
import { skipNext } from "./operations/skip.ts";
import { skipRun } from "./operations/skip-run.ts";
import { snoozeRun } from "./operations/snooze.ts";
import { startAction } from "./operations/start.ts";
import { showStatus } from "./operations/status.ts";
import { undo } from "./operations/undo.ts";
import { explain } from "./operations/why.ts";
import { setZone } from "./operations/zone.ts";
import { askReading } from "./purpose.ts";
import { doReport, reportMeant } from "./report-sentence.ts";
import { askCheck } from "./unclear-check.ts";
import { isWatch, watchMeaning } from "./watch-sentence.ts";
import { readAll, readSentence } from "./words.ts";

/** What a reply is about, for requests that name nothing. */
export interface About {
  run?: number | undefined;
  action?: number | undefined;
  /** A picture: what comes of its caption replies to it. */
  original?: MessageRef | undefined;
}

/**
 * Does all that a message asks for. What is clear comes first and the question last, since one can be open at a time.
 * @throws BelfryError `oneAtATime` where more than one is unclear; nothing is done then
 */
export async function doText(belfry: Belfry, call: Call, text: string): Promise<Done> {
  const [first, ...others] = readAll(belfry, call, text);
  if (first === undefined || others.length === 0)
    return doSentence(belfry, call, first ?? readSentence(belfry, call, text));
  const all = [first, ...others];
  const isClear = ({ intent }: Request | Question) => intent !== "question" && intent !== "unclearCheck";
  const done: Done = { show: [], changes: [] };
  for (const read of [...all.filter(isClear), ...all.filter((one) => !isClear(one))]) {
    const { show, changes } = await doSentence(belfry, call, read);
    // Numbered here, so that they are sent in this order.
    for (const one of show)
      done.show.push(one.edits || one.id ? one : { ...one, id: await belfry.store.newId("delivery") });
    done.changes.push(...changes);
  }
  if (done.changes.filter((change) => change.do === "addQuestion").length > 1) throw new BelfryError("oneAtATime");
  return done;
}

/** Does what a sentence that has been read asks for. */
export async function doSentence(
  belfry: Belfry,
  call: Call,
  read: Request | Question,
  about: About = {},
): Promise<Done> {
  const besides = besidesOf(read);
  const said = await meant(belfry, call, besides);
  if (said === null) return doSentence(belfry, call, besides?.otherwise ?? read, about);
  if (read.intent === "check") {
    const notify = said.notify ?? read.notify ?? null;
    return addCheck.run(belfry, parseInput(addCheck, { ...read, ...said, notify }), call);
  }
  if (read.intent === "unclearCheck") {
    const { otherwise } = read;
    // "run backup-db" runs what has that name, where there is such a one.
    if (otherwise.intent === "run" && (await isCalled(belfry, call, otherwise.target)))
      return doSentence(belfry, call, otherwise, about);
    return askCheck(belfry, call, read, said);
  }
  if (read.intent === "skip" && read.otherwise && !(await repeats(belfry, call, read.target)))
    return doSentence(belfry, call, read.otherwise, about);
  const of = about.original ? { original: about.original } : {};
  if (read.intent === "question")
    return askReading(belfry, call, read, addPurpose({ ...toAdd(read.draft), ...said, ...of }));
  if (read.intent === "report") {
    const { otherwise, target } = read;
    if (otherwise && !(await isLooked(belfry, call, target ?? ""))) return doSentence(belfry, call, otherwise, about);
    return doReport(belfry, call, read, said);
  }
  if (read.intent === "follow") return doFollow(belfry, call, read, said, about);
  if (read.intent !== "remind") return manage(belfry, call, read, about);
  const { schedule } = read;
  const input = parseInput(addAction, { ...toAdd(read), ...said, ...of, ...(schedule ? { schedule } : {}) });
  return addAction.run(belfry, input, call);
}

/** Whether something that comes again and again is meant; nothing named is what the sentence replies to. */
async function repeats(belfry: Belfry, call: Call, name: string): Promise<boolean> {
  return name === "" || (await findActions(belfry, call, name)).some(({ schedule }) => schedule.type !== "once");
}

async function isCalled(belfry: Belfry, call: Call, name: string): Promise<boolean> {
  const found = await findActions(belfry, call, name);
  return found.some(({ title }) => title.toLowerCase() === name.toLowerCase());
}

/** Whether a check is meant, or anything has that very name. */
async function isLooked(belfry: Belfry, call: Call, name: string): Promise<boolean> {
  const found = await findActions(belfry, call, name);
  return found.some(({ title, kind }) => kind === "check" || title.toLowerCase() === name.toLowerCase());
}

const noTime = { schedule: null, unclear: null };

async function doFollow(belfry: Belfry, call: Call, request: FollowRequest, said: Said, about: About): Promise<Done> {
  const { event, cause } = request;
  if (!(await isAboutSomething(belfry, call, request))) return doSentence(belfry, call, request.otherwise, about);
  const report = request.does.intent === "report" ? request.does : null;
  const does = report ? { intent: report.intent, ...reportMeant({ ...report, ...noTime }) } : request.does;
  const input = { event, does, ...said, ...causeOf(event, cause) };
  return follow.run(belfry, parseInput(follow, input), call);
}

function causeOf(event: FollowRequest["event"], cause: string): object {
  if (event !== "hook") return cause === "" ? {} : { action: cause };
  const hook = hookLabel(cause);
  return hook === "" ? {} : { hook };
}

function toAdd({ title, leads, nag, critical, silent }: RemindRequest): AddInput {
  return { title, leads, nag, critical, silent };
}

function manage(belfry: Belfry, call: Call, request: ManageRequest, about: About): Promise<Done> {
  const [operation, input] = meaningOf(request, about);
  return standFor(belfry, operation, input, call);
}

/** The operation a request is for, and its input. */
function meaningOf(request: ManageRequest, about: About): [Operation<unknown>, object] {
  if (isWatch(request)) return watchMeaning(request, about);
  if ("target" in request) return aboutAction(request, about);
  switch (request.intent) {
    case "list":
      return [listActions, request.label === undefined ? {} : { label: request.label }];
    case "agenda":
      return [showAgenda, { from: request.from, to: request.to }];
    case "quiet":
      return [setQuiet, { quiet: { start: request.start, end: request.end } }];
    case "quietOff":
      return [setQuiet, { quiet: null }];
    case "quietHow":
      return [setQuiet, {}];
    case "settings":
      return [showSettings, {}];
    case "zone":
      return [setZone, { zone: request.place }];
    case "undo":
      return [undo, {}];
    case "missed":
      return [showMissed, {}];
    case "status":
      return [showStatus, {}];
    case "help":
      return [help, request.about === undefined ? {} : { about: request.about }];
  }
}

function aboutAction(
  request: Exclude<Extract<ManageRequest, { target: string }>, WatchRequest>,
  about: About,
): [Operation<unknown>, object] {
  const action = request.target === "" ? (about.action ?? "") : request.target;
  const run = request.target === "" && about.run ? { run: about.run } : { action };
  switch (request.intent) {
    case "next":
      return action === "" ? [showAgenda, {}] : [nextSlots, { action }];
    case "show":
      return [showAction, { action }];
    case "why":
      return [explain, { action }];
    case "history":
      return [showHistory, { action }];
    case "pause":
      return [pauseAction, { action, until: request.until }];
    case "pauseAfter":
      return [editAction, { action, pauseAfter: request.failures }];
    case "notify":
      return [editAction, { action, notify: request.notify }];
    case "digest":
      return [editAction, { action, digest: request.on }];
    case "resume":
      return [resumeAction, { action }];
    case "skip":
      return request.target === "" && about.run
        ? [skipRun, { run: about.run }]
        : [skipNext, { action, on: request.on }];
    case "run":
      return [startAction, { action }];
    case "delete":
      return [deleteAction, { action }];
    case "done":
      return [doneRun, run];
    case "snooze":
      return request.to === "" ? [askRun, run] : [snoozeRun, { ...run, words: request.to }];
    case "move":
      return request.to === "" ? [askAction, { action, what: "time" }] : [moveAction, { action, to: request.to }];
    case "label":
      return [labelAction, { action, label: request.labels, on: request.on }];
    case "redirect":
      return [redirect, { action, ...(request.to === "" ? {} : { place: request.to }) }];
    case "rename":
      return [editAction, { action, title: request.title }];
  }
}
