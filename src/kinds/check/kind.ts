/**
 * A check looks at something and tells its chat when that goes bad and when it is good again. Nothing is stored beside
 * the ledger: how it stands is worked out from its readings each time.
 */
import type { Policies } from "../../core/action.ts";
import type { Clock } from "../../core/clock.ts";
import type { HookCall } from "../../core/hook.ts";
import type { Kind, Outcome, RunContext } from "../../core/kind.ts";
import type { Log } from "../../core/log.ts";
import type { RunData } from "../../core/reading.ts";
import type { Run } from "../../core/run.ts";
import type { Instant, Schedule } from "../../core/schedule.ts";
import { aboutOf } from "./about.ts";
import { alarmOf, newsOf } from "./alarm.ts";
import type { CommandSettings } from "./command/settings.ts";
import { digest } from "./difference.ts";
import { decides, type JudgedReading, judge } from "./judge.ts";
import { look } from "./look.ts";
import type { Place } from "./net/dial.ts";
import type { Network } from "./net/network.ts";
import { nextLook } from "./ping.ts";
import type { Reading } from "./probe.ts";
import { counts, ownConnectivity } from "./reach.ts";
import { approvable, askedCheckSpec } from "./save.ts";
import { type CheckSpec, checkSpec } from "./spec.ts";

/** What checks need of this machine and its settings, as they are at the moment. */
export interface CheckWorld {
  clock: Clock;
  log: Log;
  network(): Network;
  commands(): CommandSettings;
  /** The last call of an action from outside. */
  lastCall(action: number): Promise<HookCall | null>;
  /** The key of the command that an owner has approved for an action, null where there is none. */
  approvedKey(action: number): Promise<string | null>;
  /** Asked when it may be our own line that is down; none: never asked. */
  anchors: readonly Place[];
}

type Context = RunContext<CheckSpec>;

const hourMs = 3_600_000;
/** So many readings are looked at, and four times as many while they do not say how it stands. */
const fewest = 30;
const most = 2_000;

export function checkKind(world: CheckWorld): Kind<CheckSpec> {
  return {
    name: "check",
    summary: "Looks at something and tells when it goes bad.",
    spec: checkSpec,
    asked: askedCheckSpec,
    repeatable: true,
    notify: "failure",
    policies,
    looks: (spec) => read(spec, ({ probe }) => probe.type !== "command" && probe.type !== "tests") ?? false,
    isCalled: (spec) => read(spec, ({ probe }) => probe.type === "ping") ?? false,
    approvable: (spec) => read(spec, approvable),
    names: () => Object.keys(world.commands().named),
    about: (spec) => read(spec, aboutOf),
    run: (context) => run(world, context),
  };
}

/** What was stored before the form became stricter fails when it runs, and can be shown, paused and deleted until then. */
function read<T>(spec: unknown, of: (spec: CheckSpec) => T): T | null {
  const { data } = checkSpec.safeParse(spec);
  return data === undefined ? null : of(data);
}

/**
 * A look that was missed for more than a period is of no use, but for a single one. A bad one is not tried again: that is
 * the next one's.
 */
function policies(schedule: Schedule): Policies {
  const often = schedule.type === "every" ? Math.max(schedule.ms, 60_000) : hourMs;
  const period = schedule.type === "once" ? null : often;
  return { misfire: "once", misfireWindowMs: period, overlap: "skip", attempts: 1 };
}

async function run(world: CheckWorld, context: Context): Promise<Outcome> {
  const { clock, log, network, commands, anchors } = world;
  const { signal, spec, action } = context;
  // What it put off itself may come due while it is paused.
  const { pause } = action;
  const isPaused = pause !== null && (pause.until === null || pause.until > clock.now());
  if (isPaused && context.run.slot !== null) return { result: "skip", reason: "paused" };
  const mark = markOf(context);
  const kept = await context.kept();
  const previous = kept?.startsWith(mark) ? kept.slice(mark.length) : null;
  const reading = await look(spec, {
    ...{ signal, clock, log },
    previous,
    idempotencyKey: context.run.key,
    survives: context.survives,
    network: network(),
    commands: { ...commands(), approved: await approvals(world, context) },
    calls: await callsOf(world, context),
  });
  // There is no next look that a single one could leave it to.
  const ours =
    !isSingle(action) &&
    !counts(reading, "offline") &&
    !counts(reading, await ownConnectivity(anchors, { network: network(), signal }));
  if (ours) return { result: "skip", reason: "offline" };
  const again = nextLook(reading.summary, action.schedule, previous, clock.now());
  return outcomeOf(reading, await told(context, reading), { again, held: context.held, mark });
}

