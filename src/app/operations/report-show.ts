import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import type { Destination } from "../../core/chat.ts";
import { destinationName } from "../destination.ts";
import { withDestination } from "../destinations.ts";
import { withAction } from "../find.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { reportNow, reportSpec } from "../report.ts";
import { preview } from "../report-preview.ts";
import { titleOf } from "../title.ts";
import { about, reportInput } from "./report-inputs.ts";

const input = z.object(reportInput);

type Input = z.infer<typeof input>;

export const showReport: Operation<Input> = {
  name: "reports.show",
  summary: "Makes a report now and keeps nothing; sends it to another chat once it looks right.",
  needs: "member",
  input,
  run: (belfry, input, call) => {
    const { action } = input;
    if (action === undefined) return show(belfry, call, input);
    return withAction(belfry, call, showReport, { ...input, action }, "see", (found) => {
      const { action: _, ...rest } = input;
      return show(belfry, call, { ...rest, spec: about(input.spec, found.id) });
    });
  },
};

function show(belfry: Belfry, call: Call, input: Input): Promise<Done> {
  return withDestination(belfry, call, { operation: showReport.name, input }, call.actor, async (to) => {
    const isHere = to?.chat === call.chat && to.thread === call.thread;
    const destination = isHere ? null : to;
    const spec = reportSpec(belfry, input.spec);
    const title = titleOf(input.title);
    const wanted = { title, spec, schedule: { type: "manual" } as const, destination };
    if (destination && input.approved) return send(belfry, call, wanted, destination);
    const { place: _, to: __, ...rest } = input;
    const open = { operation: "reports.show" as const, input: { ...rest, title, ...(to ? { to } : {}) } };
    if (destination) return preview(belfry, call, open, null, wanted);
    const view = await reportNow(belfry, call, wanted);
    return { show: [{ view, id: await belfry.store.newId("delivery") }], changes: [] };
  });
}

async function send(
  belfry: Belfry,
  call: Call,
  wanted: Parameters<typeof reportNow>[2],
  destination: Destination,
): Promise<Done> {
  const now = belfry.clock.now();
  const { chat, thread, actor, key } = call;
  const row = {
    ...{ id: await belfry.store.newId("delivery"), dedupeKey: `${key}/out`, ...destination },
    ...{ instead: { chat, thread, person: actor.id }, dueAt: now, createdAt: now },
    payload: await reportNow(belfry, call, wanted),
  };
  const args = { place: await destinationName(belfry, destination) };
  return {
    show: [{ view: { view: "notice", code: "sentTo", args } }],
    changes: [{ do: "addDelivery", row }],
  };
}
