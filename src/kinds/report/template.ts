/**
 * Templates. A template is text; what stands between double braces is put there by Belfry. There is no code in it.
 *
 *     # {{title}}                          a heading (also ## and ###)
 *     Up {{shop.uptime}} since {{from}}    a line, **bold** where it matters
 *     - {{disk.free}} free                 an item of a list
 *     {{#each shop.outages}} … {{/each}}   once per item, whose names are known inside; {{number}} counts, {{this}} is it
 *     {{#if shop.failed}} … {{else}} … {{/if}}
 *     {{#table shop.actions}}              a line of headings, a line of cells
 *     Action | Uptime
 *     {{title}} | {{uptime}}
 *     {{/table}}
 *     {{show disk}}                        whatever is there: table, list, or text as it came
 *     {{chart latency shop}}               uptime, latency or counts of a ledger source
 *
 * Tags that open, close, show or draw stand alone on their line. docs/guides/reports.md lists the names.
 */
import { ledgerShape } from "./ledger.ts";
import type { SourceSpec } from "./sources.ts";
import { checkNames, type Shape } from "./template/check.ts";
import { type Node, TemplateError } from "./template/node.ts";
import { parseTemplate } from "./template/parse.ts";
import { labelNames } from "./words.ts";

export type SourceNames = readonly Pick<SourceSpec, "name" | "type">[];

/** @throws TemplateError when it cannot be read or names what these sources do not give */
export function readTemplate(template: string, sources: SourceNames): Node[] {
  const nodes = parseTemplate(template);
  const labels = Object.fromEntries(labelNames.map((name): [string, Shape] => [name, "value"]));
  const given = sources.map(({ name, type }): [string, Shape] => [name, type === "ledger" ? ledgerShape : "any"]);
  const fields: Record<string, Shape> = {
    ...Object.fromEntries(given),
    title: "value",
    period: "value",
    from: "value",
    to: "value",
    words: { fields: labels },
  };
  const ledgers = sources.flatMap(({ name, type }) => (type === "ledger" ? name : []));
  checkNames(nodes, { fields }, ledgers);
  return nodes;
}

/** Null when the template can be used with these sources. */
export function templateProblem(template: string, sources: SourceNames): TemplateError | null {
  try {
    readTemplate(template, sources);
    return null;
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}
