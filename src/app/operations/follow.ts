import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import { eventOf } from "../../core/event.ts";
import type { EventSchedule } from "../../core/schedule.ts";
import { applyEdits } from "../edit.ts";
import { withAction } from "../find.ts";
import { hookNamed } from "../hooks.ts";
import { type Call, type Done, type Operation, parseInput } from "../operation.ts";
import { addAction } from "./add.ts";
import { addCheck } from "./add-check.ts";
import { besides, label, leads, nag, notify, target } from "./inputs.ts";
import { addReport } from "./report-add.ts";
import { reportInput } from "./report-inputs.ts";

const title = z.string().min(1).max(4096);

const does = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("remind"),
    title,
    leads,
    nag: nag.nullable(),
    critical: z.boolean(),
    silent: z.boolean().default(false),
  }),
  /** `spec` is read by the kind `check`. */
  z.object({ intent: z.literal("check"), title, spec: z.unknown(), notify: notify.default(null) }),
  z.object({ intent: z.literal("report"), ...reportInput }),
  z.object({ intent: z.literal("run"), target: z.string().min(1).max(200) }),
]);

const input = z.object({
  /** Whose runs are waited for; none for a start of Belfry. */
  action: target.action.optional(),
  event: z.enum(["startup", "hook", "succeeded", "failed", "recovered"]),
  /** The name of the hook, where it has one. */
  hook: label.optional(),
  does,
  ...besides,
});

type Input = z.infer<typeof input>;

export const follow: Operation<Input> = {
  name: "actions.follow",
  summary: "Makes an action that runs when something happens.",
  needs: "member",
  input,
  run: (belfry, input, call) => {
    const { action, event } = input;
    if (event === "startup") return make(belfry, call, input, { type: "event", on: event });
    if (event === "hook") return makeCalled(belfry, call, input);
    if (action === undefined) throw new BelfryError("invalidInput", { field: "action" });
    return withAction(belfry, call, follow, { ...input, action }, "see", (cause) =>
      make(belfry, call, input, { type: "event", on: eventOf(event, cause.id) }),
    );
  },
};

/** The hook's name is a label of what it starts. */
async function makeCalled(belfry: Belfry, call: Call, input: Input): Promise<Done> {
  const { hook, labels } = input;
  const named = hook === undefined ? labels : [...new Set([hook, ...labels])];
  return make(belfry, call, { ...input, labels: named }, await hookNamed(belfry, call, hook ?? ""));
}

function make(belfry: Belfry, call: Call, input: Input, schedule: EventSchedule): Promise<Done> {
  const { does, labels, gates, pauseAfter, digest } = input;
  const more = { schedule, labels, gates, pauseAfter, digest };
  const notify = input.notify ?? ("notify" in does ? does.notify : null);
  switch (does.intent) {
    case "remind":
      return addAction.run(belfry, parseInput(addAction, { ...does, ...more }), call);
    case "check":
      return addCheck.run(belfry, parseInput(addCheck, { ...does, ...more, notify }), call);
    case "report":
      return addReport.run(belfry, parseInput(addReport, { ...does, ...more, notify }), call);
    case "run":
      return withAction(belfry, call, rerun, { action: does.target, schedule }, "edit", (action) =>
        putOff(belfry, call, action, schedule, labels),
      );
  }
}

/** What asks "which one?" comes back to. */
const rerun = { name: "actions.edit" };

/** @throws BelfryError `hasTimes` where it would lose them */
function putOff(belfry: Belfry, call: Call, action: Action, schedule: EventSchedule, labels: string[]): Promise<Done> {
  const free = action.nextAt === null && action.pause === null;
  if (!free) throw new BelfryError("hasTimes", { title: action.title });
  const more = labels.length > 0 ? { labels: [...new Set([...action.labels, ...labels])] } : {};
  return applyEdits(belfry, call, action, { schedule, ...more }, "edited");
}
