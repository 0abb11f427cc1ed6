/** A report as one page that needs nothing else: styles and pictures inside, no script, nothing from the network. */
import { altOf } from "../chart/alt.ts";
import type { Chart } from "../chart/model.ts";
import { type Block, type Inline, isNumeric, type ReportDocument, type Table } from "../document.ts";

const style = `:root{color-scheme:light dark;--line:#d9dee4;--dim:#5b6773;--box:#f4f6f8}
@media(prefers-color-scheme:dark){:root{--line:#33404d;--dim:#a9b8c6;--box:#1d2833}}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{margin-bottom:0}.period{color:var(--dim);margin-top:.25rem}
.wide{overflow-x:auto}table{border-collapse:collapse}
th,td{padding:.35rem .75rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums}
pre{background:var(--box);padding:.75rem;overflow-x:auto;border-radius:.4rem}
img{max-width:100%;width:600px;height:auto;border-radius:.6rem}`;

/** Even if something slipped through, a browser would run and load nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** `pictures` holds a PNG for each chart that is to be seen; for the others there are words. */
export function toHtml({ title, period, blocks }: ReportDocument, pictures: ReadonlyMap<Chart, Uint8Array>): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="period">${escaped(period)}</p>
${blocks.map((block) => written(block, pictures)).join("\n")}
</body>
</html>
`;
}

function written(block: Block, pictures: ReadonlyMap<Chart, Uint8Array>): string {
  switch (block.block) {
    case "heading":
      return `<h${block.level + 1}>${inlines(block.text)}</h${block.level + 1}>`;
    case "paragraph":
      return `<p>${block.lines.map(inlines).join("<br>\n")}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${inlines(item)}</li>`).join("\n")}\n</ul>`;
    case "plain":
      return `<pre>${escaped(block.text)}</pre>`;
    case "table":
      return table(block);
    case "chart":
      return picture(block.chart, pictures.get(block.chart));
  }
}

function table(block: Table): string {
  const kind = block.columns.map((_, i) => (isNumeric(block, i) ? ' class="number"' : ""));
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((text, i) => `<${tag}${kind[i]}>${escaped(text)}</${tag}>`).join("")}</tr>`;
  const body = block.rows.map((cells) =>
    row(
      cells.map(({ text }) => text),
      "td",
    ),
  );
  return `<div class="wide"><table>
<thead>${row(block.columns, "th")}</thead>
<tbody>
${body.join("\n")}
</tbody>
</table></div>`;
}

function picture(chart: Chart, png: Uint8Array | undefined): string {
  const words = escaped(altOf(chart));
  if (!png) return `<p>${words}</p>`;
  return `<p><img alt="${words}" src="data:image/png;base64,${Buffer.from(png).toString("base64")}"></p>`;
}

function inlines(parts: readonly Inline[]): string {
  return parts.map(({ text, bold }) => (bold ? `<b>${escaped(text)}</b>` : escaped(text))).join("");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
