import { z } from "zod";
import { answered } from "../escalating/answer.ts";
import { acknowledge } from "../escalation/answer.ts";
import { findEscalation } from "../find-escalation.ts";
import type { Operation } from "../operation.ts";
import { escalationTarget } from "./inputs.ts";

const input = z.object(escalationTarget);

export const ackEscalation: Operation<z.infer<typeof input>> = {
  name: "escalations.ack",
  summary: "Takes an escalation; the second to do so is told who was first.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const found = await findEscalation(belfry, call, input);
    return answered(belfry, call, found, acknowledge(found, call.actor.id, belfry.clock.now()), "acked");
  },
};
