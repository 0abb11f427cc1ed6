/** Watches a page, a part of it or a value in JSON, and says what has changed since the last look. */
import { z } from "zod";
import { differenceSince, isSame, remember } from "./difference.ts";
import { type Answer, fetchAnswer, textOf } from "./http/fetch.ts";
import { textOfHtml } from "./http/html.ts";
import { webAddress } from "./http/http.ts";
import { parseJsonPath, valueAt } from "./json-path.ts";
import { findNumber, numberSpec } from "./number.ts";
import { type Probe, Trouble, within } from "./probe.ts";
import { cleanText, shorten } from "./text.ts";

const marker = z.string().min(1).max(512);

export const pageSpec = z.strictObject({
  type: z.literal("page"),
  url: webAddress,
  /**
   * `text`: what a reader sees. `between`: of that, what stands between two marks (after the first of them that
   * occurs). `json`: one value, by `a.b[0]`.
   */
  watch: z
    .discriminatedUnion("by", [
      z.strictObject({ by: z.literal("text") }),
      z.strictObject({ by: z.literal("between"), start: marker, end: marker }),
      z.strictObject({
        by: z.literal("json"),
        path: z
          .string()
          .max(256)
          .refine((path) => parseJsonPath(path) !== null, "is no path like a.b[0]"),
      }),
    ])
    .default({ by: "text" }),
  /** Also read a number out of what is watched, as `value`. */
  number: numberSpec.nullable().default(null),
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
});

type PageSpec = z.infer<typeof pageSpec>;

export const page: Probe<PageSpec> = async (spec, context) => {
  const answer = await within(context, spec.timeoutMs, (signal) =>
    fetchAnswer({ url: spec.url, method: "GET", redirects: "follow" }, { ...context, signal }),
  );
  if (answer.status < 200 || answer.status > 299) throw new Trouble("status", String(answer.status));
  const seen = cleanText(watched(spec.watch, answer));
  const { previous } = context;
  const changed = previous !== null && !isSame(previous, seen);
  const value = spec.number === null ? null : findNumber(seen, spec.number);
  if (spec.number !== null && value === null) throw new Trouble("value");
  const { added, removed } = changed ? differenceSince(previous, seen) : { added: [], removed: [] };
  return {
    verdict: "good",
    summary: { probe: "page", status: answer.status, ms: answer.ms, value, changed, added, removed },
    measure: value ?? answer.ms,
    unit: value === null ? "ms" : "value",
    errorClass: null,
    detail: null,
    output: shorten(seen),
    keep: remember(seen),
    text: seen,
    headers: answer.headers,
  };
};

/** @throws Trouble when what is to be watched is not there. */
function watched(watch: PageSpec["watch"], answer: Answer): string {
  const text = textOf(answer);
  if (watch.by === "json") return jsonText(text, watch.path);
  const seen = /html/i.test(answer.headers["content-type"] ?? "html") ? textOfHtml(text) : text;
  if (watch.by === "text") return seen;
  const start = seen.indexOf(watch.start);
  const end = start === -1 ? -1 : seen.indexOf(watch.end, start + watch.start.length);
  if (end === -1) throw new Trouble("text", start === -1 ? watch.start : watch.end);
  return seen.slice(start + watch.start.length, end).trim();
}

function jsonText(text: string, path: string): string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Trouble("json");
  }
  const value = valueAt(json, parseJsonPath(path) ?? []);
  if (value === undefined) throw new Trouble("json", path);
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}
