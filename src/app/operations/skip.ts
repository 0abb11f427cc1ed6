import { z } from "zod";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { skipDays, skipNextSlot } from "../skip.ts";
import { instant, listPage, target } from "./inputs.ts";

/** `on` is a stretch of days, its end not included; without it the next slot is meant. */
const input = z.object({ ...target, page: listPage, on: z.object({ from: instant, to: instant }).optional() });

export const skipNext: Operation<z.infer<typeof input>> = {
  name: "actions.skip",
  summary: "Skips the next slot of an action, or those of some days.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, skipNext, input, "edit", (action) =>
      input.on
        ? skipDays(belfry, call, action, input.on)
        : skipNextSlot(belfry, call, action, "skipped", { page: input.page }),
    ),
};
