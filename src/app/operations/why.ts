import { z } from "zod";
import { cardView, runLine } from "../cards.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { holdsOf } from "../why.ts";
import { target } from "./inputs.ts";

const linesShown = 3;

const input = z.object(target);

export const explain: Operation<z.infer<typeof input>> = {
  name: "actions.why",
  summary: "Tells why an action did or did not run, and what keeps it from running now.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, explain, input, "see", async (action) => {
      const runs = await belfry.store.runs.history(action.id, linesShown);
      const shown = await cardView(belfry, action, "shown");
      const holds = await holdsOf(belfry, action, shown, runs[0] ?? null);
      const view = { view: "why", card: shown.card, lines: runs.map(runLine), holds } as const;
      return { show: [{ view }], changes: [] };
    }),
};
