import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Revision } from "../../core/store.ts";
import type { View } from "../../core/view.ts";
import { DAY, MINUTE } from "../../time/wall.ts";
import type { Call, Operation } from "../operation.ts";
import { restoreAction } from "../restore/action.ts";
import { restoreChat } from "../restore/chat.ts";
import { restoreEscalation } from "../restore/escalation.ts";
import { restoreMaintenance } from "../restore/maintenance.ts";
import type { Restored } from "../restore/restored.ts";
import { restoreRun } from "../restore/run.ts";
import { id } from "./inputs.ts";

/** So long a button takes a change back; the command does for as long as deleted actions are kept. */
const buttonMs = 10 * MINUTE;
const commandMs = 7 * DAY;

const input = z.object({
  /** From an [Undo] button; without it the newest change of the person. */
  revision: id.optional(),
});

export const undo: Operation<z.infer<typeof input>> = {
  name: "undo",
  summary: "Takes back a change with all that was changed together with it.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const revision = await meant(belfry, call, input.revision);
    const group = (await belfry.store.revisions.group(revision.group)).filter(({ undone }) => !undone);
    const parts: Restored[] = [];
    for (const part of group.reverse()) {
      await refuseIfNewer(belfry, part);
      parts.push(await restore(belfry, call, part));
    }
    const view = viewOf(parts, revision);
    return { show: view ? [{ view }] : [], changes: parts.flatMap(({ changes }) => changes) };
  },
};

/** @throws BelfryError `nothingToUndo`, `tooOld`, `notAllowed` */
async function meant(belfry: Belfry, call: Call, id: number | undefined): Promise<Revision> {
  const now = belfry.clock.now();
  const { revisions } = belfry.store;
  const revision = id === undefined ? await revisions.newest(call.actor.id, now - commandMs) : await revisions.get(id);
  if (!revision || revision.undone) throw new BelfryError("nothingToUndo");
  if (id === undefined) return revision;
  if (revision.actor !== call.actor.id && call.actor.role !== "owner") throw new BelfryError("notAllowed");
  if (now - revision.at > buttonMs) throw new BelfryError("tooOld");
  return revision;
}

/**
 * Settings of a chat look at themselves: one does not stand in the way of another.
 * @throws BelfryError `undoRefused` when something newer has changed the same row
 */
async function refuseIfNewer(belfry: Belfry, revision: Revision): Promise<void> {
  if (revision.entity === "chat") return;
  const latest = await belfry.store.revisions.latestOf(revision.entity, revision.entityId);
  if (latest && latest.id !== revision.id) throw new BelfryError("undoRefused", { what: latest.what });
}

async function restore(belfry: Belfry, call: Call, revision: Revision): Promise<Restored> {
  const restored = await restorers[revision.entity](belfry, call, revision);
  return { ...restored, changes: [{ do: "markUndone", id: revision.id }, ...restored.changes] };
}

const restorers = {
  action: restoreAction,
  run: restoreRun,
  chat: restoreChat,
  maintenance: restoreMaintenance,
  escalation: restoreEscalation,
};

/** The first change of a group speaks for all of it, unless the group is about many actions. */
function viewOf(parts: Restored[], { what }: Revision): View | null {
  const first = parts[parts.length - 1];
  const many = parts.filter(({ view }) => view?.view === "card").length > 1;
  const view: View | null = first && !many ? first.view : { view: "undone", what, title: null };
  // What came of it has happened, and that is said.
  const ran = view?.view === "card" && parts.some(({ stays }) => stays);
  return ran ? { ...view, notes: [...view.notes, { note: "ran" }] } : view;
}
