/** `belfry parse`: what a sentence would be understood as. Needs no database and no running Belfry. */
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import { dayParts } from "../app/settings.ts";
import type { Instant, Zone } from "../core/schedule.ts";
import { preview } from "../language/preview.ts";
import type { LanguageContext } from "../language/request.ts";
import { canonicalZone, offsetMinutes, zoneOfOffset } from "../time/zones.ts";
import { explain } from "./explain.ts";

/** What the command reads and writes, and where and when it is. */
export interface ParseIo {
  now(): Instant;
  zone: Zone;
  /** BCP 47 */
  locale: string;
  input: Readable;
  write(line: string): void;
}

export interface ParseOptions {
  jsonl?: true;
  zone?: string;
  now?: string;
  language?: string;
}

const line = z.object({ text: z.string(), ref: z.iso.datetime({ offset: true }), tz: z.string() });

/** Rejects with a sentence for the person when an option is wrong, or when a line was. */
export async function parse(text: string, options: ParseOptions, io: ParseIo): Promise<void> {
  if (options.jsonl) return parseLines(options.language ?? "en", io);
  const now = options.now === undefined ? io.now() : instant(options.now);
  const context = contextOf(now, zone(options.zone ?? io.zone), options.language ?? io.locale);
  if (text.trim() === "") throw new Error('Say a sentence: belfry parse "tea in 4 min"');
  for (const words of explain(text, context)) io.write(words);
}

/** One line out for each line in; one that cannot be read is answered by its error, and the others go on. */
async function parseLines(locale: string, io: ParseIo): Promise<void> {
  let number = 0;
  let bad = 0;
  for await (const row of createInterface({ input: io.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (row.trim() === "") continue;
    const answer = answerTo(row, number, locale);
    if ("error" in answer) bad += 1;
    io.write(JSON.stringify(answer));
  }
  if (bad > 0) throw new Error(`${bad} of ${number} lines could not be read; see "error" in their answers.`);
}

function answerTo(row: string, number: number, locale: string): object {
  try {
    const { text, ref, tz } = readLine(row);
    return preview(text, contextOf(instant(ref), zone(tz), locale));
  } catch (error) {
    return { line: number, error: error instanceof Error ? error.message : String(error) };
  }
}

function readLine(row: string): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(row));
  } catch {
    throw new Error('The line is not {"text","ref","tz"} with an RFC 3339 "ref".');
  }
}

function contextOf(now: Instant, zone: Zone, locale: string): LanguageContext {
  return { now, zone, locale, dayParts };
}

function instant(text: string): Instant {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`"${text}" is not an instant such as 2026-11-24T14:05:00+01:00.`);
  return at;
}

/** An IANA name, `UTC`, `Z`, or an offset such as `+05:30`; one that no place keeps the year round stays an offset. */
function zone(name: string): Zone {
  const minutes = offsetMinutes(name);
  const found = minutes === null ? canonicalZone(name) : (zoneOfOffset(minutes) ?? writtenOffset(minutes));
  if (found === null) throw new Error(`"${name}" is not a time zone such as Europe/Berlin or +05:30.`);
  return found;
}

function writtenOffset(minutes: number): Zone {
  const two = (n: number): string => String(n).padStart(2, "0");
  const all = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.trunc(all / 60))}:${two(all % 60)}`;
}
