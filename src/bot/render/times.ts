/** The next times of an action as one line reads them. */
import type { Instant } from "../../core/schedule.ts";
import type { Scene } from "./scene.ts";

/** Further away a day without its year could be taken for this year's. */
const far = 335 * 24 * 60 * 60 * 1000;

/** One a day, all at the same time of day? */
export function oneClock(times: Instant[], scene: Scene): boolean {
  const { dates } = scene;
  return new Set(times.map(dates.time)).size === 1 && new Set(times.map(dates.date)).size === times.length;
}

/** Several in one minute can only be told apart by their seconds. */
export function withSeconds(times: Instant[], scene: Scene): boolean {
  return new Set(times.map(scene.dates.when)).size < new Set(times).size;
}

/** `:05` */
export function secondsOf(at: Instant): string {
  return `:${String(Math.floor(at / 1000) % 60).padStart(2, "0")}`;
}

/** `Wed 25, Thu 26, Fri 27 Nov`: the month where it changes. `14:15, 14:30` when all are today. */
export function daysInARow(times: Instant[], scene: Scene): string {
  const { dates } = scene;
  return times
    .map((at, i) => {
      const next = times[i + 1];
      const sameMonth = next !== undefined && dates.date(at).slice(0, 7) === dates.date(next).slice(0, 7);
      if (at - dates.now > far) return dates.day(at);
      return dates.shortDay(at, !sameMonth);
    })
    .join(", ");
}

/** `today 20:00, Wed 25 Nov 08:00`: each with its own clock time, the day named once. */
export function moments(times: Instant[], scene: Scene): string {
  const { dates } = scene;
  let day = dates.date(dates.now);
  const seconds = withSeconds(times, scene);
  return times
    .map((at) => {
      const same = dates.date(at) === day;
      day = dates.date(at);
      const time = `${dates.time(at)}${seconds ? secondsOf(at) : ""}`;
      return same ? time : `${dates.day(at)} ${time}`;
    })
    .join(", ");
}

/** A part of all, 0 to 1, in per cent. */
export function share(part: number, { texts }: Scene): string {
  return new Intl.NumberFormat(texts.locale, { style: "percent" }).format(part);
}
