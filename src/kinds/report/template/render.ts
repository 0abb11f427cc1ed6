/** Nodes and data → blocks of a document. Bounded: what does not fit is left out, and the result says so. */
import type { Chart, ChartKind } from "../chart/model.ts";
import type { Cell, Inline } from "../document.ts";
import { type Fields, isFields, say, truthy, type Value } from "../value.ts";
import type { Voice } from "../words.ts";
import { type Builder, MAX_ROWS } from "./builder.ts";
import type { Name, Node, Part } from "./node.ts";
import { cellOf, show } from "./show.ts";

export interface Material {
  data: Fields;
  voice: Voice;
  /** Source names are checked before. */
  charts(kind: ChartKind, source: string): Chart[];
}

/** The innermost last, with the number of its round. */
interface Round {
  value: Value;
  number: number;
}

interface Context {
  material: Material;
  out: Builder;
  rounds: readonly Round[];
}

/** Adds what the nodes say. Names have been checked; what is missing in the data is shown as nothing. */
export function renderNodes(nodes: readonly Node[], material: Material, out: Builder): void {
  renderAll(nodes, { material, out, rounds: [{ value: material.data, number: 0 }] });
}

function renderAll(nodes: readonly Node[], context: Context): void {
  for (const node of nodes) if (context.out.step()) render(node, context);
}

function render(node: Node, context: Context): void {
  const { out, material, rounds } = context;
  switch (node.node) {
    case "blank":
      out.blank();
      break;
    case "line":
      out.line(inlines(node.parts, context));
      break;
    case "item":
      out.item(inlines(node.parts, context));
      break;
    case "heading":
      out.heading(node.level, inlines(node.parts, context));
      break;
    case "if":
      renderAll(truthy(find(node.name, rounds)) ? node.body : node.otherwise, context);
      break;
    case "each":
      each(node.name, context, (inner) => renderAll(node.body, inner));
      break;
    case "table":
      table(node, context);
      break;
    case "show":
      show(find(node.name, rounds), material.voice, out);
      break;
    case "chart":
      for (const chart of material.charts(node.chart, node.source)) out.chart(chart);
      break;
  }
}

function each(name: Name, context: Context, take: (inner: Context) => void): void {
  const { out, rounds } = context;
  const items = listOf(find(name, rounds));
  for (const [i, value] of items.slice(0, MAX_ROWS).entries()) {
    if (!out.step()) return;
    take({ ...context, rounds: [...rounds, { value, number: i + 1 }] });
  }
  if (items.length > MAX_ROWS) out.cut();
}

function table(node: Extract<Node, { node: "table" }>, context: Context): void {
  const columns = node.columns.map((parts) => words(inlines(parts, context)));
  const rows: Cell[][] = [];
  each(node.name, context, (inner) => rows.push(node.cells.map((parts) => cell(parts, inner))));
  context.out.table(columns, rows);
}

function inlines(parts: readonly Part[], { rounds, material }: Context): Inline[] {
  return parts.map((part) => ({
    bold: part.bold,
    text: "text" in part ? part.text : say(find(part.name, rounds), material.voice),
  }));
}

/** A cell that is one name keeps its number. */
function cell(parts: readonly Part[], context: Context): Cell {
  const [only] = parts;
  if (parts.length === 1 && only && "name" in only)
    return cellOf(find(only.name, context.rounds), context.material.voice);
  const text = words(inlines(parts, context));
  return { text, raw: text, unit: null };
}

function words(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join("");
}

function find({ path }: Name, rounds: readonly Round[]): Value {
  const [first = "", ...rest] = path;
  let value = findFirst(first, rounds);
  for (const key of rest) value = step(value, key);
  return value ?? null;
}

function findFirst(name: string, rounds: readonly Round[]): Value | undefined {
  const inner = rounds.length > 1 ? rounds.at(-1) : undefined;
  if (inner && name === "this") return inner.value;
  for (const { value } of [...rounds].reverse()) {
    const found = step(value, name);
    if (found !== undefined) return found;
  }
  return inner && name === "number" ? inner.number : undefined;
}

/** Only what the data itself holds, never what objects inherit. */
function step(value: Value | undefined, key: string): Value | undefined {
  if (Array.isArray(value)) return Object.hasOwn(value, key) ? value[Number(key)] : undefined;
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function listOf(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}
