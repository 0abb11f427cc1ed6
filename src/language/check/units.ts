/** Texts, numbers and lengths of time as they are said of a check. */
import { DAY } from "../when/duration.ts";
import type { CheckTable } from "./table.ts";

/** Without its marks. */
export function bare(quoted = ""): string {
  return quoted.slice(1, -1);
}

export function dot(number = ""): string {
  return number.replace(",", ".");
}

/** Of a unit alone, one. */
export function milliseconds(number = "1", unit = "", { units }: CheckTable): number {
  const [, ms] = units.find(([words]) => words.test(unit)) ?? [/$/u, 1];
  return Math.round(Number(dot(number)) * ms);
}

/** Without a unit it is days. */
export function daysOf(count: string | undefined, unit: string | undefined, table: CheckTable): number {
  return unit === undefined ? Number(count) : Math.ceil(milliseconds(count, unit, table) / DAY);
}
