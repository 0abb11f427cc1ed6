import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Instant, Schedule } from "../../core/schedule.ts";
import type { NextTime } from "../../core/view.ts";
import { oddities } from "../../time/oddities.ts";
import { cardOf, upcoming } from "../cards.ts";
import { withAction } from "../find.ts";
import type { Done, Operation } from "../operation.ts";
import { target } from "./inputs.ts";

const input = z.object(target);

export const nextSlots: Operation<z.infer<typeof input>> = {
  name: "actions.next",
  summary: "Shows the next five times of an action.",
  needs: "member",
  input,
  run: (belfry, input, call) => {
    const now = belfry.clock.now();
    const show = async (action: Action): Promise<Done> => {
      const card = cardOf(action, now);
      const changes = clockChanges(action.schedule, now);
      const slots = card.next.flatMap((slot): NextTime[] => [
        ...action.leads.map((lead) => ({ at: slot - lead, lead, note: null })),
        { at: slot, lead: 0, note: changes.get(slot) ?? null },
      ]);
      const ahead = slots.filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
      return { show: [{ view: { view: "next", card, slots: ahead } }], changes: [] };
    };
    const hasNext = (action: Action) => upcoming(action, now, 1).length > 0;
    return withAction(belfry, call, nextSlots, input, "see", show, hasNext);
  },
};

/** Slots whose clock time is skipped or shown twice that day. */
function clockChanges(schedule: Schedule, now: Instant): Map<Instant, "skippedHour" | "repeatedHour"> {
  const notes = new Map<Instant, "skippedHour" | "repeatedHour">();
  for (const odd of oddities(schedule, now)) {
    if (odd.note !== "clockChange" || odd.change === "missing") continue;
    notes.set(odd.at, odd.change === "skipped" ? "skippedHour" : "repeatedHour");
  }
  return notes;
}
