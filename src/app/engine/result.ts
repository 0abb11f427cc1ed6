/** The card that announced a run shows what came of it. */
import type { Belfry } from "../../core/belfry.ts";
import { isAwaited } from "../../core/run.ts";
import type { Change } from "../../core/store.ts";
import { editMessage } from "../messages.ts";
import type { Finish } from "./perform.ts";

/** Nothing when the message shows something else by now, or never told of this run. */
export async function resultOnCard(belfry: Belfry, { run, action, outcome }: Finish): Promise<Change[]> {
  if (!isAwaited(run) || !("data" in outcome) || outcome.data === undefined) return [];
  const card = await belfry.store.deliveries.cardOf(action.id, action.chat);
  if (card?.payload.view !== "card" || card.payload.check?.run !== run.id) return [];
  const { told: _, ...reading } = outcome.data;
  const view = { ...card.payload, check: { ...card.payload.check, run: null, reading } };
  return editMessage(belfry, `run/${run.id}`, card.edits ?? card.id, view);
}
