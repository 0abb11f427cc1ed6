import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Instant } from "../../core/schedule.ts";
import type { View } from "../../core/view.ts";
import { nextFires } from "../../time/next-fire.ts";
import { DAY } from "../../time/wall.ts";
import { scopeOf } from "../access.ts";
import { statusOf } from "../cards.ts";
import { waitingRuns } from "../listing.ts";
import type { Operation } from "../operation.ts";
import { instant } from "./inputs.ts";

/** What comes more often on a day stands there once, with how often it comes. */
const mostPerDay = 6;
const mostRows = 100;
/** What comes next: so many actions, each with its first time within a year. */
const soonest = { actions: 5, within: 366 * DAY };

/** Without a stretch of time: what comes next. */
const input = z.object({ from: instant, to: instant }).partial();

type Row = Extract<View, { view: "agenda" }>["rows"][number];

export const showAgenda: Operation<z.infer<typeof input>> = {
  name: "agenda",
  summary:
    "Shows what is still to come for people in a stretch of time, its end not included, or what comes next; checks are not for them.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const now = belfry.clock.now();
    const next = input.to === undefined;
    const { from = now, to = now + soonest.within } = input;
    const most = next ? 1 : mostPerDay * Math.max(1, Math.round((to - from) / DAY));
    const begin = Math.max(from, now);
    const all = await belfry.store.actions.list({ ...scopeOf(call), live: true });
    const actions = all.filter(({ kind }) => belfry.kinds.get(kind)?.about === undefined);
    const rows = actions.flatMap((action) => firesWithin(action, now, { from: begin, to }, most));
    const waiting = await waitingRuns(belfry, actions);
    for (const { id, title } of actions) {
      const run = waiting.get(id);
      const again = run && run.note !== "expire" && run.wakeAt !== null ? run.wakeAt : null;
      if (again !== null && again >= begin && again < to) rows.push({ action: id, title, at: again, lead: 0 });
    }
    rows.sort((a, b) => a.at - b.at || a.action - b.action);
    const shown = rows.slice(0, next ? soonest.actions : mostRows);
    return { show: [{ view: { view: "agenda", from, to, rows: shown, ...(next && { next }) } }], changes: [] };
  },
};

/** Its times, or where they are more than `most` the first of them with how often it comes. */
function firesWithin(action: Action, now: Instant, { from, to }: { from: Instant; to: Instant }, most: number): Row[] {
  const { id, title, schedule, leads, pause, skipUntil } = action;
  const paused = statusOf(action, now) === "paused";
  if (paused && pause?.until === null) return [];
  const rows: Row[] = [];
  let next = nextFires(schedule, leads, Math.max(from, paused ? (pause?.until ?? from) : from) - 1);
  while (next && next.at < to && rows.length <= most) {
    for (const { slot, lead } of next.fires) {
      if (slot > (skipUntil ?? 0)) rows.push({ action: id, title, at: next.at, lead });
    }
    next = nextFires(schedule, leads, next.at);
  }
  const [first] = rows;
  if (!first || rows.length <= most) return rows;
  return [schedule.type === "once" ? first : { ...first, lead: 0, often: schedule }];
}
