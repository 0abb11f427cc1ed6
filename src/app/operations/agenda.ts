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

const input = z.object({ from: instant, to: instant });

type Row = Extract<View, { view: "agenda" }>["rows"][number];

export const showAgenda: Operation<z.infer<typeof input>> = {
  name: "agenda",
  summary:
    "Shows what is still to come for people in a stretch of time, its end not included; checks are not for them.",
  needs: "member",
  input,
  run: async (belfry, { from, to }, call) => {
    const now = belfry.clock.now();
    const begin = Math.max(from, now);
    const all = await belfry.store.actions.list({ ...scopeOf(call), live: true });
    const actions = all.filter(({ kind }) => belfry.kinds.get(kind)?.about === undefined);
    const rows = actions.flatMap((action) => firesWithin(action, now, begin, to));
    const waiting = await waitingRuns(belfry, actions);
    for (const { id, title } of actions) {
      const run = waiting.get(id);
      const again = run && run.note !== "expire" && run.wakeAt !== null ? run.wakeAt : null;
      if (again !== null && again >= begin && again < to) rows.push({ action: id, title, at: again, lead: 0 });
    }
    rows.sort((a, b) => a.at - b.at || a.action - b.action);
    return { show: [{ view: { view: "agenda", from, to, rows: rows.slice(0, mostRows) } }], changes: [] };
  },
};

function firesWithin(action: Action, now: Instant, from: Instant, to: Instant): Row[] {
  const { id, title, schedule, leads, pause, skipUntil } = action;
  const paused = statusOf(action, now) === "paused";
  if (paused && pause?.until === null) return [];
  const rows: Row[] = [];
  const most = mostPerDay * Math.max(1, Math.round((to - from) / DAY));
  let next = nextFires(schedule, leads, Math.max(from, paused ? (pause?.until ?? from) : from) - 1);
  while (next && next.at < to && rows.length <= most) {
    for (const { slot, lead } of next.fires) {
      if (slot > (skipUntil ?? 0)) rows.push({ action: id, title, at: next.at, lead });
    }
    next = nextFires(schedule, leads, next.at);
  }
  const [first] = rows;
  return first && rows.length > most ? [{ ...first, lead: 0, often: schedule }] : rows;
}
