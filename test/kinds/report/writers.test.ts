import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../../src/kinds/report/chart/model.ts";
import type { Block, Cell, ReportDocument } from "../../../src/kinds/report/document.ts";
import { packReport } from "../../../src/kinds/report/pack.ts";
import { summaryOf, toChat } from "../../../src/kinds/report/writers/chat.ts";
import { toCsv } from "../../../src/kinds/report/writers/csv.ts";
import { toHtml } from "../../../src/kinds/report/writers/html.ts";
import { toMarkdown } from "../../../src/kinds/report/writers/markdown.ts";
import { voice } from "./samples.ts";

const { words } = voice;
const plain = (text: string) => [{ text, bold: false }];
const paragraph = (...lines: string[]): Block => ({ block: "paragraph", lines: lines.map(plain) });
const heading = (text: string): Block => ({ block: "heading", level: 1, text: plain(text) });
const cell = (raw: string | number | null, text = String(raw ?? "–"), unit: Cell["unit"] = null): Cell => ({
  text,
  raw,
  unit,
});
const table = (columns: string[], ...rows: Cell[][]): Block => ({ block: "table", columns, rows });
const report = (...blocks: Block[]): ReportDocument => ({ title: "Week", period: "now", date: "2026-11-24", blocks });

const uptime = table(
  ["Action", "Uptime", "Down"],
  [cell("shop"), cell(99.57, "99.57%", "share"), cell(1860, "31 min", "duration")],
  [cell("router"), cell(null), cell(0, "0 s", "duration")],
);
const evil = `<b>&"'\u0060*_[x](y)|~`;
const chart: Chart = {
  chart: "counts",
  title: "Runs <i>",
  note: "3 runs",
  period: "now",
  empty: "",
  ticks: [],
  bars: [],
  names: { succeeded: "", failed: "", other: "" },
};

