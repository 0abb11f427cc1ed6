/**
 * What the tick does with one due action: which runs it writes and where its clock hand goes. Pure, so that every rule
 * of pausing, skipping and catching up can be read and tested here.
 *
 * Each due instant becomes exactly one row of the ledger; only more than a hundred at once share one row with a count.
 */
import type { Action } from "../../core/action.ts";
import { type NewRun, type RunOutcome, runKey } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Fire } from "../../core/store.ts";
import { firesBetween, nextFires } from "../../time/next-fire.ts";
import { newestSlots } from "./slots.ts";

/** Slots that get a row each, and runs that `misfire: "all"` does at most. */
const MOST = 100;
/** A slot that is less late than this was not missed, whatever the policy says. */
const ON_TIME_MS = 60_000;

/** Slots later than `after` and not later than `until`, as seen by one lead time. */
interface Stretch {
  lead: number;
  after: Instant;
  until: Instant;
}

/** How a slot that is not run ends. */
interface Ending {
  outcome: RunOutcome;
  reason: string;
}

const skipped: Ending = { outcome: "skipped", reason: "skipped" };
const paused: Ending = { outcome: "skipped", reason: "paused" };
/** Belfry was away. */
const away: Ending = { outcome: "missed", reason: "away" };
/** What the lead leads to has come itself. */
const slotCame: Ending = { outcome: "missed", reason: "slotCame" };

/** `action.nextAt` must be set and not later than `now`. @throws for a schedule that cannot be read. */
export function planFire(action: Action, now: Instant): Fire {
  const hand = action.nextAt ?? now;
  const fire = { action: action.id, expectNextAt: hand, expectRevision: action.revision, unpause: false };
  const { schedule, leads, pause } = action;
  if (pause && (pause.until === null || pause.until > now)) {
    // At its end at the latest, so that what it held back is recorded although nothing follows.
    const nextAt = pause.until === null ? null : (nextFires(schedule, leads, pause.until - 1)?.at ?? pause.until);
    return { ...fire, nextAt, runs: [] };
  }
  if (schedule.type === "after") {
    return { ...fire, nextAt: null, runs: [open(action, hand, 0, now)], unpause: pause !== null };
  }
  const from = pause?.until ? Math.max(hand, pause.until) : hand;
  const runs: NewRun[] = [];
  for (const lead of new Set([0, ...leads])) {
    if (pause?.until) runs.push(...oneRow(action, stretch(lead, pause.from, pause.until - 1), paused, now));
    runs.push(...plainRuns(action, stretch(lead, from, now), now));
  }
  return { ...fire, nextAt: nextFires(schedule, leads, now)?.at ?? null, runs, unpause: pause !== null };
}

/** From the first to the last instant of firing, both included, as slots of a lead. */
function stretch(lead: number, first: Instant, last: Instant): Stretch {
  return { lead, after: first + lead - 1, until: last + lead };
}

function plainRuns(action: Action, due: Stretch, now: Instant): NewRun[] {
  if (action.skipUntil === null || action.skipUntil <= due.after) return catchUp(action, due, now);
  const border = Math.min(action.skipUntil, due.until);
  return [
    ...ended(action, { ...due, until: border }, skipped, now),
    ...catchUp(action, { ...due, after: border }, now),
  ];
}

function catchUp(action: Action, due: Stretch, now: Instant): NewRun[] {
  if (due.lead === 0) return catchUpSlots(action, due, now);
  const came = ended(action, { ...due, until: Math.min(now, due.until) }, slotCame, now);
  const ahead = { ...due, after: Math.max(now, due.after) };
  const newest = newestSlots(action.schedule, ahead.after, ahead.until, 1)[0];
  if (newest === undefined) return came;
  const onTime = now - (newest - due.lead) < ON_TIME_MS || action.policies.misfire !== "skip";
  const last = onTime ? open(action, newest, due.lead, now) : closed(action, newest, due.lead, away, now);
  return [...came, ...ended(action, { ...ahead, until: newest - 1 }, away, now), last];
}

function catchUpSlots(action: Action, due: Stretch, now: Instant): NewRun[] {
  const { misfire, misfireWindowMs } = action.policies;
  const newest = newestSlots(action.schedule, due.after, due.until, misfire === "all" ? MOST : 1);
  const good = newest.filter((slot) => {
    if (misfire === "skip" && now - slot >= ON_TIME_MS) return false;
    return misfireWindowMs === null || now - slot <= misfireWindowMs;
  });
  const missed = ended(action, { ...due, until: (good[0] ?? due.until + 1) - 1 }, away, now);
  const count = missed.reduce((sum, run) => sum + (run.count ?? 1), 0);
  const runs = good.map((slot) => open(action, slot, 0, now));
  const last = runs.pop();
  return last ? [...missed, ...runs, { ...last, missed: count }] : missed;
}

/** A row for each slot, or one for all of them. */
function ended(action: Action, due: Stretch, how: Ending, now: Instant): NewRun[] {
  const slots = newestSlots(action.schedule, due.after, due.until, MOST + 1);
  if (slots.length > MOST) return oneRow(action, due, how, now);
  return slots.map((slot) => closed(action, slot, due.lead, how, now));
}

function oneRow(action: Action, { lead, after, until }: Stretch, how: Ending, now: Instant): NewRun[] {
  const { fires, count, newest } = firesBetween(action.schedule, [], after, until, 1);
  const first = fires[0];
  if (!first) return [];
  return [{ ...closed(action, first.slot, lead, how, now), ...(count > 1 ? { slotTo: newest, count } : {}) }];
}

function closed(action: Action, slot: Instant, lead: number, how: Ending, now: Instant): NewRun {
  return { ...open(action, slot, lead, now), ...how, state: "settled", endedAt: now, wakeAt: null };
}

function open(action: Action, slot: Instant, lead: number, now: Instant): NewRun {
  const dueAt = slot - lead;
  const key = runKey(action.id, slot, lead);
  // A clock set back must not keep a run waiting that is due already.
  const labels = action.labels.length > 0 ? { labels: action.labels } : {};
  return { key, action: action.id, slot, lead, trigger: "schedule", dueAt, wakeAt: Math.min(dueAt, now), ...labels };
}
