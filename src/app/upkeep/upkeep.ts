/**
 * What is done each night: a copy of the database, old runs squashed, what is old forgotten. In small pieces with turns
 * of everything else between them; after a restart it begins again, and what is done stays done.
 */
import type { Belfry } from "../../core/belfry.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Forgettable } from "../../core/store-past.ts";
import { addDays, instantOn, localDate } from "../../time/day.ts";
import { MINUTE } from "../../time/wall.ts";
import { createLoop } from "../engine/loop.ts";
import { tellOwners } from "../engine/notices.ts";
import { soon } from "../engine/soon.ts";
import { squashSome } from "./squash.ts";

/** A clock time of the configuration's zone at which few things are due. */
const NIGHT = "03:40";
const doneKey = "upkeep";

const retryMs = 10 * MINUTE;

export interface Upkeep {
  start(): Promise<void>;
  /** Resolves when nothing is left to do at the present instant. */
  idle(): Promise<void>;
  /** Begins nothing more; what is under way has `graceMs` to end. */
  stop(graceMs: number): Promise<void>;
}

/** Where it stands in the night's list. `after`: as the store counts on. */
interface Place {
  step: number;
  after: number;
}

type Step = (belfry: Belfry, after: number, now: Instant) => Promise<number | null>;

export function createUpkeep(belfry: Belfry): Upkeep {
  const state = { nextAt: Number.POSITIVE_INFINITY, place: null as Place | null };
  const { clock, log } = belfry;
  let alarm: ReturnType<Belfry["clock"]["alarm"]> | null = null;
  const round = async () => {
    const now = clock.now();
    try {
      if (now >= state.nextAt && belfry.held() === null && (await nextPiece(belfry, state, now))) return true;
    } catch (error) {
      log.error({ error: String(error) }, "the night's work failed; it begins again in ten minutes");
      Object.assign(state, { place: null, nextAt: now + retryMs });
    }
    alarm?.cancel();
    // It may be told to stop before it has started.
    if (state.nextAt === Number.POSITIVE_INFINITY) return false;
    alarm = clock.alarm(state.nextAt > now ? state.nextAt : now + retryMs, () => loop.wake());
    return false;
  };
  const loop = createLoop(round, () => false);
  return {
    async start() {
      state.nextAt = nightAfter(belfry, await lastDone(belfry, clock.now()));
      loop.wake();
    },
    idle: () => loop.idle(),
    async stop(graceMs) {
      const idle = loop.idle();
      loop.close();
      await soon(belfry, idle, graceMs);
      alarm?.cancel();
    },
  };
}

/** Returns whether there is more. */
async function nextPiece(
  belfry: Belfry,
  state: { nextAt: Instant; place: Place | null },
  now: Instant,
): Promise<boolean> {
  if (state.place === null) {
    await copy(belfry, now);
    state.place = { step: 0, after: 0 };
    return true;
  }
  state.place = await goOn(belfry, state.place, now);
  if (state.place !== null) return true;
  await belfry.store.commit([{ do: "putMeta", key: doneKey, value: String(now) }]);
  state.nextAt = nightAfter(belfry, now);
  return false;
}

/** A new house has nothing old. */
async function lastDone(belfry: Belfry, now: Instant): Promise<Instant> {
  const done = await belfry.store.meta.get(doneKey);
  if (done !== null) return Number(done);
  await belfry.store.commit([{ do: "putMeta", key: doneKey, value: String(now) }]);
  return now;
}

function nightAfter({ defaults }: Belfry, at: Instant): Instant {
  const today = localDate(at, defaults.zone);
  const night = instantOn(today, NIGHT, defaults.zone);
  return night > at ? night : instantOn(addDays(today, 1), NIGHT, defaults.zone);
}

/** A copy that fails is told; the rest of the night goes on. */
async function copy(belfry: Belfry, now: Instant): Promise<void> {
  try {
    const path = await belfry.store.past.backUp(now);
    belfry.log.info({ path }, "backed up");
  } catch (error) {
    belfry.log.error({ error: String(error) }, "the nightly backup failed");
    const problem = String(error instanceof Error ? error.message : error).slice(0, 300);
    await belfry.store.commit(await tellOwners(belfry, `backup/${now}`, "backupFailed", { problem }));
    belfry.wake();
  }
}

async function goOn(belfry: Belfry, { step, after }: Place, now: Instant): Promise<Place | null> {
  const next = (await steps[step]?.(belfry, after, now)) ?? null;
  if (next !== null) return { step, after: next };
  return step + 1 < steps.length ? { step: step + 1, after: 0 } : null;
}

function forgets(what: Forgettable, age: "output" | "inbox" | "deliveries" | "deleted" | "audit"): Step {
  return async (belfry, after, now) => {
    return (await belfry.store.past.forget(what, after, now - belfry.retention()[age])).after;
  };
}

const steps: readonly Step[] = [
  squashSome,
  forgets("outputs", "output"),
  forgets("inbox", "inbox"),
  forgets("questions", "inbox"),
  forgets("deliveries", "deliveries"),
  forgets("actions", "deleted"),
  forgets("revisions", "audit"),
  forgets("escalations", "audit"),
];
