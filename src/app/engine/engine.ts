/**
 * Ticker, runner and courier, woken by one alarm that is set to the next instant at which any of them has something to
 * do. There is no timer per action: what is due is asked of the store, which is the queue.
 */
import type { Belfry } from "../../core/belfry.ts";
import type { Clock } from "../../core/clock.ts";
import type { Instant } from "../../core/schedule.ts";
import { boot } from "../boot.ts";
import { type ClockGuard, createClockGuard, type Hold } from "../clock-guard.ts";
import { type Courier, createCourier } from "../courier.ts";
import { patrolEscalations } from "../escalator.ts";
import { createRunner, type Runner } from "../runner.ts";
import { tick } from "../ticker.ts";
import { expireQuestions } from "../waits.ts";
import { type Auditor, createAuditor } from "./auditor.ts";
import { type Away, createAway } from "./away.ts";
import { createLoop, type Loop } from "./loop.ts";
import { tellOwners } from "./notices.ts";
import { againMs, createPatience, type Patience } from "./patience.ts";
import { reanchor } from "./reanchor.ts";
import { soon } from "./soon.ts";

type Alarm = ReturnType<Clock["alarm"]>;

/** How often the clock is watched for jumps: an alarm that was set before one would ring by the old time. */
const watchMs = 1_000;
/** How often it is noted that this process lives. */
const seenMs = 10 * 60_000;
/** Time for what was told to end to do so: a command that does not listen is ended after five seconds of it. */
const lastWordsMs = 6_000;

export interface Engine {
  /** Settles what the process before left, then does one round of everything that is due. */
  start(): Promise<void>;
  /** Something was committed. */
  wake(): void;
  /** Resolves when nothing is left to do at the present instant. Work under way counts; what waits for a later instant does not. */
  idle(): Promise<void>;
  /** Starts nothing more, waits for what is under way for at most `graceMs`, then tells it to end. */
  stop(graceMs: number): Promise<void>;
  /** Hears the `Date` header of the Bot API's replies, in milliseconds. */
  observe(serverDate: Instant): void;
  /** Why nothing fires now, or null. */
  held(): Hold | null;
  /** Escalations that nobody looks at, by their numbers: there should be none. */
  forgotten(): number[];
  /** True while Telegram refuses the token. */
  refused(): boolean;
}

interface Parts {
  belfry: Belfry;
  guard: ClockGuard;
  runner: Runner;
  courier: Courier;
  patience: Patience;
  auditor: Auditor;
  away: Away;
  phase: "new" | "open" | "closing";
  /** Owners know that nothing fires. */
  told: boolean;
  /** When it was noted last that this process lives. */
  seenAt: Instant;
}

function newParts(belfry: Belfry): Parts {
  return {
    belfry,
    guard: createClockGuard(belfry),
    runner: createRunner(belfry),
    courier: createCourier(belfry),
    patience: createPatience(belfry),
    auditor: createAuditor(belfry),
    away: createAway(belfry),
    phase: "new",
    told: false,
    seenAt: 0,
  };
}

export function createEngine(belfry: Belfry): Engine {
  const parts = newParts(belfry);
  const { guard, runner, courier } = parts;
  const alarm = createSoleAlarm(belfry, () => loop.wake());
  const busy = () => runner.busy() + courier.busy() > 0;
  const loop: Loop = createLoop(async () => {
    const now = belfry.clock.now();
    // It was set by the old time, and would be left as it is where nothing else has changed.
    if (guard.jumped()) alarm.set(null);
    if (await round(parts, now)) return true;
    const set = await parts.patience.attempt("alarm", async () => alarm.set(await nextInstant(parts, now)));
    if (!set) alarm.set(now + againMs);
    return false;
  }, busy);
  let watch: NodeJS.Timeout | null = null;

  return {
    async start() {
      const seen = await lastSeen(belfry);
      guard.lastSeen(seen);
      await parts.away.noticed(seen, belfry.clock.now());
      const { suspects, alive } = await boot(belfry);
      runner.suspect(suspects);
      runner.takeUp(alive, belfry.clock.now());
      await round(parts, belfry.clock.now());
      parts.phase = "open";
      const unseen = () => guard.held() === null && Math.abs(belfry.clock.now() - parts.seenAt) >= seenMs;
      watch = setInterval(() => (guard.jumped() || unseen()) && loop.wake(), watchMs).unref();
      loop.wake();
    },
    wake: () => parts.phase !== "new" && loop.wake(),
    idle: () => (parts.phase === "new" ? Promise.resolve() : loop.idle()),
    async stop(graceMs) {
      if (watch) clearInterval(watch);
      if (parts.phase === "new") return;
      parts.phase = "closing";
      await soon(belfry, loop.idle(), Math.max(graceMs / 2, graceMs - lastWordsMs));
      runner.abort();
      courier.abort();
      if (busy()) await soon(belfry, loop.idle(), lastWordsMs);
      await parts.patience.attempt("seen", () => noteSeen(parts, belfry.clock.now(), 1));
      loop.close();
      alarm.set(null);
    },
    observe(serverDate) {
      const held = guard.held();
      guard.observe(serverDate);
      if (guard.held() !== held) loop.wake();
    },
    held: () => guard.held(),
    forgotten: () => parts.auditor.complaints().map(({ escalation }) => escalation),
    refused: () => courier.refused(),
  };
}

