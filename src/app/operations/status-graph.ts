import { z } from "zod";
import type { Operation } from "../operation.ts";
import { reportNow, reportSpec } from "../report.ts";

/** Days that the picture shows. */
const days = 14;

const input = z.object({});

export const showGraph: Operation<z.infer<typeof input>> = {
  name: "status.graph",
  summary: "Draws how many runs this chat had each day.",
  needs: "member",
  input,
  run: async (belfry, _input, call) => {
    const spec = reportSpec(belfry, {
      sources: [{ type: "ledger", name: "ledger" }],
      template: "{{chart counts ledger}}",
      window: { type: "last", days },
    });
    const view = await reportNow(belfry, call, { title: "📊", spec, schedule: { type: "manual" } });
    return { show: [{ view, id: await belfry.store.newId("delivery") }], changes: [] };
  },
};
