import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { cardView } from "../cards.ts";
import { isLive, withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { pauseFrom } from "../pause.ts";
import { reviseAction } from "../revise.ts";
import { closeRings } from "../rings.ts";
import { instant, listPage, target } from "./inputs.ts";

const input = z.object({ ...target, page: listPage, until: instant.nullable().default(null) });

export const pauseAction: Operation<z.infer<typeof input>> = {
  name: "actions.pause",
  summary: "Pauses an action until an instant, or until it is resumed.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, pauseAction, input, "edit", async (action) => {
      const now = belfry.clock.now();
      if (input.until !== null && input.until <= now) throw new BelfryError("past");
      if (!isLive(action)) return { show: [{ view: await cardView(belfry, action, "shown") }], changes: [] };
      const patch = { pause: pauseFrom(action, now, input.until) };
      const { after, revision, changes } = await reviseAction(belfry, call, action, patch, "paused");
      const closed = await closeRings(belfry, call, after, "paused", revision);
      const view = await cardView(belfry, after, "paused", { undo: revision, page: input.page });
      return { show: [{ view }], changes: [...changes, ...closed] };
    }),
};
