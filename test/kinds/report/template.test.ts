import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/kinds/report/document.ts";
import { ledgerFields, ledgerShape } from "../../../src/kinds/report/ledger.ts";
import { renderReport } from "../../../src/kinds/report/report.ts";
import type { Material } from "../../../src/kinds/report/sources.ts";
import type { Shape } from "../../../src/kinds/report/template/check.ts";
import { TemplateError } from "../../../src/kinds/report/template/node.ts";
import { readTemplate, templateProblem } from "../../../src/kinds/report/template.ts";
import { isFields, type Value } from "../../../src/kinds/report/value.ts";
import { toChat } from "../../../src/kinds/report/writers/chat.ts";
import { action, backup, router, shop, voice, week } from "./samples.ts";

const names = [
  { name: "shop", type: "ledger" as const },
  { name: "disk", type: "command" as const },
];

const call = action({ id: 4, title: "call mum", kind: "reminder" });

function blocks(template: string, disk: Value = null, actions = [call, shop, router, backup]): Block[] {
  const material: Material[] = [
    { name: "shop", type: "ledger", window: week, actions },
    { name: "disk", type: "data", value: disk },
  ];
  const sources = [
    { type: "ledger" as const, name: "shop", actions: [], labels: [], since: null, digest: false },
    { type: "command" as const, name: "disk", command: "df", as: "json" as const, path: "" },
  ];
  const facts = { title: "Week", window: week, voice };
  return renderReport({ title: null, template, sources, charts: [] }, facts, material).document.blocks;
}

/** As chat would say it, without title and time. */
function text(template: string, disk: Value = null): string {
  return toChat({ title: "", period: "", date: "", blocks: blocks(template, disk) }).text.slice(3);
}

function problem(template: string): string | null {
  return templateProblem(template, names)?.message ?? null;
}

describe("a template", () => {
  it("puts values in the place of names, in the reader's units", () => {
    expect(text("{{title}}: up {{shop.uptime}}, {{ shop.failed }} of {{shop.runs}} failed")).toBe(
      "Week: up 99.82%, 1 of 7 failed",
    );
    expect(text("{{disk.free}} {{disk.none}} {{disk.list.1}}", { free: 12_345.678_91, list: [1, true] })).toBe(
      "12,345.679 – yes",
    );
  });

  it("keeps lines as lines and begins a paragraph after an empty one", () => {
    expect(blocks("a\nb\n\nc\n- d\n- e\n# f")).toMatchObject([
      { block: "paragraph", lines: [[{ text: "a" }], [{ text: "b" }]] },
      { block: "paragraph", lines: [[{ text: "c" }]] },
      { block: "list", items: [[{ text: "d" }], [{ text: "e" }]] },
      { block: "heading", level: 1, text: [{ text: "f" }] },
    ]);
  });

  it("goes through lists, inner names first; what failed most is first, what was not due is left out", () => {
    const template = "{{#each shop.actions}}\n{{number}} {{title}} of {{period}}\n{{/each}}";
    const period = "Tue 17 Nov 08:00 – Tue 24 Nov 08:00";
    expect(text(template)).toBe(`1 backup-db of ${period}\n2 shop of ${period}\n3 router of ${period}`);
    expect(text("{{#each disk}}\n- {{this}}\n{{/each}}", ["a", "b"])).toBe("• a\n• b");
  });

  it("chooses by whether there is something", () => {
    const template = "{{#if disk}}\nyes\n{{else}}\nno\n{{/if}}";
    const values: Value[] = [1, "a", [0], {}, 0, "", [], null, false];
    expect(values.map((value) => text(template, value))).toEqual([
      "yes",
      "yes",
      "yes",
      "yes",
      "no",
      "no",
      "no",
      "no",
      "no",
    ]);
  });

  it("makes tables whose cells keep their numbers", () => {
    const [table] = blocks("{{#table shop.outages}}\nWhat | Length\n{{title}} | {{length}}\n{{/table}}");
    expect(table).toMatchObject({
      block: "table",
      columns: ["What", "Length"],
      rows: [
        [{ text: "shop" }, { text: "4 min", raw: 240, unit: "duration" }],
        [{ text: "shop" }, { text: "32 min", raw: 1920, unit: "duration" }],
      ],
    });
  });

  it("shows whatever is there in the form that suits it", () => {
    const shown = (value: Value) => blocks("{{show disk}}", value);
    expect(shown([{ a: 1, b: 2 }, { b: 3 }])).toMatchObject([
      {
        block: "table",
        columns: ["a", "b"],
        rows: [
          [{ raw: 1 }, { raw: 2 }],
          [{ raw: null, text: "–" }, { raw: 3 }],
        ],
      },
    ]);
    expect(shown({ a: 1 })).toMatchObject([{ block: "table", columns: ["Name", "Value"] }]);
    expect(shown(["a", 2])).toMatchObject([{ block: "list", items: [[{ text: "a" }], [{ text: "2" }]] }]);
    expect(shown("a\nb\n")).toEqual([{ block: "plain", text: "a\nb" }]);
    expect(shown("a")).toMatchObject([{ block: "paragraph" }]);
  });

  it("draws charts where it says so, and only once", () => {
    const kinds = blocks("a\n{{chart uptime shop}}\nb").map((block) => block.block);
    expect(kinds).toEqual(["paragraph", "chart", "paragraph"]);
  });

  it("never reads what was gathered as a template or a style", () => {
    const evil = "{{title}} **b** # {{#each shop.actions}}";
    expect(blocks("x {{disk}}", evil)).toEqual([{ block: "paragraph", lines: [[{ text: `x ${evil}`, bold: false }]] }]);
  });

  it("never reaches what data merely inherits", () => {
    expect(text("{{disk.constructor}} {{disk.__proto__.x}} {{disk.toString}}", {})).toBe("– – –");
  });

  it("puts one line where a value has several, without letters that turn a text around", () => {
    expect(text("a {{disk}} b", "1\n2\u202e3")).toBe("a 1 2 3 b");
  });
});

