/** The rows of a list, in groups. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Destination } from "../core/chat.ts";
import type { Run } from "../core/run.ts";
import type { Instant, Zone } from "../core/schedule.ts";
import type { Scope } from "../core/store.ts";
import type { ListRow } from "../core/view.ts";
import { addDays, dayRange, localDate } from "../time/day.ts";
import { statusOf, upcoming } from "./cards.ts";

/** Where the list of a chat and topic is remembered: the number of the delivery that sent it, a space, what it shows. */
export function listKey({ chat, thread }: { chat: number; thread: number | null }): string {
  return `list/${chat}/${thread ?? 0}`;
}

/** A row, where it tells, and the run that waits for an answer. */
export interface Listed {
  row: ListRow;
  where: Destination;
  run: Run | null;
}

const order: ListRow["group"][] = ["ringing", "today", "tomorrow", "later", "event", "someday", "paused"];

/** What is ringing, to come, kept for someday or paused; what is over is left out. */
export async function listed(belfry: Belfry, scope: Scope, zone: Zone, label?: string): Promise<Listed[]> {
  const now = belfry.clock.now();
  const live = await belfry.store.actions.list({ ...scope, live: true });
  const actions = label === undefined ? live : live.filter(({ labels }) => labels.includes(label));
  const waiting = await waitingRuns(belfry, actions);
  const today = localDate(now, zone);
  const ends = { today: dayRange(today, zone).to, tomorrow: dayRange(addDays(today, 1), zone).to };
  const found = actions.flatMap((action) => {
    const run = waiting.get(action.id) ?? null;
    const row = rowOf(action, run, now, ends);
    return row === null ? [] : [{ row, where: action.destination ?? { chat: action.chat, thread: null }, run }];
  });
  const rank = ({ row }: Listed) => order.indexOf(row.group);
  const at = ({ row }: Listed) => row.next ?? Number.POSITIVE_INFINITY;
  // Two without a time are told apart by their number; infinity less infinity is no number.
  return found.sort((a, b) => rank(a) - rank(b) || at(a) - at(b) || a.row.id - b.row.id);
}

/** The newest run of each action that waits for an answer. */
export async function waitingRuns(belfry: Belfry, actions: Action[]): Promise<Map<number, Run>> {
  const runs = await belfry.store.runs.waiting(actions.map(({ id }) => id));
  return new Map(runs.map((run) => [run.action, run]));
}

/** It has rung, and nobody has answered or asked for another ring later. */
function isRinging(run: Run, now: Instant): boolean {
  const snoozed = run.note === "snooze" && (run.wakeAt ?? now) > now;
  return run.rings > 0 && !snoozed;
}

function rowOf(
  action: Action,
  run: Run | null,
  now: Instant,
  ends: { today: Instant; tomorrow: Instant },
): ListRow | null {
  const status = statusOf(action, now);
  const { id, title, schedule } = action;
  const row = { id, title, status, recurring: schedule.type !== "once" && schedule.type !== "manual" };
  const slot = nextOf(action, now);
  if (run && isRinging(run, now)) return { ...row, status: "active", group: "ringing", next: slot };
  if (schedule.type === "event" && status === "active" && !run?.wakeAt)
    return { ...row, status, group: "event", next: null };
  if (status === "paused" || status === "someday") return { ...row, group: status, next: slot };
  // What was snoozed, or waits for the end of quiet hours, rings next.
  const next = run?.wakeAt ? Math.min(run.wakeAt, slot ?? run.wakeAt) : slot;
  if (next === null) return null;
  const group = next < ends.today ? "today" : next < ends.tomorrow ? "tomorrow" : "later";
  return { ...row, status: "active", group, next };
}

/** The clock hand is the next slot where there is nothing to leave out. */
function nextOf(action: Action, now: Instant): Instant | null {
  const plain = action.leads.length === 0 && action.skipUntil === null && action.pause === null;
  return plain ? action.nextAt : (upcoming(action, now, 1)[0] ?? null);
}
