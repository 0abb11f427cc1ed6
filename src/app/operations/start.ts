import { z } from "zod";
import { manualRunKey } from "../../core/run.ts";
import { cardView } from "../cards.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { startedRun } from "../starting.ts";
import { target } from "./inputs.ts";

const input = z.object({
  ...target,
  /** Its gates are not asked. */
  force: z.boolean().default(false),
});

export const startAction: Operation<z.infer<typeof input>> = {
  name: "actions.run",
  summary: "Runs an action now, apart from its schedule.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, startAction, input, "edit", async (action) => {
      const row = startedRun(
        action,
        manualRunKey(action.id, call.key),
        input.force ? "forced" : "manual",
        belfry.clock.now(),
      );
      const run = await belfry.store.newId("run");
      // Where its gates may refuse it there is no result to wait for.
      const waits = input.force || action.gates.length === 0;
      const view = await cardView(belfry, action, "started", waits ? { run } : {});
      return { show: [{ view }], changes: [{ do: "addRun", row: { ...row, id: run } }] };
    }),
};
