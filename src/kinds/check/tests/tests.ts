/** Runs a test command and reads how it went: from JUnit XML, from TAP, or from its exit code alone. */
import { z } from "zod";
import type { ErrorClass } from "../../../core/reading.ts";
import type { Ran } from "../command/carry.ts";
import { endDetail, endProblem } from "../command/command.ts";
import { openFolder } from "../command/folder.ts";
import { commandChoice, commandOf, runCommand } from "../command/run.ts";
import { folder, timeout } from "../command/settings.ts";
import type { Observation, Probe, ProbeContext } from "../probe.ts";
import { cleanText, headAndTail } from "../text.ts";
import { freshReports, type Marks, marksOf } from "./files.ts";
import { readJunit } from "./junit.ts";
import { emptyReport, type TestReport, together } from "./report.ts";
import { readTap } from "./tap.ts";

export const testsSpec = z.strictObject({
  type: z.literal("tests"),
  run: commandChoice,
  timeoutMs: timeout.default(600_000),
  /** `auto`: JUnit when `file` is given, else TAP when the output is TAP, else the exit code. */
  report: z.enum(["auto", "junit", "tap", "exit"]).default("auto"),
  /** A JUnit file, or a folder of them, below the folder it runs in; null looks in the output. */
  file: folder.nullable().default(null),
});

type TestsSpec = z.infer<typeof testsSpec>;
type Format = "junit" | "tap" | "exit";

export const tests: Probe<TestsSpec> = async (spec, context) => {
  const before = spec.file === null ? new Map<string, string>() : await marksBefore(spec, spec.file, context);
  const ran = await runCommand(spec.run, spec.timeoutMs, context, JSON.stringify([...before]));
  const { format, report } = await reportOf(spec, ran, new Map(JSON.parse(ran.before)));
  const { passed, failed, skipped, failing } = report ?? emptyReport();
  const errorClass = problem(ran, format, report);
  const text = cleanText(ran.output);
  const observation: Observation = {
    verdict: errorClass ? "bad" : "good",
    summary: {
      probe: "tests",
      report: format,
      exit: ran.exit,
      ms: ran.ms,
      passed,
      failed,
      skipped,
      total: passed + failed + skipped,
      failing,
    },
    measure: format === "exit" ? ran.ms : failed,
    unit: format === "exit" ? "ms" : "failures",
    errorClass,
    detail: errorClass === "exit" ? endDetail(ran) : null,
    keep: null,
    text,
  };
  if (text === "") return observation;
  return { ...observation, output: headAndTail(ran.output), attachment: { name: "tests.log", text } };
};

/** A folder that is not right is told by the command itself. */
async function marksBefore(spec: TestsSpec, file: string, { commands }: ProbeContext): Promise<Marks> {
  try {
    const place = await openFolder(commands.workspace, commandOf(spec.run, commands).cwd ?? ".");
    await place.close();
    return await marksOf(place.path, file);
  } catch {
    return new Map();
  }
}

async function reportOf(
  spec: TestsSpec,
  ran: Ran,
  before: Marks,
): Promise<{ format: Format; report: TestReport | null }> {
  const wanted = spec.report === "auto" && spec.file !== null ? "junit" : spec.report;
  if (wanted === "exit") return { format: "exit", report: null };
  const printed = cleanText(ran.stdout);
  if (wanted === "junit") {
    const texts = spec.file === null ? [printed.slice(Math.max(0, printed.search(/<\?xml|<testsuite/)))] : [];
    const written = spec.file === null ? texts : await freshReports(ran.folder, spec.file, before);
    const reports = written.map(readJunit);
    const whole = reports.length > 0 && reports.every((report) => report !== null);
    return { format: "junit", report: whole ? together(reports.filter((report) => report !== null)) : null };
  }
  const report = readTap(printed);
  return { format: wanted === "tap" || report ? "tap" : "exit", report };
}

/** A green report of a run that ended badly is not believed, and neither is a good end without the report. */
function problem(ran: Ran, format: Format, report: TestReport | null): ErrorClass | null {
  const end = endProblem(ran);
  if (end === "timeout" || end === "flood" || end === "processes") return end;
  if (report && report.failed > 0) return "tests";
  if (end) return end;
  if (format === "exit") return null;
  return report && report.passed + report.skipped > 0 ? null : "noReport";
}
