/** A report before it takes a form: what chat, Markdown, CSV and HTML are written from. Plain data. */
import type { LocalDate } from "../../core/schedule.ts";
import type { Chart } from "./chart/model.ts";
import type { Unit } from "./value.ts";

export interface Inline {
  text: string;
  bold: boolean;
}

/** `raw` is for programs, `text` for people. */
export interface Cell {
  text: string;
  raw: string | number | null;
  unit: Unit | null;
}

export interface Table {
  block: "table";
  columns: string[];
  /** Each as long as `columns`. */
  rows: Cell[][];
}

export type Block =
  | { block: "heading"; level: 1 | 2 | 3; text: Inline[] }
  | { block: "paragraph"; lines: Inline[][] }
  | { block: "list"; items: Inline[][] }
  | Table
  /** As it came, line by line, in letters of one width. */
  | { block: "plain"; text: string }
  | { block: "chart"; chart: Chart };

export interface ReportDocument {
  title: string;
  /** The time it is about, in words. */
  period: string;
  /** On which it was made, `2026-11-24`; for names of files. */
  date: LocalDate;
  blocks: Block[];
}

/** Without styles. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join("");
}

/** Numbers stand on the right: every cell that says something holds one. */
export function isNumeric({ rows }: Table, column: number): boolean {
  const cells = rows.flatMap((row) => row[column] ?? []).filter(({ raw }) => raw !== null);
  return cells.length > 0 && cells.every(({ raw }) => typeof raw === "number");
}

export function chartsOf({ blocks }: ReportDocument): Chart[] {
  return blocks.flatMap((block) => (block.block === "chart" ? [block.chart] : []));
}
