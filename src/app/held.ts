/** Whether what an action finds is told now: not under maintenance, and not while what it depends on is down. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Maintenance } from "../core/escalation.ts";
import type { Held } from "../core/reading.ts";
import type { Instant } from "../core/schedule.ts";

type Watched = Pick<Action, "id" | "chat">;

export function covers(window: Maintenance, { id, chat }: Watched): boolean {
  return window.action === null ? window.chat === chat : window.action === id;
}

/** The windows that hold for it at this moment. */
export function maintained(windows: readonly Maintenance[], action: Watched, now: Instant): Maintenance[] {
  return windows.filter((one) => one.from <= now && one.until > now && covers(one, action));
}

/** Answers for many actions of one moment; the windows are looked up once. */
export function holding(belfry: Belfry, now: Instant): (action: Watched) => Promise<Held | null> {
  let windows: Promise<Maintenance[]> | null = null;
  return async (action) => {
    windows ??= belfry.store.maintenance.ahead(now);
    return maintained(await windows, action, now).length > 0 ? "maintenance" : null;
  };
}
