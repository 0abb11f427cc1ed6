import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { isPrivate } from "../access.ts";
import type { Operation } from "../operation.ts";

const input = z.object({ code: z.string().max(200) });

export const claim: Operation<z.infer<typeof input>> = {
  name: "claim",
  summary: "Makes the person owner who knows the code from the console.",
  needs: "stranger",
  input,
  run: async (belfry, { code }, call) => {
    const owned = (await belfry.store.people.withRole("owner")).length > 0;
    if (owned || !belfry.claim || !isPrivate(call)) throw new BelfryError("notAllowed");
    const result = belfry.claim.try(code, belfry.clock.now());
    if (result !== "right") throw new BelfryError("notAllowed", { reason: result });
    const { name } = call.actor;
    return {
      show: [
        { view: { view: "notice", code: "claimed", args: {} } },
        { view: { view: "welcome", zone: call.settings.zone, name } },
      ],
      changes: [{ do: "claimOwner", person: call.actor.id }],
    };
  },
};
