/** From a sentence that asks for a report to the operation that makes it. */
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { ReportRequest, ReportTopic } from "../language/request.ts";
import { type Call, type Done, parseInput } from "./operation.ts";
import { addReport } from "./operations/report-add.ts";
import { showReport } from "./operations/report-show.ts";

const charts: Record<ReportTopic, string> = { runs: "counts", uptime: "uptime", latency: "latency" };

/** @throws BelfryError `notReportable`, `badSchedule`, and what the operation throws */
export function doReport(belfry: Belfry, call: Call, request: ReportRequest): Promise<Done> {
  const { title, schedule, unclear, target, topics, unknown, lastDays } = request;
  if (unknown.length > 0) throw new BelfryError("notReportable", { what: unknown.join(", ") });
  if (unclear !== null) throw new BelfryError("badSchedule", { problem: unclear });
  const source = "ledger";
  const window = windowOf(lastDays, schedule);
  const spec = {
    sources: [{ type: "ledger", name: source }],
    charts: topics.map((topic) => ({ chart: charts[topic], source })),
    window,
  };
  const input = { title, spec, ...(target === null ? {} : { action: target }) };
  return schedule === null
    ? showReport.run(belfry, parseInput(showReport, input), call)
    : addReport.run(belfry, parseInput(addReport, { ...input, schedule }), call);
}

/** One report is about the time since it was asked for, each of a series about the time since the one before. */
function windowOf(lastDays: number | null, schedule: ReportRequest["schedule"]): object {
  if (lastDays !== null) return { type: "last", days: lastDays };
  return { type: schedule?.type === "once" ? "sinceCreation" : "sinceLast" };
}
