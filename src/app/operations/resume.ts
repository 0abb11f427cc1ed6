import { z } from "zod";
import type { Action } from "../../core/action.ts";
import { unapproved } from "../approval.ts";
import { cardView, statusOf } from "../cards.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { resumed } from "../pause.ts";
import { reviseAction } from "../revise.ts";
import { letRun } from "../stopping.ts";
import { listPage, target } from "./inputs.ts";

const input = z.object({ ...target, page: listPage });

export const resumeAction: Operation<z.infer<typeof input>> = {
  name: "actions.resume",
  summary: "Ends a pause.",
  needs: "member",
  input,
  run: (belfry, input, call) => {
    const isPaused = (action: Action) => statusOf(action, belfry.clock.now()) === "paused";
    const resume = async (action: Action) => {
      const now = belfry.clock.now();
      if (!action.pause || statusOf(action, now) !== "paused") {
        return { show: [{ view: await cardView(belfry, action, "shown") }], changes: [] };
      }
      // It waits for an owner, which resuming is not.
      if (await unapproved(belfry, action))
        return { show: [{ view: await cardView(belfry, action, "created") }], changes: [] };
      const patch = resumed(action.pause, now);
      const { after, revision, changes } = await reviseAction(belfry, call, action, patch, "resumed");
      return {
        show: [{ view: await cardView(belfry, after, "resumed", { undo: revision, page: input.page }) }],
        changes: [...changes, ...(await letRun(belfry, call, action, revision))],
      };
    };
    return withAction(belfry, call, resumeAction, input, "edit", resume, isPaused);
  },
};
