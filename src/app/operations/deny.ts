import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Change } from "../../core/store.ts";
import { isPrivate } from "../access.ts";
import { statusOf } from "../cards.ts";
import { isLive } from "../find.ts";
import type { Call, Operation } from "../operation.ts";
import { pauseFrom } from "../pause.ts";
import { personMeant } from "../people.ts";
import { closeRings } from "../rings.ts";
import { personTarget } from "./inputs.ts";

const input = z.object({ person: personTarget.optional() });

export const deny: Operation<z.infer<typeof input>> = {
  name: "people.deny",
  summary: "Shuts a person out and pauses what is theirs, or shuts out the group the owner is in.",
  needs: "owner",
  input,
  run: async (belfry, { person }, call) => {
    if (person === undefined) {
      if (isPrivate(call)) throw new BelfryError("invalidInput", { field: "person" });
      const view = { view: "notice", code: "denied", args: {} } as const;
      return { show: [{ view }], changes: [{ do: "putChat", id: call.chat, patch: { granted: false } }] };
    }
    const { id, known } = await personMeant(belfry, person);
    // Owners are named by the configuration or by the code on the console, never unmade in a chat.
    if (known?.role === "owner") throw new BelfryError("notAllowed");
    const name = known?.name || String(id);
    const view = { view: "notice", code: "denied", args: { name } } as const;
    const paused = await pauseAll(belfry, call, id);
    return { show: [{ view }], changes: [{ do: "putPerson", id, patch: { role: "stranger" } }, ...paused] };
  },
};

/** Nobody is rung who cannot answer. It is part of shutting out and not taken back apart from that. */
async function pauseAll(belfry: Belfry, call: Call, owner: number): Promise<Change[]> {
  const now = belfry.clock.now();
  const changes: Change[] = [];
  for (const action of await belfry.store.actions.list({ owner })) {
    if (!isLive(action) || statusOf(action, now) === "paused") continue;
    const patch = { pause: pauseFrom(action, now, null), revision: action.revision + 1, updatedAt: now };
    changes.push({ do: "setAction", id: action.id, expectRevision: action.revision, patch });
    changes.push(...(await closeRings(belfry, call, action, "paused", null)));
  }
  return changes;
}
