import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { parentsMeant, refuseCircle } from "../depending.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { reviseAction } from "../revise.ts";
import { askWhich } from "../which.ts";
import { target } from "./inputs.ts";

/** `on`: number or words of what it depends on; null for nothing any more. */
const input = z.object({ ...target, on: target.action.nullable() });

export const dependAction: Operation<z.infer<typeof input>> = {
  name: "actions.depend",
  summary: "Makes a check depend on another: while that one is down, it raises nothing.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, dependAction, input, "edit", async (action) => {
      if (!belfry.kinds.get(action.kind)?.about) throw new BelfryError("noCheck", { title: action.title });
      const [parent = null, ...others] = input.on === null ? [] : await parentsMeant(belfry, call, input.on);
      if (parent !== null && others.length > 0) {
        const prepared = { operation: dependAction.name, input: { ...input, action: action.id } };
        return askWhich(belfry, call, prepared, [parent, ...others], String(input.on), "on");
      }
      if (parent !== null) await refuseCircle(belfry, action, parent);
      const patch = { parent: parent?.id ?? null };
      const { after, revision, changes } = await reviseAction(belfry, call, action, patch, "dependency");
      const view = { view: "depends", title: after.title, on: parent?.title ?? null, undo: revision } as const;
      return { show: [{ view }], changes };
    }),
};
