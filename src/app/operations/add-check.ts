import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Kind } from "../../core/kind.ts";
import { manualRunKey } from "../../core/run.ts";
import type { Schedule } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";
import { askOwners, unapproved } from "../approval.ts";
import { cardView } from "../cards.ts";
import { actionRow, refuseFull } from "../create.ts";
import { distinctTitle } from "../distinct.ts";
import { hookFor } from "../hooks.ts";
import { askedSpec, policiesOf } from "../kinds.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { type Purpose, scheduleOr } from "../purpose.ts";
import { ofAction, remember } from "../revise.ts";
import { refuseSchedule } from "../schedules.ts";
import { startedRun } from "../starting.ts";
import { titleOf } from "../title.ts";
import { readTime } from "../words.ts";
import { besides, schedule } from "./inputs.ts";

const checkInput = z.object({
  title: z.string().min(1).max(4096),
  schedule: schedule.optional(),
  /** How often in words, where there is no schedule. */
  when: z.string().max(512).optional(),
  /** What the kind `check` takes; read by its own form. */
  spec: z.unknown(),
  ...besides,
});

type Input = z.infer<typeof checkInput>;

export const addCheck: Operation<Input> = {
  name: "checks.add",
  summary: "Makes a check and looks at once, or at its single time.",
  needs: "member",
  input: checkInput,
  run: async (belfry, input, call) => {
    await refuseFull(belfry, call);
    const kind = belfry.kinds.get("check");
    if (!kind) throw new Error('There is no kind "check"');
    const spec = askedSpec(kind, input.spec);
    const purpose = checkPurpose(input);
    const timed = await scheduleOf(belfry, call, input, purpose);
    if ("asked" in timed) return timed.asked;
    const asked = await refuseSchedule(belfry, call, timed.schedule, purpose);
    return asked ?? add(belfry, call, kind, { ...input, spec, schedule: timed.schedule });
  },
};

/** The same check at other times. */
export function checkPurpose({ schedule: _, when: __, ...input }: z.input<typeof checkInput>): Purpose {
  return { title: input.title, operation: "checks.add", input, field: "when", other: null, without: null };
}

/** @throws BelfryError `invalidInput`, `notUnderstood` */
function scheduleOf(
  belfry: Belfry,
  call: Call,
  { schedule, when }: Input,
  purpose: Purpose,
): Promise<{ schedule: Schedule } | { asked: Done }> {
  if (schedule) return Promise.resolve({ schedule });
  if (when === undefined) throw new BelfryError("invalidInput", { field: "schedule" });
  return scheduleOr(belfry, call, when, readTime(belfry, call, when), purpose);
}

async function add(belfry: Belfry, call: Call, kind: Kind, input: Input & { schedule: Schedule }): Promise<Done> {
  const { title, schedule, spec, labels, gates } = input;
  const [id, run] = await Promise.all([belfry.store.newId("action"), belfry.store.newId("run")]);
  const made = {
    title: await distinctTitle(belfry, call, titleOf(title), kind.about?.(spec)?.target ?? ""),
    kind: kind.name,
    spec,
    schedule,
    policies: policiesOf(kind, schedule, input),
    labels,
    gates,
  };
  const row = actionRow(belfry, call, id, made);
  const wanted = await unapproved(belfry, row);
  const action = wanted ? { ...row, pause: { from: row.createdAt, until: null } } : row;
  const { revision, change } = await remember(belfry, call, ofAction(null, action), "created");
  const called = await hookFor(belfry, action, kind);
  const hook = called?.hook ?? null;
  const written: Change[] = [{ do: "addAction", row: action }, change, ...(called?.changes ?? [])];
  // What waits for something to happen may do something: it is not run before that, nor what is wanted once.
  if (wanted || schedule.type === "event" || schedule.type === "once") {
    const view = await cardView(belfry, action, "created", { undo: revision, hook });
    const asked = wanted && call.actor.role !== "owner" ? await askOwners(belfry, action, view, call.chat) : [];
    return { show: [{ view }], changes: [...written, ...asked] };
  }
  const view = await cardView(belfry, action, "created", { undo: revision, run, hook });
  const first = startedRun(action, manualRunKey(id, call.key), "created", action.createdAt);
  return { show: [{ view }], changes: [...written, { do: "addRun", row: { ...first, id: run } }] };
}
