import { z } from "zod";
import type { Action, Misfire, Policies } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Change } from "../../core/store.ts";
import { toldOfAbsence } from "../absence.ts";
import { mayEdit } from "../access.ts";
import { withWishes } from "../kinds.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { reviseAction } from "../revise.ts";
import { askMissed, askRest, misfires, restChoice } from "../rules.ts";
import { id, pauseAfter } from "./inputs.ts";

const input = z.object({
  /** Those it is to hold for; without them, those the pressed message tells of. */
  actions: z.array(id).min(1).optional(),
  misfire: z.enum(misfires).optional(),
  pauseAfter: pauseAfter.optional(),
  /** Asks after how many failures they pause themselves. */
  ask: z.boolean().default(false),
});

type Input = z.infer<typeof input>;

export const setMisfire: Operation<Input> = {
  name: "absence.policy",
  summary: "Says what becomes of slots that are missed while Belfry is away, and when what fails pauses itself.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    if (input.actions === undefined) return askWhich(belfry, call);
    const found = await Promise.all(input.actions.map((one) => belfry.store.actions.get(one)));
    const ours = found.flatMap((one) => (one && one.deletedAt === null && mayEdit(call, one) ? [one] : []));
    if (ours.length === 0) throw new BelfryError("notAllowed");
    return input.ask ? askRest(belfry, call, ours) : set(belfry, call, ours, input);
  },
};

async function askWhich(belfry: Belfry, call: Call): Promise<Done> {
  const { view, actions } = await toldOfAbsence(belfry, call);
  const skipped = new Set(view.skipped.map(({ action }) => action));
  const ours = actions.filter((action) => mayEdit(call, action) && (skipped.size === 0 || skipped.has(action.id)));
  if (ours.length === 0) throw new BelfryError("notAllowed");
  const rest = restChoice(belfry, ours);
  return askMissed(belfry, call, ours, rest === null ? [] : [rest]);
}

async function set(belfry: Belfry, call: Call, ours: Action[], { misfire, pauseAfter }: Input): Promise<Done> {
  const changes: Change[] = [];
  let group: number | undefined;
  for (const action of ours) {
    const policies = withWishes(misfire === undefined ? action.policies : missedAs(misfire, action), { pauseAfter });
    const revised = await reviseAction(belfry, call, action, { policies }, "edited", group);
    group ??= revised.revision;
    changes.push(...revised.changes);
  }
  const about = { titles: ours.map(({ title }) => title), undo: group ?? null };
  if (misfire === undefined)
    return { show: [{ view: { view: "rest", pauseAfter: pauseAfter ?? null, ...about } }], changes };
  return { show: [{ view: { view: "misfire", misfire, ...about } }], changes };
}

/** Whoever wants missed ones made up for wants the old ones too. */
function missedAs(misfire: Misfire, { policies }: Action): Policies {
  return { ...policies, misfire, misfireWindowMs: misfire === "skip" ? policies.misfireWindowMs : null };
}
