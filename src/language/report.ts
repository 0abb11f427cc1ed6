/**
 * Sentences that ask for a report: "report how standup performed after 1 week". Whoever wants to be reminded of a report
 * says so, or names what no report of Belfry's is about.
 */
import type { Analysis } from "./analyse.ts";
import { DE_REPORT } from "./de/report.ts";
import { EN_REPORT } from "./en/report.ts";
import type { ReportForm, ReportWords } from "./report-words.ts";
import type {
  LanguageContext,
  Question,
  ReportDay,
  ReportRequest,
  ReportSource,
  ReportTopic,
  Request,
} from "./request.ts";
import { titleOf } from "./task.ts";

type About = Pick<
  ReportRequest,
  "title" | "target" | "labels" | "topics" | "sources" | "to" | "unknown" | "lastDays"
> & {
  /** It is one only where something has that name. */
  isNamed?: true;
};

const A_WEEK = 7;
const ALL: ReportTopic[] = ["runs", "uptime", "latency"];
const languages: ReportWords[] = [EN_REPORT, DE_REPORT];

/** Null for a sentence that asks for no report. `read` gives what a text would be otherwise. */
export function understandReport(
  text: string,
  { commands = [], locale }: Pick<LanguageContext, "commands" | "locale">,
  read: (text: string) => { analysis: Analysis; made: Request | Question },
): ReportRequest | null {
  const speaking = locale.startsWith("de") ? [...languages].reverse() : languages;
  const words = speaking.find(({ mentioned }) => mentioned.test(text));
  if (!words || words.reminded.test(text)) return null;
  const about = digestDayOf(text, words);
  const { rest, form, other } = formOf(about.rest, words);
  const things = { ...hidden(rest, commands, words), said: text };
  const { analysis, made } = withCadence(things.text, words, read);
  if (made.intent !== "remind" && made.intent !== "question") return null;
  const found = aboutOf(analysis.task.trim(), things, words);
  if (!found || (about.day && !found.topics.includes("digest"))) return null;
  const unknown = other === null ? found.unknown : [...found.unknown, other];
  const asReminder = found.isNamed ? { otherwise: read(text).made } : {};
  const { isNamed: _, ...told } = found;
  const request = {
    ...told,
    ...form,
    unknown,
    ...asReminder,
    ...(about.day ? { day: about.day } : {}),
    intent: "report" as const,
  };
  const wantedNow = analysis.when === null || words.now.test(analysis.phrase);
  if (wantedNow) return { ...wanted(request), schedule: null, unclear: null };
  if (made.intent === "remind") return { ...request, schedule: made.schedule, unclear: null };
  // The person sees the time in the preview and agrees to it, so the likelier reading of a clock is no guess.
  const schedule = made.code === "clock" ? (made.readings[0]?.schedule ?? null) : null;
  return { ...request, schedule, unclear: schedule === null ? made.phrase : null };
}

/** What is wanted now looks a week back, a digest at today. */
function wanted<R extends Pick<ReportRequest, "topics" | "lastDays" | "day">>(request: R): R {
  if (request.topics.includes("digest")) return { ...request, day: request.day ?? "today" };
  return { ...request, lastDays: request.lastDays ?? A_WEEK };
}

/** "digest yesterday": the day is no time at which it comes. */
function digestDayOf(text: string, { digestDays }: ReportWords): { rest: string; day?: ReportDay } {
  const [pattern, day] = digestDays.find(([one]) => one.test(text)) ?? [];
  return pattern && day ? { rest: text.replace(pattern, ""), day } : { rest: text };
}

/** "A daily report" says how often where nothing else does. */
function withCadence(
  text: string,
  words: ReportWords,
  read: (text: string) => { analysis: Analysis; made: Request | Question },
) {
  const said = read(text);
  const often = said.analysis.when === null && words.cadences.find(([pattern]) => pattern.test(text))?.[1];
  return often ? read(`${text} ${often}`) : said;
}

/** "with template weekly", "as csv": said anywhere, and no part of the rest. */
function formOf(text: string, words: ReportWords): { rest: string; form: ReportForm; other: string | null } {
  const template = words.template.exec(text);
  const file = words.file.exec(text);
  const other = words.otherFile.exec(text);
  const rest = [template, file, other].reduce((left, found) => (found ? left.replace(found[0], " ") : left), text);
  const type = file?.[1]?.toLowerCase().replace("markdown", "md") ?? null;
  const form = { template: template?.[1] ?? null, file: type as ReportForm["file"] };
  return { rest: words.plain(rest), form, other: other?.[1] ?? null };
}

/** Names of things, hidden behind words that no grammar reads anything into. */
interface Hidden {
  text: string;
  /** As it was said. */
  said: string;
  shown(text: string): string;
  commands: readonly string[];
}

function hidden(text: string, commands: readonly string[], { path }: ReportWords): Omit<Hidden, "said"> {
  const names: string[] = [];
  const hide = (name: string) => `qx${"abcdefghijklmnopqrstuvwxyz"[names.push(name) - 1] ?? "zz"}qx`;
  const known = [...commands]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const command = known.length > 0 ? `|(?<![\\p{L}\\d_-])(?:${known.join("|")})(?![\\p{L}\\d_-])` : "";
  const all = new RegExp(`https?:\\/\\/[^\\s,"]*[^\\s,".;!?]|(?<=${path})[^\\s,"]*[^\\s,".;!?]${command}`, "giu");
  const masked = text.replace(all, hide);
  return {
    text: masked,
    shown: (words) =>
      words.replace(/qx([a-z])qx/giu, (_, letter) => names[letter.toLowerCase().charCodeAt(0) - 97] ?? ""),
    commands,
  };
}

