/**
 * What reports read of the ledger: page by page, so that nothing else has to wait, and no more of it than memory holds.
 * A check of each minute has twenty thousand runs in a fortnight.
 */
import { turn } from "./app/engine/turn.ts";
import { covers } from "./app/held.ts";
import type { Action } from "./core/action.ts";
import { type Digest, digestOf, type Look, lookOf, looksOf, merged } from "./core/digest.ts";
import type { Run } from "./core/run.ts";
import type { Instant, Zone } from "./core/schedule.ts";
import type { Store } from "./core/store.ts";
import type { LedgerRun } from "./kinds/report/figures/figures.ts";
import type { Span } from "./kinds/report/figures/span.ts";
import { AROUND, FEWEST_FOR_RHYTHM, stretches } from "./kinds/report/figures/uptime.ts";
import type { LedgerAction } from "./kinds/report/ledger.ts";
import { dayRange, localDate } from "./time/day.ts";
import { DAY } from "./time/wall.ts";

/** Runs of a page: read in some hundredths of a second. */
const pageSize = 1_000;
/** So many runs of a report are kept one by one; further ones are squashed by the day, as they will be when they are old. */
const mostRuns = 200_000;

/** Of one action in a window. */
interface Past {
  /** What was seen last before it. */
  before: Look[];
  runs: LedgerRun[];
  looks: Look[];
  days: Map<Instant, Digest>;
  unit: string | null;
}

/** @param tz zone of the days that are squashed */
export async function ledgerOf(
  store: Store,
  actions: readonly Action[],
  window: Span,
  tz: Zone,
  most = mostRuns,
): Promise<LedgerAction[]> {
  const windows = await store.maintenance.between(window.from, window.to);
  const found: LedgerAction[] = [];
  let room = most;
  for (const action of actions) {
    const past = await pastOf(store, action.id, window, tz, room);
    room -= past.runs.length;
    const squashed = await store.past.digests([action.id], window.from - DAY, window.to);
    const days = [...squashed, ...past.days.values()];
    const maintenance = windows.filter((one) => covers(one, action)).map(({ from, until }) => ({ from, to: until }));
    const { id, title, kind, createdAt } = action;
    const unit = past.unit ?? squashed[0]?.unit ?? null;
    found.push({
      ...{ id, title, kind, createdAt, runs: past.runs, days, maintenance, unit, last: null },
      // One by one only while they are looked at: of a thousand checks they would fill the memory.
      get readings() {
        return [...past.before, ...days.flatMap(looksOf), ...past.looks].sort((a, b) => a.at - b.at);
      },
    });
  }
  return found;
}

async function pastOf(store: Store, action: number, window: Span, tz: Zone, room: number): Promise<Past> {
  const past: Past = { before: [], runs: [], looks: [], days: new Map(), unit: null };
  for (let after = 0; ; ) {
    const page = await store.runs.dueBetween(action, window.from, window.to, after, pageSize);
    if (after === 0) past.before = await lastBefore(store, action, window.from, page[0]?.id);
    past.unit ??= page.find(({ data }) => data !== null && data.unit !== null)?.data?.unit ?? null;
    if (past.runs.length + page.length <= room) keep(past, page);
    else squash(past, action, page, window.from, tz);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return past;
    after = last.id;
    await turn();
  }
}

/** How the window began. What has rested for long says nothing of it, and neither do few looks, which may be of such. */
async function lastBefore(store: Store, action: number, from: Instant, first?: number): Promise<Look[]> {
  const runs = await store.runs.finished(action, AROUND, first);
  const looks = runs.filter(({ dueAt }) => dueAt < from).flatMap((run) => lookOf(run) ?? []);
  if (looks.length < FEWEST_FOR_RHYTHM) return [];
  const [began] = stretches(looks, { window: { from, to: from + 1 }, maintenance: [] });
  return began?.condition === "unknown" ? [] : looks.map((look) => ({ ...look, measure: null }));
}

function keep({ runs, looks }: Past, page: Run[]): void {
  for (const run of page) {
    const { lead, count, outcome, reason, dueAt, startedAt, endedAt, attempts } = run;
    runs.push({ lead, count, outcome, reason, dueAt, startedAt, endedAt, attempts });
    const look = lookOf(run);
    if (look) looks.push(look);
  }
}

/** A day that began before the window begins with it here, so that it counts. */
function squash({ days }: Past, action: number, page: Run[], begin: Instant, tz: Zone): void {
  const byDay = new Map<Instant, Run[]>();
  for (const run of page) {
    if (run.outcome === null) continue;
    const from = Math.max(begin, dayRange(localDate(run.dueAt, tz), tz).from);
    const some = byDay.get(from);
    if (some) some.push(run);
    else byDay.set(from, [run]);
  }
  for (const [from, runs] of byDay) {
    const known = days.get(from);
    const fresh = digestOf(action, from, runs);
    days.set(from, known ? merged(known, fresh) : fresh);
  }
}
