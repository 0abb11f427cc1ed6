/** A report as Markdown (CommonMark with GitHub's tables). What came from outside cannot become markup. */
import { altOf } from "../chart/alt.ts";
import { type Block, type Inline, isNumeric, type ReportDocument, type Table } from "../document.ts";

export function toMarkdown({ title, period, blocks }: ReportDocument): string {
  const parts = [`# ${escaped(title)}`, escaped(period), ...blocks.map(written)];
  return `${parts.join("\n\n")}\n`;
}

function written(block: Block): string {
  switch (block.block) {
    case "heading":
      return `${"#".repeat(block.level + 1)} ${inlines(block.text)}`;
    case "paragraph":
      // Two spaces keep the line end.
      return block.lines.map(inlines).join("  \n");
    case "list":
      return block.items.map((item) => `- ${inlines(item)}`).join("\n");
    case "plain":
      return fenced(block.text);
    case "table":
      return table(block);
    case "chart":
      return `📈 ${escaped(altOf(block.chart))}`;
  }
}

function table(block: Table): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(block.columns.map(escaped)),
    line(block.columns.map((_, i) => (isNumeric(block, i) ? "--:" : "---"))),
    ...block.rows.map((row) => line(row.map(({ text }) => escaped(text)))),
  ].join("\n");
}

/** The fence is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function inlines(parts: readonly Inline[]): string {
  return parts.map(({ text, bold }) => (bold ? strong(text) : escaped(text))).join("");
}

/** Asterisks must touch the words they make strong. */
function strong(text: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return words === "" ? text : `${before}**${escaped(words)}**${after}`;
}

/** Marks anywhere, and what only counts at the start of a line. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&#!$]/g, "\\$&")
    .replace(/^(\s*)([-+=])(?!\d)/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/\b(https?|ftp|mailto|www)(?=[:.])/gi, "$1\\");
}
