/**
 * Runs what is due: gate → claim → kind → settle. A try is counted before it begins; its outcome, its messages and what
 * follows from them are one write. Quick runs of one pass are settled together, slow ones as they end.
 */
import type { Action, Overlap } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import { quietUntil } from "../time/quiet.ts";
import { toldIn } from "./destination.ts";
import { gate } from "./engine/gate.ts";
import { type Finish, perform } from "./engine/perform.ts";
import { settling } from "./engine/settling.ts";
import { turn } from "./engine/turn.ts";
import { holding } from "./held.ts";
import { settingsFor } from "./settings.ts";

/** Runs at work at once, and settled in one write. */
const MOST = 1_000;
/** A settling is void when somebody answers at the same moment; what follows from it is then worked out again. */
const SETTLE_TRIES = 5;

export interface Runner {
  /** Settles what has ended and starts what is due. Returns whether there may be more to start. */
  pass(now: Instant): Promise<boolean>;
  /** Settles what has ended. Returns false. */
  save(now: Instant): Promise<boolean>;
  /** Runs at work. */
  busy(): number;
  /** Of these actions, which were at work when the process died, one at a time runs until each has come back. */
  suspect(actions: number[]): void;
  /** Runs that the process before has begun go on here, where they are. */
  takeUp(alive: Claimed[], now: Instant): void;
  /** Tells runs at work to end. */
  abort(): void;
}

interface Claimed {
  run: Run;
  action: Action;
}

interface Working {
  action: number;
  since: Instant;
  controller: AbortController;
}

interface Work {
  /** By run: claimed and not settled. */
  working: Map<number, Working>;
  /** Runs that wait until an action has finished its run: mostly their own. */
  held: Map<number, { action: number; behind: number }>;
  /** Actions that run one at a time. */
  suspects: Set<number>;
  /** Ended, not settled yet. */
  ended: Finish[];
}

export function createRunner(belfry: Belfry): Runner {
  const work: Work = { working: new Map(), held: new Map(), suspects: new Set(), ended: [] };
  return {
    async pass(now) {
      await save(belfry, work, now);
      const room = MOST - work.working.size;
      const due = room > 0 ? await belfry.store.runs.due(now, room, [...work.held.keys()]) : [];
      if (due.length === 0) return false;
      await start(belfry, work, due, now);
      await turn();
      await save(belfry, work, now);
      return true;
    },
    async save(now) {
      await save(belfry, work, now);
      return false;
    },
    busy: () => work.working.size - work.ended.length,
    suspect(actions) {
      for (const action of actions) work.suspects.add(action);
    },
    takeUp(alive, now) {
      alive.forEach(beginning(belfry, work, now, true));
    },
    abort() {
      for (const { controller } of work.working.values()) controller.abort("stopping");
    },
  };
}

async function start(belfry: Belfry, work: Work, due: Run[], now: Instant): Promise<void> {
  const { working, held } = work;
  const since = new Map<number, Instant>();
  for (const one of working.values()) since.set(one.action, Math.min(one.since, since.get(one.action) ?? now));
  const overlaps = await overlapsOf(belfry, due, since);
  const queued = new Set([...held.values()].map(({ action }) => action));
  const gated = gate(due, since, (action) => overlaps.get(action) ?? "allow", queued, now);
  for (const { id, action } of gated.hold) held.set(id, { action, behind: action });
  for (const { action, controller } of working.values())
    if (gated.cancel.includes(action)) controller.abort("cancelled");
  for (const run of gated.skip) await skip(belfry, run, now);
  const ids = oneSuspect(work, gated.start).map(({ id }) => id);
  const begin = beginning(belfry, work, now, false);
  for (const claimed of await belfry.store.runs.claim(ids, now)) begin(claimed);
  // Somebody may have answered the run they wait for before it could be claimed.
  const atWork = new Set([...working.values()].map(({ action }) => action));
  for (const [run, { behind }] of held) if (!atWork.has(behind)) held.delete(run);
}

