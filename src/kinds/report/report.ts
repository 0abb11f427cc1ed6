/** One report, from its spec to a document. Used alike for the preview before it is saved and for each run. */
import { localDate } from "../../time/day.ts";
import { chartsFor } from "./chart/make.ts";
import type { ChartKind } from "./chart/model.ts";
import type { ReportDocument } from "./document.ts";
import type { Span } from "./figures/span.ts";
import { ledgerFields } from "./ledger.ts";
import { gather, type Material, type SourcePorts } from "./sources.ts";
import type { ReportSpec } from "./spec.ts";
import { type Builder, builder } from "./template/builder.ts";
import { builtIn } from "./template/built-in.ts";
import { renderNodes } from "./template/render.ts";
import { readTemplate } from "./template.ts";
import { Amount, type Fields, say, type Value } from "./value.ts";
import type { Voice } from "./words.ts";

export interface ReportFacts {
  /** Used where the spec has no title. */
  title: string;
  window: Span;
  voice: Voice;
}

export interface MadeReport {
  document: ReportDocument;
  /** Names of the sources that could not be read; the document says so too. */
  unread: string[];
}

/**
 * Gathers and renders. Rejects with the reason of `signal` when that is aborted.
 * @throws TemplateError when the template does not fit the sources, which saving has ruled out
 */
export async function makeReport(
  spec: ReportSpec,
  facts: ReportFacts,
  ports: SourcePorts,
  signal: AbortSignal,
): Promise<MadeReport> {
  const material = await gather(spec.sources, facts.window, ports, signal);
  return renderReport(spec, facts, material);
}

/** @throws TemplateError when the template does not fit the sources */
export function renderReport(
  spec: Pick<ReportSpec, "title" | "sources" | "template" | "charts">,
  { title: actionTitle, window, voice }: ReportFacts,
  material: readonly Material[],
): MadeReport {
  const title = spec.title ?? actionTitle;
  const nodes = readTemplate(spec.template ?? builtIn(spec.sources), spec.sources);
  const from = new Amount("at", window.from);
  const to = new Amount("at", window.to);
  const period = voice.words.period(say(from, voice), say(to, voice));
  const data: Fields = { title, period, from, to, words: { ...voice.words.labels } };
  for (const one of material) data[one.name] = dataOf(one, voice);
  const out = builder();
  const drawn = new Set<string>();
  const draw = (kind: ChartKind, name: string) => {
    drawn.add(`${kind} ${name}`);
    return material.flatMap((one) =>
      one.name === name && one.type === "ledger" ? chartsFor(kind, one.actions, one.window, voice) : [],
    );
  };
  renderNodes(nodes, { data, voice, charts: draw }, out);
  for (const { chart, source } of spec.charts) {
    if (!drawn.has(`${chart} ${source}`)) for (const one of draw(chart, source)) out.chart(one);
  }
  return {
    document: { title, period, date: localDate(window.to, voice.dates.zone), blocks: finish(out, material, voice) },
    unread: unread(material).map(({ name }) => name),
  };
}

function dataOf(material: Material, voice: Voice): Value {
  if (material.type === "ledger") return ledgerFields(material.actions, material.window, voice);
  return material.type === "data" ? material.value : null;
}

function unread(material: readonly Material[]) {
  return material.flatMap((one) => (one.type === "problem" ? one : []));
}

/** What is missing is said whatever the template says. */
function finish(out: Builder, material: readonly Material[], { words }: Voice) {
  const notes = unread(material).map(({ name, problem }) => words.unread(name, problem));
  const { blocks, shortened } = out.done();
  if (shortened) notes.push(words.shortened);
  if (notes.length === 0) return blocks;
  return [...blocks, { block: "paragraph" as const, lines: notes.map((text) => [{ text, bold: false }]) }];
}
