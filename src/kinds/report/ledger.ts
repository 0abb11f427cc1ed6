/** What the ledger holds of some actions → the data a template names. */
import type { Instant } from "../../core/schedule.ts";
import { stepFor } from "./figures/buckets.ts";
import { type Performance, performanceOf, type Records, runFigures, talliesOf } from "./figures/figures.ts";
import type { Span } from "./figures/span.ts";
import type { Shape, Shapes } from "./template/check.ts";
import { Amount, type Fields, type Value } from "./value.ts";
import type { Voice } from "./words.ts";

/** One action as the ledger port gives it. */
export interface LedgerAction extends Records {
  id: number;
  title: string;
  kind: string;
  createdAt: Instant;
  /** What measures are in; only `ms` is shown with its unit. */
  unit: string | null;
  /** The last reading of a check as plain data (counts and failing names of a test run), null where there is none. */
  last: Value;
}

const runShapes: Record<string, Shape> = {
  runs: "value",
  succeeded: "value",
  failed: "value",
  interrupted: "value",
  skipped: "value",
  missed: "value",
  failureRate: "value",
  retries: "value",
  failures: { list: { fields: { reason: "value", count: "value", last: "value", title: "value" } } },
};

const outageShape: Shape = {
  fields: { title: "value", from: "value", to: "value", length: "value", failed: "value", why: "value" },
};

const spreadShape: Shape = {
  fields: { count: "value", min: "value", mean: "value", p50: "value", p95: "value", p99: "value", max: "value" },
};

/** Names below a ledger source; `ledgerFields` fills exactly these. */
export const ledgerShape: Shapes = {
  fields: {
    ...runShapes,
    watched: "value",
    uptime: "value",
    down: "value",
    outages: { list: outageShape },
    actions: {
      list: {
        fields: {
          ...runShapes,
          id: "value",
          title: "value",
          kind: "value",
          created: "value",
          uptime: "value",
          down: "value",
          unknown: "value",
          maintenance: "value",
          outages: { list: outageShape },
          measures: spreadShape,
          duration: spreadShape,
          late: spreadShape,
          lastSuccess: "value",
          lastFailure: "value",
          days: {
            list: { fields: { from: "value", succeeded: "value", failed: "value", other: "value", uptime: "value" } },
          },
          last: "any",
        },
      },
    },
  },
};

export function ledgerFields(actions: readonly LedgerAction[], window: Span, voice: Voice): Fields {
  const each = actions.map((action) => ({ action, performance: performanceOf(action, window) }));
  const outages = each.flatMap(({ action, performance }) =>
    performance.outages.map((outage) => ({ outage, title: action.title })),
  );
  outages.sort((a, b) => b.outage.from - a.outage.from);
  const up = sum(each.map(({ performance }) => performance.uptime?.upMs ?? 0));
  const down = sum(each.map(({ performance }) => performance.uptime?.downMs ?? 0));
  return {
    ...runFields(
      runFigures(
        actions.flatMap(({ runs }) => runs),
        window,
        actions.flatMap(({ days }) => days),
      ),
      null,
      voice,
    ),
    failures: each.flatMap(({ action, performance }) => failures(performance, action.title, voice)),
    watched: up + down > 0,
    uptime: new Amount("share", up + down === 0 ? null : up / (up + down)),
    down: new Amount("duration", down),
    outages: outages.map(({ outage, title }) => outageFields(outage, title, voice)),
    actions: worstFirst(each.filter(({ performance }) => didSomething(performance))).map(({ action, performance }) =>
      actionFields(action, performance, window, voice),
    ),
  };
}

/** Forty reminders that were not due in the window would bury the check that failed. */
function didSomething({ runs, skipped, missed, uptime }: Performance): boolean {
  return runs + skipped + missed > 0 || uptime !== null;
}

/** Where as many failed, as they came. */
function worstFirst<Entry extends { performance: Performance }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => b.performance.failed - a.performance.failed);
}

function actionFields(action: LedgerAction, performance: Performance, window: Span, voice: Voice): Fields {
  const { uptime, outages, duration, lateness, measures, lastSuccess, lastFailure } = performance;
  const step = stepFor(window) === "hour" ? "day" : stepFor(window);
  return {
    ...runFields(performance, action.title, voice),
    id: action.id,
    title: action.title,
    kind: action.kind,
    created: new Amount("at", action.createdAt),
    uptime: new Amount("share", uptime?.uptime ?? null),
    down: new Amount("duration", uptime?.downMs ?? null),
    unknown: new Amount("duration", uptime?.unknownMs ?? null),
    maintenance: new Amount("duration", uptime?.maintenanceMs ?? null),
    outages: outages.map((outage) => outageFields(outage, action.title, voice)).reverse(),
    measures: spreadFields(measures, action.unit === "ms"),
    duration: spreadFields(duration, true),
    late: spreadFields(lateness, true),
    lastSuccess: new Amount("at", lastSuccess),
    lastFailure: new Amount("at", lastFailure),
    days: talliesOf(action, window, voice.dates.zone, step).map((tally) => ({
      from: new Amount("day", tally.from),
      succeeded: tally.succeeded,
      failed: tally.failed,
      other: tally.other,
      uptime: new Amount("share", tally.uptime),
    })),
    last: action.last,
  };
}

function runFields(
  figures: Omit<Performance, "window" | "uptime" | "outages" | "measures">,
  title: string | null,
  voice: Voice,
): Fields {
  const { runs, succeeded, failed, interrupted, skipped, missed, failureRate, retries } = figures;
  return {
    runs,
    succeeded,
    failed,
    interrupted,
    skipped,
    missed,
    failureRate: new Amount("share", failureRate),
    retries,
    failures: title === null ? [] : failures(figures, title, voice),
  };
}

function failures({ failures: counts }: Pick<Performance, "failures">, title: string, voice: Voice): Fields[] {
  return counts.map(({ reason, count, last }) => {
    return { reason: voice.reason(reason), count, last: new Amount("at", last), title };
  });
}

function outageFields(outage: Performance["outages"][number], title: string, voice: Voice): Fields {
  return {
    title,
    from: new Amount("at", outage.from),
    to: new Amount("at", outage.to),
    length: new Amount("duration", outage.downMs),
    failed: outage.failed,
    why: outage.why === null ? null : voice.trouble(outage.why),
  };
}

function spreadFields(spread: Performance["measures"], isTime: boolean): Fields {
  const value = (number: number | undefined): Value => (isTime ? new Amount("ms", number ?? null) : (number ?? null));
  return {
    count: spread?.count ?? 0,
    min: value(spread?.min),
    mean: value(spread?.mean),
    p50: value(spread?.p50),
    p95: value(spread?.p95),
    p99: value(spread?.p99),
    max: value(spread?.max),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
