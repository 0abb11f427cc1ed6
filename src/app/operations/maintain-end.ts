import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { mayEdit } from "../access.ts";
import { putWindow, windowsHere, windowsOf } from "../maintenance.ts";
import type { Done, Operation } from "../operation.ts";
import { id } from "./inputs.ts";

const input = z.object({
  window: id.optional(),
  /** Words or number of the action, where no window is named; `""` means all windows of here. */
  action: z.string().max(200).default(""),
});

export const endMaintenance: Operation<z.infer<typeof input>> = {
  name: "maintenance.end",
  summary: "Ends maintenance now, or calls it off before it begins; what is red is told again.",
  needs: "member",
  input,
  run: async (belfry, { window: wanted, action: words }, call) => {
    const now = belfry.clock.now();
    const here = await windowsHere(belfry, call);
    const meant = wanted === undefined ? windowsOf(here, words) : here.filter(({ window }) => window.id === wanted);
    if (meant.length === 0) throw new BelfryError("noMaintenance");
    const done: Done = { show: [], changes: [] };
    for (const { window, action } of meant) {
      const own = window.by === call.actor.id || call.actor.role === "owner";
      if (!own && (action === null || !mayEdit(call, action))) throw new BelfryError("notAllowed");
      const ended = { ...window, until: Math.max(window.from, now) };
      const { show, changes } = await putWindow(belfry, call, window, ended, action);
      done.show.push(show);
      done.changes.push(...changes);
    }
    return done;
  },
};
