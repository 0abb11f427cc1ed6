/** Raises what fails, resolves what works again, and sees to it that what is open is not forgotten. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Delivery } from "../core/delivery.ts";
import { Conflict } from "../core/errors.ts";
import type { Escalation } from "../core/escalation.ts";
import type { Alarm } from "../core/kind.ts";
import type { Held } from "../core/reading.ts";
import { isAwaited, type Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change } from "../core/store.ts";
import { policyFor, present } from "./escalating/reach.ts";
import { after, type Work, writing } from "./escalating/write.ts";
import { causeOf } from "./escalation/cause.ts";
import { passOn } from "./escalation/pass-on.ts";
import { patrol } from "./escalation/patrol.ts";
import { type Failure, type Flapping, flap, flappingCause, raise } from "./escalation/raise.ts";
import { calm, resolve } from "./escalation/resolve.ts";
import { type At, sameTarget } from "./escalation/step.ts";
import { holding, lookAtChildren, maintained } from "./held.ts";

/** Looked at in one go. */
const mostDue = 500;

/** What is unreachable, or paused, is not told; so often it is looked whether it still is. */
const againMs = 60_000;

/** What the alarm of one run comes from. */
export interface Alarmed {
  action: Action;
  run: Run;
  alarm: Alarm | null;
  held: Held | null;
}

/** What each run's settling has to write besides. Nothing is asked of the store where no run says how things stand. */
export async function alarms<T extends Alarmed>(
  belfry: Belfry,
  finishes: T[],
  now: Instant,
): Promise<Map<T, Change[]>> {
  const speaking = finishes.filter(({ alarm }) => alarm !== null);
  const writes = new Map<T, Change[]>();
  if (speaking.length === 0) return writes;
  const at = await present(belfry);
  const open = await belfry.store.escalations.openOf(speaking.map(({ action }) => action.id));
  const known = new Map(open.map((one) => [one.id, one]));
  const works: { finish: T; work: Work }[] = [];
  const freed = new Map<number, Change[]>();
  for (const finish of speaking) {
    for (const work of await worksOf(belfry, finish, known, at)) {
      works.push({ finish, work });
      // The next run of the same pass goes on from here.
      known.set(work.step.escalation.id, after(work));
    }
  }
  for (const { action, run, alarm } of new Set(works.map(({ finish }) => finish)))
    if (alarm?.alarm === "fine") freed.set(run.id, await lookAtChildren(belfry, action.id, run, now));
  const changes = await writing(
    belfry,
    works.map(({ work }) => work),
    now,
  );
  for (const [i, { finish }] of works.entries()) {
    const before = writes.get(finish) ?? freed.get(finish.run.id) ?? [];
    writes.set(finish, [...before, ...(changes[i] ?? [])]);
  }
  return writes;
}

async function worksOf(
  belfry: Belfry,
  { action, run, alarm, held }: Alarmed,
  known: Map<number, Escalation>,
  at: At,
): Promise<Work[]> {
  if (alarm === null) return [];
  const red = [...known.values()].filter((one) => one.action === action.id);
  const flapping = causeOf(action.id, flappingCause);
  if (alarm.alarm === "fine") {
    const back = alarm.back ?? null;
    return red.flatMap((before) => {
      const step = before.cause === flapping ? calm(before, true, back, at) : resolve(before, null, at, back);
      return step === null ? [] : [{ before, step }];
    });
  }
  // It may have been deleted while it was at work.
  const isThere = (await belfry.store.actions.get(action.id))?.deletedAt === null;
  if (held !== null || !isThere) return [];
  const { reason, severity } = alarm;
  const what = { action: action.id, run: run.id, title: action.title, reason, severity };
  const of = (cause: string) => [...known.values()].findLast((one) => one.cause === cause) ?? null;
  const over = (some: Escalation[]) =>
    some.flatMap((before) => {
      const step = before.state === "resolved" ? null : calm(before, false, null, at);
      return step === null ? [] : [{ before, step }];
    });
  if (alarm.alarm === "flapping") {
    // What goes to and fro is one thing, whatever was open of it before.
    const others = red.filter((one) => one.cause !== flapping);
    const to = { turns: alarm.turns, down: others.findLast(({ state }) => state !== "resolved") ?? null };
    return [...over(others), await raising(belfry, { ...what, cause: flapping }, action, of(flapping), at, to)];
  }
  const cause = causeOf(action.id, alarm.cause);
  const failure = { ...what, cause, ...(alarm.outage ? { outage: alarm.outage } : {}) };
  const calmed = over(red.filter((one) => one.cause === flapping));
  const work = await raising(belfry, failure, action, of(cause), at);
  // Whoever has asked for this look sees what came of it, although nobody is told anything.
  const shown = isAwaited(run) && work.step.notices.length === 0 ? { ...work, shown: true as const } : work;
  return [...calmed, shown];
}

