/** Leaving out the next slot, because it is not wanted or is done already. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Instant } from "../core/schedule.ts";
import { localDate } from "../time/day.ts";
import { cardView, upcoming } from "./cards.ts";
import { applyEdits } from "./edit.ts";
import type { Call, Done } from "./operation.ts";
import { reviseAction } from "./revise.ts";
import { closeRings } from "./rings.ts";

/**
 * Skips the next slot, and those behind it up to `last`, with their leads. Shows the card as it is when nothing is to
 * come. `what` names it for undo.
 */
export async function skipNextSlot(
  belfry: Belfry,
  call: Call,
  action: Action,
  what: "skipped" | "done",
  { page = null, last }: { page?: number | null; last?: Instant } = {},
): Promise<Done> {
  const [slot] = upcoming(action, belfry.clock.now(), 1);
  if (slot === undefined) return { show: [{ view: await cardView(belfry, action, "shown") }], changes: [] };
  const { after, revision, changes } = await reviseAction(belfry, call, action, { skipUntil: last ?? slot }, what);
  const closed = await closeRings(belfry, call, after, what, revision, (run) => run.slot === slot);
  const view = await cardView(belfry, after, what === "done" ? "doneEarly" : "skipped", { undo: revision, page });
  return { show: [{ view }], changes: [...changes, ...closed] };
}

/** So many slots are looked through for those of the days. */
const lookedThrough = 500;

/**
 * Leaves out what is due on some days, `to` not included. Days that come first are skipped; later ones become exceptions
 * of a calendar series.
 * @throws BelfryError `notDueThen`, `onlyNext` where a schedule knows no exceptions
 */
export async function skipDays(
  belfry: Belfry,
  call: Call,
  action: Action,
  { from, to }: { from: Instant; to: Instant },
): Promise<Done> {
  const now = belfry.clock.now();
  const slots = upcoming(action, now, lookedThrough, to);
  const meant = slots.filter((slot) => slot >= from);
  const last = meant.at(-1);
  if (last === undefined) throw new BelfryError("notDueThen", { title: action.title });
  if (slots.length === meant.length) return skipNextSlot(belfry, call, action, "skipped", { last });
  const { schedule } = action;
  if (schedule.type !== "rule") throw new BelfryError("onlyNext", { title: action.title });
  const ahead = (schedule.except ?? []).filter((date) => date >= localDate(now, schedule.tz));
  const except = [...new Set([...ahead, ...meant.map((slot) => localDate(slot, schedule.tz))])].sort();
  return applyEdits(belfry, call, action, { schedule: { ...schedule, except } }, "moved");
}
