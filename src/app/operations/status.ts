import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import type { RingItem, View } from "../../core/view.ts";
import { DAY } from "../../time/wall.ts";
import { isListed, scopeOf } from "../access.ts";
import { escalationCard } from "../escalating/cards.ts";
import { isLive } from "../find.ts";
import { openHere } from "../find-escalation.ts";
import { holding } from "../held.ts";
import { type Listed, listed } from "../listing.ts";
import type { Call, Operation } from "../operation.ts";

type Status = Extract<View, { view: "status" }>;

const input = z.object({});

export const showStatus: Operation<z.infer<typeof input>> = {
  name: "status",
  summary: "Shows how everything is that is listed here.",
  needs: "member",
  input,
  run: async (belfry, _input, call) => {
    const { store, clock } = belfry;
    const now = clock.now();
    const scope = scopeOf(call);
    const all = await listed(belfry, scope, call.settings.zone);
    const paused = all.filter(({ row }) => row.status === "paused").length;
    const day = await store.runs.since(now - DAY, scope);
    const open = await Promise.all((await openHere(belfry, call)).map((one) => escalationCard(belfry, one)));
    const known = new Set(open.map(({ action }) => action));
    const cut = await unreachable(belfry, call, now);
    for (const { action } of cut) known.add(action);
    const bad = (await failing(belfry, call)).filter(({ action }) => !known.has(action));
    for (const { action } of bad) known.add(action);
    const overdue = (await late(belfry, call)).filter(({ action }) => !known.has(action));
    for (const { action } of overdue) known.add(action);
    const view: Status = {
      view: "status",
      green: all.filter(({ row }) => row.status !== "paused" && !known.has(row.id)).length,
      paused,
      ...{ open, failing: bad, unreachable: cut.map(({ title, parent }) => ({ title, parent })) },
      late: overdue.map(({ action: _, ...one }) => one),
      ringing: all.flatMap(ringOf),
      next: nextOf(all, now),
      held: belfry.held(),
      waitingDeliveries: await store.deliveries.waiting(call.chat),
      ...{ runs24h: day.runs, failed24h: day.failed },
    };
    return { show: [{ view }], changes: [] };
  },
};

function ringOf({ row, run }: Listed): RingItem[] {
  if (row.group !== "ringing" || run === null) return [];
  return [{ run: run.id, action: row.id, title: row.title, slot: run.slot, state: null }];
}

/** Those whose newest run failed, within a week, and of which another is to come. */
async function failing(belfry: Belfry, call: Call): Promise<Status["failing"]> {
  const found: Status["failing"] = [];
  for (const run of await belfry.store.runs.lastFailed(belfry.clock.now() - 7 * DAY)) {
    const action = await belfry.store.actions.get(run.action);
    if (action === null || action.deletedAt !== null || !isLive(action) || !isListed(call, action)) continue;
    found.push({ action: action.id, title: action.title, reason: run.reason });
  }
  return found;
}

/** Those whose parent is down, which say nothing of their own meanwhile. */
async function unreachable(belfry: Belfry, call: Call, now: number) {
  const { store } = belfry;
  const held = holding(belfry, now);
  const found: { action: number; title: string; parent: string }[] = [];
  for (const action of await store.actions.list({ ...scopeOf(call), live: true })) {
    if (action.parent === null || action.pause !== null || (await held(action)) !== "unreachable") continue;
    const parent = (await store.actions.get(action.parent))?.title ?? "";
    found.push({ action: action.id, title: action.title, parent });
  }
  return found;
}

/** Those that nobody has called in time, as they were seen last: a look is made when that changes. */
async function late(belfry: Belfry, call: Call) {
  const { store, kinds } = belfry;
  const found: { action: number; title: string; expectedAt: number; redAt: number }[] = [];
  for (const { id, title, kind, spec, pause } of await store.actions.list({ ...scopeOf(call), live: true })) {
    if (pause !== null || kinds.get(kind)?.about?.(spec)?.graceMs === undefined) continue;
    const seen = (await store.runs.finished(id, 1))[0]?.data?.summary;
    if (seen?.probe !== "ping" || seen.state !== "late" || seen.expectedAt === null || seen.downAt === null) continue;
    found.push({ action: id, title, expectedAt: seen.expectedAt, redAt: seen.downAt });
  }
  return found;
}

function nextOf(all: Listed[], now: number): Status["next"] {
  const slots = all.flatMap(({ row: { id, title, status, next } }) =>
    status === "active" && next !== null && next > now ? [{ action: id, title, at: next }] : [],
  );
  return slots.sort((a, b) => a.at - b.at)[0] ?? null;
}
