/**
 * What the process before this one left behind. A run that had begun is done again where its kind allows it and is
 * interrupted where not; a message that was being sent may have arrived, so it is sent again and says so.
 */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Settle } from "../core/store.ts";
import { nextFires } from "../time/next-fire.ts";
import { zoneVersion } from "../time/zones.ts";
import { followed, happened } from "./engine/events.ts";
import { failureNotice, tellOwners } from "./engine/notices.ts";

/** Actions looked at in one go when the zone rules changed. */
const PAGE = 500;

export async function boot(belfry: Belfry, zones: string = zoneVersion()): Promise<void> {
  await settleRuns(belfry);
  await requeueDeliveries(belfry);
  await followZones(belfry, zones);
  await tellStart(belfry);
}

/** What waits for a start has its run now. */
async function tellStart(belfry: Belfry): Promise<void> {
  const now = belfry.clock.now();
  const opened = await happened(belfry, "startup", `startup/${now}`, now);
  if (opened.length > 0) await belfry.store.commit(opened);
}

async function settleRuns(belfry: Belfry): Promise<void> {
  const now = belfry.clock.now();
  const orphans = await belfry.store.runs.orphans();
  if (orphans.length === 0) return;
  const settles: Settle[] = [];
  for (const { run, action } of orphans) settles.push(await orphan(belfry, run, action, now));
  await belfry.store.runs.settle(settles);
  belfry.log.warn({ runs: orphans.length }, "runs had begun when the process ended");
}

async function orphan(belfry: Belfry, run: Run, action: Action, now: Instant): Promise<Settle> {
  const entry = { run: run.id, attempt: run.attempts };
  const repeatable = belfry.kinds.get(action.kind)?.repeatable ?? false;
  if (repeatable && run.attempts < action.policies.attempts) {
    return { ...entry, patch: { state: "open", wakeAt: now }, changes: [] };
  }
  // A run that was there each time the process died must not take it down for ever.
  const [outcome, reason] = repeatable ? (["failed", "crashed"] as const) : (["interrupted", "interrupted"] as const);
  const patch = { state: "settled", outcome, reason, endedAt: now, wakeAt: null, note: null } as const;
  const opened = (await followed(belfry, [{ run, outcome }], now)).get(run.id) ?? [];
  return { ...entry, patch, changes: [await failureNotice(belfry, run, action, reason, now), ...opened] };
}

async function requeueDeliveries({ store, clock, log }: Belfry): Promise<void> {
  const now = clock.now();
  for (const { id, chat, must, operation, uncertain } of await store.deliveries.orphans()) {
    log.warn({ delivery: id, chat }, "a message may have been sent when the process ended");
    const again = must || operation !== "send";
    const patch = again ? { state: "queued" as const, dueAt: now } : { state: "dropped" as const };
    await store.deliveries.update(id, { ...patch, uncertain: uncertain + 1 });
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
