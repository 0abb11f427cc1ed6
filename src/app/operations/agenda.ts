import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Instant } from "../../core/schedule.ts";
import { nextFires } from "../../time/next-fire.ts";
import { scopeOf } from "../access.ts";
import { statusOf } from "../cards.ts";
import { waitingRuns } from "../listing.ts";
import type { Operation } from "../operation.ts";
import { instant } from "./inputs.ts";

const mostOfAction = 24;
const mostRows = 100;

const input = z.object({ from: instant, to: instant });

interface Row {
  action: number;
  title: string;
  at: Instant;
  lead: number;
}

export const showAgenda: Operation<z.infer<typeof input>> = {
  name: "agenda",
  summary: "Shows everything still due in a stretch of time, its end not included.",
  needs: "member",
  input,
  run: async (belfry, { from, to }, call) => {
    const now = belfry.clock.now();
    const begin = Math.max(from, now);
    const actions = await belfry.store.actions.list({ ...scopeOf(call), live: true });
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
  let next = nextFires(schedule, leads, Math.max(from, paused ? (pause?.until ?? from) : from) - 1);
  while (next && next.at < to && rows.length < mostOfAction) {
    for (const { slot, lead } of next.fires) {
      if (slot > (skipUntil ?? 0)) rows.push({ action: id, title, at: next.at, lead });
    }
    next = nextFires(schedule, leads, next.at);
  }
  return rows;
}