/**
 * A failure, whoever tells of it. `last`: the newest escalation of its cause, where that is known already. `flapping`:
 * it goes to and fro.
 */
export async function raising(
  belfry: Belfry,
  failure: Failure,
  home: { chat: number; thread: number | null },
  last: Escalation | null,
  at: At,
  flapping: Flapping | null = null,
): Promise<Work> {
  const before = last ?? (await belfry.store.escalations.last(failure.cause));
  const opening = { ...failure, id: 0, policy: await policyFor(belfry, home) };
  const step = flapping === null ? raise(opening, before, at) : flap(opening, flapping, before, at);
  if (step.escalation.id !== 0) return { before, step };
  const id = await belfry.store.newId("escalation");
  return { before: null, step: { ...step, escalation: { ...step.escalation, id } } };
}

/** Takes every step whose time has come. Returns false: nothing follows at once. */
export async function patrolEscalations(belfry: Belfry): Promise<boolean> {
  const due = await belfry.store.escalations.due(belfry.clock.now(), mostDue);
  if (due.length === 0) return false;
  const at = await present(belfry);
  const works: Work[] = [];
  for (const before of due) {
    const rests = await restOf(belfry, before, at.now);
    const step =
      rests === null ? patrol(before, at) : { escalation: { ...before, ...rests }, notices: [], stop: false };
    if (step) works.push({ before, step });
  }
  for (const changes of await writing(belfry, works, at.now)) await commitUnlessChanged(belfry, changes);
  return false;
}

/**
 * When it is looked at again where nothing is told of it: under maintenance when that is over, what is unreachable and
 * what somebody has paused after a minute. Nobody looks at what is paused, so that its time stands still.
 */
async function restOf(belfry: Belfry, before: Escalation, now: Instant): Promise<Partial<Escalation> | null> {
  const action = before.action === null ? null : await belfry.store.actions.get(before.action);
  if (!action) return null;
  const { pause } = action;
  const byHand = pause !== null && pause.failures === undefined && pause.crashes === undefined;
  if (byHand && (pause.until === null || pause.until > now))
    return { nextStepAt: now + againMs, cycleAt: before.cycleAt + againMs };
  const held = await holding(belfry, now)(action);
  if (!held) return null;
  if (held === "unreachable") return { nextStepAt: now + againMs };
  const windows = maintained(await belfry.store.maintenance.ahead(now), action, now);
  return { nextStepAt: Math.max(now + 1, ...windows.map(({ until }) => until)) };
}

/** Somebody answered at the same moment: then there is nothing to do, or the next round does it. */
async function commitUnlessChanged(belfry: Belfry, changes: Change[]): Promise<void> {
  try {
    await belfry.store.commit(changes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

/** A notice that reaches nobody: the next ones are told at once. */
export async function passOnNotice(belfry: Belfry, delivery: Delivery): Promise<void> {
  const before = delivery.escalation ? await belfry.store.escalations.get(delivery.escalation) : null;
  if (!before) return;
  const at = await present(belfry);
  const { channel, chat, thread, address } = delivery;
  const lost = { channel, chat: channel === "telegram" ? chat : 0, thread, address: address ?? "" };
  const step = passOn(before, { ...at, reaches: (target) => !sameTarget(target, lost) && at.reaches(target) });
  if (!step) return;
  for (const changes of await writing(belfry, [{ before, step }], at.now)) await commitUnlessChanged(belfry, changes);
}
