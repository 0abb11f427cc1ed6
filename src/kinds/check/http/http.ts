/** Asks a web address and compares the answer with what is expected. */
import { z } from "zod";
import type { ErrorClass } from "../../../core/reading.ts";
import { daysUntil } from "../net/secure.ts";
import { type Observation, type Probe, within } from "../probe.ts";
import { cleanText, shorten } from "../text.ts";
import { type Answer, fetchAnswer, isWebAddress, textOf } from "./fetch.ts";

/** An http or https address as a person or a file gives it. */
export const webAddress = z
  .string()
  .max(2_048)
  .refine(
    (text) => URL.canParse(text) && isWebAddress(new URL(text)),
    "must begin with http:// or https:// and hold no password",
  );

const status = z.number().int().min(100).max(599);

export const httpSpec = z.strictObject({
  type: z.literal("http"),
  url: webAddress,
  method: z.enum(["GET", "HEAD"]).default("GET"),
  redirects: z.enum(["follow", "sameHost", "none"]).default("follow"),
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
  /** One, several, or from and to. */
  status: z
    .union([status, z.array(status).min(1).max(32), z.strictObject({ from: status, to: status })])
    .default({ from: 200, to: 299 }),
  /** Has to be in the body, in these letters. */
  contains: z.string().min(1).max(1_024).nullable().default(null),
  /** Must not be. */
  lacks: z.string().min(1).max(1_024).nullable().default(null),
  /** Slower than this is bad. */
  maxMs: z.number().int().positive().nullable().default(null),
  /** A certificate with fewer days left is bad. */
  minTlsDays: z.number().int().nonnegative().nullable().default(null),
});

type HttpSpec = z.infer<typeof httpSpec>;

export const http: Probe<HttpSpec> = async (spec, context) => {
  const answer = await within(context, spec.timeoutMs, (signal) => fetchAnswer(spec, { ...context, signal }));
  const text = textOf(answer);
  const { certificateEndsAt } = answer;
  const summary = {
    probe: "http" as const,
    status: answer.status,
    ms: answer.ms,
    found: spec.contains === null ? null : text.includes(spec.contains),
    tlsDays: certificateEndsAt === null ? null : daysUntil(certificateEndsAt, context.clock.now()),
    redirects: answer.redirects,
  };
  const errorClass = problem(spec, answer, { ...summary, text });
  const observation: Observation = {
    verdict: errorClass ? "bad" : "good",
    summary,
    measure: answer.ms,
    unit: "ms",
    errorClass,
    detail: errorClass === "status" ? String(answer.status) : null,
    keep: null,
    text,
    headers: answer.headers,
  };
  // Of a page that is as it should be nobody wants to keep a copy.
  return errorClass ? { ...observation, output: shorten(cleanText(text), 4_096) } : observation;
};

function problem(
  spec: HttpSpec,
  answer: Answer,
  seen: { found: boolean | null; text: string; tlsDays: number | null },
): ErrorClass | null {
  if (!accepts(spec.status, answer.status)) return "status";
  if (seen.found === false) return "text";
  if (spec.lacks !== null && seen.text.includes(spec.lacks)) return "unwanted";
  if (spec.maxMs !== null && answer.ms > spec.maxMs) return "slow";
  if (spec.minTlsDays !== null && seen.tlsDays !== null && seen.tlsDays < spec.minTlsDays) return "expiring";
  return null;
}

function accepts(expected: HttpSpec["status"], status: number): boolean {
  if (typeof expected === "number") return status === expected;
  if (Array.isArray(expected)) return expected.includes(status);
  return status >= expected.from && status <= expected.to;
}
