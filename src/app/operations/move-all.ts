import { z } from "zod";
import type { Schedule, Zone } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";
import { checkSchedule } from "../../time/validate.ts";
import { refuseUnlessSettler } from "../chat-settings.ts";
import type { Operation } from "../operation.ts";
import { reviseAction } from "../revise.ts";
import { elsewhere } from "../zones.ts";

const input = z.object({});

export const moveAll: Operation<z.infer<typeof input>> = {
  name: "settings.moveAll",
  summary: "Moves existing actions to the chat's zone, clock times kept. What would have passed there stays.",
  needs: "member",
  input,
  run: async (belfry, _input, call) => {
    refuseUnlessSettler(call);
    const { zone } = call.settings;
    const changes: Change[] = [];
    let group: number | undefined;
    let moved = 0;
    for (const action of await elsewhere(belfry, call, zone)) {
      const schedule = inZone(action.schedule, zone);
      if (checkSchedule(schedule, belfry.clock.now())) continue;
      const revised = await reviseAction(belfry, call, action, { schedule }, "rezoned", group);
      group ??= revised.revision;
      changes.push(...revised.changes);
      moved += 1;
    }
    return { show: [{ view: { view: "zone", zone, others: null, moved, undo: group ?? null } }], changes };
  },
};

/** The same clock times elsewhere. */
function inZone(schedule: Schedule, tz: Zone): Schedule {
  if (schedule.type === "every")
    return schedule.window ? { ...schedule, window: { ...schedule.window, tz } } : schedule;
  return "tz" in schedule ? { ...schedule, tz } : schedule;
}
