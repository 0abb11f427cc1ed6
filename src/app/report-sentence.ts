/** From a sentence that asks for a report to the operation that makes it. */
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { ReportRequest, ReportSource, ReportTopic } from "../language/request.ts";
import type { Said } from "./besides.ts";
import { type Call, type Done, parseInput } from "./operation.ts";
import { addReport } from "./operations/report-add.ts";
import type { ReportInput } from "./operations/report-inputs.ts";
import { showReport } from "./operations/report-show.ts";

const ledger = "ledger";
/** Words of templates, which name no source. */
const reserved = new Set(["title", "period", "from", "to", "words", "this", "number", "else", "show", "chart"]);
const charts: Record<ReportTopic, string[]> = {
  ...{ runs: ["counts"], uptime: ["uptime"], latency: ["latency"] },
  digest: [],
};

/** @throws BelfryError `notReportable`, `badSchedule`, and what the operation throws */
export function doReport(belfry: Belfry, call: Call, request: ReportRequest, said: Said): Promise<Done> {
  const { schedule } = request;
  const input = reportMeant(request);
  return schedule === null
    ? showReport.run(belfry, parseInput(showReport, input), call)
    : addReport.run(belfry, parseInput(addReport, { ...input, ...said, schedule }), call);
}

/** The input of both operations, but for the schedule. @throws BelfryError `notReportable`, `badSchedule` */
export function reportMeant(request: ReportRequest): ReportInput {
  const { title, schedule, unclear, target, topics, unknown, to, lastDays, template, file } = request;
  if (unknown.length > 0) throw new BelfryError("notReportable", { what: unknown.join(", ") });
  if (unclear !== null) throw new BelfryError("badSchedule", { problem: unclear });
  const spec = {
    sources: sourcesOf(request),
    charts: topics.flatMap((topic) => charts[topic].map((chart) => ({ chart, source: ledger }))),
    window: request.day === undefined ? windowOf(lastDays, schedule) : { type: "day", day: request.day },
    named: template,
    ...(file === null ? {} : { format: { as: "file", type: file } }),
  };
  return {
    ...{ title, spec },
    ...(target === null ? {} : { action: target }),
    ...(to === null ? {} : { place: to }),
  };
}

/** The ledger where anything of it is asked for, then the others, each with a name of its own for templates. */
function sourcesOf({ topics, sources, labels = [] }: Pick<ReportRequest, "topics" | "sources" | "labels">): object[] {
  const names = new Set<string>([ledger]);
  const others = sources.map((source) => {
    const name = freeName(nameOf(source), names);
    names.add(name);
    return { ...source, name, ...(source.type === "file" && /\.json$/i.test(source.file) ? { as: "json" } : {}) };
  });
  return topics.length === 0
    ? others
    : [{ type: "ledger", name: ledger, labels, digest: topics.includes("digest") }, ...others];
}

/** The command's name, or that of the file without its ending. */
function nameOf(source: ReportSource): string {
  if (source.type === "command" || source.type === "tests") return source.command;
  const path = source.type === "file" ? source.file : new URL(source.url).pathname;
  return (
    path
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]*$/, "") ?? ""
  );
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const plain =
    wanted
      .replace(/[^\w-]+/g, "-")
      .replace(/^[^A-Za-z]+/, "")
      .slice(0, 28) || "data";
  const free = (name: string) => !taken.has(name) && !reserved.has(name);
  if (free(plain)) return plain;
  for (let n = 2; ; n++) if (free(`${plain}-${n}`)) return `${plain}-${n}`;
}

/** One report is about the time since it was asked for, each of a series about the time since the one before. */
function windowOf(lastDays: number | null, schedule: ReportRequest["schedule"]): object {
  if (lastDays !== null) return { type: "last", days: lastDays };
  return { type: schedule?.type === "once" ? "sinceCreation" : "sinceLast" };
}
