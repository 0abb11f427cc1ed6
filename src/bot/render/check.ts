/** What a check saw, as a line, and what it tells when that has changed. */
import type { CheckPart, ReadingData } from "../../core/reading.ts";
import type { ActionCard, View } from "../../core/view.ts";
import { named, quoted, shortened } from "../../texts/person.ts";
import { code, joined, type Piece, pre } from "../../texts/styled.ts";
import { type Message, words } from "../message.ts";
import type { Scene } from "./scene.ts";

/** So many characters of what has changed are shown. */
const excerpt = 600;

/** Of failed tests. */
const mostNames = 5;
const longestName = 100;

/** What it looks at, and what it saw last. */
export function checkLines(check: CheckPart, card: ActionCard, scene: Scene): Piece[] {
  const { about } = check;
  const { check: say } = scene.texts;
  if (check.approvable !== undefined) {
    const { command, user, timeoutMs } = check.approvable;
    const asks = say.approve(code(named(command)), user, scene.length(timeoutMs));
    return [asks, ...seenLines(check, scene)];
  }
  if (check.address !== undefined) return [...callLines(check, card, scene), ...seenLines(check, scene)];
  const expects = about.expects.length === 0 ? "" : say.expects(about.expects.join(", "));
  const bad = about.badWhen === undefined ? "" : say.badWhen(about.badWhen);
  const plan = joined(
    [...[about.target, expects, bad].map((one) => named(one)), ...alertOf(about, card, scene)],
    " · ",
  );
  return [plan, ...seenLines(check, scene)];
}

/** When it rings; a single look only tells. */
function alertOf({ alertAfter }: CheckPart["about"], { policies, schedule }: ActionCard, { texts }: Scene): string[] {
  if (policies.notify === "never") return [];
  return [schedule.type === "once" ? texts.check.single : texts.check.alert(alertAfter)];
}

function seenLines({ run, reading }: CheckPart, scene: Scene): Piece[] {
  if (reading === null) return run === null ? [] : [scene.texts.check.looking];
  return [readingLine(reading, scene), ...failing(reading, scene)];
}

/** Names of the tests that failed, the first of them. */
function failing({ summary }: ReadingData, scene: Scene): Piece[] {
  if (summary.probe !== "tests") return [];
  const names = summary.failing.slice(0, mostNames).map((name) => `✗ ${shortened(named(name), longestName)}`);
  const more = summary.failed - names.length;
  return names.length > 0 && more > 0 ? [...names, scene.texts.check.more(more)] : names;
}

/** Where to call, and when its absence is late and red. */
function callLines({ about, address = "" }: CheckPart, { schedule, next }: ActionCard, scene: Scene): Piece[] {
  const { check: say } = scene.texts;
  const graceMs = about.graceMs ?? 0;
  const [at] = next;
  const counted = schedule.type === "every" && !schedule.window;
  const [late, red] = counted
    ? [schedule.ms, schedule.ms + graceMs].map((ms) => say.after(scene.length(ms)))
    : [at, at === undefined ? undefined : at + graceMs].map((one) => (one === undefined ? "" : scene.dates.time(one)));
  const due = late ? [say.due(late, red ?? "")] : [];
  return [say.sendHere(code(`curl -fsS ${address}/$?`)), ...due];
}

/** `🟢 200 · 184 ms · text found · TLS 61 d` */
export function readingLine(reading: ReadingData, scene: Scene): Piece {
  const { check: say } = scene.texts;
  if (reading.held === "unreachable" && reading.verdict === "bad") return say.unreachable;
  const facts = [...trouble(reading, scene), ...factsOf(reading, scene)];
  const mark = isLate(reading) ? say.late : reading.verdict === "good" ? say.good : say.bad;
  const kept = reading.held === "maintenance" ? [say.maintained] : [];
  return joined([mark, joined([...facts.map((one) => named(one)), ...kept], " · ")], " ");
}

/** Neither good nor bad yet. */
function isLate({ verdict, summary }: ReadingData): boolean {
  return verdict === "good" && summary.probe === "ping" && summary.state === "late";
}

function trouble({ errorClass, detail, summary }: ReadingData, scene: Scene): string[] {
  const { check: say } = scene.texts;
  if (errorClass === null) return [];
  if (errorClass === "status" && "status" in summary && summary.status !== null) return [say.badStatus(summary.status)];
  // The value stands beside it.
  const isShown = errorClass === "status" || (errorClass === "value" && "value" in summary && summary.value !== null);
  return [say.trouble(isShown || detail === null ? errorClass : `${errorClass} ${detail}`)];
}

function factsOf({ summary, errorClass }: ReadingData, scene: Scene): string[] {
  const { check: say } = scene.texts;
  const ms = "ms" in summary && summary.ms !== null ? [say.ms(summary.ms)] : [];
  switch (summary.probe) {
    case "http": {
      const status = errorClass === "status" || summary.status === null ? [] : [say.status(summary.status)];
      const found = summary.found ? [say.textFound] : [];
      return [...status, ...ms, ...found, ...(summary.tlsDays === null ? [] : [say.tls(summary.tlsDays)])];
    }
    case "command":
      return [...ended(summary.exit, errorClass, scene), ...valueWords(summary.value, scene), ...ms];
    case "tcp":
      return ms;
    case "dns":
      return [...(summary.records.length === 0 ? [] : [say.records(summary.records.slice(0, 4).join(", "))]), ...ms];
    case "tls":
      return [...(summary.tlsDays === null ? [] : [say.tls(summary.tlsDays)]), ...ms];
    case "domain":
      return summary.days === null ? [] : [say.domain(summary.days)];
    case "page":
      return [...valueWords(summary.value, scene), summary.changed ? say.isChanged : say.unchanged, ...ms];
    case "ping":
      return errorClass === null ? [say.ping[summary.state]] : [];
    case "tests":
      // A suite that only ends, well or not, has counted nothing.
      if (summary.report === "exit") return [...ended(summary.exit, errorClass, scene), ...ms];
      return [say.tests(summary.passed, summary.failed, summary.skipped), ...ms];
  }
}

function ended(exit: number | null, errorClass: ReadingData["errorClass"], { texts }: Scene): string[] {
  return exit === null || errorClass === "exit" ? [] : [texts.check.exit(exit)];
}

function valueWords(value: number | null, { texts }: Scene): string[] {
  return value === null ? [] : [texts.check.value(new Intl.NumberFormat(texts.locale).format(value))];
}

export function renderCheckNews(view: Extract<View, { view: "checkNews" }>, scene: Scene): Message {
  const { check: say } = scene.texts;
  const title = named(view.title);
  const { reading, log } = view;
  const lines =
    view.told === "result"
      ? [say.result(title, readingLine(reading, scene)), ...failing(reading, scene), ...printed(view.text)]
      : [say.changed(title), ...difference(reading, scene)];
  const message = words(joined(lines, "\n"));
  return log ? { ...message, file: { name: log.name, content: log.text } } : message;
}

/** The end of an output, as it was printed. */
function printed(text: string | undefined): Piece[] {
  const shown = (text ?? "").trim();
  return shown === "" ? [] : [pre(quoted(shown))];
}

function difference(reading: ReadingData, scene: Scene): Piece[] {
  const { summary } = reading;
  if (summary.probe !== "page") return [readingLine(reading, scene)];
  const lines = [...summary.removed.map((line) => `− ${line}`), ...summary.added.map((line) => `+ ${line}`)];
  return lines.length === 0 ? [] : [shortened(quoted(lines.join("\n")), excerpt)];
}
