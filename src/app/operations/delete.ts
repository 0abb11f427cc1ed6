import { z } from "zod";
import { decisionNote, unapproved, withdrawQuestion } from "../approval.ts";
import { cardView } from "../cards.ts";
import { freedNote } from "../depending.ts";
import { endEscalations } from "../escalating/end.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { reviseAction } from "../revise.ts";
import { closeRings } from "../rings.ts";
import { listPage, target } from "./inputs.ts";

const input = z.object({ ...target, page: listPage });

export const deleteAction: Operation<z.infer<typeof input>> = {
  name: "actions.delete",
  summary: "Deletes an action; can be undone for seven days.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, deleteAction, input, "edit", async (action) => {
      const deletedAt = belfry.clock.now();
      const waits = (await unapproved(belfry, action)) !== null;
      const denied = waits ? decisionNote(action, "denied", call.actor, deletedAt) : [];
      const { after, revision, changes } = await reviseAction(belfry, call, action, { deletedAt }, "deleted");
      const closed = await closeRings(belfry, call, after, "deleted", revision);
      const over = await endEscalations(belfry, call, after.id, revision);
      const view = await cardView(belfry, after, "deleted", { undo: revision, page: input.page });
      view.notes.push(...denied, ...(await freedNote(belfry, after)));
      const gone = await cardView(belfry, after, "deleted");
      gone.notes.push(...denied);
      const asked = await withdrawQuestion(belfry, after, gone, call.pressed);
      return { show: [{ view }], changes: [...changes, ...closed, ...over, ...asked] };
    }),
};
