/** The tables of a report as one CSV file (RFC 4180), for people who calculate. */
import { type Block, type Cell, plainText, type ReportDocument, type Table } from "../document.ts";
import { signOf, type Unit } from "../value.ts";

type Row = (string | number | null)[];

/**
 * Numbers are bare, their unit stands in the heading. Several tables follow each other after an empty line, each below
 * its name. A report without tables gives its lines.
 */
export function toCsv({ title, period, blocks }: ReportDocument): string {
  const tables = named(blocks);
  const only = tables.length === 1 ? tables[0] : undefined;
  const rows = only
    ? tableRows(only.table)
    : tables.length > 0
      ? tables.flatMap(({ name, table }, i): Row[] => [...(i === 0 ? [] : [[]]), [name ?? title], ...tableRows(table)])
      : [[title], [period], ...blocks.flatMap(lines)];
  // The mark at the start tells spreadsheet programs that this is UTF-8.
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function named(blocks: readonly Block[]): { name: string | null; table: Table }[] {
  return blocks.flatMap((block, i) => {
    if (block.block !== "table") return [];
    const before = blocks[i - 1];
    return [{ name: before?.block === "heading" ? plainText(before.text) : null, table: block }];
  });
}

function tableRows({ columns, rows }: Table): Row[] {
  const head = columns.map((name, i) => {
    const sign = signOf(commonUnit(rows.flatMap((row) => row[i] ?? [])));
    return sign === "" ? name : `${name} (${sign})`;
  });
  return [head, ...rows.map((row) => row.map(({ raw }) => raw))];
}

function commonUnit(cells: readonly Cell[]): Unit | null {
  const units = new Set(cells.filter(({ raw }) => raw !== null).map(({ unit }) => unit));
  const [only] = units;
  return units.size === 1 ? (only ?? null) : null;
}

function lines(block: Block): Row[] {
  if (block.block === "paragraph") return block.lines.map((line) => [plainText(line)]);
  if (block.block === "list") return block.items.map((item) => [plainText(item)]);
  if (block.block === "heading") return [[plainText(block.text)]];
  return block.block === "plain" ? block.text.split("\n").map((line) => [line]) : [];
}

/** What a spreadsheet would calculate or run gets an apostrophe in front (OWASP, CSV injection). */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = /^\s*[=+\-@＝＋－＠\t\r\n|%]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
