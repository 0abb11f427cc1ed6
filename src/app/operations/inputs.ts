/** The pieces that inputs of operations are made of. */
import { z } from "zod";
import { readEvent } from "../../core/event.ts";
import { notifies } from "../../core/notify.ts";
import type { Schedule } from "../../core/schedule.ts";

const minute = 60_000;
const year = 366 * 24 * 60 * minute;

/** Number of a row. */
export const id = z.number().int().positive();

/** A chat and topic by their numbers; and in words, as somebody calls them. */
export const destination = {
  to: z.object({ chat: z.number().int(), thread: id.nullable() }).optional(),
  place: z.string().min(1).max(200).optional(),
};

/** Milliseconds since 1970. */
export const instant = z.number().int();

export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/);

export const messageRef = z.object({ chat: z.number().int(), message: id });

/** `#17`, `17`, `"17"` or words of the title; and the revision the button was made for, so that an old button is noticed. */
export const target = {
  action: z.union([id, z.string().max(200)]),
  revision: z.number().int().optional(),
};

/** Page of the list the card was opened from, for [◀ List]. */
export const listPage = id.nullable().default(null);

/** A run by number, or the run that rings for an action named in words; `""` means what rang last. */
export const runTarget = {
  run: id.optional(),
  action: z.union([id, z.string().max(200)]).optional(),
};

/** An escalation by number (`E41`, `41`), by words of its title or by its action; neither means the newest open one. */
export const escalationTarget = {
  escalation: z.union([id, z.string().max(200)]).optional(),
  action: id.optional(),
};

/** Numeric id, or `@name` of somebody Belfry has met. */
export const personTarget = z.union([id, z.string().regex(/^@?\w{3,64}$/)]);

export const leadMs = z.number().int().min(minute).max(year);
export const leads = z.array(leadMs).max(5);
export const nag = z.object({ everyMs: z.number().int().min(minute), max: z.number().int().min(1).max(100) });

export const mostLabels = 10;
/** `#Ops` and `ops` are the same. */
export const label = z
  .string()
  .max(33)
  .transform((text) => text.replace(/^#/u, "").toLowerCase())
  .refine((text) => /^\p{L}[\p{L}\p{N}_-]*$/u.test(text) && new TextEncoder().encode(text).length <= 32);

const is = z.enum(["good", "bad"]);
const gate = z.discriminatedUnion("type", [
  z.object({ type: z.literal("cooldown"), ms: z.number().int().positive().max(year) }),
  z.object({ type: z.literal("condition"), action: id, is }),
  z.object({ type: z.literal("command"), named: z.string().max(64), is }),
]);

/** What goes for an action of any kind. */
export const labels = z.array(label).max(mostLabels);
export const gates = z.array(gate).max(5);
/** Failed runs in a row; null for never. */
export const pauseAfter = z.number().int().min(1).max(100).nullable();
/** Null for what is usual for its kind. */
export const notify = z.enum(notifies).nullable();
export const besides = {
  labels: labels.default([]),
  gates: gates.default([]),
  pauseAfter: pauseAfter.default(null),
  notify: notify.default(null),
  digest: z.boolean().default(true),
};

export const policies = z.object({
  misfire: z.enum(["once", "skip", "all"]),
  misfireWindowMs: z.number().int().min(minute).nullable(),
  overlap: z.enum(["skip", "queue", "allow", "cancel"]),
  attempts: z.number().int().min(1).max(20),
  pauseAfter: pauseAfter.unwrap().exactOptional(),
  notify: notify.unwrap().exactOptional(),
  digest: z.literal(false).exactOptional(),
});

const zone = z.string().min(1).max(64);
const weekday = z.enum(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/);
const window = z.object({ tz: zone, days: z.array(weekday), start: localTime, end: localTime });

/** Only the shape; whether it fires, and how often, is `checkSchedule`'s business. */
export const schedule: z.ZodType<Schedule> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("once"), at: local, tz: zone, fold: z.literal(1).exactOptional() }),
  z.object({ type: z.literal("cron"), cron: z.string().max(512), tz: zone }),
  z.object({
    type: z.literal("every"),
    ms: z.number().int().positive(),
    from: instant,
    until: instant.exactOptional(),
    count: z.number().int().positive().exactOptional(),
    window: window.exactOptional(),
  }),
  z.object({
    type: z.literal("rule"),
    rules: z.array(z.string().max(1024)).max(50),
    start: local,
    tz: zone,
    except: z
      .array(z.string().regex(/^\d{4}-\d\d-\d\d$/))
      .max(366)
      .exactOptional(),
    dates: z.array(local).max(366).exactOptional(),
  }),
  z.object({ type: z.literal("event"), on: z.string().refine((on) => readEvent(on) !== null) }),
  z.object({ type: z.literal("manual") }),
]);
