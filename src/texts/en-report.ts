/** What reports and their pictures say, in English. */
const plural = new Intl.PluralRules("en");

function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === "one" ? one : other}`;
}

export const enReport = {
  yes: "yes",
  no: "no",
  labels: {
    action: "Action",
    actions: "Actions",
    runs: "Runs",
    succeeded: "Succeeded",
    failed: "Failed",
    skipped: "Skipped",
    missed: "Missed",
    failureRate: "Failure rate",
    failures: "Failures",
    reason: "Reason",
    count: "Count",
    last: "Last",
    uptime: "Uptime",
    down: "Down",
    outages: "Outages",
    from: "From",
    to: "To",
    length: "Length",
    why: "Why",
    latency: "Latency",
    median: "Median",
    slowest: "95% within",
    name: "Name",
    value: "Value",
    noRuns: "Nothing ran in this time.",
  },
  chart: {
    up: "up",
    down: "down",
    maintenance: "maintenance",
    unknown: "not measured",
    empty: "Nothing to show for this time yet",
    median: "median",
    p95: "95% within",
    succeeded: "succeeded",
    failed: "failed",
    other: "skipped or missed",
    runs: (runs: number, failed: number) =>
      `${count(runs, "run", "runs")} · ${failed === 0 ? "none failed" : `${failed} failed`}`,
    outages: (outages: number, length: string | null) =>
      length === null ? "no outage" : `${count(outages, "outage", "outages")} · ${length}`,
    latency: (median: string, p95: string) => `median ${median} · 95% within ${p95}`,
  },
  period: (from: string, to: string) => `${from} – ${to}`,
  inFile: "📎 The whole report is in the file.",
  shortened: "The report was too long and ends here.",
  unread: (source: string, problem: string) => `⚠️ ${source} could not be read: ${problem}`,
  rows: (heading: string | null, rows: number) =>
    `${heading === null ? "" : `${heading}: `}${count(rows, "row", "rows")}`,
};
