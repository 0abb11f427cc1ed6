import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { parentMeant } from "../depending.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { reviseAction } from "../revise.ts";
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
      const parent = input.on === null ? null : await parentMeant(belfry, call, action, input.on);
      const patch = { parent: parent?.id ?? null };
      const { after, revision, changes } = await reviseAction(belfry, call, action, patch, "dependency");
      const view = { view: "depends", title: after.title, on: parent?.title ?? null, undo: revision } as const;
      return { show: [{ view }], changes };
    }),
};
