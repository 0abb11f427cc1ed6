import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { cardOf, runLine } from "../cards.ts";
import { findEscalation } from "../find-escalation.ts";
import type { Operation } from "../operation.ts";
import { id } from "./inputs.ts";

const linesShown = 10;

const input = z.object({ escalation: id });

export const logEscalation: Operation<z.infer<typeof input>> = {
  name: "escalations.log",
  summary: "Shows the last runs of the action an escalation is about, as a message of its own.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const { action: number } = await findEscalation(belfry, call, input);
    const action = number === null ? null : await belfry.store.actions.get(number);
    if (!action) throw new BelfryError("notFound", { target: `E${input.escalation}` });
    const lines = (await belfry.store.runs.history(action.id, linesShown)).map(runLine);
    const { runs, failed } = await belfry.store.runs.stats(action.id);
    const card = cardOf(action, belfry.clock.now());
    const failureRate = runs === 0 ? null : failed / runs;
    const id = await belfry.store.newId("delivery");
    return { show: [{ view: { view: "history", card, lines, runs, failureRate }, id }], changes: [] };
  },
};
