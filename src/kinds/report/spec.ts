/** What a report is told to gather and how to tell it. Read when it is saved and again each time it runs. */
import { z } from "zod";
import type { Instant, Zone } from "../../core/schedule.ts";
import { instantOf, wallOf } from "../../time/resolve.ts";
import { DAY } from "../../time/wall.ts";
import { chartKinds } from "./chart/model.ts";
import type { Span } from "./figures/span.ts";
import { sourceSpec } from "./sources.ts";
import { templateProblem } from "./template.ts";

/** The time a report is about; it ends when the report is made. */
export const windowSpec = z.discriminatedUnion("type", [
  /** "After 1 week, report how X performed": from when it was asked for. */
  z.strictObject({ type: z.literal("sinceCreation") }),
  /** From the end of the last report's time; the first begins when it was asked for. */
  z.strictObject({ type: z.literal("sinceLast") }),
  /** A day of the calendar, today up to now. */
  z.strictObject({ type: z.literal("day"), day: z.enum(["today", "yesterday"]) }),
  /** Days of the calendar, to the same clock time. */
  z.strictObject({ type: z.literal("last"), days: z.number().int().min(1).max(366) }),
]);
export type WindowSpec = z.infer<typeof windowSpec>;

/** `message` stays a message up to 3,500 characters; beyond, and for `file`, eight lines go with the file. */
export const formatSpec = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("message") }),
  z.strictObject({ as: z.literal("file"), type: z.enum(["md", "csv", "html"]) }),
]);
export type FormatSpec = z.infer<typeof formatSpec>;

export const reportSpec = z
  .strictObject({
    /** The heading; null for the action's title. */
    title: z.string().min(1).max(200).nullable().default(null),
    sources: z.array(sourceSpec).min(1).max(12),
    /** Null for the built-in one, or the one that `named` names. */
    template: z.string().nullable().default(null),
    /** The name of a template of the configuration, which is read anew each time. */
    named: z.string().max(64).nullable().default(null),
    /** Drawn after the text, besides those that the template places. */
    charts: z
      .array(z.strictObject({ chart: z.enum(chartKinds), source: z.string() }))
      .max(6)
      .default([]),
    format: formatSpec.default({ as: "message" }),
    window: windowSpec.default({ type: "sinceLast" }),
  })
  .superRefine((spec, context) => {
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const names = spec.sources.map(({ name }) => name);
    names.forEach((name, i) => {
      if (names.indexOf(name) !== i) issue(["sources", i, "name"], "is there twice");
    });
    spec.charts.forEach(({ source }, i) => {
      const found = spec.sources.find(({ name }) => name === source);
      if (found?.type !== "ledger") issue(["charts", i, "source"], "is no ledger source");
    });
    const problem = spec.template === null ? null : templateProblem(spec.template, spec.sources);
    if (problem) issue(["template"], problem.message);
  });

export type ReportSpec = z.infer<typeof reportSpec>;

export interface WindowFacts {
  now: Instant;
  /** When the action was made. */
  createdAt: Instant;
  /** Where the time of the last report ended, null when there was none. */
  lastTo: Instant | null;
  tz: Zone;
}

/** The longest time a report is about, whatever it was asked for. */
const LONGEST = 366 * DAY;

export function windowOf(spec: WindowSpec, { now, createdAt, lastTo, tz }: WindowFacts): Span {
  const before = (days: number) => instantOf(wallOf(now, tz) - days * DAY, tz);
  if (spec.type === "day") {
    const wall = wallOf(now, tz);
    const midnight = wall - (((wall % DAY) + DAY) % DAY);
    const begin = instantOf(midnight, tz);
    return spec.day === "today" ? { from: begin, to: now } : { from: instantOf(midnight - DAY, tz), to: begin };
  }
  const from = (): Instant => {
    if (spec.type === "last") return before(spec.days);
    return spec.type === "sinceLast" && lastTo !== null ? lastTo : createdAt;
  };
  return { from: Math.min(Math.max(from(), now - LONGEST), now), to: now };
}
