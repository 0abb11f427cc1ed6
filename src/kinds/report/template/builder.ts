/** Collects the blocks of a document and stops when there is enough. */
import type { Chart } from "../chart/model.ts";
import type { Block, Cell, Inline } from "../document.ts";

export const MAX_ROWS = 1000;
export const MAX_COLUMNS = 20;
const MAX_BLOCKS = 500;
/** Nodes and rounds; a template of nested loops ends here. */
const MAX_STEPS = 20_000;
/** All texts together, in characters. */
const MAX_TEXT = 200_000;
const MAX_CHARTS = 10;
const MAX_LINE = 1000;
const MAX_CELL = 300;

export interface Builder {
  /** False when there is no room for more. */
  step(): boolean;
  /** Something was left out. */
  cut(): void;
  blank(): void;
  line(text: Inline[]): void;
  item(text: Inline[]): void;
  heading(level: 1 | 2 | 3, text: Inline[]): void;
  table(columns: string[], rows: Cell[][]): void;
  plain(text: string): void;
  chart(chart: Chart): void;
  done(): { blocks: Block[]; shortened: boolean };
}

export function builder(): Builder {
  const blocks: Block[] = [];
  let steps = 0;
  let size = 0;
  let shortened = false;
  /** The next line or item begins a block of its own. */
  let apart = true;

  const full = () => size >= MAX_TEXT || blocks.length >= MAX_BLOCKS;
  const room = (more: number) => {
    const fits = !full() && size + more <= MAX_TEXT;
    if (fits) size += more;
    else shortened = true;
    return fits;
  };
  const add = (block: Block, length: number) => {
    if (room(length)) blocks.push(block);
    apart = false;
  };

  return {
    step: () => {
      steps += 1;
      if (steps > MAX_STEPS || full()) shortened = true;
      return steps <= MAX_STEPS && !full();
    },
    cut: () => {
      shortened = true;
    },
    blank: () => {
      apart = true;
    },
    line: (text) => {
      const line = inlines(text);
      const last = blocks.at(-1);
      if (apart || last?.block !== "paragraph") add({ block: "paragraph", lines: [line] }, lengthOf(line));
      else if (room(lengthOf(line))) last.lines.push(line);
    },
    item: (text) => {
      const item = inlines(text);
      const last = blocks.at(-1);
      if (apart || last?.block !== "list") add({ block: "list", items: [item] }, lengthOf(item));
      else if (room(lengthOf(item))) last.items.push(item);
    },
    heading: (level, text) => add({ block: "heading", level, text: inlines(text) }, lengthOf(text)),
    table: (columns, rows) => {
      const kept = rows.filter((row) => room(row.reduce((sum, { text }) => sum + Math.min(text.length, MAX_CELL), 0)));
      add({ block: "table", columns: columns.map((name) => tidy(name, MAX_CELL)), rows: kept.map(cells) }, 0);
    },
    plain: (text) => {
      const lines = text
        .replace(/\r\n?/g, "\n")
        .split("\n")
        .map((line) => tidy(line, MAX_LINE));
      const kept = lines.slice(0, MAX_ROWS);
      if (kept.length < lines.length) shortened = true;
      add({ block: "plain", text: kept.join("\n").trimEnd() }, kept.join("\n").length);
    },
    chart: (chart) => {
      if (blocks.filter(({ block }) => block === "chart").length < MAX_CHARTS) add({ block: "chart", chart }, 0);
      else shortened = true;
    },
    done: () => ({ blocks, shortened }),
  };
}

function cells(row: Cell[]): Cell[] {
  return row.map(({ text, raw, unit }) => ({
    text: tidy(text, MAX_CELL),
    raw: typeof raw === "string" ? tidy(raw, MAX_CELL) : raw,
    unit,
  }));
}

/** Neighbours of one style are one. */
function inlines(parts: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const { text, bold } of parts) {
    const clean = tidy(text, MAX_LINE);
    const last = result.at(-1);
    if (last?.bold === bold) last.text += clean;
    else if (clean !== "") result.push({ text: clean, bold });
  }
  return result;
}

function lengthOf(parts: readonly Inline[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}

/** One line, without what cannot be seen and turns texts around, of a length that a line can have. */
function tidy(text: string, most: number): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ");
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
