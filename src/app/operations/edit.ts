import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { applyEdits, type Edits, editBySentence, editPurpose } from "../edit.ts";
import { withAction } from "../find.ts";
import { askedSpec, kindOf } from "../kinds.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { scheduleOr } from "../purpose.ts";
import { readMove } from "../words.ts";
import { gates, labels, leads, nag, notify, pauseAfter, policies, schedule, target } from "./inputs.ts";

const input = z.object({
  ...target,
  title: z.string().min(1).max(4096).optional(),
  text: z.string().max(4096).nullable().optional(),
  schedule: schedule.optional(),
  leads: leads.optional(),
  nag: nag.nullable().optional(),
  critical: z.boolean().optional(),
  silent: z.boolean().optional(),
  policies: policies.optional(),
  pauseAfter: pauseAfter.optional(),
  notify: notify.optional(),
  digest: z.boolean().optional(),
  labels: labels.optional(),
  gates: gates.optional(),
  /** Of a check; read by its own form. */
  spec: z.unknown().optional(),
  /** A new time, or the whole sentence anew. */
  words: z.string().min(1).max(4096).optional(),
});

export const editAction: Operation<z.infer<typeof input>> = {
  name: "actions.edit",
  summary: "Changes title, schedule or rules of an action.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, editAction, input, "edit", (action) => {
      const { action: _, revision: __, words, spec, ...rules } = input;
      const edits = spec === undefined ? rules : { ...rules, spec: askedSpec(kindOf(belfry, action), spec) };
      if (words !== undefined) return editInWords(belfry, call, action, edits, words);
      return applyEdits(belfry, call, action, edits, isMove(action, edits) ? "moved" : "edited");
    }),
};

/** Another time and nothing else; what is to repeat from now on has changed more than its time. */
function isMove(action: Action, edits: Edits): boolean {
  return edits.schedule?.type === action.schedule.type && Object.keys(edits).length === 1;
}

/** A time alone moves the action; otherwise the sentence says everything anew. @throws BelfryError `notUnderstood` */
async function editInWords(belfry: Belfry, call: Call, action: Action, edits: Edits, words: string): Promise<Done> {
  const time = readMove(belfry, call, words, action);
  if (!time.found && !time.question) return editBySentence(belfry, call, action, words);
  const read = await scheduleOr(belfry, call, words, time, editPurpose(action, edits));
  if ("asked" in read) return read.asked;
  const change = Object.keys(edits).length === 0 ? "moved" : "edited";
  return applyEdits(belfry, call, action, { ...edits, schedule: read.schedule }, change);
}
