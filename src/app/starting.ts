/** Runs that no slot opens: somebody starts them, or something happens. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { manualRunKey, type NewRun, type Trigger } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import { statusOf } from "./cards.ts";
import { kindOf } from "./kinds.ts";
import type { Call } from "./operation.ts";

export function startedRun(
  { id, labels }: Pick<Action, "id" | "labels">,
  key: string,
  trigger: Exclude<Trigger, "schedule">,
  now: Instant,
): NewRun {
  const labelled = labels.length > 0 ? { labels } : {};
  return { key, action: id, slot: null, lead: 0, trigger, dueAt: now, ...labelled };
}

/**
 * A look at once, as at its creation, at what a check is told to look at from now on: what it saw last was of something
 * else. Null for what is more than a look, or less, as waiting for a call; and for what rests, or is at work.
 */
export async function lookAnew(belfry: Belfry, call: Call, action: Action): Promise<(NewRun & { id: number }) | null> {
  const now = belfry.clock.now();
  const { looks, isCalled } = kindOf(belfry, action);
  if (
    !looks?.(action.spec) ||
    isCalled?.(action.spec) ||
    action.schedule.type === "event" ||
    statusOf(action, now) !== "active"
  )
    return null;
  const [newest] = await belfry.store.runs.history(action.id, 1);
  if (newest?.state === "running") return null;
  const id = await belfry.store.newId("run");
  return { ...startedRun(action, manualRunKey(action.id, call.key), "created", now), id };
}
