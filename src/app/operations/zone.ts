import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Zone } from "../../core/schedule.ts";
import type { View } from "../../core/view.ts";
import { isPrivate } from "../access.ts";
import { setChat } from "../chat-settings.ts";
import type { Call, Operation } from "../operation.ts";
import { elsewhere, likelyZones, zoneOf, zonesFor } from "../zones.ts";

const input = z.object({
  /** A zone name or a city. */
  zone: z.string().max(200).optional(),
});

export const setZone: Operation<z.infer<typeof input>> = {
  name: "settings.zone",
  summary: "Sets the time zone of the chat; offers zones when none or several are meant.",
  needs: "member",
  input,
  run: async (belfry, { zone: words }, call) => {
    const current = call.settings.zone;
    const found = words === undefined ? likelyZones(current, belfry.defaults.zone) : zonesFor(words);
    const [zone] = found;
    if (zone === undefined) throw new BelfryError("unknownZone", { zone: words ?? "" });
    if (words === undefined || found.length > 1) {
      return { show: [{ view: { view: "zoneMenu", zone: current, likely: found } }], changes: [] };
    }
    const { revision, changes } = await setChat(belfry, call, "zone", zone, "zone");
    const others = await othersOf(belfry, call, zone);
    const first = isPrivate(call) && others === null && !(await belfry.store.chats.get(call.chat))?.zone;
    const view: View = { view: "zone", zone, others, moved: 0, undo: revision };
    return { show: [{ view: first ? { ...view, note: "first" } : view }], changes };
  },
};

/** How many items stay on other zones, and on which most. */
async function othersOf(belfry: Belfry, call: Call, zone: Zone): Promise<{ count: number; zone: Zone } | null> {
  const zones = (await elsewhere(belfry, call, zone)).map(({ schedule }) => zoneOf(schedule) ?? zone);
  const count = (one: Zone) => zones.filter((other) => other === one).length;
  const [most] = [...new Set(zones)].sort((a, b) => count(b) - count(a));
  return most === undefined ? null : { count: zones.length, zone: most };
}
