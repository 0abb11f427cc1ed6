/** Taking back what somebody answered when it rang. */
import type { Belfry } from "../../core/belfry.ts";
import type { Delivery } from "../../core/delivery.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Run } from "../../core/run.ts";
import type { Change, Revision } from "../../core/store.ts";
import type { View } from "../../core/view.ts";
import { maySee } from "../access.ts";
import { editMessage } from "../messages.ts";
import type { Call } from "../operation.ts";
import { setRun } from "../revise.ts";
import { digestWith, ringOf } from "../rings.ts";
import type { Restored } from "./restored.ts";

/**
 * The run waits again, and its message asks again.
 * @throws BelfryError `nothingToUndo` where it cannot be seen from here, `undoRefused` when it has rung again, was
 * replaced by a newer run, or belongs to a deleted action
 */
export async function restoreRun(belfry: Belfry, call: Call, revision: Revision): Promise<Restored> {
  const { runs, actions } = belfry.store;
  const current = await runs.get(revision.entityId);
  const action = current && (await actions.get(current.action));
  if (!current || !action || !maySee(call, action)) throw new BelfryError("nothingToUndo");
  if (revision.before === null) return neverStarted(current, action.title, revision.what, belfry.clock.now());
  const [before, after] = [revision.before as Run, revision.after as Run];
  const comesBackAlone = revision.group === revision.id;
  const overtaken = (await runs.waiting([action.id])).some(({ id }) => id > current.id);
  const changed = current.state !== after.state || current.rings !== after.rings;
  if (changed || overtaken || (comesBackAlone && action.deletedAt !== null)) throw new BelfryError("undoRefused");
  const ring = await ringOf(belfry, current.id);
  const pressed = call.pressed === null ? null : await belfry.store.deliveries.get(call.pressed);
  const patch = waitingAgain(before, ring !== null || pressed?.payload.view === "ringDigest", belfry.clock.now());
  const asksAgain = ring && ring.id !== call.pressed ? await editMessage(belfry, call.key, ring.id, ring.payload) : [];
  const undone: View = { view: "undone", what: revision.what, title: action.title };
  const view = (await inPlace(belfry, pressed, current.id)) ?? undone;
  return { view, changes: [...setRun(current, patch), ...asksAgain] };
}

/** A run that came of the change goes again, unless it has begun. */
function neverStarted({ id, state }: Run, title: string, what: string, now: number): Restored {
  const view = { view: "undone", what, title } as const;
  if (state !== "open") return { view, changes: [], stays: true };
  const ended = { state: "settled", outcome: "skipped", endedAt: now } as const;
  const changes: Change[] = [
    { do: "setRun", id, expectState: ["open"], patch: ended },
    { do: "dropRun", id },
  ];
  return { view, changes };
}

/** As it was. Where no message asks any more, it rings at once. */
function waitingAgain(before: Run, asks: boolean, now: number): Partial<Run> {
  const { outcome, reason, endedAt, answeredBy } = before;
  const state = before.state === "running" ? "open" : before.state;
  const wake =
    asks || before.rings === 0 ? { wakeAt: before.wakeAt, note: before.note } : { wakeAt: now, note: "ring" };
  return { state, outcome, reason, endedAt, answeredBy, ...wake };
}

/** What the pressed message shows, where it is the one that rang. */
async function inPlace(belfry: Belfry, pressed: Delivery | null, run: number): Promise<View | null> {
  if (pressed?.payload.view === "ringDigest") return digestWith(belfry, pressed.payload, run, null);
  return pressed?.payload.view === "ring" && pressed.run === run ? pressed.payload : null;
}
