/** Messages that ring: what they show once somebody has answered. */
import type { Belfry } from "../core/belfry.ts";
import type { Delivery } from "../core/delivery.ts";
import type { Run } from "../core/run.ts";
import type { Change } from "../core/store.ts";
import type { RingItem, View } from "../core/view.ts";
import { isPrivate } from "./access.ts";
import { editMessage } from "./messages.ts";
import type { Call, Done } from "./operation.ts";
import { reviseRun, setRun } from "./revise.ts";

type Rung = Extract<View, { view: "rung" }>;
export type Digest = Extract<View, { view: "ringDigest" }>;

/** What a ring shows when `run` has been answered now. */
export function rungView(
  belfry: Belfry,
  call: Call,
  run: number,
  title: string,
  rest: Pick<Rung, "state" | "until" | "undo" | "quietUntil">,
): Rung {
  return { view: "rung", run, title, at: belfry.clock.now(), by: isPrivate(call) ? null : call.actor.name, ...rest };
}

/** The newest message that rings for a run alone, if one has left. */
export async function ringOf(belfry: Belfry, run: number): Promise<Delivery | null> {
  const all = await belfry.store.deliveries.ofRun(run);
  const rings = all.filter(({ operation, payload }) => operation === "send" && payload.view === "ring");
  return rings.find(({ state }) => state === "sent" || state === "sending") ?? null;
}

/**
 * Shows a run's new state: in place of the message that was pressed, or as an answer to words; and in the message that
 * rang, where that is another. `item` is the state in a digest.
 */
export async function showAnswered(
  belfry: Belfry,
  call: Call,
  run: number,
  view: View,
  item: RingItem["state"],
): Promise<Done> {
  const pressed = call.pressed === null ? null : await belfry.store.deliveries.get(call.pressed);
  const shared = pressed?.payload.view === "ringDigest" ? pressed.payload : null;
  const shown = shared ? await digestWith(belfry, shared, run, item) : view;
  // One [Undo] is enough: it stands where the answer is.
  const amended = view.view === "rung" ? { ...view, undo: null } : view;
  return { show: [{ view: shown }], changes: await amendRing(belfry, call, run, amended) };
}

/** Makes the message that rang show `view`, unless it is the one that was pressed. */
async function amendRing(belfry: Belfry, call: Call, run: number, view: View): Promise<Change[]> {
  const ring = await ringOf(belfry, run);
  return ring && ring.id !== call.pressed ? editMessage(belfry, call.key, ring.id, view) : [];
}

/** A digest as it is now, with the new state of one of its runs. */
export async function digestWith(belfry: Belfry, digest: Digest, run: number, state: RingItem["state"]): Promise<View> {
  const items: RingItem[] = [];
  for (const item of digest.items) {
    items.push({ ...item, state: item.run === run ? state : await stateNow(belfry, item.run) });
  }
  return { ...digest, items };
}

async function stateNow(belfry: Belfry, id: number): Promise<RingItem["state"]> {
  const run = await belfry.store.runs.get(id);
  if (run?.state === "settled") return run.outcome === "succeeded" ? "done" : "skipped";
  const latest = await belfry.store.revisions.latestOf("run", id);
  return latest?.what === "snoozed" && (run?.wakeAt ?? 0) > belfry.clock.now() ? "snoozed" : null;
}

/**
 * Ends what rings for an action that is deleted, paused or moved. It comes back when the change of number `group` is
 * undone; with null, never.
 */
export async function closeRings(
  belfry: Belfry,
  call: Call,
  action: { id: number; title: string },
  reason: string,
  group: number | null,
  which: (run: Run) => boolean = () => true,
): Promise<Change[]> {
  const endedAt = belfry.clock.now();
  const changes: Change[] = [];
  for (const run of (await belfry.store.runs.waiting([action.id])).filter(which)) {
    const patch = { state: "settled", outcome: "skipped", reason, endedAt, wakeAt: null, note: null } as const;
    const settled = setRun(run, patch);
    const kept = group === null ? settled : (await reviseRun(belfry, call, run, patch, reason, group)).changes;
    const view = rungView(belfry, call, run.id, action.title, { state: "skipped", until: null, undo: null });
    changes.push(...kept, ...(await amendRing(belfry, call, run.id, view)));
  }
  return changes;
}
