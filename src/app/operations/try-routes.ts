import { z } from "zod";
import { severities } from "../../core/escalation.ts";
import { trial } from "../escalating/trial.ts";
import type { Operation } from "../operation.ts";

const input = z.object({ severity: z.enum(severities).optional() });

export const tryRoutes: Operation<z.infer<typeof input>> = {
  name: "escalations.test",
  summary: "Sends a test message by every route of a severity, or of all, and tells what became of each.",
  needs: "owner",
  input,
  run: async (belfry, { severity }, call) => {
    const id = await belfry.store.newId("delivery");
    const { view, changes } = await trial(belfry, call, severity ?? null, id);
    return { show: [{ view, id }], changes };
  },
};
