/** A document → what is sent: a message, perhaps a file, and pictures. */
import { altOf } from "./chart/alt.ts";
import type { Chart } from "./chart/model.ts";
import { chartsOf, type ReportDocument } from "./document.ts";
import type { FormatSpec } from "./spec.ts";
import type { ReportWords } from "./words.ts";
import { type ChatText, LONGEST_MESSAGE, summaryOf, toChat } from "./writers/chat.ts";
import { toCsv } from "./writers/csv.ts";
import { toHtml } from "./writers/html.ts";
import { toMarkdown } from "./writers/markdown.ts";

type FileType = Extract<FormatSpec, { as: "file" }>["type"];

export interface ReportFile {
  name: string;
  /** For HTTP and e-mail. */
  mime: string;
  content: string;
}

export interface ReportPicture {
  name: string;
  /** What it shows, in words; short enough for a caption. */
  caption: string;
  png: Uint8Array;
}

export interface PackedReport {
  /** The whole report, or at most eight lines of it (and fit for a file's caption) where there is a file. */
  text: ChatText;
  file: ReportFile | null;
  pictures: ReportPicture[];
}

const mimes: Record<FileType, string> = { md: "text/markdown", csv: "text/csv", html: "text/html" };
/** Longer captions are cut, in UTF-16 units; Telegram takes 1,024. */
const LONGEST_CAPTION = 1000;

/** `draw` is `drawChart`, or a test's own. What it throws is thrown. */
export async function packReport(
  document: ReportDocument,
  format: FormatSpec,
  words: ReportWords,
  draw: (chart: Chart) => Promise<Uint8Array>,
): Promise<PackedReport> {
  const drawn = new Map<Chart, Uint8Array>();
  for (const chart of chartsOf(document)) drawn.set(chart, await draw(chart));
  const whole = toChat(document);
  const type = format.as === "file" ? format.type : whole.text.length > LONGEST_MESSAGE ? "html" : null;
  const file = type && fileOf(document, type, drawn);
  return { text: file ? summaryOf(document, words) : whole, file, pictures: [...drawn].map(pictureOf) };
}

function fileOf(document: ReportDocument, type: FileType, drawn: ReadonlyMap<Chart, Uint8Array>): ReportFile {
  const name = `${fileName(document.title)}-${document.date}.${type}`;
  const content = { md: () => toMarkdown(document), csv: () => toCsv(document), html: () => toHtml(document, drawn) };
  return { name, mime: `${mimes[type]}; charset=utf-8`, content: content[type]() };
}

function pictureOf([chart, png]: [Chart, Uint8Array], i: number): ReportPicture {
  const caption = altOf(chart)
    .slice(0, LONGEST_CAPTION)
    .replace(/[\ud800-\udbff]$/, "");
  return { name: `${chart.chart}-${i + 1}.png`, caption, png };
}

/** Letters and digits of any script; never a path. */
function fileName(title: string): string {
  const words =
    title
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...words.join("-")].slice(0, 40).join("").replace(/-+$/, "") || "report";
}
