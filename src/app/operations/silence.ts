import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { answered } from "../escalating/answer.ts";
import { silence } from "../escalation/answer.ts";
import { findEscalation } from "../find-escalation.ts";
import type { Operation } from "../operation.ts";
import { escalationTarget, instant } from "./inputs.ts";

/** Neither: until it is fixed. */
const input = z.object({
  ...escalationTarget,
  forMs: z
    .number()
    .int()
    .min(60_000)
    .max(30 * 86_400_000)
    .optional(),
  until: instant.optional(),
});

export const silenceEscalation: Operation<z.infer<typeof input>> = {
  name: "escalations.silence",
  summary: "Tells nothing of an escalation for a while, or until it is fixed.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const now = belfry.clock.now();
    const until = input.until ?? (input.forMs === undefined ? null : now + input.forMs);
    if (until !== null && until <= now) throw new BelfryError("past");
    const found = await findEscalation(belfry, call, input);
    return answered(belfry, call, found, silence(found, call.actor.id, until, now), "silenced");
  },
};
