/** Reports put together: where they read from, what language they speak, and how they become messages. */
import { toldIn } from "./app/destination.ts";
import { settingsFor } from "./app/settings.ts";
import type { BelfryFile } from "./belfry-file.ts";
import type { PackReport, ReportPiece, ReportView } from "./bot/report.ts";
import type { Action } from "./core/action.ts";
import type { Belfry } from "./core/belfry.ts";
import type { Log } from "./core/log.ts";
import { altOf } from "./kinds/report/chart/alt.ts";
import { drawChart } from "./kinds/report/chart/draw.ts";
import { chartsOf, type ReportDocument } from "./kinds/report/document.ts";
import { isOnlyPictures, type ReportPorts } from "./kinds/report/kind.ts";
import type { Outdoors } from "./kinds/report/outside.ts";
import { packReport } from "./kinds/report/pack.ts";
import type { LedgerAsk } from "./kinds/report/sources.ts";
import type { FormatSpec } from "./kinds/report/spec.ts";
import { ledgerOf } from "./ledger.ts";
import { textsFor } from "./texts/all.ts";
import { datesIn, duration } from "./texts/dates.ts";

/** So many reports that were made, or should have been, are looked through for the last one. */
const lookedBack = 50;

/** `get` gives what is built only after the kinds. */
export function reportPorts(
  get: () => Belfry,
  world: Omit<Outdoors, "folders">,
  file: Pick<BelfryFile, "current">,
): ReportPorts {
  return {
    outdoors: { ...world, folders: () => file.current().reports.folders },
    templates: () => file.current().reports.templates,
    ledger: async ({ actions, labels, window, digest }, report) => {
      const all = await askedFor(get(), { actions, labels }, report);
      const wanted = digest ? all.filter(({ policies }) => policies.digest !== false) : all;
      const { zone } = await settingsFor(get(), toldIn(report), report.owner);
      return ledgerOf(get().store, wanted, window, zone);
    },
    lastEnd: async (run) => {
      const runs = await get().store.runs.finished(run.action, lookedBack);
      const last = runs.find((one) => one.id !== run.id && one.lead === 0 && one.outcome === "succeeded");
      return last?.dueAt ?? null;
    },
    voice: async (report, now) => {
      const { zone, language } = await settingsFor(get(), toldIn(report), report.owner);
      const texts = textsFor(language, get().defaults.language);
      const dates = datesIn(zone, texts.locale, now);
      const words = {
        ...texts.report,
        unread: (source: string, problem: string) => texts.report.unread(source, texts.check.trouble(problem)),
      };
      const { locale, reason } = texts;
      return {
        words,
        locale,
        dates,
        reason,
        trouble: texts.check.trouble,
        duration: (ms) => (ms === 0 ? texts.units.seconds(0) : duration(ms, texts.units)),
      };
    },
  };
}

/** By number or by label, either is enough; without both, all. */
async function askedFor(
  belfry: Belfry,
  { actions, labels }: Pick<LedgerAsk, "actions" | "labels">,
  report: Action,
): Promise<Action[]> {
  const all = await allOf(belfry, report);
  if (actions.length === 0 && labels.length === 0) return all;
  const found = await named(belfry, actions, report);
  const labelled = all.filter((one) => one.labels.some((label) => labels.includes(label)));
  return [...found, ...labelled.filter(({ id }) => !actions.includes(id))];
}

/** Those that the report's chat or its owner may look at, deleted ones too: what they did stays true. */
async function named({ store }: Belfry, ids: number[], report: Action): Promise<Action[]> {
  const found = await Promise.all(ids.map((id) => store.actions.get(id)));
  return found
    .filter((action) => action !== null)
    .filter((action) => {
      return action.chat === report.chat || (report.chat === report.owner && action.owner === report.owner);
    });
}

/** All of the chat but reports, which have nothing to tell of themselves. */
async function allOf({ store }: Belfry, report: Action): Promise<Action[]> {
  return (await store.actions.list({ chat: report.chat })).filter(({ kind }) => kind !== report.kind);
}

/** `language` is spoken to whoever speaks none of Belfry's. */
export function packer(log: Log, language: string): PackReport {
  return async (report, part, spoken) => {
    const document = documentOf(report);
    const texts = isOnlyPictures(document) ? 0 : 1;
    if (part >= texts) return picture(log, document, part - texts);
    const { report: words } = textsFor(spoken, language);
    const { text, file } = await packReport(document, report.format as FormatSpec, words, drawChart);
    return { body: text, file, photo: null };
  };
}

/** Of a view the kind has made. */
function documentOf({ document }: ReportView): ReportDocument {
  return document as ReportDocument;
}

async function picture(log: Log, document: ReportDocument, index: number): Promise<ReportPiece> {
  const chart = chartsOf(document)[index];
  if (!chart) throw new Error(`a report has no picture ${index}`);
  const body = { text: altOf(chart).slice(0, 1000), spans: [] };
  try {
    return { body, file: null, photo: { name: `${chart.chart}-${index + 1}.png`, png: await drawChart(chart) } };
  } catch (error) {
    log.error({ err: error }, "a picture could not be drawn");
    return { body, file: null, photo: null };
  }
}
