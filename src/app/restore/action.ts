/** Taking back what was done to an action. */
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change, Revision } from "../../core/store.ts";
import { MINUTE } from "../../time/wall.ts";
import { maySee } from "../access.ts";
import { askOwners, unapproved, withdrawQuestion } from "../approval.ts";
import { cardView } from "../cards.ts";
import { endEscalations } from "../escalating/end.ts";
import type { Call } from "../operation.ts";
import { pauseFrom, resumed } from "../pause.ts";
import { handAfter } from "../revise.ts";
import { closeRings } from "../rings.ts";
import { letRun } from "../stopping.ts";
import type { Restored } from "./restored.ts";

/** Taken back so soon, a series goes on as if nothing had happened, and what it missed meanwhile is made up for. */
const soonMs = 10 * MINUTE;

/** @throws BelfryError `nothingToUndo` where the action cannot be seen from here */
export async function restoreAction(belfry: Belfry, call: Call, revision: Revision): Promise<Restored> {
  const now = belfry.clock.now();
  const current = await belfry.store.actions.get(revision.entityId);
  if (!current || !maySee(call, current)) throw new BelfryError("nothingToUndo");
  const before = revision.before as Action | null;
  const undoing: Partial<Action> = before
    ? earlier(before, revision.after as Action, current, revision.at, now)
    : { deletedAt: now, nextAt: null };
  const patch: Partial<Action> = { ...undoing, revision: current.revision + 1, updatedAt: now };
  const restored = { ...current, ...patch };
  const rings = before ? [] : await closeRings(belfry, call, current, "deleted", null);
  const { what } = revision;
  const changes: Change[] = [{ do: "setAction", id: current.id, expectRevision: current.revision, patch }, ...rings];
  if (restored.deletedAt !== null) {
    const view = await cardView(belfry, restored, "deleted");
    changes.push(...(await withdrawQuestion(belfry, restored, view, call.pressed)));
    changes.push(...(await endEscalations(belfry, call, current.id, null)));
    return { view, changes };
  }
  if (what === "approved" || (await unapproved(belfry, restored))) {
    return waitingAgain(belfry, call, { action: restored, patch, changes }, what === "approved");
  }
  // Its stop is over, as by resuming it.
  if (undoing.pause?.until === now) changes.push(...(await letRun(belfry, call, current, null)));
  return { view: await cardView(belfry, restored, "restored"), changes };
}

/** What comes back waits for an owner: it rests, and they are asked. */
async function waitingAgain(
  belfry: Belfry,
  call: Call,
  { action, patch, changes }: { action: Action; patch: Partial<Action>; changes: Change[] },
  withdraw: boolean,
): Promise<Restored> {
  // Part of the change above, which is not written yet.
  patch.pause = action.pause ?? pauseFrom(action, belfry.clock.now(), null);
  const view = await cardView(belfry, { ...action, pause: patch.pause }, "created", { approved: false });
  const asked = call.actor.role === "owner" ? [] : await askOwners(belfry, action, view, call.chat);
  return {
    view,
    changes: [...changes, ...(withdraw ? [{ do: "withdraw", action: action.id } as const] : []), ...asked],
  };
}

const plainFields = [
  "title",
  "spec",
  "schedule",
  "leads",
  "nag",
  "critical",
  "silent",
  "policies",
  "gates",
  "labels",
  "parent",
  "destination",
  "skipUntil",
  "deletedAt",
] as const;

/** What the change has changed, as it was; and the clock hand, where that moves it. */
function earlier(before: Action, after: Action, current: Action, changedAt: Instant, now: Instant): Partial<Action> {
  const differs = (field: keyof Action) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const patch: Partial<Action> = Object.fromEntries(plainFields.filter(differs).map((field) => [field, before[field]]));
  if (differs("schedule") || differs("leads") || differs("deletedAt")) {
    const asIfNothing = before.schedule.type === "once" || now - changedAt <= soonMs;
    patch.nextAt = handAfter({ ...current, ...patch }, asIfNothing ? changedAt : now);
  }
  return differs("pause") ? { ...patch, ...earlierPause(before.pause, current.pause, now) } : patch;
}

/** A pause that is taken back ends now; one that comes back goes on, unless it would be over. */
function earlierPause(before: Action["pause"], current: Action["pause"], now: Instant): Partial<Action> {
  if (before && (before.until === null || before.until > now)) {
    return { pause: { ...before, from: current?.from ?? now } };
  }
  return current ? resumed(current, now) : {};
}
