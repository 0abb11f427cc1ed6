/** What is written when runs end: their rows, their messages, and what becomes of the runs they replace. */
import type { Belfry } from "../../core/belfry.ts";
import { tells } from "../../core/notify.ts";
import { type Run, runKey } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change, Settle } from "../../core/store.ts";
import { alarms } from "../escalator.ts";
import { mayRepeat, notifyOf } from "../kinds.ts";
import { ending, isFinal } from "./ending.ts";
import { type Ended, followed } from "./events.ts";
import { folded } from "./gates.ts";
import { letters } from "./letters.ts";
import { failureNotice } from "./notices.ts";
import { type Finish, keptKey } from "./perform.ts";
import { editLast, newestRings, overtaken, replace, rings, runsReplacedBy } from "./replacing.ts";
import { rested } from "./resting.ts";
import { resultOnCard } from "./result.ts";

/** One entry for each finish, in the same order. */
export async function settling(belfry: Belfry, finishes: Finish[], now: Instant): Promise<Settle[]> {
  const newest = newestRings(finishes);
  const current = finishes.map((finish) => {
    return rings(finish) && newest.get(finish.action.id) !== finish ? overtaken(finish, now) : finish;
  });
  const posted = await letters(belfry, current, now);
  const alarmed = await alarms(
    belfry,
    current.filter((finish) => !isFailing(finish)),
    now,
  );
  const patches = new Map(current.map((finish) => [finish, patchOf(belfry, finish, now)]));
  const happening = await followed(belfry, endedOf(patches), now);
  const replaced = await runsReplacedBy(belfry, [...newest.values()]);
  const settles: Settle[] = [];
  for (const finish of current) {
    const { run, action } = finish;
    const changes = [
      ...(await retold(belfry, finish, posted.get(finish) ?? [])),
      ...(await failed(belfry, finish, now)),
      ...(await brokenOff(belfry, finish, patches.get(finish) ?? {}, now)),
      ...(await rested(belfry, finish, patches.get(finish)?.outcome ?? null, now)),
      ...kept(finish),
      ...again(finish),
      ...(await resultOnCard(belfry, finish)),
      ...(alarmed.get(finish) ?? []),
      ...(happening.get(run.id) ?? []),
    ];
    const patch = patches.get(finish) ?? {};
    const fold = patch.outcome === "skipped" ? await folded(belfry, action, run, patch.reason ?? "") : null;
    const older = newest.get(action.id) === finish ? replaced.filter((old) => old.action === action.id) : [];
    for (const old of older) changes.push(...(await replace(belfry, old, action.title, now)));
    settles.push({
      run: run.id,
      attempt: run.attempts,
      patch: { ...patch, ...fold?.patch },
      changes: [...changes, ...(fold?.changes ?? [])],
    });
  }
  return settles;
}

function patchOf(belfry: Belfry, finish: Finish, now: Instant): Partial<Run> {
  return ending(finish, mayRepeat(belfry, finish.action), now);
}

/** What Belfry's own end has broken off and must not be done twice. */
async function brokenOff(
  belfry: Belfry,
  { run, action }: Finish,
  patch: Partial<Run>,
  now: Instant,
): Promise<Change[]> {
  return patch.outcome === "interrupted" ? [await failureNotice(belfry, run, action, "interrupted", now)] : [];
}

function endedOf(patches: Map<Finish, Partial<Run>>): Ended[] {
  return [...patches].flatMap(([{ run }, { outcome }]) => (outcome ? [{ run, outcome }] : []));
}

/** The messages; an earlier ring that was never sent gives way to the new one, a sent one loses its buttons. */
async function retold(belfry: Belfry, finish: Finish, posted: Change[]): Promise<Change[]> {
  const { run, amended } = finish;
  if (isFailing(finish)) return [];
  const again = rings(finish) && run.rings > 0;
  const edit = amended ? await editLast(belfry, run, amended, again ? "dropped" : "sent") : [];
  return again ? [{ do: "dropQueued", run: run.id }, ...posted, ...edit] : [...posted, ...edit];
}

function kept({ outcome, action }: Finish): Change[] {
  if (!("keep" in outcome) || outcome.keep === undefined) return [];
  return [{ do: "putMeta", key: keptKey(action.id), value: outcome.keep }];
}

/** A run at this instant; that it is also a slot makes no second one. */
function again({ outcome, action }: Finish): Change[] {
  if (!("again" in outcome) || outcome.again === undefined) return [];
  const at = outcome.again;
  const row = {
    key: runKey(action.id, at),
    action: action.id,
    slot: at,
    lead: 0,
    trigger: "schedule",
    dueAt: at,
  } as const;
  return [{ do: "addRun", row: { ...row, ...(action.labels.length > 0 ? { labels: action.labels } : {}) } }];
}

/** A try that will be repeated has said nothing. */
function isFailing(finish: Finish): boolean {
  return finish.outcome.result === "failure" && !isFinal(finish);
}

async function failed(belfry: Belfry, finish: Finish, now: Instant): Promise<Change[]> {
  const { outcome, run, action } = finish;
  if (outcome.result !== "failure" || outcome.told || finish.alarm !== null || !isFinal(finish)) return [];
  if (!tells(notifyOf(belfry.kinds.get(action.kind), action), "failure")) return [];
  return [await failureNotice(belfry, run, action, outcome.error, now)];
}
