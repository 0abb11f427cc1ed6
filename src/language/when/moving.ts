/** Holidays that follow Easter are no rule of RFC 5545: their next dates are listed one by one. */
import type { RuleSchedule } from "../../core/schedule.ts";
import { holidayDate } from "./holidays.ts";
import { clockText, type Moment, onceAt, partTime, withSeconds } from "./moment.ts";
import { ruleOfHoliday } from "./rule-days.ts";
import { type Around, settleClock } from "./settle.ts";
import type { When } from "./types.ts";

/** So many years are listed. */
const YEARS = 20;

/** "every easter at 10", or null when nothing said moves with Easter. */
export function movingHoliday(when: When, moment: Moment, around: Around): RuleSchedule | null {
  const group = when.groups.find(({ repeat }) => repeat?.days?.length === 1);
  const day = group?.repeat?.days?.[0];
  if (!group || day?.type !== "holiday" || ruleOfHoliday(day.name, 1).length > 0) return null;
  const clock = group.clocks[0];
  const settled = clock && settleClock(clock, { ...around, part: group.part })[0];
  const time = settled ? clockText(settled) : partTime(group.part ?? "morning", moment.context);
  const years = Array.from({ length: YEARS + 1 }, (_, i) => moment.today.year + i);
  const dates = years.flatMap((year) => {
    const date = holidayDate(day.name, year);
    const { at } = onceAt(date, time, moment.zone);
    return at !== null && at > moment.now ? [`${date.toString()}T${withSeconds(time)}`] : [];
  });
  return { type: "rule", rules: [], start: dates[0] ?? "", tz: moment.zone, dates };
}
