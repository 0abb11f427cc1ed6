/** A call that is expected from outside, and what its staying away means. Nothing is asked; the clock judges. */
import { z } from "zod";
import type { Instant, Schedule } from "../../core/schedule.ts";
import { nextSlot } from "../../time/next-slot.ts";
import { checkSchedule } from "../../time/validate.ts";
import type { Observation, PingCall, Probe } from "./probe.ts";
import { headAndTail } from "./text.ts";

const scheduled = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("cron"), cron: z.string(), tz: z.string() }),
    z.strictObject({
      type: z.literal("rule"),
      rules: z.array(z.string()).min(1),
      start: z.string(),
      tz: z.string(),
    }),
  ])
  .superRefine((schedule, context) => {
    const problem = checkSchedule(schedule, 0);
    if (problem) context.addIssue({ code: "custom", message: `${problem.code} ${problem.detail}`.trim() });
  });

export const pingSpec = z.strictObject({
  type: z.literal("ping"),
  /** By each of these times; or never longer than `ms` after the last call. */
  expected: z.union([
    scheduled,
    z.strictObject({
      type: z.literal("every"),
      ms: z
        .number()
        .int()
        .min(10_000)
        .max(366 * 86_400_000),
    }),
  ]),
  /** How much later than expected is late but not down. */
  graceMs: z
    .number()
    .int()
    .nonnegative()
    .max(31 * 86_400_000)
    .default(1_800_000),
});

export type PingSpec = z.infer<typeof pingSpec>;

export const ping: Probe<PingSpec> = async (spec, { calls, clock }) => judgePing(spec, calls, clock.now());

/**
 * `since` is when calls began to be expected: when the check was made or last resumed.
 * Late is not bad yet; down is, and so is a caller that said it had failed.
 */
function judgePing(
  spec: PingSpec,
  { since, last }: { since: Instant; last: PingCall | null },
  now: Instant,
): Observation {
  const { expectedAt, downAt } = expectation(spec, since, last?.at ?? null);
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
}

/** When the next call has to have come, and when its absence is down. Null when none is expected any more. */
export function expectation(
  { expected, graceMs }: PingSpec,
  since: Instant,
  lastAt: Instant | null,
): { expectedAt: Instant | null; downAt: Instant | null } {
  const expectedAt = nextExpected(expected, graceMs, since, lastAt);
  return { expectedAt, downAt: expectedAt === null ? null : expectedAt + graceMs };
}

function nextExpected(
  expected: PingSpec["expected"],
  graceMs: number,
  since: Instant,
  lastAt: Instant | null,
): Instant | null {
  const from = lastAt === null ? since : Math.max(since, lastAt);
  if (expected.type === "every") return from + expected.ms;
  if (lastAt === null || lastAt < since) return nextSlot(expected, since);
  const served = slotServed(expected, graceMs, lastAt);
  return served === null ? null : nextSlot(expected, served);
}

/** The slot a call was for: the one in whose grace it came, else the nearest. A call far too late does not serve the next. */
function slotServed(schedule: Schedule, graceMs: number, call: Instant): Instant | null {
  const before = slotBefore(schedule, call);
  const after = nextSlot(schedule, call);
  if (before === null || after === null) return before ?? after;
  return call - before <= graceMs || call - before < after - call ? before : after;
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
export function readCall(ending: string, body: Buffer, at: Instant): PingCall | null {
  const log = body.length === 0 ? null : headAndTail(body);
  if (ending === "") return { at, exit: null, log };
  if (ending === "fail") return { at, exit: 1, log };
  return /^\d{1,3}$/.test(ending) && Number(ending) <= 255 ? { at, exit: Number(ending), log } : null;
}
