/** An action that fails again and again rests until somebody resumes it, where it was asked to. */
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import type { RunOutcome } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";
import { cardView, statusOf } from "../cards.ts";
import { pauseFrom } from "../pause.ts";
import { reviseAction } from "../revise.ts";
import type { Finish } from "./perform.ts";

/**
 * What the settling of one run has to write besides. Counted in the ledger, from the last change of the action on:
 * whoever resumes or edits it gives it all its failures anew. What it has raised stays open.
 */
export async function rested(
  belfry: Belfry,
  finish: Finish,
  outcome: RunOutcome | null,
  now: Instant,
): Promise<Change[]> {
  if (outcome !== "failed" || finish.held !== null) return [];
  // As it is now: somebody may have changed it while it ran.
  const action = await belfry.store.actions.get(finish.action.id);
  const limit = action?.policies.pauseAfter;
  if (!action || limit === undefined || statusOf(action, now) !== "active") return [];
  const failures = (await belfry.store.runs.failures(action.id, action.updatedAt)) + 1;
  return failures < limit ? [] : rest(belfry, finish, action, failures, now);
}

async function rest(belfry: Belfry, finish: Finish, action: Action, failures: number, now: Instant): Promise<Change[]> {
  const { run, outcome } = finish;
  const pause = { ...pauseFrom(action, now, null), failures };
  // Whoever made it may take the pause back.
  const by = { actor: { id: action.owner } };
  const { after, changes } = await reviseAction(belfry, by, action, { pause }, "paused");
  const view = await cardView(belfry, after, "paused");
  if (view.check && "data" in outcome && outcome.data) {
    const { told: _, ...reading } = outcome.data;
    view.check.reading = reading;
  }
  const { id: number, chat, thread } = action;
  const id = await belfry.store.newId("delivery");
  const row = {
    id,
    dedupeKey: `paused/${run.id}`,
    chat,
    thread,
    payload: view,
    must: true,
    dueAt: now,
    createdAt: now,
  };
  return [...changes, { do: "addDelivery", row: { ...row, action: number } }];
}
