/** One look: the probe of the spec, then its conditions, as one reading. */

import type { Summary } from "../../core/reading.ts";
import { command } from "./command/command.ts";
import { parseCondition } from "./condition/condition.ts";
import { decidedBy, evaluate } from "./condition/evaluate.ts";
import { dns } from "./dns.ts";
import { domain } from "./domain.ts";
import { classOf, factsOf } from "./facts.ts";
import { http } from "./http/http.ts";
import { page } from "./page.ts";
import { ping } from "./ping.ts";
import { type Observation, type ProbeContext, type Reading, Trouble } from "./probe.ts";
import type { CheckSpec, ProbeSpec } from "./spec.ts";
import { tcp } from "./tcp.ts";
import { tests } from "./tests/tests.ts";
import { tls } from "./tls.ts";

/**
 * Everything that can go wrong out there is a bad reading. Rejects with the reason of `context.signal` when that was
 * aborted; any other rejection is a mistake of ours.
 */
export async function look(spec: CheckSpec, context: ProbeContext): Promise<Reading> {
  const observation = await observe(spec.probe, context);
  const { text: _, headers: __, ...reading } = judged(spec, observation);
  return reading;
}

async function observe(spec: ProbeSpec, context: ProbeContext): Promise<Observation> {
  try {
    return await probe(spec, context);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof Trouble)) throw error;
    const { errorClass, detail } = error;
    return {
      verdict: "bad",
      summary: unseen(spec),
      measure: null,
      unit: null,
      errorClass,
      detail,
      // What was seen before stays what the next look is compared with.
      keep: context.previous,
    };
  }
}

function probe(spec: ProbeSpec, context: ProbeContext): Promise<Observation> {
  switch (spec.type) {
    case "command":
      return command(spec, context);
    case "http":
      return http(spec, context);
    case "tcp":
      return tcp(spec, context);
    case "dns":
      return dns(spec, context);
    case "tls":
      return tls(spec, context);
    case "domain":
      return domain(spec, context);
    case "page":
      return page(spec, context);
    case "ping":
      return ping(spec, context);
    case "tests":
      return tests(spec, context);
  }
}

/** A summary of nothing. */
function unseen(spec: ProbeSpec): Summary {
  const ms = null;
  switch (spec.type) {
    case "command":
      return { probe: "command", exit: null, signal: null, ms, value: null, changed: false };
    case "http":
      return { probe: "http", status: null, ms, found: null, tlsDays: null, redirects: 0 };
    case "tcp":
      return { probe: "tcp", ms };
    case "dns":
      return { probe: "dns", ms, records: [], changed: false };
    case "tls":
      return { probe: "tls", ms, tlsDays: null, chainDays: null, problem: null };
    case "domain":
      return { probe: "domain", ms, days: null, expiresAt: null };
    case "page":
      return { probe: "page", status: null, ms, value: null, changed: false, added: [], removed: [] };
    case "ping":
      return { probe: "ping", state: "waiting", lastAt: null, expectedAt: null, downAt: null, exit: null };
    case "tests":
      return {
        probe: "tests",
        report: "exit",
        exit: null,
        ms,
        passed: 0,
        failed: 0,
        skipped: 0,
        total: 0,
        failing: [],
      };
  }
}

/** Conditions only make a good reading bad: what a probe itself calls bad stays so. */
function judged({ goodWhen, badWhen }: CheckSpec, observation: Observation): Observation {
  if (observation.verdict === "bad") return observation;
  const facts = factsOf(observation);
  for (const [text, wanted] of [
    [goodWhen, true],
    [badWhen, false],
  ] as const) {
    if (text === null) continue;
    const condition = parseCondition(text);
    const holds = evaluate(condition, facts);
    if (holds === wanted) continue;
    const name = decidedBy(condition, facts);
    // What of the text it is about stands in the condition.
    if (name === "text") {
      return { ...observation, verdict: "bad", errorClass: holds === true ? "unwanted" : "text", detail: null };
    }
    const fact = facts(name);
    const detail = typeof fact === "string" ? name : `${name} ${fact ?? "?"}`;
    return { ...observation, verdict: "bad", errorClass: classOf(name), detail };
  }
  return observation;
}
