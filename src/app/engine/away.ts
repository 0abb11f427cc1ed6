/**
 * What each chat is told after Belfry was away and slots were missed: one message, read from the ledger once all slots
 * of that time have their rows. That it is still to be told stands in the store, so a kill neither loses nor repeats it.
 */
import type { AwayView, Delayed } from "../../core/away.ts";
import type { Belfry } from "../../core/belfry.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";

/** Shorter absences are not worth a message. */
const LEAST_MS = 5 * 60_000;
const KEY = "away";

interface Absence {
  from: Instant;
  to: Instant;
}

export interface Away {
  /** Belfry was not there from then till now. */
  noticed(from: Instant, now: Instant): Promise<void>;
  /** Tells what is to be told, if all that was due is in the ledger. Returns whether it did. */
  pass(now: Instant): Promise<boolean>;
}

export function createAway(belfry: Belfry): Away {
  const state: { absence: Absence | null } = { absence: null };
  const { store } = belfry;
  return {
    async noticed(from, now) {
      const known = absenceOf(await store.meta.get(KEY));
      // One that nobody has been told of goes on.
      const absence = { from: Math.min(from, known?.from ?? from), to: now };
      if (known === null && now - from < LEAST_MS) return;
      await store.commit([{ do: "putMeta", key: KEY, value: `${absence.from} ${absence.to}` }]);
      state.absence = absence;
    },
    async pass(now) {
      if (state.absence === null || (await store.actions.due(now, 1)).length > 0) return false;
      // Where the absence lies ahead, the clock was wrong and has been set right since: there was none.
      const told = now < state.absence.to ? [] : await letters(belfry, state.absence, now);
      await store.commit([{ do: "putMeta", key: KEY, value: "" }, ...told]);
      state.absence = null;
      return told.length > 0;
    },
  };
}

function absenceOf(stored: string | null): Absence | null {
  const [from, to] = (stored ?? "").split(" ").map(Number);
  return from && to ? { from, to } : null;
}

type Told = Extract<AwayView, { view: "away" }>;

async function letters(belfry: Belfry, { from, to }: Absence, now: Instant): Promise<Change[]> {
  const chats = new Map<number, { view: Told; threads: Set<number | null> }>();
  for (const { action: id, missed, runs } of await belfry.store.past.late(to)) {
    const action = await belfry.store.actions.get(id);
    if (action === null || action.deletedAt !== null) continue;
    const none: Told = { view: "away", from, to, late: [], skipped: [], rung: [], started: null };
    const { view, threads } = chats.get(action.chat) ?? { view: none, threads: new Set() };
    const delayed: Delayed = { action: id, title: action.title, missed };
    view[!runs ? "skipped" : action.kind === "reminder" ? "rung" : "late"].push(delayed);
    chats.set(action.chat, { view, threads: threads.add(action.thread) });
  }
  const changes: Change[] = [];
  for (const [chat, { view, threads }] of chats) {
    // What rings late says so itself.
    if (view.late.length + view.skipped.length === 0) continue;
    const id = await belfry.store.newId("delivery");
    const thread = threads.size === 1 ? ([...threads][0] ?? null) : null;
    const row = { id, dedupeKey: `away/${to}/${chat}`, chat, thread, payload: view, must: true };
    changes.push({ do: "addDelivery", row: { ...row, dueAt: now, createdAt: now } });
  }
  return changes;
}
