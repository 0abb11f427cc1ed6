import { z } from "zod";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { skipNextSlot } from "../skip.ts";
import { listPage, target } from "./inputs.ts";

const input = z.object({ ...target, page: listPage });

export const skipNext: Operation<z.infer<typeof input>> = {
  name: "actions.skip",
  summary: "Skips the next slot of an action.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, skipNext, input, "edit", (action) =>
      skipNextSlot(belfry, call, action, "skipped", input.page),
    ),
};
