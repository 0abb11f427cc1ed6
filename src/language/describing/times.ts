/** Many clock times of one day in few words. */
import { MINUTE } from "../../time/wall.ts";
import type { DescribeWords } from "./words.ts";

/** So many are listed one by one. */
const LISTED = 6;
/** So many stretches of a day are said; more are not made of stretches. */
const STRETCHES = 4;

/** "08:00, 12:00 and 18:00", "every 5 min between 14:00 and 14:55 and …"; null for more times than anybody would read. */
export function timesText(times: readonly string[], words: DescribeWords): string | null {
  if (times.length <= LISTED) return words.list(times);
  const stretches = stretchesOf(times.map(minutes));
  if (stretches.length > STRETCHES || stretches.some(({ length }) => length < 3)) return null;
  return words.list(
    stretches.map((all) => {
      const step = (all[1] ?? 0) - (all[0] ?? 0);
      return `${words.elapsed(step * MINUTE)} ${words.window(clock(all[0]), clock(all.at(-1)))}`;
    }),
  );
}

/** Times that lie equally far apart. */
function stretchesOf(times: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const time of times) {
    const last = found.at(-1);
    const [before, end] = [last?.at(-2), last?.at(-1)];
    if (last && end !== undefined && (before === undefined || time - end === end - before)) last.push(time);
    else found.push([time]);
  }
  return found;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function clock(at: number | undefined): string {
  return [Math.trunc((at ?? 0) / 60), (at ?? 0) % 60].map((n) => String(n).padStart(2, "0")).join(":");
}
