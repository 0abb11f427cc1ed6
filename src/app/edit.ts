/** Changing an action: one way for title, schedule and rules, whoever asks. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Schedule } from "../core/schedule.ts";
import type { CardChange } from "../core/view.ts";
import type { FollowRequest, Question, RemindRequest, Request, UnclearCheck } from "../language/request.ts";
import { unapproved } from "./approval.ts";
import { besidesOf, meant } from "./besides.ts";
import { cardView } from "./cards.ts";
import { startsItself } from "./engine/events.ts";
import { eventMeant, isAboutSomething } from "./follow.ts";
import { hookFor, settled } from "./hooks.ts";
import { askedSpec, kindOf, policiesOf, type Wishes, withWishes } from "./kinds.ts";
import type { Call, Done } from "./operation.ts";
import { pauseFrom } from "./pause.ts";
import { askFor, askReading, choiceOf, type Purpose } from "./purpose.ts";
import { reminder, reminderSpec, specOriginal, specText } from "./reminder.ts";
import { reviseAction } from "./revise.ts";
import { closeRings } from "./rings.ts";
import { refuseSchedule } from "./schedules.ts";
import { lookAnew } from "./starting.ts";
import { cleanText, titleOf } from "./title.ts";
import { readSentence } from "./words.ts";

type Said = Pick<RemindRequest, "title" | "leads" | "nag" | "critical" | "silent">;

/** What a person may change; left out is left alone. */
export type Edits = {
  [Field in
    | "title"
    | "schedule"
    | "leads"
    | "nag"
    | "critical"
    | "silent"
    | "policies"
    | "gates"
    | "labels"
    | "destination"]?: Action[Field] | undefined;
} & { text?: string | null | undefined; spec?: unknown } & Wishes;

/**
 * Writes the edits and shows the card as `change`; asks when the new time has passed. A single time that is moved ends
 * what still rings for the old one.
 * @throws BelfryError `noResults`, `loop`, and what `refuseSchedule` throws
 */
export async function applyEdits(
  belfry: Belfry,
  call: Call,
  action: Action,
  edits: Edits,
  change: CardChange,
): Promise<Done> {
  if (edits.schedule) {
    const asked = await refuseSchedule(belfry, call, edits.schedule, editPurpose(action, edits));
    if (asked) return asked;
    if (await startsItself(belfry, action.id, edits.schedule)) throw new BelfryError("loop", { title: action.title });
  }
  if (edits.notify && kindOf(belfry, action).notify === undefined)
    throw new BelfryError("noResults", { title: action.title });
  const patch = patchOf(belfry, action, edits);
  // Another command is another question to an owner.
  if (patch.spec !== undefined && (await unapproved(belfry, { ...action, ...patch })))
    patch.pause = pauseFrom(action, belfry.clock.now(), null);
  if (Object.keys(patch).length === 0)
    return { show: [{ view: await cardView(belfry, action, "shown") }], changes: [] };
  const { after, revision, changes } = await reviseAction(belfry, call, action, patch, change);
  const moved = patch.schedule && action.schedule.type === "once";
  const closed = moved ? await closeRings(belfry, call, after, "moved", revision) : [];
  const before = { title: action.title, schedule: action.schedule };
  const called = await hookFor(belfry, after, kindOf(belfry, after));
  const look = patch.spec === undefined ? null : await lookAnew(belfry, call, after);
  const run = look ? { run: look.id } : {};
  const view = await cardView(belfry, after, change, { undo: revision, before, hook: called?.hook ?? null, ...run });
  const looked = look ? [{ do: "addRun", row: look } as const] : [];
  return { show: [{ view }], changes: [...changes, ...closed, ...(called?.changes ?? []), ...looked] };
}

/** Makes an action what a new version of its sentence says. @throws BelfryError `notUnderstood` */
export function editBySentence(belfry: Belfry, call: Call, action: Action, text: string): Promise<Done> {
  return editByRequest(belfry, call, action, readSentence(belfry, call, text), text);
}

/** The same with a sentence that has been read. @throws BelfryError `notUnderstood` */
export async function editByRequest(
  belfry: Belfry,
  call: Call,
  action: Action,
  request: Request | Question,
  text: string,
): Promise<Done> {
  const besides = besidesOf(request);
  const said = await meant(belfry, call, besides);
  if (said === null) return editByRequest(belfry, call, action, besides?.otherwise ?? request, text);
  // Gates are those of the new sentence; labels that were given since stay, and so does what was said of telling.
  const more = {
    gates: said.gates,
    pauseAfter: said.pauseAfter,
    notify: said.notify ?? (action.policies.notify === undefined && "notify" in request ? request.notify : undefined),
    digest: said.digest ? undefined : false,
    ...(said.labels.length > 0 ? { labels: said.labels } : {}),
  };
  if (request.intent === "question")
    return askReading(belfry, call, request, editPurpose(action, { ...toEdits(request.draft), ...more }));
  if (request.intent === "unclearCheck" && action.kind === reminder)
    return editByRequest(belfry, call, action, request.otherwise, text);
  if (request.intent === "unclearCheck" && action.kind === "check" && request.code === "clock")
    return askClock(belfry, call, action, request, more);
  if (request.intent === "follow") return refollow(belfry, call, action, request, more, text);
  if (request.intent === "check" && action.kind === "check") {
    const { title, schedule } = request;
    const spec = askedSpec(kindOf(belfry, action), request.spec);
    return applyEdits(belfry, call, action, { title, schedule, spec, ...more }, "edited");
  }
  if (request.intent !== "remind" || action.kind !== reminder) throw new BelfryError("notUnderstood", { text });
  const { schedule } = request;
  const edits = { ...toEdits(request), ...more, ...(schedule ? { schedule } : {}) };
  return applyEdits(belfry, call, action, edits, "edited");
}

