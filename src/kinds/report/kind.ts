/**
 * A report as an action: its run gathers, renders and tells its chat. A report is about the time up to the slot it was
 * due at, however late it comes, so that two reports neither overlap nor leave a gap.
 */
import type { Action, Policies } from "../../core/action.ts";
import type { Kind, Outcome, RunContext } from "../../core/kind.ts";
import { isAwaited, type Run } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { View } from "../../core/view.ts";
import { DAY } from "../../time/wall.ts";
import type { Chart } from "./chart/model.ts";
import { type Block, chartsOf, type ReportDocument } from "./document.ts";
import type { Span } from "./figures/span.ts";
import { stretches, uptimeOf } from "./figures/uptime.ts";
import type { LedgerAction } from "./ledger.ts";
import { type Outdoors, outsideSources } from "./outside.ts";
import { makeReport } from "./report.ts";
import { saidBy } from "./said.ts";
import type { LedgerAsk } from "./sources.ts";
import { type FormatSpec, type ReportSpec, reportSpec, windowOf } from "./spec.ts";
import { templateProblem } from "./template.ts";
import type { Voice } from "./words.ts";

/** What a report needs from outside. */
export interface ReportPorts {
  /** Actions that the report's chat or its owner may look at. */
  ledger(ask: LedgerAsk, report: Action): Promise<LedgerAction[]>;
  /** Where the time of the last report before this run ended, null when there was none. */
  lastEnd(run: Run): Promise<Instant | null>;
  /** Where else may be read, as it is at the moment. */
  outdoors: Outdoors;
  /** Templates of the configuration by their names, as they are at the moment. */
  templates(): Readonly<Record<string, string>>;
  /** The language and zone of the report's chat, at an instant. */
  voice(report: Action, now: Instant): Promise<Voice>;
}

/** One missed report stands for all: the newest, if its slot is not older than a week. */
const policies: Policies = { misfire: "once", misfireWindowMs: 7 * DAY, overlap: "queue", attempts: 3 };

export function reportKind(ports: ReportPorts): Kind<ReportSpec> {
  return {
    name: "report",
    summary: "Gathers figures and tells them.",
    spec: reportSpec.superRefine((spec, context) => {
      const message = namedProblem(spec, ports.templates());
      if (message !== null) context.addIssue({ code: "custom", path: ["named"], message });
    }),
    repeatable: true,
    notify: "always",
    policies: () => policies,
    uptime: (action, from, to) => uptime(ports, action, { from, to }),
    run: (context) => run(ports, context),
  };
}

async function uptime(ports: ReportPorts, action: Action, window: Span): Promise<number | null> {
  const asked = { actions: [action.id], labels: [], window, digest: false };
  const [found] = await ports.ledger(asked, action);
  return found ? uptimeOf(stretches(found.readings, { window, maintenance: found.maintenance })).uptime : null;
}

async function run(ports: ReportPorts, context: RunContext<ReportSpec>): Promise<Outcome> {
  const { action, spec, quietUntil } = context;
  if (quietUntil !== null) return { result: "wait", until: quietUntil, note: "quiet" };
  const at = context.run.dueAt;
  const voice = await ports.voice(action, at);
  const lastTo = await ports.lastEnd(context.run);
  const window = windowOf(spec.window, { now: at, createdAt: action.createdAt, lastTo, tz: voice.dates.zone });
  const facts = { title: action.title, window, voice };
  const sources = {
    ...outsideSources(ports.outdoors, context.run.key),
    ledger: (ask: LedgerAsk) => ports.ledger(ask, action),
  };
  const template = spec.named === null ? spec.template : (ports.templates()[spec.named] ?? null);
  const { document, unread } = await makeReport({ ...spec, template }, facts, sources, context.signal);
  const said = saidBy(document);
  const isNew = context.notify === "change" && (await context.kept()) !== said;
  const view = viewOf(withoutEmpty(document), spec.format);
  if (isAwaited(context.run)) context.message(view, { outward: true });
  else context.message(view, { outward: true, news: unread.length > 0 ? "failure" : isNew ? "change" : "result" });
  return { result: "success", ...(context.notify === "change" ? { keep: said } : {}) };
}

function viewOf(document: ReportDocument, format: FormatSpec): View {
  return { view: "report", title: document.title, document, format, parts: partsOf(document) };
}

/** A text, where there is more than pictures, and each picture. */
function partsOf(document: ReportDocument): number {
  return (isOnlyPictures(document) ? 0 : 1) + chartsOf(document).length;
}

export function isOnlyPictures({ blocks }: ReportDocument): boolean {
  return blocks.length > 0 && blocks.every(({ block }) => block === "chart");
}

/** Pictures of what nothing measures are left out. */
function withoutEmpty(document: ReportDocument): ReportDocument {
  return {
    ...document,
    blocks: document.blocks.filter((block: Block) => block.block !== "chart" || shows(block.chart)),
  };
}

function shows(chart: Chart): boolean {
  if (chart.chart === "uptime") return chart.rows.length > 0;
  return chart.chart !== "latency" || chart.points.some((point) => point !== null);
}

/** Null where the report's template is not named, or can be used. */
function namedProblem({ named, sources }: ReportSpec, templates: Readonly<Record<string, string>>): string | null {
  if (named === null) return null;
  const template = Object.hasOwn(templates, named) ? templates[named] : undefined;
  if (template === undefined) return "is no template";
  return templateProblem(template, sources)?.message ?? null;
}
