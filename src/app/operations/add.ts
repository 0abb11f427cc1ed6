import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import type { Schedule } from "../../core/schedule.ts";
import { create, refuseFull } from "../create.ts";
import { titleAndText } from "../edit.ts";
import { policiesOf } from "../kinds.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { askWhen, type Purpose, scheduleOr } from "../purpose.ts";
import { reminder, reminderKind, reminderSpec } from "../reminder.ts";
import { refuseSchedule } from "../schedules.ts";
import { titleOf } from "../title.ts";
import { readTime } from "../words.ts";
import { besides, leads, messageRef, nag, schedule } from "./inputs.ts";

const input = z.object({
  title: z.string().min(1).max(4096),
  /** The whole text where the title is not all of it. */
  text: z.string().max(4096).nullable().default(null),
  schedule: schedule.optional(),
  /** The time in words, where there is no schedule. */
  when: z.string().max(512).optional(),
  leads: leads.default([]),
  nag: nag.nullable().default(null),
  critical: z.boolean().default(false),
  silent: z.boolean().default(false),
  /** Message the reminder replies to. */
  original: messageRef.nullable().default(null),
  ...besides,
});

type Input = z.infer<typeof input>;
/** What may be given; the rest has defaults. */
export type AddInput = z.input<typeof input>;

export const addAction: Operation<Input> = {
  name: "actions.add",
  summary: "Makes an action.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    await refuseFull(belfry, call);
    const purpose = addPurpose(input);
    const timed = await scheduleOf(belfry, call, input, purpose);
    if ("asked" in timed) return timed.asked;
    const asked = await refuseSchedule(belfry, call, timed.schedule, purpose);
    return asked ?? add(belfry, call, input, timed.schedule);
  },
};

/** The same action at another time, or without one. */
export function addPurpose({ schedule: _, when: __, ...input }: AddInput): Purpose {
  const operation = "actions.add";
  const without = { operation, input: { ...input, schedule: { type: "manual" } } };
  return { title: titleOf(input.title), operation, input, field: "when", other: { operation, input }, without };
}

async function scheduleOf(
  belfry: Belfry,
  call: Call,
  { schedule, when }: Input,
  purpose: Purpose,
): Promise<{ schedule: Schedule } | { asked: Done }> {
  if (schedule) return { schedule };
  if (when !== undefined) return scheduleOr(belfry, call, when, readTime(belfry, call, when), purpose);
  return { asked: await askWhen(belfry, call, purpose) };
}

function add(belfry: Belfry, call: Call, input: Input, schedule: Schedule): Promise<Done> {
  const { leads, nag, critical, silent, original, labels, gates } = input;
  const { title, text } = titleAndText(input.title, input.text);
  const spec = reminderSpec(belfry, text, original);
  const policies = policiesOf(reminderKind(belfry), schedule, { ...input, notify: null });
  return create(belfry, call, {
    ...{ title, schedule, leads, nag, critical, silent, spec, policies, labels, gates },
    kind: reminder,
  });
}
