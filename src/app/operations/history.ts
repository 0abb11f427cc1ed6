import { z } from "zod";
import { cardOf, runLine } from "../cards.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { target } from "./inputs.ts";

const linesShown = 10;

const input = z.object(target);

export const showHistory: Operation<z.infer<typeof input>> = {
  name: "actions.history",
  summary: "Shows the last ten runs of an action.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, showHistory, input, "see", async (action) => {
      const lines = (await belfry.store.runs.history(action.id, linesShown)).map(runLine);
      const { runs, failed } = await belfry.store.runs.stats(action.id);
      const failureRate = runs === 0 ? null : failed / runs;
      const card = cardOf(action, belfry.clock.now());
      return { show: [{ view: { view: "history", card, lines, runs, failureRate } }], changes: [] };
    }),
};
