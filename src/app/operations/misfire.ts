import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Change } from "../../core/store.ts";
import { toldOfAbsence } from "../absence.ts";
import { mayEdit } from "../access.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { ask, named } from "../questions.ts";
import { reviseAction } from "../revise.ts";
import { id } from "./inputs.ts";

const misfires = ["once", "skip", "all"] as const;

const input = z.object({
  /** Those it is to hold for; without them, those the pressed message tells of. */
  actions: z.array(id).optional(),
  misfire: z.enum(misfires).optional(),
});

export const setMisfire: Operation<z.infer<typeof input>> = {
  name: "absence.policy",
  summary: "Says what becomes of slots that are missed while Belfry is away.",
  needs: "member",
  input,
  run: async (belfry, { actions, misfire }, call) => {
    if (actions === undefined || misfire === undefined) return askWhich(belfry, call);
    const found = await Promise.all(actions.map((one) => belfry.store.actions.get(one)));
    return set(
      belfry,
      call,
      found.filter((action) => action !== null),
      misfire,
    );
  },
};

async function askWhich(belfry: Belfry, call: Call): Promise<Done> {
  const { view, actions } = await toldOfAbsence(belfry, call);
  const skipped = new Set(view.skipped.map(({ action }) => action));
  const ours = actions.filter((action) => mayEdit(call, action) && (skipped.size === 0 || skipped.has(action.id)));
  if (ours.length === 0) throw new BelfryError("notAllowed");
  const ids = ours.map((action) => action.id);
  return ask(belfry, call, {
    ...{ code: "misfire", title: ours.length === 1 ? (ours[0]?.title ?? "") : "", phrase: String(ours.length) },
    choices: misfires.map((misfire) => ({
      ...{ operation: setMisfire.name, input: { actions: ids, misfire } },
      choice: named(`misfire.${misfire}`),
    })),
    words: null,
  });
}

async function set(belfry: Belfry, call: Call, actions: Action[], misfire: (typeof misfires)[number]): Promise<Done> {
  const ours = actions.filter((action) => action.deletedAt === null && mayEdit(call, action));
  if (ours.length === 0) throw new BelfryError("notAllowed");
  const changes: Change[] = [];
  let group: number | undefined;
  for (const action of ours) {
    // Whoever wants missed ones made up for wants the old ones too.
    const misfireWindowMs = misfire === "skip" ? action.policies.misfireWindowMs : null;
    const policies = { ...action.policies, misfire, misfireWindowMs };
    const revised = await reviseAction(belfry, call, action, { policies }, "edited", group);
    group ??= revised.revision;
    changes.push(...revised.changes);
  }
  const titles = ours.map(({ title }) => title);
  return { show: [{ view: { view: "misfire", titles, misfire, undo: group ?? null } }], changes };
}
