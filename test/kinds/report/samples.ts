/** A week of a shop and a router that are checked every two minutes, and of a backup that runs each night. */
import type { Instant } from "../../../src/core/schedule.ts";
import type { LedgerRun } from "../../../src/kinds/report/figures/figures.ts";
import type { CheckReading } from "../../../src/kinds/report/figures/uptime.ts";
import type { LedgerAction } from "../../../src/kinds/report/ledger.ts";
import type { Voice } from "../../../src/kinds/report/words.ts";
import { datesIn, duration } from "../../../src/texts/dates.ts";
import { en } from "../../../src/texts/en.ts";
import { enReport } from "../../../src/texts/en-report.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const tz = "Europe/Berlin";
/** Tuesday. */
export const now = Date.parse("2026-11-24T08:00:00+01:00");
export const week = { from: now - 7 * day, to: now };

export const voice: Voice = {
  words: enReport,
  locale: en.locale,
  dates: datesIn(tz, en.locale, now),
  reason: en.reason,
  trouble: en.check.trouble,
  duration: (ms) => duration(ms, en.units),
};

/** The same numbers in every run. */
function noise(seed: number): number {
  const wave = Math.sin(seed * 12.9898) * 43758.5453;
  return wave - Math.floor(wave);
}

/** One reading every `step`, slower in the evening; bad where `down` says so. */
export function readings(
  { from, to }: { from: Instant; to: Instant },
  step: number,
  down: (at: Instant) => string | null = () => null,
): CheckReading[] {
  const result: CheckReading[] = [];
  for (let at = from; at < to; at += step) {
    const why = down(at);
    const evening = Math.max(0, Math.sin(((at - from) / day) * 2 * Math.PI - 1));
    const jump = noise(at / step) > 0.97 ? 260 * noise(at / step + 1) : 0;
    const measure = why === null ? Math.round(150 + 70 * evening + 60 * noise(at / step + 2) + jump) : null;
    result.push({ at, verdict: why === null ? "good" : "bad", measure, why });
  }
  return result;
}

function between(from: string, to: string): (at: Instant) => boolean {
  return (at) => Date.parse(from) <= at && at < Date.parse(to);
}

export function run(dueAt: Instant, part: Partial<LedgerRun> = {}): LedgerRun {
  const [startedAt, endedAt] = [dueAt + 300, dueAt + 41_300];
  return { lead: 0, count: 1, outcome: "succeeded", reason: null, dueAt, startedAt, endedAt, attempts: 1, ...part };
}

export function action(part: Partial<LedgerAction>): LedgerAction {
  const nothing = { runs: [], days: [], readings: [], maintenance: [], last: null };
  return { id: 1, title: "shop", kind: "check", createdAt: week.from, unit: "ms", ...nothing, ...part };
}

const down = between("2026-11-21T03:10:00+01:00", "2026-11-21T03:41:00+01:00");
const brief = between("2026-11-23T18:02:00+01:00", "2026-11-23T18:06:00+01:00");

export const shop = action({
  readings: readings({ from: week.from - hour, to: now }, 2 * minute, (at) =>
    down(at) ? "HTTP 502" : brief(at) ? "timeout" : null,
  ),
  maintenance: [{ from: Date.parse("2026-11-19T23:00:00+01:00"), to: Date.parse("2026-11-20T01:00:00+01:00") }],
});

export const router = action({ id: 2, title: "router", readings: readings(week, 5 * minute) });

export const backup = action({
  id: 3,
  title: "backup-db",
  kind: "workflow",
  unit: null,
  runs: Array.from({ length: 7 }, (_, i) =>
    run(
      week.from + i * day + 19 * hour,
      i === 3 ? { outcome: "failed", reason: "exit 1: disk full", attempts: 3 } : {},
    ),
  ),
});
