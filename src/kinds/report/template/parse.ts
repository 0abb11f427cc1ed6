/** The words of a template → nodes. Line by line, block by block; nothing is ever executed. */
import { type ChartKind, chartKinds } from "../chart/model.ts";
import { lineNode, nameOf, partsOf } from "./line.ts";
import { type Node, type Part, type Place, TemplateError } from "./node.ts";

/** In characters. */
const MAX_TEMPLATE = 8000;
/** Blocks inside each other. */
const MAX_DEPTH = 4;
const MAX_COLUMNS = 20;

interface Line {
  text: string;
  number: number;
}

/** A tag alone on its line: `{{#each a.b}}`, `{{/each}}`, `{{else}}`, `{{show a}}`, `{{chart uptime a}}`. */
interface Tag {
  word: string;
  rest: string;
  at: Place;
}

/** Nodes up to the tag that ends them; null at the end of the template. */
interface Body {
  nodes: Node[];
  end: Tag | null;
}

/** @throws TemplateError with the place */
export function parseTemplate(template: string): Node[] {
  const start = { line: 1, column: 1 };
  if (template.length > MAX_TEMPLATE) throw new TemplateError("tooLong", start, String(template.length));
  const lines = template.split(/\r?\n/).map((text, i): Line => ({ text, number: i + 1 }));
  const { nodes, end } = body(lines, 0);
  if (end) throw new TemplateError("notOpen", end.at, end.word);
  return nodes;
}

/** Takes lines away until one ends the block it stands in. */
function body(lines: Line[], depth: number): Body {
  const nodes: Node[] = [];
  for (let line = lines.shift(); line; line = lines.shift()) {
    const tag = tagOf(line);
    if (!tag) nodes.push(lineNode(line.text, line.number));
    else if (tag.word === "else" || tag.word.startsWith("/")) return { nodes, end: tag };
    else nodes.push(tag.word.startsWith("#") ? block(tag, lines, depth) : leaf(tag));
  }
  return { nodes, end: null };
}

function tagOf({ text, number }: Line): Tag | null {
  const found = /^\s*\{\{\s*([#/]\w*|else\b|show\s|chart\s)([^{}]*)\}\}\s*$/.exec(text);
  if (!found) return null;
  return {
    word: (found[1] ?? "").trim(),
    rest: (found[2] ?? "").trim(),
    at: { line: number, column: text.indexOf("{{") + 1 },
  };
}

function block(tag: Tag, lines: Line[], depth: number): Node {
  if (depth === MAX_DEPTH) throw new TemplateError("tooDeep", tag.at, tag.word);
  const name = nameOf(tag.rest, tag.at);
  if (tag.word === "#table") return { node: "table", name, ...table(tag, lines) };
  if (tag.word !== "#each" && tag.word !== "#if") throw new TemplateError("badTag", tag.at, tag.word);
  const first = body(lines, depth + 1);
  if (tag.word === "#each") {
    closes(first.end, "/each", tag);
    return { node: "each", name, body: first.nodes };
  }
  const second = first.end?.word === "else" ? body(lines, depth + 1) : { nodes: [], end: first.end };
  closes(second.end, "/if", tag);
  return { node: "if", name, body: first.nodes, otherwise: second.nodes };
}

function closes(end: Tag | null, word: string, open: Tag): void {
  if (end === null) throw new TemplateError("notClosed", open.at, open.word);
  if (end.word !== word || end.rest !== "") throw new TemplateError("notOpen", end.at, end.word);
}

function leaf({ word, rest, at }: Tag): Node {
  if (word === "show") return { node: "show", name: nameOf(rest, at) };
  const [chart = "", source = "", ...more] = rest.split(/\s+/);
  if (!isChart(chart) || source === "" || more.length > 0) throw new TemplateError("unknownChart", at, rest);
  return { node: "chart", chart, source, at };
}

function isChart(word: string): word is ChartKind {
  return chartKinds.some((kind) => kind === word);
}

/** A line of headings, a line of cells, the end. */
function table(tag: Tag, lines: Line[]): { columns: Part[][]; cells: Part[][] } {
  const inside: Line[] = [];
  for (let line = lines.shift(); line; line = lines.shift()) {
    const next = tagOf(line);
    if (next) {
      closes(next, "/table", tag);
      const [columns = [], cells = []] = inside.map(({ text, number }) => columnsOf(text, number));
      if (inside.length === 2 && columns.length === cells.length && columns.length <= MAX_COLUMNS) {
        return { columns, cells };
      }
      throw new TemplateError("badTable", tag.at, tag.rest);
    }
    if (line.text.trim() !== "") inside.push(line);
  }
  throw new TemplateError("notClosed", tag.at, tag.word);
}

/** `a | {{b}} | c`; bars at the ends may be there or not. */
function columnsOf(text: string, number: number): Part[][] {
  const inner = text.replace(/^\s*\|/, (bar) => " ".repeat(bar.length)).replace(/\|\s*$/, "");
  let column = 1;
  return inner.split("|").map((cell) => {
    const parts = partsOf(cell.trim(), number, column + cell.length - cell.trimStart().length);
    column += cell.length + 1;
    return parts;
  });
}
