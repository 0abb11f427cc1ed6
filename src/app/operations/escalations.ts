import { z } from "zod";
import { severities } from "../../core/escalation.ts";
import { escalationCard } from "../escalating/cards.ts";
import { openHere } from "../find-escalation.ts";
import type { Operation } from "../operation.ts";

const input = z.object({
  severity: z.enum(severities).optional(),
  /** Only those that nobody has answered for a whole cycle. */
  stale: z.boolean().default(false),
  /** Only those that this has found, as whoever raised them said. */
  source: z.string().trim().min(1).max(100).optional(),
});

export const listEscalations: Operation<z.infer<typeof input>> = {
  name: "escalations.list",
  summary: "Lists what is open, all, of one severity or from one source, or only what has gone stale.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const open = (await openHere(belfry, call)).filter(
      ({ severity, source, state, cycle, round, gaveUpAt }) =>
        (input.source === undefined || source?.toLowerCase() === input.source.toLowerCase()) &&
        (input.severity === undefined || severity === input.severity) &&
        (!input.stale || (state === "open" && (cycle > round || gaveUpAt !== null))),
    );
    const cards = await Promise.all(open.map((one) => escalationCard(belfry, one)));
    return { show: [{ view: { view: "escalations", cards } }], changes: [] };
  },
};
