/** What a test run says of itself, whatever it is written in. */
export interface TestReport {
  passed: number;
  failed: number;
  skipped: number;
  /** Names of failed tests, in order, at most `MAX_NAMES`. */
  failing: string[];
}

const MAX_NAMES = 20;
const MAX_NAME = 200;

export function emptyReport(): TestReport {
  return { passed: 0, failed: 0, skipped: 0, failing: [] };
}

export function count(report: TestReport, outcome: "passed" | "failed" | "skipped", name: string): void {
  report[outcome] += 1;
  if (outcome !== "failed" || report.failing.length === MAX_NAMES) return;
  const flat = name.replace(/\s+/g, " ").trim();
  report.failing.push(flat.length > MAX_NAME ? `${flat.slice(0, MAX_NAME - 1)}…` : flat);
}

/** Several reports as one. */
export function together(reports: readonly TestReport[]): TestReport {
  const sum = (part: "passed" | "failed" | "skipped") => reports.reduce((total, report) => total + report[part], 0);
  return {
    passed: sum("passed"),
    failed: sum("failed"),
    skipped: sum("skipped"),
    failing: reports.flatMap(({ failing }) => failing).slice(0, MAX_NAMES),
  };
}
