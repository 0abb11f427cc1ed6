/**
 * A check looks at something and tells its chat when that goes bad and when it is good again. Nothing is stored beside
 * the ledger: how it stands is worked out from its readings each time.
 */
import type { Policies } from "../../core/action.ts";
import type { Clock } from "../../core/clock.ts";
import type { Kind, Outcome, RunContext } from "../../core/kind.ts";
import type { Log } from "../../core/log.ts";
import type { RunData } from "../../core/reading.ts";
import type { Run } from "../../core/run.ts";
import type { Schedule } from "../../core/schedule.ts";
import { aboutOf } from "./about.ts";
import { failing, newsOf } from "./alarm.ts";
import type { CommandSettings } from "./command/settings.ts";
import { type JudgedReading, judge } from "./judge.ts";
import { look } from "./look.ts";
import type { Place } from "./net/dial.ts";
import type { Network } from "./net/network.ts";
import type { Reading } from "./probe.ts";
import { counts, ownConnectivity } from "./reach.ts";
import { askedCheckSpec } from "./save.ts";
import { type CheckSpec, checkSpec } from "./spec.ts";

/** What checks need of this machine and its settings, as they are at the moment. */
export interface CheckWorld {
  clock: Clock;
  log: Log;
  network(): Network;
  commands(): CommandSettings;
  /** Asked when it may be our own line that is down; none: never asked. */
  anchors: readonly Place[];
}

type Context = RunContext<CheckSpec>;

const hourMs = 3_600_000;
/** So many readings are looked at, and four times as many while the oldest of them is bad. */
const fewest = 30;
const most = 2_000;

export function checkKind(world: CheckWorld): Kind<CheckSpec> {
  return {
    name: "check",
    summary: "Looks at something and tells when it goes bad.",
    spec: checkSpec,
    asked: askedCheckSpec,
    repeatable: true,
    policies,
    names: () => Object.keys(world.commands().named),
    about: (spec) => aboutOf(checkSpec.parse(spec)),
    run: (context) => run(world, context),
  };
}

/** A look that was missed for more than a period is of no use. A bad one is not tried again: that is the next one's. */
function policies(schedule: Schedule): Policies {
  const period = schedule.type === "every" ? Math.max(schedule.ms, 60_000) : hourMs;
  return { misfire: "once", misfireWindowMs: period, overlap: "skip", attempts: 1 };
}

async function run(world: CheckWorld, context: Context): Promise<Outcome> {
  const { clock, log, network, commands, anchors } = world;
  const { signal, spec, action } = context;
  const reading = await look(spec, {
    ...{ signal, clock, log },
    previous: await context.kept(),
    idempotencyKey: context.run.key,
    network: network(),
    commands: commands(),
    calls: { since: action.createdAt, last: null },
  });
  const ours =
    !counts(reading, "offline") && !counts(reading, await ownConnectivity(anchors, { network: network(), signal }));
  if (ours) return { result: "skip", reason: "offline" };
  return outcomeOf(reading, await told(context, reading), context.held);
}

function outcomeOf(reading: Reading, told: RunData["told"], held: RunContext<unknown>["held"]): Outcome {
  const { output, keep, attachment: _, ...seen } = reading;
  // Of what is as it should be, and as it was, nobody wants a copy.
  const worthKeeping = reading.verdict === "bad" || judgedOf(reading).changed;
  const more = {
    data: { ...seen, told, ...(held === null ? {} : { held }) },
    ...(output === undefined || !worthKeeping ? {} : { output }),
    ...(keep === null ? {} : { keep }),
  };
  if (reading.verdict === "good") return { result: "success", ...more };
  return { result: "failure", error: reading.errorClass ?? "bad", retry: false, told: true, ...more };
}

/** Says how it stands to the escalations, and tells the chat what they do not. */
async function told(context: Context, reading: Reading): Promise<RunData["told"]> {
  const { spec, run, now } = context;
  if (context.held === "unreachable" && reading.verdict === "bad") return null;
  const present = { at: run.startedAt ?? now, ...judgedOf(reading) };
  const { news, current } = judge([...(await pastOf(context)), present], spec);
  if (current.state === "bad") context.alarm(failing(reading));
  if (current.state === "good") context.alarm({ alarm: "fine" });
  if (news === null) return null;
  if (news.news !== "down" && news.news !== "up" && context.held === null)
    context.message(newsOf(context, reading, news));
  return news.news;
}

/** Earlier readings, oldest first, back to a good one where there is any. */
async function pastOf(context: Context): Promise<JudgedReading[]> {
  for (let limit = fewest; ; limit *= 4) {
    const runs = await context.history(limit);
    const past = runs.flatMap(judgedRun).reverse();
    if (runs.length < limit || limit >= most || past[0]?.verdict === "good") return past;
  }
}

function judgedRun({ data, startedAt, dueAt }: Run): JudgedReading[] {
  // While it could not be reached nothing was to be learnt of it.
  return data === null || data.held === "unreachable" ? [] : [{ at: startedAt ?? dueAt, ...judgedOf(data) }];
}

function judgedOf({ verdict, errorClass, summary }: Pick<RunData, "verdict" | "errorClass" | "summary">) {
  return { verdict, errorClass, changed: "changed" in summary && summary.changed };
}
