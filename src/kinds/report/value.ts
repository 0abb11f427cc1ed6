/** What a template can name: plain data, and amounts that know what they are amounts of. */
import type { Instant } from "../../core/schedule.ts";
import { wallOf } from "../../time/resolve.ts";
import { formatWall } from "../../time/wall.ts";
import type { Voice } from "./words.ts";

/** `share` is 0 to 1, `ms` a latency and `duration` a stretch of time (both milliseconds), `at` an instant. */
export type Unit = "share" | "ms" | "duration" | "at" | "day";

/** A number with its unit; a class, so that JSON from outside can never look like one. */
export class Amount {
  readonly unit: Unit;
  readonly number: number | null;

  constructor(unit: Unit, number: number | null) {
    this.unit = unit;
    this.number = number;
  }
}

export type Value = string | number | boolean | null | Amount | Value[] | Fields;
export interface Fields {
  [name: string]: Value;
}

/** Stands for what is not there. */
export const NOTHING = "–";

export function isFields(value: Value | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Amount);
}

/** False for nothing, zero, "" and empty lists. */
export function truthy(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Amount) return value.number !== null && value.number !== 0;
  return isFields(value) || Boolean(value);
}

/** As a person reads it. Lists are joined by commas; what has fields of its own is JSON. */
export function say(value: Value, voice: Voice): string {
  if (value === null || value === "") return NOTHING;
  if (typeof value === "string") return value;
  if (typeof value === "number") return new Intl.NumberFormat(voice.locale, { maximumFractionDigits: 3 }).format(value);
  if (typeof value === "boolean") return value ? voice.words.yes : voice.words.no;
  if (value instanceof Amount) return value.number === null ? NOTHING : sayAmount(value.unit, value.number, voice);
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map((one) => say(one, voice)).join(", ");
  return JSON.stringify(value);
}

function sayAmount(unit: Unit, number: number, voice: Voice): string {
  switch (unit) {
    case "share":
      return sayShare(number, voice.locale);
    case "ms":
      return sayLatency(number, voice);
    case "duration":
      return voice.duration(number);
    case "at":
      return `${voice.dates.day(number)} ${voice.dates.time(number)}`;
    case "day":
      return voice.dates.day(number);
  }
}

/** Never rounded up to 100 % nor down to 0 %: a minute's outage in a month is not nothing. */
function sayShare(share: number, locale: string): string {
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const shown = Math.round(share * 10_000) / 10_000;
  if (shown === 1 && share < 1) return percent.format(0.9999);
  return percent.format(shown === 0 && share > 0 ? 0.0001 : shown);
}

function sayLatency(ms: number, voice: Voice): string {
  if (ms >= 60_000) return voice.duration(ms);
  const seconds = ms >= 10_000;
  const unit = seconds ? "s" : "ms";
  const digits = { maximumFractionDigits: seconds ? 1 : ms < 10 ? 1 : 0 };
  return `${new Intl.NumberFormat(voice.locale, digits).format(seconds ? ms / 1000 : ms)} ${unit}`;
}

/** As a table program reads it: percents of 100, seconds, milliseconds, wall time of the zone. */
export function raw(value: Value, voice: Voice): string | number | null {
  if (typeof value === "number") return value;
  if (value === null) return null;
  if (!(value instanceof Amount)) return say(value, voice);
  if (value.number === null) return null;
  switch (value.unit) {
    case "share":
      return Math.round(value.number * 1e6) / 1e4;
    case "ms":
      return Math.round(value.number * 1000) / 1000;
    case "duration":
      return Math.round(value.number / 1000);
    case "at":
      return wallTime(value.number, voice).replace("T", " ");
    case "day":
      return wallTime(value.number, voice).slice(0, 10);
  }
}

function wallTime(at: Instant, voice: Voice): string {
  return formatWall(wallOf(at, voice.dates.zone));
}

/** The sign that belongs over a column of such numbers. */
export function signOf(unit: Unit | null): string {
  return unit === "share" ? "%" : unit === "duration" ? "s" : unit === "ms" ? "ms" : "";
}