/** One turn of everything. Returns whether another one has to follow at once. */
async function round(parts: Parts, now: Instant): Promise<boolean> {
  const { belfry, guard, runner, courier, patience, phase } = parts;
  await patience.attempt("clock", () => watchClock(parts, now));
  await patience.attempt("seen", () => noteSeen(parts, now));
  const may = phase !== "closing" && guard.held() === null;
  const fired = may && (await patience.attempt("ticker", () => tick(belfry, now)));
  await patience.attempt("away", () => (may ? parts.away.pass(now) : Promise.resolve(false)));
  const ran = await patience.attempt("runner", () => (may ? runner.pass(now) : runner.save(now)));
  const over = await patience.attempt("questions", async () => (await expireQuestions(belfry)) > 0);
  const stepped = await patience.attempt("patrol", () => (may ? patrolEscalations(belfry) : Promise.resolve(false)));
  await patience.attempt("auditor", () => (may ? parts.auditor.pass() : Promise.resolve(false)));
  const sent = await patience.attempt("courier", () => courier.pass(now, phase === "closing"));
  return fired || ran || over || stepped || sent;
}

async function watchClock(parts: Parts, now: Instant): Promise<boolean> {
  const { belfry, guard } = parts;
  const jump = guard.check();
  if (jump < 0) await reanchor(belfry, now);
  // A machine that slept was away as well.
  if (jump > 0) await parts.away.noticed(now - jump, now);
  // Having been away is nothing to tell of; if the clock is wrong as well, a reply will say so.
  const held = guard.held() !== null && guard.held() !== "away";
  if (held && !parts.told) await belfry.store.commit(await tellOwners(belfry, `held/${now}`, "clockHeld", {}));
  parts.told = held;
  return false;
}

/** When the process before this one did anything that the store tells of. */
async function lastSeen({ store, clock }: Belfry): Promise<Instant> {
  const now = clock.now();
  const seen = Number((await store.meta.get("seenAt")) ?? now);
  return Math.min(now, Math.max(seen, (await store.past.lastEnd()) ?? seen));
}

/** Not while the clock is doubted: it would vouch for itself at the next start. */
async function noteSeen(parts: Parts, now: Instant, after = seenMs): Promise<boolean> {
  if (parts.guard.held() !== null || Math.abs(now - parts.seenAt) < after) return false;
  await parts.belfry.store.commit([{ do: "putMeta", key: "seenAt", value: String(now) }]);
  parts.seenAt = now;
  return false;
}

/** When anything has to be looked at again. */
async function nextInstant({ belfry, courier, patience, auditor }: Parts, now: Instant): Promise<Instant | null> {
  const { actions, runs, deliveries, questions, escalations } = belfry.store;
  const due = [
    ...[actions.nextAt(), runs.nextWakeAt(), deliveries.nextDueAt()],
    ...[questions.nextExpiry(), escalations.nextStepAt()],
  ];
  const stored = (await Promise.all(due)).map((at) => {
    // What is due already waits for something else than the clock: it must not hide what comes after it.
    return at !== null && at <= now ? now + againMs : at;
  });
  const waits = [courier.nextIn(), patience.nextIn(), auditor.nextIn()].map((ms) =>
    ms === null ? null : belfry.clock.now() + ms,
  );
  const known = [...stored, ...waits].filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

function createSoleAlarm({ clock }: Belfry, ring: () => void) {
  let alarm: Alarm | null = null;
  let set: Instant | null = null;
  return {
    /** Returns true: it is set. */
    set(at: Instant | null): true {
      if (at === set) return true;
      alarm?.cancel();
      set = at;
      const rings = () => {
        set = null;
        ring();
      };
      alarm = at === null ? null : clock.alarm(at, rings);
      return true;
    },
  };
}
