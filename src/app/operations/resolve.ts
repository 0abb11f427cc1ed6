import { z } from "zod";
import { answered } from "../escalating/answer.ts";
import { present } from "../escalating/reach.ts";
import { resolve } from "../escalation/resolve.ts";
import { findEscalation } from "../find-escalation.ts";
import type { Operation } from "../operation.ts";
import { escalationTarget } from "./inputs.ts";

const input = z.object(escalationTarget);

export const resolveEscalation: Operation<z.infer<typeof input>> = {
  name: "escalations.resolve",
  summary: "Says that an escalation is over; the next failure raises it anew.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const found = await findEscalation(belfry, call, input);
    return answered(belfry, call, found, resolve(found, call.actor.id, await present(belfry)), "resolved");
  },
};
