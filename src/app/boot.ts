/**
 * What the process before this one left behind. A run that had begun is done again where its kind allows it and is
 * interrupted where not; a message that was being sent may have arrived, so it is sent again and says so.
 */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { crashReason, type Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Settle } from "../core/store.ts";
import { nextFires } from "../time/next-fire.ts";
import { zoneVersion } from "../time/zones.ts";
import { crashesInARow, mostCrashes } from "./crashes.ts";
import { followed, happened } from "./engine/events.ts";
import { failureNotice, tellOwners } from "./engine/notices.ts";
import { tellTried } from "./escalating/trial.ts";
import { stopping } from "./stopping.ts";

/** Actions looked at in one go when the zone rules changed. */
const PAGE = 500;

/** Returns the actions of which one may have brought down the process before. */
export async function boot(belfry: Belfry, zones: string = zoneVersion()): Promise<number[]> {
  const suspects = await settleRuns(belfry);
  await requeueDeliveries(belfry);
  await followZones(belfry, zones);
  await tellStart(belfry);
  return suspects;
}

/** What waits for a start has its run now. */
async function tellStart(belfry: Belfry): Promise<void> {
  const now = belfry.clock.now();
  const opened = await happened(belfry, "startup", `startup/${now}`, now);
  if (opened.length > 0) await belfry.store.commit(opened);
}

async function settleRuns(belfry: Belfry): Promise<number[]> {
  const now = belfry.clock.now();
  const orphans = await belfry.store.runs.orphans();
  if (orphans.length === 0) return [];
  const crashes = await crashesInARow(belfry, orphans);
  const settles: Settle[] = [];
  const stopped = new Set<number>();
  for (const { run, action } of orphans) {
    const inARow = crashes.get(action.id) ?? 1;
    const stops = inARow >= mostCrashes && action.deletedAt === null;
    const settle = await orphan(belfry, { run, action, inARow, stops }, now);
    if (stops && !stopped.has(action.id)) settle.changes.push(...(await stopping(belfry, run, action, inARow, now)));
    if (stops) stopped.add(action.id);
    settles.push(settle);
  }
  await belfry.store.runs.settle(settles);
  belfry.log.warn({ runs: orphans.length, stopped: [...stopped] }, "runs had begun when the process ended");
  return [...crashes.keys()];
}

interface Orphan {
  run: Run;
  action: Action;
  /** Runs of the action in a row, this one included, that were at work when a process died. */
  inARow: number;
  /** It has been enough of them. */
  stops: boolean;
}

async function orphan(belfry: Belfry, { run, action, inARow, stops }: Orphan, now: Instant): Promise<Settle> {
  const entry = { run: run.id, attempt: run.attempts };
  const reason = crashReason(inARow);
  const repeatable = belfry.kinds.get(action.kind)?.repeatable ?? false;
  if (repeatable && !stops && run.attempts < action.policies.attempts) {
    return { ...entry, patch: { state: "open", wakeAt: now, reason }, changes: [] };
  }
  const outcome = repeatable ? "failed" : "interrupted";
  const patch = { state: "settled", outcome, reason, endedAt: now, wakeAt: null, note: null } as const;
  const opened = (await followed(belfry, [{ run, outcome }], now)).get(run.id) ?? [];
  const told = stops ? [] : [await failureNotice(belfry, run, action, reason, now)];
  return { ...entry, patch, changes: [...told, ...opened] };
}

async function requeueDeliveries(belfry: Belfry): Promise<void> {
  const { store, clock, log } = belfry;
  const now = clock.now();
  for (const delivery of await store.deliveries.orphans()) {
    const { id, chat, must, operation, uncertain } = delivery;
    log.warn({ delivery: id, chat }, "a message may have been sent when the process ended");
    const again = must || operation !== "send";
    const over = { state: "dropped", error: "Belfry ended while it was sent" } as const;
    const patch = { ...(again ? { state: "queued" as const, dueAt: now } : over), uncertain: uncertain + 1 };
    // Whoever waits to hear what became of it hears it before it is settled, as after every other end.
    if (delivery.payload.view === "routeTrial") await tellTried(belfry, delivery, patch);
    await store.deliveries.update(id, patch);
  }
}

/** Instants follow from wall times and zone rules; when the rules changed, the clock hands are worked out again. */
async function followZones(belfry: Belfry, zones: string): Promise<void> {
  const { store, clock, log } = belfry;
  const known = await store.meta.get("zones");
  if (known === zones) return;
  const changed = known === null ? 0 : await rehand(belfry, clock.now());
  const notices = changed > 0 ? await tellOwners(belfry, `zones/${zones}`, "zonesChanged", { count: changed }) : [];
  await store.commit([{ do: "putMeta", key: "zones", value: zones }, ...notices]);
  if (known !== null) log.warn({ from: known, to: zones, changed }, "the zone rules changed");
}

async function rehand({ store, log }: Belfry, now: Instant): Promise<number> {
  let changed = 0;
  for (let after = 0, page = await store.actions.page(after, PAGE); page.length > 0; ) {
    const hands = page.flatMap((action) => handOf(action, now));
    changed += await store.actions.rehand(hands);
    for (const { id, expectNextAt, nextAt } of hands)
      log.info({ action: id, before: expectNextAt, after: nextAt }, "moved");
    after = page.at(-1)?.id ?? after;
    page = await store.actions.page(after, PAGE);
  }
  return changed;
}

/** Where the hand belongs now. An overdue hand stays: the tick looks from there with the new rules. */
function handOf(action: Action, now: Instant) {
  const { id, nextAt, pause, schedule, leads } = action;
  if (nextAt === null || nextAt <= now || schedule.type === "after") return [];
  const from = Math.max(now, (pause?.until ?? 0) - 1);
  const hand = nextFires(schedule, leads, from)?.at ?? null;
  return hand === nextAt ? [] : [{ id, expectNextAt: nextAt, nextAt: hand }];
}
