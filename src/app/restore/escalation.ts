/** Taking back what somebody did about an escalation. */
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Escalation } from "../../core/escalation.ts";
import type { Revision } from "../../core/store.ts";
import { escalationCard } from "../escalating/cards.ts";
import { present } from "../escalating/reach.ts";
import { after, comesThere, writing } from "../escalating/write.ts";
import { takeBack } from "../escalation/answer.ts";
import { resolve } from "../escalation/resolve.ts";
import { mayAnswer } from "../find-escalation.ts";
import type { Call } from "../operation.ts";
import type { Restored } from "./restored.ts";

/**
 * One that somebody raised is over. Every other stands as before the answer.
 * @throws BelfryError `nothingToUndo` where it is not known here, `undoRefused` when somebody has answered it since, or
 * the same has failed again
 */
export async function restoreEscalation(belfry: Belfry, call: Call, revision: Revision): Promise<Restored> {
  const current = await belfry.store.escalations.get(revision.entityId);
  if (!current || !(await mayAnswer(belfry, call, current))) throw new BelfryError("nothingToUndo");
  const at = await present(belfry);
  const [before, given] = [revision.before as Escalation | null, revision.after as Escalation];
  const step = before === null ? resolve(current, call.actor.id, at) : takeBack(current, before, given, at);
  const newest = await belfry.store.escalations.last(current.cause);
  if (step === null || newest?.id !== current.id) throw new BelfryError("undoRefused");
  const work = { before: current, step };
  const [changes = []] = await writing(belfry, [work], at.now, call.pressed);
  if (call.pressed === null && comesThere(changes, call)) return { view: null, changes };
  const card = await escalationCard(belfry, after(work));
  return { view: { view: "escalation", card, kind: "shown", at: at.now }, changes };
}