/** Begins what is claimed, or takes it up. */
function beginning(
  belfry: Belfry,
  { working, ended }: Work,
  now: Instant,
  takenUp: boolean,
): (claimed: Claimed) => void {
  const quiet = quietHours(belfry, now);
  const heldNow = holding(belfry, now);
  return ({ run, action }) => {
    const controller = new AbortController();
    const since = takenUp ? (run.startedAt ?? now) : now;
    working.set(run.id, { action: action.id, since, controller });
    const telling = { quiet: () => quiet(toldIn(action), action.owner), held: () => heldNow(action) };
    void perform(belfry, { run, action, now, ...telling, signal: controller.signal, takenUp }).then((finish) => {
      ended.push(finish);
      belfry.wake();
    });
  };
}

/** Without the suspects that have to wait for the one at work: so the next death says whose it was. */
function oneSuspect({ working, held, suspects }: Work, runs: Run[]): Run[] {
  let suspect = [...working.values()].find(({ action }) => suspects.has(action))?.action;
  return runs.filter(({ id, action }) => {
    if (!suspects.has(action)) return true;
    suspect ??= action;
    if (suspect !== action) held.set(id, { action, behind: suspect });
    return suspect === action;
  });
}

/** The overlap rule of actions that would have more than one run at once; the others need none. */
async function overlapsOf(belfry: Belfry, due: Run[], working: ReadonlyMap<number, Instant>) {
  const seen = new Set(working.keys());
  const overlaps = new Map<number, Overlap>();
  for (const { action } of due) {
    if (!seen.has(action)) seen.add(action);
    else if (!overlaps.has(action)) {
      overlaps.set(action, (await belfry.store.actions.get(action))?.policies.overlap ?? "allow");
    }
  }
  return overlaps;
}

async function skip(belfry: Belfry, run: Run, now: Instant): Promise<void> {
  const patch = { state: "settled", outcome: "skipped", reason: "overlap", endedAt: now, wakeAt: null } as const;
  await belfry.store.commit([{ do: "setRun", id: run.id, expectState: ["open"], patch }]);
}

/** When the quiet hours of a chat end, where they hold now; each chat is looked up once. */
function quietHours(belfry: Belfry, now: Instant): (chat: number, owner: number) => Promise<Instant | null> {
  const look = async (chat: number, owner: number) => {
    const quiet = (await belfry.store.chats.get(chat))?.quiet ?? null;
    return quiet && quietUntil({ ...quiet, tz: (await settingsFor(belfry, chat, owner)).zone }, now);
  };
  const known = new Map<number, Promise<Instant | null>>();
  return (chat, owner) => {
    const answer = known.get(chat) ?? look(chat, owner);
    known.set(chat, answer);
    return answer;
  };
}

async function save(belfry: Belfry, { working, held, suspects, ended }: Work, now: Instant): Promise<void> {
  if (ended.length === 0) return;
  const batch = ended.slice(0, MOST);
  await settle(belfry, batch, now);
  ended.splice(0, batch.length);
  const actions = new Set(batch.map(({ action }) => action.id));
  for (const { run } of batch) working.delete(run.id);
  belfry.survivors.forget(batch.map(({ run }) => run.key));
  for (const action of actions) suspects.delete(action);
  for (const [run, { behind }] of held) if (actions.has(behind)) held.delete(run);
}

async function settle(belfry: Belfry, finishes: Finish[], now: Instant): Promise<void> {
  let rest = finishes;
  for (let tries = 1; rest.length > 0 && tries <= SETTLE_TRIES; tries++) {
    const settles = await settling(belfry, rest, now);
    const voided = (await belfry.store.runs.settle(settles)).map((index) => rest[index]);
    rest = [];
    for (const finish of voided) if (finish && (await isOurs(belfry, finish.run))) rest.push(finish);
  }
  for (const { run } of rest) belfry.log.error({ run: run.id }, "a run could not be settled");
}

async function isOurs(belfry: Belfry, { id, attempts }: Run): Promise<boolean> {
  const run = await belfry.store.runs.get(id);
  return run?.state === "running" && run.attempts === attempts;
}
