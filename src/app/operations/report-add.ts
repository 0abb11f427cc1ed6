import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import { create, refuseFull } from "../create.ts";
import { withAction } from "../find.ts";
import { policiesOf } from "../kinds.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { ask, named } from "../questions.ts";
import { report, reportKind, reportNow, reportSpec } from "../report.ts";
import { refuseSchedule } from "../schedules.ts";
import { titleOf } from "../title.ts";
import { besides, schedule } from "./inputs.ts";
import { about, reportInput } from "./report-inputs.ts";

const input = z.object({
  ...reportInput,
  schedule,
  ...besides,
  /** The person has seen the preview and agreed. */
  approved: z.boolean().default(false),
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
  const { schedule, labels, gates, pauseAfter } = input;
  const title = titleOf(input.title);
  const spec = reportSpec(belfry, input.spec);
  const purpose = { title, operation: addReport.name, input: { ...input }, field: "schedule", other: null };
  const asked = await refuseSchedule(belfry, call, schedule, { ...purpose, without: null });
  if (asked) return asked;
  const policies = policiesOf(reportKind(belfry), schedule, pauseAfter);
  if (input.approved) return create(belfry, call, { title, kind: report, spec, schedule, policies, labels, gates });
  return preview(belfry, call, { ...input, title }, spec);
}

/** The report, and whether it shall be so. */
async function preview(belfry: Belfry, call: Call, input: Input, spec: unknown): Promise<Done> {
  const { title, schedule } = input;
  // Numbered first, so that it stands above a question that is a message of its own.
  const shown = {
    id: await belfry.store.newId("delivery"),
    view: await reportNow(belfry, call, { title, spec, schedule }),
  };
  const question = await ask(belfry, call, {
    ...{ code: "report", title, phrase: "", words: null },
    choices: [
      {
        ...{ operation: addReport.name, input: { ...input, approved: true } },
        choice: { name: "looksRight", schedule, action: null },
      },
      { operation: "reports.edit", input: {}, choice: named("editReport") },
    ],
  });
  return { ...question, show: [shown, ...question.show] };
}
