import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { DAY } from "../../time/wall.ts";
import { isPrivate } from "../access.ts";
import { withAction } from "../find.ts";
import { putWindow } from "../maintenance.ts";
import type { Operation } from "../operation.ts";
import { instant, target } from "./inputs.ts";

const longestMs = 90 * DAY;

const input = z.object({
  /** Without one it is for everything in the chat. */
  action: target.action.optional(),
  from: instant.optional(),
  until: instant,
});

export const addMaintenance: Operation<z.infer<typeof input>> = {
  name: "maintenance.add",
  summary: "Opens a window in which checks run and nothing is raised, for one check or for all of the chat.",
  needs: "member",
  input,
  run: async (belfry, { action: named, until, ...rest }, call) => {
    const now = belfry.clock.now();
    const from = Math.max(rest.from ?? now, now);
    if (until <= from) throw new BelfryError("past");
    if (until - from > longestMs) throw new BelfryError("invalidInput", { field: "maintenance" });
    const window = { id: await belfry.store.newId("maintenance"), chat: call.chat, from, until, by: call.actor.id };
    if (named === undefined || named === "") {
      if (!isPrivate(call) && call.actor.role !== "owner") throw new BelfryError("notAllowed");
      const { show, changes } = await putWindow(belfry, call, null, { ...window, action: null }, null);
      return { show: [show], changes };
    }
    return withAction(belfry, call, addMaintenance, { action: named, from, until }, "edit", async (action) => {
      if (!belfry.kinds.get(action.kind)?.about) throw new BelfryError("noCheck", { title: action.title });
      const row = { ...window, action: action.id, chat: action.chat };
      const { show, changes } = await putWindow(belfry, call, null, row, action);
      return { show: [show], changes };
    });
  },
};