describe("in chat", () => {
  it("headings and what is bold carry a style beside the text, values never a mark", () => {
    const { text, spans } = toChat(report(heading("H"), { block: "list", items: [plain(evil)] }));
    expect(text).toBe(`Week\nnow\n\nH\n• ${evil}`);
    expect(spans.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(["Week", "H"]);
  });

  it("a small table is drawn, numbers on the right", () => {
    const { text, spans } = toChat(report(uptime));
    expect(spans[1]).toMatchObject({ type: "pre" });
    expect(text.slice(spans[1]?.offset)).toBe(
      ["Action  Uptime    Down", "shop    99.57%  31 min", "router       –     0 s"].join("\n"),
    );
  });

  it("a table wider than a phone is told line by line, without what is nothing", () => {
    const wide = table(["Action", "Why", "Down"], [cell("shop"), cell("x".repeat(40)), cell(null)]);
    const { text, spans } = toChat(report(wide));
    expect(text).toBe(`Week\nnow\n\n• shop · Why ${"x".repeat(40)}`);
    expect(spans.map(({ type }) => type)).toEqual(["bold", "bold"]);
  });
});

describe("a long report", () => {
  const long = report(
    paragraph("a", "b"),
    heading("Outages"),
    table(["A"], ...Array(9).fill([cell("x")])),
    paragraph("y".repeat(4000)),
  );

  it("is eight lines at most and fits below a file", () => {
    expect(summaryOf(long, words).text).toBe(
      `Week\nnow\na\nb\nOutages: 9 rows\n${"y".repeat(119)}…\n📎 The whole report is in the file.`,
    );
    const longest = report(paragraph(...Array.from({ length: 50 }, () => "😀".repeat(500))));
    const { text } = summaryOf({ ...longest, title: "t".repeat(500) }, words);
    expect(text.split("\n")).toHaveLength(8);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(() => encodeURIComponent(text)).not.toThrow();
  });

  it("comes with the whole as a page", async () => {
    const packed = await packReport(long, { as: "message" }, words, async () => new Uint8Array());
    expect(packed.file).toMatchObject({ name: "week-2026-11-24.html", mime: "text/html; charset=utf-8" });
    expect(packed.text.text).toContain("in the file");
  });

  it("of 3,500 characters is still a message", async () => {
    const blocks = report(paragraph("y".repeat(3500 - "Week\nnow\n\n".length)));
    const pack = (document: ReportDocument) =>
      packReport(document, { as: "message" }, words, async () => new Uint8Array());
    expect((await pack(blocks)).file).toBe(null);
    expect((await pack({ ...blocks, title: "Week!" })).file).not.toBe(null);
  });
});

it("a file is named after the report, never after a path", async () => {
  const name = async (title: string) => {
    const packed = await packReport(
      { ...report(), title },
      { as: "file", type: "md" },
      words,
      async () => new Uint8Array(),
    );
    return packed.file?.name;
  };
  expect(await name("../../Größe: Ä & Ö")).toBe("größe-ä-ö-2026-11-24.md");
  expect(await name("🚀")).toBe("report-2026-11-24.md");
});

describe("Markdown", () => {
  it("is headings, lists and tables", () => {
    expect(toMarkdown(report(heading("H"), uptime, { block: "list", items: [plain("a")] }))).toBe(
      `# Week\n\nnow\n\n## H\n\n| Action | Uptime | Down |\n| --- | --: | --: |\n| shop | 99.57% | 31 min |\n| router | – | 0 s |\n\n- a\n`,
    );
  });

  it("escapes what came from outside", () => {
    const lines = [evil, "# no heading", "- no item", "1. no number", "https://no.link", "= no line"];
    expect(toMarkdown(report(paragraph(...lines)))).toContain(
      [
        String.raw`\<b\>\&"'\u0060\*\_\[x\](y)\|\~`.replace("u0060", "`"),
        String.raw`\# no heading`,
        String.raw`\- no item`,
        String.raw`1\. no number`,
        String.raw`https\://no.link`,
        String.raw`\= no line`,
      ].join("  \n"),
    );
  });

  it("fences what has fences", () => {
    expect(toMarkdown(report({ block: "plain", text: "```\nx" }))).toContain("````\n```\nx\n````");
  });
});

describe("CSV", () => {
  it("has bare numbers and their unit in the heading", () => {
    expect(toCsv(report(heading("H"), uptime))).toBe(
      "\ufeffAction,Uptime (%),Down (s)\r\nshop,99.57,1860\r\nrouter,,0\r\n",
    );
  });

  it("names its tables when there are several", () => {
    const two = toCsv(report(heading("A"), table(["x"], [cell(1)]), table(["y"], [cell(2)])));
    expect(two).toBe("\ufeffA\r\nx\r\n1\r\n\r\nWeek\r\ny\r\n2\r\n");
  });

  it("gives the lines of a report without tables", () => {
    expect(toCsv(report(heading("H"), paragraph("a,b", 'c "d"')))).toBe(
      '\ufeffWeek\r\nnow\r\nH\r\n"a,b"\r\n"c ""d"""\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "|cmd", "%x"])(
    "makes no formula of %j",
    (text) => {
      const [, row = ""] = toCsv(report(table(["a"], [cell(text)]))).split(/\r\n(?=["'])/);
      expect(row).toMatch(/^"'/);
    },
  );

  it("no cell of any text begins as a formula, and each is read back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."=+-@,;\"'ab \n") }), (text) => {
        const csv = toCsv(report(table(["a"], [cell(text)])));
        const field = csv.slice("\ufeffa\r\n".length, -2);
        const read = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        expect([text, `'${text}`]).toContain(read);
        expect(read).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

describe("HTML", () => {
  it("escapes everything and needs nothing from outside", () => {
    const html = toHtml(
      {
        ...report(heading(evil), paragraph(evil), table([evil], [cell(evil)]), { block: "plain", text: evil }),
        title: evil,
      },
      new Map(),
    );
    expect(html.split("&lt;b&gt;&amp;&quot;&#39;")).toHaveLength(8);
    expect(html).not.toContain("<b>");
    expect(html).not.toMatch(/<script|<link|src=|href=|url\(/);
    expect(html).toContain("default-src 'none'");
  });

  it("holds its pictures, and words for those it has not", () => {
    const document = report({ block: "chart", chart });
    expect(toHtml(document, new Map([[chart, new Uint8Array([1, 2, 3])]]))).toContain(
      '<img alt="Runs &lt;i&gt; · 3 runs" src="data:image/png;base64,AQID">',
    );
    expect(toHtml(document, new Map())).toContain("<p>Runs &lt;i&gt; · 3 runs</p>");
  });
});
