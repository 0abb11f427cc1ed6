import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { manualRunKey } from "../../core/run.ts";
import { toldOfAbsence } from "../absence.ts";
import { mayEdit } from "../access.ts";
import type { Operation } from "../operation.ts";
import { startedRun } from "../starting.ts";

const input = z.object({});

export const catchUp: Operation<z.infer<typeof input>> = {
  name: "absence.run",
  summary: "Runs once what was skipped while Belfry was away.",
  needs: "member",
  input,
  run: async (belfry, _input, call) => {
    const { view, actions } = await toldOfAbsence(belfry, call);
    const skipped = new Set(view.skipped.map(({ action }) => action));
    const ours = actions.filter((action) => skipped.has(action.id) && mayEdit(call, action));
    if (ours.length === 0) throw new BelfryError("notAllowed");
    const now = belfry.clock.now();
    const rows = ours.map((one) => startedRun(one, manualRunKey(one.id, `away/${view.to}`), "manual", now));
    return {
      show: [{ view: { ...view, started: ours.length } }],
      changes: rows.map((row) => ({ do: "addRun" as const, row })),
    };
  },
};
