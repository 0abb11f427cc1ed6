/**
 * A reminder rings and waits for Done. It asks again while its nag says so, and is recorded as not done when the next
 * slot of its series comes or a day has passed since it last rang. Snoozing is an operation: it moves the run's
 * `wakeAt` with the note `snooze`; the series never moves.
 */
import { z } from "zod";
import type { Policies } from "../core/action.ts";
import type { Kind, MessageOptions, Outcome, RunContext } from "../core/kind.ts";
import type { Instant, Schedule } from "../core/schedule.ts";
import type { View } from "../core/view.ts";
import { nextSlot } from "../time/next-slot.ts";

const spec = z.strictObject({
  /** The whole text, only where it is longer than the title. */
  text: z.string().max(4096).nullable().default(null),
  /** The message this reminds of; the ring replies to it. */
  original: z.object({ chat: z.number().int(), message: z.number().int() }).nullable().default(null),
});

export type ReminderSpec = z.infer<typeof spec>;
type Context = RunContext<ReminderSpec>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What a waiting run waits for: to ask again, the end of the quiet hours, or to be given up. */
type Note = "ring" | "quiet" | "expire";

export const reminder: Kind<ReminderSpec> = {
  name: "reminder",
  summary: "Rings at its time and asks until it is done.",
  spec,
  repeatable: true,
  policies,
  run: async (context) => {
    if (context.run.note === "expire") return expire(context);
    const { quietUntil } = context;
    return quietUntil === null ? ring(context) : wait(quietUntil, "quiet");
  },
};

/** Once: always rung, however late. A series: the newest one, if it is not older than a day. */
function policies(schedule: Schedule): Policies {
  const series = schedule.type === "cron" || schedule.type === "rule" || schedule.type === "every";
  return { misfire: "once", misfireWindowMs: series ? dayMs : null, overlap: "allow", attempts: 8 };
}

function wait(until: Instant, note: Note): Outcome {
  return { result: "wait", until, note };
}

function ring(context: Context): Outcome {
  const { action, run, spec, now } = context;
  const next = nextOfSeries(context);
  const expiresAt = Math.min(next ?? Number.POSITIVE_INFINITY, now + dayMs);
  const number = run.rings + 1;
  const lateMs = lateness(context);
  const view: View = {
    view: "ring",
    run: run.id,
    action: action.id,
    title: action.title,
    text: spec.text,
    slot: run.slot,
    lead: run.lead,
    ring: number,
    rings: action.nag?.max ?? 1,
    lateMs,
    missed: run.missed,
    expiresAt,
  };
  context.message(view, options(context, lateMs));
  if (run.rings > 0) context.amend(rung(context, "askedAgain"));
  const again = action.nag && number < action.nag.max ? now + action.nag.everyMs : expiresAt;
  if (again < expiresAt) return wait(again, "ring");
  // The next slot's own ring replaces this one; a minute later nothing has come, and it is given up.
  return wait(expiresAt === next ? expiresAt + minuteMs : expiresAt, "expire");
}

/** When this run is overtaken: a lead by its slot, a slot by the next one. */
function nextOfSeries({ action, run, now }: Context): Instant | null {
  if (run.lead > 0 && run.slot !== null && run.slot > now) return run.slot;
  // A gate may keep the next slot from ringing.
  if (action.gates.length > 0) return null;
  return nextSlot(action.schedule, Math.max(now, run.slot ?? now));
}

/** Waiting for the end of quiet hours is not being late. */
function lateness({ run, now }: Context): number {
  if (run.note === "quiet") return 0;
  return Math.max(0, now - (run.rings === 0 ? run.dueAt : (run.wakeAt ?? now)));
}

function options({ action, run, spec }: Context, lateMs: number): MessageOptions {
  const { original } = spec;
  const digest = run.note === "quiet" ? "quiet" : lateMs > dayMs ? "late" : null;
  return {
    ...(original?.chat === action.chat ? { replyTo: original.message } : {}),
    ...(digest ? { digest } : {}),
  };
}

function expire(context: Context): Outcome {
  context.amend(rung(context, "expired"));
  return { result: "skip", reason: "expired" };
}

function rung({ action, run, now }: Context, state: "askedAgain" | "expired"): View {
  return { view: "rung", run: run.id, title: action.title, state, at: now, until: null, by: null, undo: null };
}
