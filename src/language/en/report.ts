/**
 * Sentences that ask for a report, in English: "report how standup performed after 1 week". Whoever wants to be
 * reminded of a report says so, or names what no report of Belfry's is about.
 */
import type { Analysis } from "../analyse.ts";
import type { Question, ReportRequest, ReportTopic, Request } from "../request.ts";
import { titleOf } from "../task.ts";

type About = Pick<ReportRequest, "title" | "target" | "topics" | "unknown" | "lastDays">;

const REMINDED = /\b(?:remind(?:er)?|to-?do|task)\b/iu;
const LEAD = "(?:please\\s+)?(?:(?:send|give|show|post)\\s+(?:me\\s+)?)?(?:a\\s+|the\\s+)?";
const PERIODIC = new RegExp(`^${LEAD}report$`, "iu");
const PERIODS = new RegExp(`^${LEAD}((?:daily|weekly|monthly)\\s+report)\\b`, "iu");
const HOW = new RegExp(`^${LEAD}report\\s+(?:on\\s+)?how\\s+(.+?)\\s+(?:performed|performs|did|does|went|ran)$`, "iu");
const LAST = new RegExp(
  `^${LEAD}report\\s+(?:of|on|for)\\s+(?:the\\s+)?(?:last|past)\\s+(\\d{1,3}\\s+)?(day|week|month)s?$`,
  "iu",
);
const OF = new RegExp(`^${LEAD}report\\s+(?:of|on|about|with)\\s+(.+?)(\\s+to\\s+.+)?$`, "iu");

const TOPICS: [RegExp, ReportTopic[]][] = [
  [/^(?:all\s+|the\s+)*(?:(?:failed\s+)?runs|failures|errors|failure\s+rate)$/iu, ["runs"]],
  [/^(?:the\s+)?uptime$/iu, ["uptime"]],
  [/^(?:the\s+)?(?:latency|response\s+times?)$/iu, ["latency"]],
  [/^(?:everything|all\s+(?:actions|runs))$/iu, ["runs", "uptime", "latency"]],
];
const ALL: ReportTopic[] = ["runs", "uptime", "latency"];
const DAYS = { day: 1, week: 7, month: 30 };
const A_WEEK = 7;

/** Null for a sentence that asks for no report. `made` is what it would be otherwise. */
export function understandReport(text: string, analysis: Analysis, made: Request | Question): ReportRequest | null {
  if ((made.intent !== "remind" && made.intent !== "question") || REMINDED.test(text)) return null;
  const about = aboutOf(analysis.task, text);
  if (!about) return null;
  const wantedNow = analysis.when === null || analysis.phrase.toLowerCase() === "now";
  if (wantedNow)
    return { ...about, intent: "report", schedule: null, unclear: null, lastDays: about.lastDays ?? A_WEEK };
  if (made.intent === "remind") return { ...about, intent: "report", schedule: made.schedule, unclear: null };
  // The person sees the time in the preview and agrees to it, so the likelier reading of a clock is no guess.
  const schedule = made.code === "clock" ? (made.readings[0]?.schedule ?? null) : null;
  return { ...about, intent: "report", schedule, unclear: schedule === null ? made.phrase : null };
}

function aboutOf(task: string, text: string): About | null {
  const [, periodic] = PERIODS.exec(text) ?? [];
  if (periodic && PERIODIC.test(task)) return all(titleOf(periodic));
  const [, target] = HOW.exec(task) ?? [];
  if (target) return { ...all(`How ${target} performed`), target: target.replace(/^(?:the|my)\s+(?=\S)/iu, "") };
  const last = LAST.exec(task);
  if (last) {
    const unit = (last[2] ?? "day").toLowerCase() as keyof typeof DAYS;
    return { ...all(titleOf(task)), lastDays: Math.min(366, Math.max(1, Number(last[1] ?? 1) * DAYS[unit])) };
  }
  const [, things, to] = OF.exec(task) ?? [];
  return things ? aboutThings(things, to?.trim()) : null;
}

function all(title: string): About {
  return { title, target: null, topics: ALL, unknown: [], lastDays: null };
}

/** Null when none of them is anything a report knows: the person means a report of their own. */
function aboutThings(things: string, to: string | undefined): About | null {
  const found = new Set<ReportTopic>();
  const unknown: string[] = [];
  for (const thing of things.split(/\s*(?:,|&|\band\b)\s*/iu).filter((one) => one !== "")) {
    const topics = TOPICS.find(([words]) => words.test(thing))?.[1];
    for (const topic of topics ?? []) found.add(topic);
    if (!topics) unknown.push(thing);
  }
  if (found.size === 0) return null;
  if (to !== undefined && !/^to\s+me$/iu.test(to)) unknown.push(to);
  return { title: titleOf(things), target: null, topics: [...found], unknown, lastDays: null };
}
