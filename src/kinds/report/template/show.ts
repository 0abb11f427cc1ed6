/** `{{show x}}`: whatever is there, in the form that suits it. */
import type { Cell } from "../document.ts";
import { Amount, type Fields, isFields, raw, say, type Value } from "../value.ts";
import type { Voice } from "../words.ts";
import { type Builder, MAX_COLUMNS, MAX_ROWS } from "./builder.ts";

/** A list of groups is a table, one group a table of two columns, a list a list, several lines stay as they are. */
export function show(value: Value, voice: Voice, out: Builder): void {
  if (Array.isArray(value)) showList(value, voice, out);
  else if (isFields(value)) showFields(value, voice, out);
  else if (typeof value === "string" && value.includes("\n")) out.plain(value);
  else out.line([{ text: say(value, voice), bold: false }]);
}

function showList(values: Value[], voice: Voice, out: Builder): void {
  const first = values.slice(0, MAX_ROWS);
  if (values.length > MAX_ROWS) out.cut();
  if (!first.every(isFields)) {
    for (const value of first) if (out.step()) out.item([{ text: say(value, voice), bold: false }]);
    return;
  }
  const names = [...new Set(first.flatMap((one) => Object.keys(one)))];
  const columns = names.slice(0, MAX_COLUMNS);
  if (names.length > columns.length) out.cut();
  if (columns.length === 0) return;
  out.table(
    columns,
    first.map((row) => columns.map((name) => cellOf(Object.hasOwn(row, name) ? (row[name] ?? null) : null, voice))),
  );
}

function showFields(fields: Fields, voice: Voice, out: Builder): void {
  const { name, value } = voice.words.labels;
  const entries = Object.entries(fields);
  if (entries.length > MAX_ROWS) out.cut();
  if (entries.length === 0) return;
  out.table(
    [name, value],
    entries.slice(0, MAX_ROWS).map(([key, one]) => [{ text: key, raw: key, unit: null }, cellOf(one, voice)]),
  );
}

/** For people and for programs. */
export function cellOf(value: Value, voice: Voice): Cell {
  return { text: say(value, voice), raw: raw(value, voice), unit: value instanceof Amount ? value.unit : null };
}
