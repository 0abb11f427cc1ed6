/** What was said about the time → a schedule in the person's zone, or one question. */
import type { Schedule } from "../../core/schedule.ts";
import { toInstant } from "../../time/resolve.ts";
import type { LanguageContext } from "../request.ts";
import { ascending } from "./ascending.ts";
import { isElapsed, resolveEvery } from "./every.ts";
import { spelledOut } from "./grid.ts";
import { clockText, momentIn, onceAtInstant, partTime } from "./moment.ts";
import { movedBack } from "./moved-back.ts";
import { movingHoliday } from "./moving.ts";
import { type Resolution, resolveOnce } from "./once.ts";
import { resolveRule } from "./rule.ts";
import { exceptDates } from "./rule-bounds.ts";
import { type Around, settleClock } from "./settle.ts";
import { isSeveral, resolveSeveral } from "./several.ts";
import type { Repeat, When } from "./types.ts";

export function resolveWhen(said: When, context: LanguageContext, around: Around): Resolution {
  const when = spelledOut(
    ascending(clockOfSeries(oneClockGroup(stretchOfDays(daily(movedBack(said))))), around),
    around,
  );
  if (when.someday) return { schedule: { type: "manual" } };
  const repeat = repeatOf(when);
  if (when.zone && when.zone.zone === null) return unknownZone(when, context, around);
  const zone = zoneFor(when, repeat !== null, context);
  const moment = momentIn(context, zone);
  const zoned = when.zone ? { ...around, zoned: true } : around;
  if (!repeat && isSeveral(when)) return resolveSeveral(when, moment, zoned);
  if (!repeat) return ownZone(resolveOnce(when, moment, zoned), when, context);
  if (repeat.afterDone) return afterDone(when, repeat, context, around);
  if (isElapsed(repeat))
    return exceptedEvery(when, repeat, context, around) ?? resolveEvery(when, repeat, moment, zoned);
  const listed = movingHoliday(when, moment, zoned);
  if (listed) return { schedule: listed };
  return resolveRule(
    when.groups.length ? when : { ...when, groups: [{ days: [], clocks: [], repeat }] },
    moment,
    zoned,
  );
}

/** "for the next 10 days at noon", "from tuesday to friday at 8" */
function daily(when: When): When {
  const [group = { days: [], clocks: [] }, ...others] = when.groups;
  const each = when.daily || (when.from?.each && when.until?.days && group.clocks.length > 0 && !when.window);
  if (!each || group.repeat || group.days.length || others.length || when.offset) return when;
  return { ...when, groups: [{ ...group, repeat: { unit: "day", interval: 1 } }] };
}

/** "monday to friday" without a clock time is one stretch of days, not a series: it begins on the first. */
function stretchOfDays(when: When): When {
  const [group, ...others] = when.groups;
  const first = group?.repeat?.range ? group.repeat.weekdays?.[0] : undefined;
  if (!group || !first || others.length || group.clocks.length || group.part || when.window || when.until || when.from)
    return when;
  return { ...when, groups: [{ days: [{ type: "weekday", weekday: first, which: "coming", weeks: 0 }], clocks: [] }] };
}

/** "at 9 on monday and at 5": a last clock time without a day of its own belongs to the day before it. */
function oneClockGroup(when: When): When {
  const [last, before] = [when.groups.at(-1), when.groups.at(-2)];
  if (!last || !before || last.days.length > 0 || last.repeat || last.part) return when;
  return { ...when, groups: [...when.groups.slice(0, -2), { ...before, clocks: [...before.clocks, ...last.clocks] }] };
}

/** "every monday until march at 7am": a series of days rings at that time. */
function clockOfSeries(when: When): When {
  const { until } = when;
  const [group, ...others] = when.groups;
  const open = group?.repeat && !isElapsed(group.repeat) && !group.clocks.length && !group.part && !others.length;
  if (!group || !open || !until?.clock || !until.days || when.window) return when;
  const { clock, ...end } = until;
  return { ...when, until: end, groups: [{ ...group, clocks: [clock] }] };
}

/** The recurrence said, or the one that several days in one sentence make. */
function repeatOf(when: When): Repeat | null {
  const group = when.groups.find(({ repeat }) => repeat);
  return group?.repeat ?? null;
}

function zoneFor(when: When, repeats: boolean, context: LanguageContext): string {
  const said = when.zone;
  if (!said?.zone || isOffset(said.zone)) return context.zone;
  return repeats && said.region ? said.region : said.zone;
}

function isOffset(zone: string): boolean {
  return /^[+-]\d\d:?\d\d$/.test(zone);
}

/** "09:00+05:30": an instant is meant; it is kept as the person's own wall time. */
function ownZone(resolution: Resolution, when: When, context: LanguageContext): Resolution {
  const { schedule } = resolution;
  if (when.fold) return { schedule: secondCopy(resolution, context) };
  const offset = when.zone?.zone;
  if (!offset || schedule?.type !== "once" || !isOffset(offset)) return resolution;
  const wall = toInstant(schedule.at, "UTC");
  const [hours = 0, minutes = 0] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  const shift = (hours * 60 + minutes) * 60_000 * (offset.startsWith("-") ? -1 : 1);
  return wall === null ? resolution : { schedule: onceAtInstant(wall - shift, context.zone) };
}

/** The first copy may have passed when the second is meant. */
function secondCopy({ schedule, question }: Resolution, context: LanguageContext): Schedule | null {
  if (schedule?.type === "once") return { ...schedule, fold: 1 };
  return question?.code === "past" ? { type: "once", at: question.phrase, tz: context.zone, fold: 1 } : schedule;
}

function unknownZone(when: When, context: LanguageContext, around: Around): Resolution {
  const { zone, ...rest } = when;
  const { schedule, question } = resolveWhen(rest, context, around);
  const readings = schedule ? [{ schedule }] : (question?.readings ?? []);
  return { schedule: null, question: { code: "unknownZone", readings, phrase: zone?.phrase ?? "" } };
}

const DAYS_IN: Partial<Record<Repeat["unit"], number>> = { day: 1, week: 7, month: 30, year: 365 };

function afterDone(when: When, repeat: Repeat, context: LanguageContext, around: Around): Resolution {
  const days = repeat.ms
    ? Math.max(1, Math.round(repeat.ms / 86_400_000))
    : repeat.interval * (DAYS_IN[repeat.unit] ?? 1);
  const group = when.groups[0];
  const clock = group?.clocks[0];
  const time = clock
    ? clockText(settleClock(clock, { ...around, repeat })[0] ?? clock)
    : partTime(group?.part ?? "morning", context);
  return { schedule: { type: "after", days, time, tz: context.zone } };
}

/** "every 8 hours except tomorrow": only a rule can leave out days. */
function exceptedEvery(when: When, repeat: Repeat, context: LanguageContext, around: Around): Resolution | null {
  const { except: _, ...rest } = when;
  const moment = momentIn(context, context.zone);
  const except = exceptDates(when, moment.today, moment);
  if (except.length === 0) return null;
  const { schedule } = resolveEvery(rest, repeat, moment, around);
  if (schedule?.type !== "every" || schedule.window) return null;
  const start = onceAtInstant(schedule.from, context.zone).at;
  const unit = schedule.ms % 3_600_000 === 0 ? (["HOURLY", 3_600_000] as const) : (["MINUTELY", 60_000] as const);
  const rule: Schedule = {
    type: "rule",
    rules: [`FREQ=${unit[0]};INTERVAL=${schedule.ms / unit[1]}`],
    start,
    tz: context.zone,
    except,
  };
  return { schedule: rule };
}
