import { z } from "zod";
import { DAY } from "../../time/wall.ts";
import { scopeOf } from "../access.ts";
import { titledLines } from "../cards.ts";
import type { Operation } from "../operation.ts";

const linesShown = 15;

const input = z.object({});

export const showFeed: Operation<z.infer<typeof input>> = {
  name: "actions.feed",
  summary: "Shows what has run last, of all that is listed here.",
  needs: "member",
  input,
  run: async (belfry, _input, call) => {
    const now = belfry.clock.now();
    const runs = await belfry.store.runs.ended(now - DAY, scopeOf(call), linesShown);
    return { show: [{ view: { view: "feed", at: now, lines: await titledLines(belfry, runs) } }], changes: [] };
  },
};
