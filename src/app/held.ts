/** Whether what an action finds is told now: not under maintenance, and not while what it depends on is down. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Maintenance } from "../core/escalation.ts";
import type { Held } from "../core/reading.ts";
import { manualRunKey, type Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change } from "../core/store.ts";
import { statusOf } from "./cards.ts";

type Watched = Pick<Action, "id" | "chat">;

/** So many runs are looked through for the newest that saw something: one may be under way, others were skipped. */
const looks = 5;

export function covers(window: Maintenance, { id, chat }: Watched): boolean {
  return window.action === null ? window.chat === chat : window.action === id;
}

/** The windows that hold for it at this moment. */
export function maintained(windows: readonly Maintenance[], action: Watched, now: Instant): Maintenance[] {
  return windows.filter((one) => one.from <= now && one.until > now && covers(one, action));
}

/** Whether what others depend on is down: its newest look was bad. One that rests says nothing. */
async function isDown({ store }: Belfry, id: number, now: Instant): Promise<boolean> {
  const action = await store.actions.get(id);
  if (action === null) return false;
  const status = statusOf(action, now);
  // What paused because it failed is as down as before.
  if (status !== "active" && !(status === "paused" && action.pause?.failures !== undefined)) return false;
  const last = (await store.runs.history(id, looks)).find(({ data }) => data !== null);
  return last?.data?.verdict === "bad";
}

/** Answers for many actions of one moment; the windows are looked up once. */
export function holding(
  belfry: Belfry,
  now: Instant,
): (action: Watched & Pick<Action, "parent">) => Promise<Held | null> {
  let windows: Promise<Maintenance[]> | null = null;
  const parents = new Map<number, Promise<boolean>>();
  return async (action) => {
    windows ??= belfry.store.maintenance.ahead(now);
    if (maintained(await windows, action, now).length > 0) return "maintenance";
    if (action.parent === null) return null;
    const down = parents.get(action.parent) ?? isDown(belfry, action.parent, now);
    parents.set(action.parent, down);
    return (await down) ? "unreachable" : null;
  };
}

/** What was unreachable is looked at as soon as what it depends on is back. */
export async function lookAtChildren(belfry: Belfry, parent: number, run: Run, now: Instant): Promise<Change[]> {
  const changes: Change[] = [];
  for (const child of await belfry.store.actions.children(parent)) {
    const [last] = await belfry.store.runs.history(child.id, 1);
    if (statusOf(child, now) !== "active" || last?.data?.held !== "unreachable") continue;
    const row = { key: manualRunKey(child.id, `after/${run.id}`), action: child.id, slot: null, lead: 0 } as const;
    changes.push({ do: "addRun", row: { ...row, trigger: "manual", dueAt: now, wakeAt: now } });
  }
  return changes;
}
