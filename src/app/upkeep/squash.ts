/** Old runs become one digest per action and day. */
import type { Belfry } from "../../core/belfry.ts";
import { type Digest, digestOf, merged } from "../../core/digest.ts";
import type { Run } from "../../core/run.ts";
import type { Instant, Zone } from "../../core/schedule.ts";
import { dayRange, localDate } from "../../time/day.ts";
import { settingsFor } from "../settings.ts";

/** Runs squashed in one go. */
const RUNS = 300;

/** Squashes some runs of the next action that has old ones. Returns where to go on, null at the end. */
export async function squashSome(belfry: Belfry, after: number, now: Instant): Promise<number | null> {
  const { runs: age, keep } = belfry.retention();
  const found = await belfry.store.past.runs(after, { keep, before: now - age, limit: RUNS });
  const [first] = found.runs;
  if (!first) return found.after;
  const zone = await zoneOf(belfry, first.action);
  const today = dayRange(localDate(now - age, zone), zone).from;
  const old = found.runs.filter(({ dueAt }) => dueAt < today);
  // What is left is of a day that is not over yet.
  if (old.length === 0) return first.action;
  await belfry.store.past.squash(
    await digestsOf(belfry, first.action, old, zone),
    old.map(({ id }) => id),
  );
  return old.length < found.runs.length ? first.action : found.after;
}

async function zoneOf(belfry: Belfry, action: number): Promise<Zone> {
  const row = await belfry.store.actions.get(action);
  return row === null ? belfry.defaults.zone : (await settingsFor(belfry, row.chat, row.owner)).zone;
}

async function digestsOf(belfry: Belfry, action: number, runs: Run[], zone: Zone): Promise<Digest[]> {
  const days = new Map<Instant, Run[]>();
  for (const run of runs) {
    const { from } = dayRange(localDate(run.dueAt, zone), zone);
    days.set(from, [...(days.get(from) ?? []), run]);
  }
  const digests: Digest[] = [];
  for (const [from, some] of days) {
    const fresh = digestOf(action, from, some);
    const [known] = await belfry.store.past.digests([action], from, from + 1);
    digests.push(known ? merged(known, fresh) : fresh);
  }
  return digests;
}
