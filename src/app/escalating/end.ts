/** What was open of an action that is deleted: nothing will be green again, so it would be told for ever. */
import type { Belfry } from "../../core/belfry.ts";
import type { Change } from "../../core/store.ts";
import { resolve } from "../escalation/resolve.ts";
import type { Call } from "../operation.ts";
import { ofEscalation, remember } from "../revise.ts";
import { present } from "./reach.ts";
import { after, writing } from "./write.ts";

/** `group`: the revision together with which that is taken back; null where that cannot be. */
export async function endEscalations(
  belfry: Belfry,
  call: Call,
  action: number,
  group: number | null,
): Promise<Change[]> {
  const at = await present(belfry);
  const works = (await belfry.store.escalations.openOf([action])).flatMap((before) => {
    const step = resolve(before, call.actor.id, at);
    return step === null ? [] : [{ before, step }];
  });
  const changes = (await writing(belfry, works, at.now, call.pressed)).flat();
  for (const work of group === null ? [] : works) {
    const entity = ofEscalation(work.before, after(work));
    changes.push((await remember(belfry, call, entity, "deleted", group ?? undefined)).change);
  }
  return changes;
}
