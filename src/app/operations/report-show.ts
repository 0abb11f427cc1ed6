import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import { withAction } from "../find.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { reportNow, reportSpec } from "../report.ts";
import { titleOf } from "../title.ts";
import { about, reportInput } from "./report-inputs.ts";

const input = z.object(reportInput);

type Input = z.infer<typeof input>;

export const showReport: Operation<Input> = {
  name: "reports.show",
  summary: "Makes a report now and keeps nothing.",
  needs: "member",
  input,
  run: (belfry, input, call) => {
    const { action } = input;
    if (action === undefined) return show(belfry, call, input);
    return withAction(belfry, call, showReport, { ...input, action }, "see", (found) =>
      show(belfry, call, { ...input, spec: about(input.spec, found.id) }),
    );
  },
};

async function show(belfry: Belfry, call: Call, input: Input): Promise<Done> {
  const spec = reportSpec(belfry, input.spec);
  const view = await reportNow(belfry, call, { title: titleOf(input.title), spec, schedule: { type: "manual" } });
  return { show: [{ view, id: await belfry.store.newId("delivery") }], changes: [] };
}
