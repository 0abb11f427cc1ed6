/**
 * Other readers of dates, where they are installed beside Belfry. Each gets the whole sentence and gives the first slot
 * as a wall time of the person's zone, and whether it repeats.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { casual } from "chrono-node";
import { toInstant, toLocal } from "../../src/time/resolve.ts";
import { NOW, ZONE } from "./cases.ts";

/** The first slot, and whether it repeats; null when no time was found. */
export type Answer = { first: string; repeats: boolean } | null;

export interface Other {
  name: string;
  read(text: string): Answer;
}

type Require = (name: string) => unknown;

/** The person's clock as if it were UTC: libraries without zones then answer in wall times. */
const wall = new Date(toInstant(toLocal(NOW, ZONE), "UTC") ?? NOW);
const minuteOf = (date: Date): string => date.toISOString().slice(0, 16);

const chrono: Other = {
  name: "chrono-node",
  read(text) {
    const date = casual.parseDate(text, { instant: wall, timezone: 0 }, { forwardDate: true });
    return date && { first: minuteOf(date), repeats: false };
  },
};

interface Recognizers {
  recognizeDateTime(
    text: string,
    culture: string,
    options: undefined,
    reference: Date,
  ): { typeName: string; resolution: { values: { value?: string; start?: string }[] } | null }[];
}

/** It finds series and does not resolve them: those count as not read. */
function recognizers(load: Require): Other {
  const { recognizeDateTime } = load("@microsoft/recognizers-text-date-time") as Recognizers;
  const [year = 0, month = 1, day = 1, hour, minute] = minuteOf(wall).split(/\D/u).map(Number);
  const reference = new Date(year, month - 1, day, hour, minute);
  return {
    name: "recognizers",
    read(text) {
      const [found] = recognizeDateTime(text, "en-us", undefined, reference);
      const value = found?.resolution?.values.at(-1);
      const first = value?.value ?? value?.start ?? "";
      const repeats = found?.typeName.endsWith(".set") === true;
      return found ? { first: first.replace(" ", "T").slice(0, 16), repeats } : null;
    },
  };
}

interface Compromise {
  (text: string): { dates(at: { today: string; timezone: string }): { get(): { start: string; repeat?: object }[] } };
  plugin(plugin: unknown): void;
}

function compromise(load: Require): Other {
  const nlp = load("compromise") as Compromise;
  const plugin = load("compromise-dates") as { default?: unknown };
  nlp.plugin(plugin.default ?? plugin);
  return {
    name: "compromise",
    read(text) {
      const [found] = nlp(text)
        .dates({ today: toLocal(NOW, ZONE), timezone: ZONE })
        .get();
      return found?.start ? { first: found.start.slice(0, 16), repeats: found.repeat !== undefined } : null;
    },
  };
}

interface Rrule {
  RRule: {
    new (options: object): { after(date: Date): Date | null };
    parseText(text: string): object | null;
  };
}

function rrule(load: Require): Other {
  const { RRule } = load("rrule") as Rrule;
  return {
    name: "rrule",
    read(text) {
      const options = RRule.parseText(text);
      const date = options && new RRule({ ...options, dtstart: wall }).after(wall);
      return date && { first: minuteOf(date), repeats: true };
    },
  };
}

interface Later {
  date: { UTC(): void };
  parse: { text(text: string): { error: number } };
  schedule(parsed: object): { next(count: number, from: Date): Date };
}

function later(load: Require): Other {
  const library = load("@breejs/later") as Later;
  library.date.UTC();
  return {
    name: "later",
    read(text) {
      const parsed = library.parse.text(text);
      return parsed.error >= 0 ? null : { first: minuteOf(library.schedule(parsed).next(1, wall)), repeats: true };
    },
  };
}

/** Those found in the `node_modules` of `folder`; the names of the others. */
export function others(folder: string | undefined): { found: Other[]; missing: string[] } {
  const load = createRequire(join(folder ?? process.cwd(), "package.json")) as Require;
  const found = [chrono];
  const missing: string[] = [];
  for (const make of [recognizers, compromise, rrule, later]) {
    try {
      found.push(make(load));
    } catch {
      missing.push(make.name);
    }
  }
  return { found: found.map(safe), missing };
}

/** A library that throws has found nothing. */
function safe({ name, read }: Other): Other {
  return {
    name,
    read(text) {
      try {
        return read(text);
      } catch {
        return null;
      }
    },
  };
}
