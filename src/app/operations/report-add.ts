import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import type { Destination } from "../../core/chat.ts";
import { create, refuseFull } from "../create.ts";
import { withDestination } from "../destinations.ts";
import { withAction } from "../find.ts";
import { policiesOf } from "../kinds.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { report, reportKind, reportSpec } from "../report.ts";
import { preview } from "../report-preview.ts";
import { refuseSchedule } from "../schedules.ts";
import { titleOf } from "../title.ts";
import { besides, schedule } from "./inputs.ts";
import { about, reportInput } from "./report-inputs.ts";

const input = z.object({
  ...reportInput,
  schedule,
  ...besides,
});

type Input = z.infer<typeof input>;

export const addReport: Operation<Input> = {
  name: "reports.add",
  summary: "Shows a report as it would be now, and makes it an action once that looks right.",
  needs: "member",
  input,
  run: (belfry, input, call) => {
    const { action } = input;
    if (action === undefined) return add(belfry, call, input);
    return withAction(belfry, call, addReport, { ...input, action }, "see", (found) => {
      const { action: _, ...rest } = input;
      return add(belfry, call, { ...rest, spec: about(input.spec, found.id) });
    });
  },
};

async function add(belfry: Belfry, call: Call, input: Input): Promise<Done> {
  await refuseFull(belfry, call);
  const made = { operation: addReport.name, input };
  return withDestination(belfry, call, made, call.actor, (to) => {
    const isHere = to?.chat === call.chat && to.thread === call.thread;
    const { place: _, to: __, ...rest } = input;
    return to === null || isHere ? addTo(belfry, call, rest, null) : addTo(belfry, call, { ...rest, to }, to);
  });
}

async function addTo(belfry: Belfry, call: Call, input: Input, destination: Destination | null): Promise<Done> {
  const { schedule, labels, gates } = input;
  const title = titleOf(input.title);
  const spec = reportSpec(belfry, input.spec);
  const purpose = { title, operation: addReport.name, input: { ...input }, field: "schedule", other: null };
  const asked = await refuseSchedule(belfry, call, schedule, { ...purpose, without: null });
  if (asked) return asked;
  const policies = policiesOf(reportKind(belfry), schedule, input);
  const made = { title, kind: report, spec, schedule, policies, labels, gates, destination };
  if (input.approved) return create(belfry, call, made);
  return preview(belfry, call, { operation: "reports.add", input: { ...input, title } }, schedule, made);
}
