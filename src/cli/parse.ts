/** `belfry parse`: what a sentence would be understood as. Needs no database and no running Belfry. */
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import { dayParts } from "../app/settings.ts";
import type { Instant, Schedule, Zone } from "../core/schedule.ts";
import { describe } from "../language/describe.ts";
import { preview } from "../language/preview.ts";
import type { LanguageContext } from "../language/request.ts";
import { understand } from "../language/understand.ts";
import { nextSlot } from "../time/next-slot.ts";
import { toLocal } from "../time/resolve.ts";
import { isZone } from "../time/zones.ts";

/** What the command reads and writes, and where and when it is. */
export interface ParseIo {
  now(): Instant;
  zone: Zone;
  input: Readable;
  write(line: string): void;
}

export interface ParseOptions {
  jsonl?: true;
  zone?: string;
  now?: string;
}

const line = z.object({ text: z.string(), ref: z.iso.datetime({ offset: true }), tz: z.string() });
const shown = 5;

/** Rejects with a sentence for the person when an option or a line is wrong. */
export async function parse(text: string, options: ParseOptions, io: ParseIo): Promise<void> {
  if (options.jsonl) return parseLines(io);
  const now = options.now === undefined ? io.now() : instant(options.now);
  const context = contextOf(now, zone(options.zone ?? io.zone));
  if (text.trim() === "") throw new Error('Say a sentence: belfry parse "tea in 4 min"');
  for (const words of explain(text, context)) io.write(words);
}

async function parseLines(io: ParseIo): Promise<void> {
  let number = 0;
  for await (const row of createInterface({ input: io.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (row.trim() === "") continue;
    const { text, ref, tz } = readLine(row, number);
    io.write(JSON.stringify(preview(text, contextOf(instant(ref), zone(tz)))));
  }
}

function readLine(row: string, number: number): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(row));
  } catch {
    throw new Error(`Line ${number} is not {"text","ref","tz"} with an RFC 3339 "ref".`);
  }
}

/** What a person reads: the reading in words and its next instants, or the question. */
function explain(text: string, context: LanguageContext): string[] {
  const request = understand(text, context);
  if (request.intent === "question") {
    const readings = request.readings.map(({ schedule }) => `  · ${describe(schedule, context)}`);
    return [`${request.draft.title || text}: not clear (${request.code}).`, ...readings];
  }
  if (request.intent !== "remind") return [JSON.stringify(request)];
  if (!request.schedule) return [`${request.title}, without a time`];
  return [`${request.title} · ${describe(request.schedule, context)}`, ...nextOf(request.schedule, context)];
}

function nextOf(schedule: Schedule, { now, zone }: LanguageContext): string[] {
  const lines: string[] = [];
  for (let at = nextSlot(schedule, now); at !== null && lines.length < shown; at = nextSlot(schedule, at))
    lines.push(`  ${toLocal(at, zone).replace("T", " ")} ${zone}`);
  return lines;
}

function contextOf(now: Instant, zone: Zone): LanguageContext {
  return { now, zone, locale: "en", dayParts };
}

function instant(text: string): Instant {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`"${text}" is not an instant such as 2026-11-24T14:05:00+01:00.`);
  return at;
}

/** An IANA name, or an offset of whole hours, which IANA names with the sign turned round (`Etc/GMT-2` is +02:00). */
function zone(name: string): Zone {
  const offset = /^(?:UTC)?([+-])(\d{2}):?00$/.exec(name);
  const hours = Number(offset?.[2]);
  const found = offset ? (hours === 0 ? "UTC" : `Etc/GMT${offset[1] === "+" ? "-" : "+"}${hours}`) : name;
  if (!isZone(found)) throw new Error(`"${name}" is not a time zone such as Europe/Berlin.`);
  return found;
}