/** A machine may do at 3 in the night what a person does in the afternoon. */
function askClock(belfry: Belfry, call: Call, action: Action, request: UnclearCheck, more: Edits): Promise<Done> {
  const { code, title, spec, left: phrase } = request;
  const purpose = editPurpose(action, { title, spec, ...more });
  const choices = request.readings.map((one) => choiceOf(purpose, one, null));
  return askFor(belfry, call, purpose, { code, phrase, choices }, request.readings[0]);
}

function toEdits({ title, leads, nag, critical, silent }: Said): Edits {
  return { title, leads, nag, critical, silent };
}

/** The sentence says anew what it waits for, and what is to be done then. */
async function refollow(
  belfry: Belfry,
  call: Call,
  action: Action,
  request: FollowRequest,
  more: Edits,
  text: string,
): Promise<Done> {
  const { does, otherwise } = request;
  if (!(await isAboutSomething(belfry, call, request))) return editByRequest(belfry, call, action, otherwise, text);
  const schedule = await eventMeant(belfry, call, request);
  if (does.intent === "remind" && action.kind === reminder)
    return applyEdits(belfry, call, action, { ...toEdits(does), ...more, schedule }, "edited");
  if (does.intent !== "check" || action.kind !== "check") throw new BelfryError("notUnderstood", { text });
  const spec = askedSpec(kindOf(belfry, action), does.spec);
  return applyEdits(belfry, call, action, { title: does.title, schedule, spec, ...more }, "edited");
}

/** The same edits at another time. */
export function editPurpose(action: Action, { schedule: _, ...edits }: Edits): Purpose {
  const asksTime = { operation: "actions.ask", input: { action: action.id, what: "time" } };
  return {
    ...{ title: edits.title ?? action.title, operation: "actions.edit", field: "words" },
    input: { ...edits, action: action.id },
    // What asks for a time alone would forget the other edits.
    other: Object.keys(edits).length === 0 ? asksTime : null,
    without: null,
  };
}

function patchOf(belfry: Belfry, action: Action, edits: Edits): Partial<Action> {
  const { schedule, leads, nag, critical, silent, spec, gates, labels, destination } = edits;
  const wanted: Partial<Action> = {
    ...(edits.title === undefined ? {} : titled(belfry, action, edits.title, edits.text ?? null)),
    ...(schedule === undefined ? {} : { schedule: settled(schedule, action.id) }),
    policies: policiesFor(belfry, action, edits),
    ...(spec === undefined ? {} : { spec }),
    ...(leads === undefined ? {} : { leads }),
    ...(nag === undefined ? {} : { nag }),
    ...(critical === undefined ? {} : { critical }),
    ...(silent === undefined ? {} : { silent }),
    ...(gates === undefined ? {} : { gates }),
    ...(labels === undefined ? {} : { labels }),
    ...(destination === undefined ? {} : { destination }),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !same(value, action[field as keyof Action])),
  );
}

/** Title and whole text of what somebody wrote. */
export function titleAndText(title: string, text: string | null): { title: string; text: string | null } {
  const short = titleOf(title);
  const whole = cleanText(text ?? title);
  return { title: short, text: whole.replace(/\s+/gu, " ") === short ? null : whole };
}

function titled(belfry: Belfry, action: Action, title: string, text: string | null): Partial<Action> {
  const written = titleAndText(title, text);
  if (action.kind !== reminder) return { title: written.title };
  const kept = written.text === specText(action);
  return { title: written.title, ...(kept ? {} : { spec: reminderSpec(belfry, written.text, specOriginal(action)) }) };
}

function policiesFor(belfry: Belfry, action: Action, edits: Edits): Action["policies"] {
  return withWishes(edits.policies ?? rulesAt(belfry, action, edits.schedule), edits);
}

/** Rules nobody has changed follow the sort of schedule, but for those that are always somebody's wish. */
function rulesAt(belfry: Belfry, action: Action, schedule: Schedule | undefined): Action["policies"] {
  if (schedule === undefined) return action.policies;
  const kind = kindOf(belfry, action);
  const isUsual = same(action.policies, policiesOf(kind, action.schedule, action.policies));
  return isUsual ? policiesOf(kind, schedule, action.policies) : action.policies;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
