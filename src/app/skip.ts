/** Leaving out the next slot, because it is not wanted or is done already. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { cardView, upcoming } from "./cards.ts";
import type { Call, Done } from "./operation.ts";
import { reviseAction } from "./revise.ts";
import { closeRings } from "./rings.ts";

/** Skips the next slot with its leads. Shows the card as it is when nothing is to come. `what` names it for undo. */
export async function skipNextSlot(
  belfry: Belfry,
  call: Call,
  action: Action,
  what: "skipped" | "done",
  page: number | null = null,
): Promise<Done> {
  const [slot] = upcoming(action, belfry.clock.now(), 1);
  if (slot === undefined) return { show: [{ view: await cardView(belfry, action, "shown") }], changes: [] };
  const { after, revision, changes } = await reviseAction(belfry, call, action, { skipUntil: slot }, what);
  const closed = await closeRings(belfry, call, after, what, revision, (run) => run.slot === slot);
  const view = await cardView(belfry, after, what === "done" ? "doneEarly" : "skipped", { undo: revision, page });
  return { show: [{ view }], changes: [...changes, ...closed] };
}
