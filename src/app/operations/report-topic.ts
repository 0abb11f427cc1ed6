import { z } from "zod";
import { askWhere, refuseForeign } from "../destinations.ts";
import type { Operation } from "../operation.ts";

const input = z.object({
  /** What goes on once the topic is chosen. */
  operation: z.enum(["reports.add", "reports.show"]),
  input: z.record(z.string(), z.unknown()),
  /** The group whose topics are offered. */
  chat: z.number().int(),
});

export const askTopic: Operation<z.infer<typeof input>> = {
  name: "reports.topic",
  summary: "Asks which topic of a group a report is to go to.",
  needs: "member",
  input,
  run: async (belfry, { operation, input, chat }, call) => {
    await refuseForeign(belfry, call, call.actor, { chat, thread: null });
    const topics = await belfry.store.topics.of(chat);
    const places = [{ chat, thread: null }, ...topics];
    return askWhere(belfry, call, { operation, input: { ...input, seen: true } }, "", places);
  },
};
