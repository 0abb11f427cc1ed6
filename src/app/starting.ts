/** Runs that no slot opens: somebody starts them, or something happens. */
import type { Action } from "../core/action.ts";
import type { NewRun, Trigger } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";

export function startedRun(
  { id, labels }: Pick<Action, "id" | "labels">,
  key: string,
  trigger: Exclude<Trigger, "schedule">,
  now: Instant,
): NewRun {
  const labelled = labels.length > 0 ? { labels } : {};
  return { key, action: id, slot: null, lead: 0, trigger, dueAt: now, ...labelled };
}
