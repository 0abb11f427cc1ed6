/** "at 9, 1 and 8": clock times of one day are said in their order, so what would be earlier than the one before is the afternoon. */
import { type Around, settleClock } from "./settle.ts";
import type { Clock, Group, When } from "./types.ts";

export function ascending(when: When, around: Around): When {
  if (!when.groups.some(({ clocks }) => clocks.length > 1)) return when;
  return { ...when, groups: when.groups.map((group) => inOrder(group, around)) };
}

const HALF_A_DAY = 12 * 60;

function inOrder(group: Group, around: Around): Group {
  if (group.part) return group;
  let before = -1;
  const clocks = group.clocks.map((clock): Clock => {
    const [settled = clock] = settleClock(clock, { ...around, repeat: group.repeat });
    const minutes = (settled.hour % 24) * 60 + settled.minute;
    const isOpen = !clock.half && !clock.exact && clock.hour < 12 && settled.hour < 12;
    const isLater = isOpen && minutes <= before && minutes + HALF_A_DAY > before;
    before = isLater ? minutes + HALF_A_DAY : minutes;
    return isLater ? { ...clock, half: "pm" } : clock;
  });
  return { ...group, clocks };
}
