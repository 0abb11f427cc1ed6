/**
 * What the process before this one left behind. A run that had begun goes on where what it does has outlived the
 * process; else it is done again where its kind allows it and is interrupted where not. A message that was being sent
 * may have arrived, so it is sent again and says so.
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
import { mayRepeat } from "./kinds.ts";
import { stopping } from "./stopping.ts";

/** Actions looked at in one go when the zone rules changed. */
const PAGE = 500;

export interface Left {
  /** Actions of which one may have brought down the process before. */
  suspects: number[];
  /** Runs that go on, to be taken up. */
  alive: { run: Run; action: Action }[];
}

export async function boot(belfry: Belfry, zones: string = zoneVersion()): Promise<Left> {
  const left = await settleRuns(belfry);
  await requeueDeliveries(belfry);
  await followZones(belfry, zones);
  await tellStart(belfry);
  return left;
}

/** What waits for a start has its run now. */
async function tellStart(belfry: Belfry): Promise<void> {
  const now = belfry.clock.now();
  const opened = await happened(belfry, "startup", `startup/${now}`, now);
  if (opened.length > 0) await belfry.store.commit(opened);
}

async function settleRuns(belfry: Belfry): Promise<Left> {
  const now = belfry.clock.now();
  const begun = await belfry.store.runs.orphans();
  const crashes = await crashesInARow(belfry, begun);
  const orphans = begun.map(({ run, action }) => {
    const inARow = crashes.get(action.id) ?? 1;
    return { run, action, inARow, stops: inARow >= mostCrashes && action.deletedAt === null };
  });
  const keys = await belfry.survivors.keep(orphans.filter((one) => mayGoOn(belfry, one)).map(({ run }) => run.key));
  if (orphans.length === 0) return { suspects: [], alive: [] };
  const settles: Settle[] = [];
  const alive: Left["alive"] = [];
  const stopped = new Set<number>();
  for (const one of orphans) {
    const { run, action, inARow, stops } = one;
    if (keys.has(run.key)) alive.push({ run: { ...run, crashes: inARow }, action });
    const settle = keys.has(run.key) ? goesOn(one) : await orphan(belfry, one, now);
    if (stops && !stopped.has(action.id)) settle.changes.push(...(await stopping(belfry, run, action, inARow, now)));
    if (stops) stopped.add(action.id);
    settles.push(settle);
  }
  await belfry.store.runs.settle(settles);
  const counts = { runs: orphans.length, alive: alive.length, stopped: [...stopped] };
  belfry.log.warn(counts, "runs had begun when the process ended");
  return { suspects: [...crashes.keys()], alive };
}

interface Orphan {
  run: Run;
  action: Action;
  /** Runs of the action in a row, this one included, that were at work when a process died. */
  inARow: number;
  /** It has been enough of them. */
  stops: boolean;
}

/** Only for what it was begun for: whoever has changed the action since does not wait for its old form. */
function mayGoOn({ kinds }: Belfry, { run, action, stops }: Orphan): boolean {
  if (stops || action.deletedAt !== null || action.updatedAt > (run.startedAt ?? 0)) return false;
  return kinds.get(action.kind)?.spec.safeParse(action.spec).success ?? false;
}

function goesOn({ run, inARow }: Orphan): Settle {
  return { run: run.id, attempt: run.attempts, patch: { crashes: inARow }, changes: [] };
}

async function orphan(belfry: Belfry, { run, action, inARow, stops }: Orphan, now: Instant): Promise<Settle> {
  const entry = { run: run.id, attempt: run.attempts };
  const reason = crashReason(inARow);
  const crashed = { reason, crashes: inARow };
  const repeatable = mayRepeat(belfry, action);
  const hasTries = run.attempts < action.policies.attempts || belfry.kinds.get(action.kind)?.looks?.(action.spec);
  if (repeatable && hasTries && !stops) {
    return { ...entry, patch: { state: "open", wakeAt: now, ...crashed }, changes: [] };
  }
  const outcome = repeatable ? "failed" : "interrupted";
  const patch = { state: "settled", outcome, ...crashed, endedAt: now, wakeAt: null, note: null } as const;
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