function aboutOf(task: string, things: Hidden, words: ReportWords): About | null {
  const whole = bodyOf(task, null, things, words);
  if (whole) return whole;
  const [, body = "", to = ""] = words.to.exec(task) ?? [];
  return body === "" ? null : bodyOf(body.trim(), to.trim(), things, words);
}

function bodyOf(task: string, to: string | null, things: Hidden, words: ReportWords): About | null {
  const none = { target: null, sources: [], unknown: [], lastDays: null };
  const place = to === null || words.me.test(to) ? null : things.shown(to);
  const periodic = words.named.exec(things.said)?.[1];
  if (periodic && words.alone.test(task)) return { ...none, title: titleOf(periodic), topics: ALL, to: place };
  const digest = words.digest.exec(task)?.[1];
  if (digest) return { ...none, title: titleOf(digest), topics: ["digest"], to: place };
  const target = words.how.exec(task)?.[1];
  if (target) {
    const name = things.shown(target);
    const about = { ...none, title: titleOf(words.howTitle(name)), topics: ALL, to: place };
    const { labels, rest } = labelsIn(name, words);
    if (labels.length > 0) return rest === "" ? { ...about, labels } : null;
    return { ...about, target: name.replace(words.article, "") };
  }
  const last = words.last.exec(task);
  if (last) {
    const days = Number(last[1] ?? 1) * words.days(last[2] ?? "");
    return {
      ...none,
      title: titleOf(task),
      topics: ALL,
      to: place,
      lastDays: Math.min(366, Math.max(1, Math.ceil(days))),
    };
  }
  const of = words.of.exec(task)?.[1];
  return of
    ? (aboutOne(of, place, things, words) ??
        aboutThings(of, place, things, words) ??
        aboutNamed(of, place, things, words))
    : null;
}

/** "a weekly summary of shop"; of sales somebody else may know. */
function aboutNamed(said: string, to: string | null, things: Hidden, words: ReportWords): About | null {
  const name = things.shown(said).replace(words.article, "");
  if (to !== null || words.to.test(said) || /[\s,]/u.test(name)) return null;
  return {
    title: titleOf(name),
    target: name,
    topics: ALL,
    sources: [],
    to,
    unknown: [],
    lastDays: null,
    isNamed: true,
  };
}

/** "uptime and latency of shop": what is told of one action. */
function aboutOne(said: string, to: string | null, things: Hidden, words: ReportWords): About | null {
  if (to === null && words.to.test(said)) return null;
  const [, told = "", name = ""] = words.ofOne.exec(said) ?? [];
  const topics = told.split(words.and).map((one) => words.topics.find(([pattern]) => pattern.test(one))?.[1]);
  if (name === "" || !topics.every((one) => one !== undefined)) return null;
  const target = things.shown(name).replace(words.article, "");
  return {
    title: titleOf(things.shown(said)),
    target,
    topics: [...new Set(topics.flat())],
    sources: [],
    to,
    unknown: [],
    lastDays: null,
  };
}

/** Null when none of them is anything a report knows: the person means a report of their own. */
function aboutThings(said: string, to: string | null, things: Hidden, words: ReportWords): About | null {
  // Where "to" is no place yet, the last thing may hold it.
  if (to === null && words.to.test(said)) return null;
  const { labels, rest } = labelsIn(said, words);
  const topics = new Set<ReportTopic>();
  const sources: ReportSource[] = [];
  const unknown: string[] = [];
  for (const thing of rest.split(words.and).filter((one) => one !== "")) {
    const name = things.shown(thing);
    const known = words.topics.find(([pattern]) => pattern.test(name))?.[1];
    const source = known ? null : sourceOf(name, things.commands, words);
    for (const topic of known ?? []) topics.add(topic);
    if (source) sources.push(source);
    else if (!known) unknown.push(name);
  }
  if (topics.size + sources.length + labels.length === 0) return null;
  if (labels.length > 0 && topics.size === 0) for (const topic of ALL) topics.add(topic);
  const of = labels.length > 0 ? { labels: labels.map((label) => things.shown(label).toLowerCase()) } : {};
  const title = titleOf(things.shown(said).replace(/https?:\/\/([^\s/,]+)[^\s,]*/giu, "$1"));
  return { ...of, title, target: null, topics: [...topics], sources, to, unknown, lastDays: null };
}

/** Labels of the actions it is about, and what is said besides. */
function labelsIn(said: string, { labelled, and }: ReportWords): { labels: string[]; rest: string } {
  const labels = [...said.matchAll(labelled)].flatMap(([, label]) => label ?? []);
  if (labels.length === 0) return { labels, rest: said };
  const rest = said.replace(labelled, " ").split(and);
  return {
    labels,
    rest: rest
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .join(", "),
  };
}

function sourceOf(thing: string, commands: readonly string[], words: ReportWords): ReportSource | null {
  if (/^https?:\/\//iu.test(thing)) return URL.canParse(thing) ? { type: "http", url: thing } : null;
  const file = new RegExp(`^${words.path}(.+)$`, "iu").exec(thing)?.[1];
  if (file) return { type: "file", file };
  const tests = words.tests.exec(thing)?.[1];
  if (tests && commands.includes(tests)) return { type: "tests", command: tests };
  const command = thing.replace(words.article, "");
  return commands.includes(command) ? { type: "command", command } : null;
}
