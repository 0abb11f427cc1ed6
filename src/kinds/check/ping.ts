/** A call that is expected from outside, and what its staying away means. Nothing is asked; the clock judges. */
import { z } from "zod";
import type { HookCall } from "../../core/hook.ts";
import type { Summary } from "../../core/reading.ts";
import type { EverySchedule, Instant, Schedule } from "../../core/schedule.ts";
import { nextSlot } from "../../time/next-slot.ts";
import type { Observation, Probe } from "./probe.ts";
import { headAndTail } from "./text.ts";

export const pingSpec = z.strictObject({
  type: z.literal("ping"),
  /** How much later than expected is late but not down. */
  graceMs: z
    .number()
    .int()
    .nonnegative()
    .max(31 * 86_400_000)
    .default(1_800_000),
});

/** By each slot of the schedule a call has to have come; of one that only counts time, so long after the last call. */
export interface Expected {
  schedule: Schedule;
  graceMs: number;
  /** When calls began to be expected: when the check was made or last resumed. */
  since: Instant;
}

type PingSpec = z.infer<typeof pingSpec>;

/** Late is not bad yet; down is, and so is a caller that said it had failed. */
export const ping: Probe<PingSpec> = async ({ graceMs }, { calls, clock }) => {
  if (calls === null) throw new Error("A ping has no calls here");
  const { last } = calls;
  const now = clock.now();
  const { expectedAt, downAt } = expectation({ ...calls, graceMs }, last?.at ?? null);
  const down = downAt !== null && now >= downAt;
  const failed = last !== null && last.exit !== null && last.exit !== 0;
  const late = expectedAt !== null && now >= expectedAt;
  const state = down ? "down" : failed ? "failed" : late ? "late" : last ? "onTime" : "waiting";
  const errorClass = down ? "late" : failed ? "called" : null;
  const summary = {
    probe: "ping",
    state,
    lastAt: last?.at ?? null,
    expectedAt,
    downAt,
    exit: last?.exit ?? null,
  } as const;
  const reading: Observation = {
    verdict: errorClass ? "bad" : "good",
    summary,
    measure: null,
    unit: null,
    errorClass,
    detail: state === "failed" ? String(last?.exit) : null,
    keep: null,
  };
  return last?.log ? { ...reading, output: last.log, text: last.log } : reading;
};

/** When the next call has to have come, and when its absence is down. Null when none is expected any more. */
export function expectation(
  expected: Expected,
  lastAt: Instant | null,
): { expectedAt: Instant | null; downAt: Instant | null } {
  const expectedAt = nextExpected(expected, lastAt);
  return { expectedAt, downAt: expectedAt === null ? null : expectedAt + expected.graceMs };
}

function nextExpected({ schedule, graceMs, since }: Expected, lastAt: Instant | null): Instant | null {
  const from = lastAt === null ? since : Math.max(since, lastAt);
  if (countsTime(schedule)) return from + schedule.ms;
  if (lastAt === null || lastAt < since) return nextSlot(schedule, since);
  const served = slotServed(schedule, graceMs, lastAt);
  return served === null ? null : nextSlot(schedule, served);
}

function countsTime(schedule: Schedule): schedule is EverySchedule {
  return schedule.type === "every" && schedule.window === undefined;
}

/**
 * When it has to be looked at besides its slots: what nobody calls becomes late, and down, at moments of its own. Null
 * when it is not one, or when such a look is ahead already, which `kept` is the instant of.
 */
export function nextLook(summary: Summary, schedule: Schedule, kept: string | null, now: Instant): Instant | null {
  if (summary.probe !== "ping" || Number(kept) > now) return null;
  const moments = [countsTime(schedule) ? summary.expectedAt : null, summary.downAt];
  const isLate = summary.expectedAt !== null && summary.expectedAt <= now;
  const at = moments.find((moment) => moment !== null && moment > now) ?? null;
  return countsTime(schedule) || isLate ? at : null;
}

/**
 * The slot a call was for: the one in whose grace it came, else the nearest. A call far too late does not serve the next,
 * and one from long before the first slot, to try the address out, serves none.
 */
function slotServed(schedule: Schedule, graceMs: number, call: Instant): Instant | null {
  const after = nextSlot(schedule, call);
  const before = slotBefore(schedule, call) ?? (after && slotLike(schedule, after));
  if (before === null || after === null) return before ?? after;
  return call - before <= graceMs || call - before < after - call ? before : after;
}

/** Where the slot before the first would be. Null for the only one. */
function slotLike(schedule: Schedule, first: Instant): Instant | null {
  const second = nextSlot(schedule, first);
  return second === null ? null : 2 * first - second;
}

/** The last slot at or before `at`, looked for further and further back, at most four years. */
function slotBefore(schedule: Schedule, at: Instant): Instant | null {
  for (let span = 60_000; span < 1_500 * 86_400_000; span *= 4) {
    let slot = nextSlot(schedule, at - span);
    if (slot === null || slot > at) continue;
    for (let next = nextSlot(schedule, slot); next !== null && next <= at; next = nextSlot(schedule, slot)) slot = next;
    return slot;
  }
  return null;
}

/**
 * A call as it arrives: what follows the token in its address (`0` to `255` as `$?` gives it, `fail`, or nothing) and
 * its body as a log. Null when that is none of these.
 */
export function readCall(ending: string, body: Uint8Array): Omit<HookCall, "at"> | null {
  const log = body.length === 0 ? null : headAndTail(Buffer.from(body));
  if (ending === "") return { exit: null, log };
  if (ending === "fail") return { exit: 1, log };
  return /^\d{1,3}$/.test(ending) && Number(ending) <= 255 ? { exit: Number(ending), log } : null;
}
