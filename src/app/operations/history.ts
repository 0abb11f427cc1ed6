import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { DAY } from "../../time/wall.ts";
import { scopeOf } from "../access.ts";
import { cardOf, runLine, titledLines } from "../cards.ts";
import { withAction } from "../find.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { reportKind } from "../report.ts";
import { label, target } from "./inputs.ts";

const linesShown = 10;
const uptimeDays = 30;

const input = z.object(target);

export const showHistory: Operation<z.infer<typeof input>> = {
  name: "actions.history",
  summary: "Shows the last ten runs of an action, or of all with a label.",
  needs: "member",
  input,
  run: (belfry, input, call) => {
    const labelled = /^#\p{L}/u.test(String(input.action)) ? label.safeParse(input.action) : null;
    if (labelled?.success) return ofLabel(belfry, call, labelled.data);
    return withAction(belfry, call, showHistory, input, "see", async (action) => {
      const lines = (await belfry.store.runs.history(action.id, linesShown)).map(runLine);
      const { runs, failed } = await belfry.store.runs.stats(action.id);
      const failureRate = runs === 0 ? null : failed / runs;
      const now = belfry.clock.now();
      const uptime = await uptimeOf(belfry, action, now);
      const view = { view: "history", card: cardOf(action, now), lines, runs, failureRate } as const;
      return { show: [{ view: uptime === null ? view : { ...view, uptime } }], changes: [] };
    });
  },
};

async function uptimeOf(belfry: Belfry, action: Action, now: number): Promise<number | null> {
  if (action.kind !== "check") return null;
  return (await reportKind(belfry).uptime?.(action, now - uptimeDays * DAY, now)) ?? null;
}

/** What was written while it had the label: a run keeps the labels its action had then. */
async function ofLabel(belfry: Belfry, call: Call, label: string): Promise<Done> {
  const runs = await belfry.store.runs.labelled(label, scopeOf(call), linesShown);
  const lines = await titledLines(belfry, runs);
  return { show: [{ view: { view: "labelled", label, lines } }], changes: [] };
}