/** What is handed on is of this look only: another page is no change of the page, another time no reason to wait. */
function markOf({ spec: { probe }, action: { schedule } }: Context): string {
  return `${digest(JSON.stringify(probe.type === "ping" ? [probe, schedule] : probe))} `;
}

/** "Test once" is an approval for one run. */
async function approvals({ approvedKey }: CheckWorld, { action, run }: Context): Promise<(key: string) => boolean> {
  const known = await approvedKey(action.id);
  return (key) => key === known || (run.trigger !== "event" && run.note === "approved once");
}

async function callsOf({ lastCall }: CheckWorld, { action, spec, history }: Context) {
  if (spec.probe.type !== "ping") return null;
  const { schedule, createdAt: since } = action;
  const paused = (await history(fewest)).find((run) => run.outcome === "skipped" && run.reason === "paused");
  const resumed = paused?.slotTo ?? paused?.slot ?? since;
  return { schedule, since: Math.max(since, resumed), last: await lastCall(action.id) };
}

function outcomeOf(
  reading: Reading,
  told: RunData["told"],
  { again, held, mark }: { again: Instant | null; held: RunContext<unknown>["held"]; mark: string },
): Outcome {
  const { output, keep, attachment: _, ...seen } = reading;
  // Of what is as it should be, and as it was, nobody wants a copy.
  const worthKeeping = reading.verdict === "bad" || judgedOf(reading).changed;
  const more = {
    data: { ...seen, told, ...(held === null ? {} : { held }) },
    ...(output === undefined || !worthKeeping ? {} : { output }),
    ...(keep === null ? {} : { keep: mark + keep }),
    ...(again === null ? {} : { again, keep: mark + String(again) }),
  };
  if (reading.verdict === "good") return { result: "success", ...more };
  return { result: "failure", error: reading.errorClass ?? "bad", retry: false, told: true, ...more };
}

/** Says how it stands to the escalations, and tells the chat what they do not. */
async function told(context: Context, reading: Reading): Promise<RunData["told"]> {
  const { spec, run, now } = context;
  if (context.held === "unreachable" && reading.verdict === "bad") return null;
  const past = await pastOf(context);
  const seen = judgedOf(reading);
  const changed = seen.changed || (await changedState(context, reading));
  const judged = judge([...past, { ...seen, at: run.startedAt ?? now, changed }], spec);
  const alarm = alarmOf(reading, judged, spec);
  if (alarm && !isSingle(context.action)) context.alarm(alarm);
  const news = judged.news?.news ?? null;
  // Who is to repair tests wants to read what they said.
  const failedTests = news === "down" && reading.attachment !== undefined;
  const isNew = news === "changed" && context.held === null;
  const shown = isNew && context.notify !== "always" && !isSingle(context.action) ? "changed" : "result";
  const told = failedTests || isSingle(context.action) ? "failure" : isNew ? "change" : "result";
  context.message(newsOf(context, reading, shown), { news: told });
  return news;
}

/** Looks once: its result is what it is for, good or bad, and nothing stays open that no later look would end. */
function isSingle({ schedule }: Context["action"]): boolean {
  return schedule.type === "once";
}

/** What is expected changes by itself when nobody calls. */
async function changedState({ notify, history }: Context, { summary }: Reading): Promise<boolean> {
  if (notify !== "change" || summary.probe !== "ping") return false;
  const last = (await history(fewest)).find(({ data }) => data !== null)?.data?.summary;
  return last?.probe === "ping" && last.state !== summary.state;
}

/** Earlier readings, oldest first, back to a good one and so far that those before them change nothing. */
async function pastOf(context: Context): Promise<JudgedReading[]> {
  for (let limit = fewest; ; limit *= 4) {
    const runs = await context.history(limit);
    const past = runs.flatMap(judgedRun).reverse();
    const enough = past[0]?.verdict === "good" && decides(past, context.spec);
    if (runs.length < limit || limit >= most || enough) return past;
  }
}

function judgedRun({ data, startedAt, dueAt }: Run): JudgedReading[] {
  // While it could not be reached nothing was to be learnt of it.
  return data === null || data.held === "unreachable" ? [] : [{ at: startedAt ?? dueAt, ...judgedOf(data) }];
}

function judgedOf({ verdict, errorClass, summary }: Pick<RunData, "verdict" | "errorClass" | "summary">) {
  return { verdict, errorClass, changed: "changed" in summary && summary.changed };
}