describe("a mistake in a template is told with its place", () => {
  it.each([
    ["one\n  {{shop.uptme}}", "line 2, column 3: unknownName shop.uptme"],
    ["{{#each shop.outages}}\n{{form}}\n{{/each}}", "line 2, column 1: unknownName form"],
    ["{{#each shop.uptime}}\n{{/each}}", "line 1, column 1: notAList shop.uptime"],
    ["{{shop.outages}}", "line 1, column 1: notAValue shop.outages"],
    ["{{this}}", "line 1, column 1: unknownName this"],
    ["a {{b", "line 1, column 3: notClosed {{b"],
    ["a {{1 + 1}}", "line 1, column 3: badTag 1 + 1"],
    ["a {{#if shop.runs}} b", "line 1, column 3: notAlone #if shop.runs"],
    ["{{#if shop.runs}}\nx", "line 1, column 1: notClosed #if"],
    ["{{#if shop.runs}}\n{{/each}}", "line 2, column 1: notOpen /each"],
    ["x\n{{/if}}", "line 2, column 1: notOpen /if"],
    ["{{#each shop.actions}}\n{{else}}\n{{/each}}", "line 2, column 1: notOpen else"],
    ["{{#while shop}}", "line 1, column 1: badTag #while"],
    ["{{#table shop.actions}}\na | b\n{{title}}\n{{/table}}", "line 1, column 1: badTable shop.actions"],
    ["{{#table shop.actions}}\na\n b | {{x}}\n{{/table}}", "line 1, column 1: badTable shop.actions"],
    ["{{#table shop.actions}}\na | b\nc | {{x}}\n{{/table}}", "line 3, column 5: unknownName x"],
    ["{{chart pie shop}}", "line 1, column 1: unknownChart pie shop"],
    ["{{chart uptime disk}}", "line 1, column 1: notALedger disk"],
    [`${"{{#if shop.runs}}\n".repeat(5)}`, "line 5, column 1: tooDeep #if"],
    ["x".repeat(8001), "line 1, column 1: tooLong 8001"],
  ])("%j", (template, expected) => {
    expect(problem(template)).toBe(expected);
  });

  it("and nothing else is ever thrown", () => {
    const pieces = fc.constantFrom(
      "{{",
      "}}",
      "#each ",
      "/each",
      "#if ",
      "else",
      "/if",
      "#table ",
      "/table",
      "shop",
      "|",
    );
    const more = fc.constantFrom(
      ".actions",
      "title",
      "\n",
      " ",
      "**",
      "- ",
      "# ",
      "x",
      "show ",
      "chart uptime ",
      "}}\n{{",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, more), { maxLength: 40 }), (words) => {
        const found = templateProblem(words.join(""), names);
        expect(found === null || found instanceof TemplateError).toBe(true);
        if (found === null) blocks(words.join(""), "x", [backup]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a report", () => {
  it("has exactly the names its shape promises", () => {
    const missing: string[] = [];
    compare(ledgerFields([shop, backup], week, voice), ledgerShape, "", missing);
    expect(missing).toEqual([]);
  });

  it("of nested loops ends, and says so", () => {
    const loop = ["{{#each disk}}\n".repeat(4), "{{this}}\n", "{{/each}}\n".repeat(4)].join("");
    const found = blocks(
      loop,
      Array.from({ length: 1000 }, (_, i) => i),
    );
    expect(found.at(-1)).toMatchObject({ lines: [[{ text: voice.words.shortened }]] });
    expect(JSON.stringify(found).length).toBeLessThan(2_000_000);
  });

  it("of too many rows keeps the first thousand, and says so", () => {
    const [table, note] = blocks(
      "{{show disk}}",
      Array.from({ length: 1500 }, (_, i) => ({ i })),
    );
    expect(table?.block === "table" && table.rows.length).toBe(1000);
    expect(note).toMatchObject({ lines: [[{ text: voice.words.shortened }]] });
  });

  it("is written by a template of the guide", () => {
    const guide = readFileSync(new URL("../../../docs/guides/reports.md", import.meta.url), "utf8");
    const [, template = ""] = /```template\n(.*?)```/s.exec(guide) ?? [];
    expect(readTemplate(template, names).length).toBeGreaterThan(5);
    expect(blocks(template, "81%").map(({ block }) => block)).toContain("chart");
  });
});

/** Every name of the data is in the shape and the other way round. */
function compare(value: Value, shape: Shape, path: string, missing: string[]): void {
  if (shape === "any" || shape === "value") {
    if (shape === "value" && (isFields(value) || Array.isArray(value))) missing.push(`${path} is no value`);
    return;
  }
  if ("list" in shape) {
    if (!Array.isArray(value)) missing.push(`${path} is no list`);
    else for (const one of value) compare(one, shape.list, `${path}.0`, missing);
    return;
  }
  if (!isFields(value)) return void missing.push(`${path} has no fields`);
  for (const name of new Set([...Object.keys(value), ...Object.keys(shape.fields)])) {
    const [one, inner] = [value[name], shape.fields[name]];
    if (one === undefined || inner === undefined) missing.push(`${path}.${name}`);
    else compare(one, inner, `${path}.${name}`, missing);
  }
}
