/** A report as a message: text with styles beside it, in no channel's own form. Offsets and lengths are UTF-16 units. */
import { type Block, type Inline, isNumeric, plainText, type ReportDocument, type Table } from "../document.ts";
import { NOTHING } from "../value.ts";
import type { ReportWords } from "../words.ts";

export interface ChatSpan {
  type: "bold" | "pre";
  offset: number;
  length: number;
}

export interface ChatText {
  text: string;
  spans: ChatSpan[];
}

/** Longer reports are summarised, in UTF-16 units. */
export const LONGEST_MESSAGE = 3500;
/** Wider tables break on a phone and are told as lines. */
const WIDEST_TABLE = 38;
const SUMMARY_LINES = 8;
/** Eight such lines fit below a file. */
const SUMMARY_LINE = 120;

/** Everything but the charts, which follow as pictures. */
export function toChat({ title, period, blocks }: ReportDocument): ChatText {
  const out = writer();
  out.add(title, "bold");
  out.add(`\n${period}`);
  let below = false;
  for (const block of blocks) {
    if (block.block === "chart") continue;
    out.add(below && block.block !== "heading" ? "\n" : "\n\n");
    write(block, out);
    below = block.block === "heading";
  }
  return out.done();
}

/** At most eight lines and 1,000 units: title, time, what comes first, and where the rest is. */
export function summaryOf({ title, period, blocks }: ReportDocument, words: ReportWords): ChatText {
  const room = SUMMARY_LINES - 3;
  const lines: Inline[][] = [];
  let heading: string | null = null;
  for (const block of blocks) {
    if (block.block === "paragraph") lines.push(...block.lines);
    if (block.block === "list") lines.push(...block.items.map((item) => [{ text: "• ", bold: false }, ...item]));
    if (block.block === "table") lines.push([{ text: words.rows(heading, block.rows.length), bold: false }]);
    heading = block.block === "heading" ? plainText(block.text) : null;
  }
  const out = writer();
  out.add(shortened(title), "bold");
  out.add(`\n${shortened(period)}`);
  for (const line of lines.slice(0, room)) {
    out.add("\n");
    inlines(plainText(line).length > SUMMARY_LINE ? [{ text: shortened(plainText(line)), bold: false }] : line, out);
  }
  out.add(`\n${shortened(words.inFile)}`);
  return out.done();
}

interface Writer {
  add(text: string, style?: ChatSpan["type"]): void;
  done(): ChatText;
}

function writer(): Writer {
  let text = "";
  const spans: ChatSpan[] = [];
  return {
    add: (more, style) => {
      if (style && more !== "") spans.push({ type: style, offset: text.length, length: more.length });
      text += more;
    },
    done: () => ({ text, spans }),
  };
}

function write(block: Exclude<Block, { block: "chart" }>, out: Writer): void {
  switch (block.block) {
    case "heading":
      out.add(plainText(block.text), "bold");
      break;
    case "paragraph":
      eachLine(block.lines, out, (line) => inlines(line, out));
      break;
    case "list":
      eachLine(block.items, out, (item) => inlines([{ text: "• ", bold: false }, ...item], out));
      break;
    case "plain":
      out.add(block.text, "pre");
      break;
    case "table":
      table(block, out);
  }
}

function table(block: Table, out: Writer): void {
  const drawn = drawnTable(block);
  if (drawn) out.add(drawn, "pre");
  else
    eachLine(block.rows, out, (row) =>
      tableRow(
        block.columns,
        row.map(({ text }) => text),
        out,
      ),
    );
}

/** `• shop · Uptime 99.5% · Failed 3`; what is nothing is left out. */
function tableRow(columns: string[], [first = "", ...rest]: string[], out: Writer): void {
  out.add("• ");
  out.add(first, "bold");
  rest.forEach((text, i) => {
    if (text !== "" && text !== NOTHING) out.add(` · ${columns[i + 1] ?? ""} ${text}`);
  });
}

/** In letters of one width; null when it is too wide. */
function drawnTable(block: Table): string | null {
  const lines = [block.columns, ...block.rows.map((row) => row.map(({ text }) => text))];
  const widths = block.columns.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? ""))));
  if (widths.reduce((sum, one) => sum + one + 2, -2) > WIDEST_TABLE) return null;
  const right = block.columns.map((_, column) => isNumeric(block, column));
  return lines
    .map((line) =>
      line
        .map((text, i) => padded(text, widths[i] ?? 0, right[i] ?? false))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function padded(text: string, to: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, to - width(text)));
  return right ? space + text : text + space;
}

/** In columns: emoji and East Asian letters take two. */
function width(text: string): number {
  let columns = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    columns += /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(
      segment,
    )
      ? 2
      : 1;
  }
  return columns;
}

function inlines(parts: readonly Inline[], out: Writer): void {
  for (const { text, bold } of parts) out.add(text, bold ? "bold" : undefined);
}

function eachLine<T>(items: readonly T[], out: Writer, write: (item: T) => void): void {
  items.forEach((item, i) => {
    if (i > 0) out.add("\n");
    write(item);
  });
}

function shortened(line: string): string {
  if (line.length <= SUMMARY_LINE) return line;
  return `${line.slice(0, SUMMARY_LINE - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
