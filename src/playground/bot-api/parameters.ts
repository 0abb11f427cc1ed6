import { z } from "zod";
import type { Upload } from "../world/files.ts";
import { badRequest } from "./errors.ts";
import { readMultipart } from "./multipart.ts";

/** What a method was called with: query, JSON, form fields and uploads together, values as they came. */
export interface Parameters {
  values: Record<string, unknown>;
  files: Record<string, Upload>;
}

/** Reads a Bot API call: query string, `application/json`, urlencoded or multipart (Bot API "Making requests"). */
export async function readParameters(request: Request): Promise<Parameters> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (request.method !== "POST") return { values: query, files: {} };
  const type = request.headers.get("content-type") ?? "";
  const body = Buffer.from(await request.arrayBuffer());
  if (type.startsWith("application/json")) return { values: { ...query, ...readJson(body) }, files: {} };
  if (type.startsWith("multipart/form-data")) {
    const read = readMultipart(body, type);
    if (read) return { values: { ...query, ...read.fields }, files: read.files };
  }
  return { values: { ...query, ...Object.fromEntries(new URLSearchParams(body.toString("utf8"))) }, files: {} };
}

function readJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  const parsed = z.record(z.string(), z.unknown()).safeParse(parse(body.toString("utf8")));
  if (!parsed.success) throw badRequest("can't parse JSON object");
  return parsed.data;
}

/** A whole number, written as one or as digits. */
export function integer({ values }: Parameters, name: string): number | undefined {
  const value = values[name];
  if (typeof value === "number") return Number.isInteger(value) ? value : undefined;
  return typeof value === "string" && /^-?\d+$/u.test(value.trim()) ? Number(value) : undefined;
}

/** A text; numbers count as text, as Telegram reads forms. */
export function text({ values }: Parameters, name: string): string | undefined {
  const value = values[name];
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

/** Telegram reads `true`, `True`, `1`, `yes` as true. */
export function flag({ values }: Parameters, name: string): boolean {
  return /^(?:true|1|yes)$/iu.test(String(values[name] ?? ""));
}

/** A structured value, as JSON text or already parsed, checked; undefined when absent or empty. */
export function structure<T>(
  { values }: Parameters,
  name: string,
  schema: z.ZodType<T>,
  refusal: string,
): T | undefined {
  const given = values[name];
  if (given === undefined || given === null || given === "") return undefined;
  const parsed = schema.safeParse(typeof given === "string" ? parse(given) : given);
  if (!parsed.success) throw badRequest(refusal);
  return parsed.data;
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
