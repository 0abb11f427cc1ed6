/** What a sentence says besides: labels (`#ops`), when its action may not run although its time has come, when it pauses. */
import type { Notify } from "../core/notify.ts";
import { failuresOf } from "./failures.ts";
import { thingToDo, type Understand } from "./follow.ts";
import { type Language, languagesOf } from "./languages.ts";
import type { Besides, Followed, GateWords, LanguageContext, Question, Request } from "./request.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./when/duration.ts";

/** Of a label in UTF-8: the data of a button has to hold it. */
const longestLabel = 32;
/** `#17` and `#E41` are numbers of things. What a report is about stands behind "of", where it goes behind "to". */
const label =
  /(?<=^|[\s,;])(?<!(?<![\p{L}\d])(?:of|on|about|for|from|in|to|group|topic|von|über|zu|für|an|nach|gruppe|thema|how|wie)\s(?:#[\p{L}\p{N}_-]+(?:\s*[,&]\s*|\s+(?:and|und)\s+))*)#(?!e\d+(?![\p{L}\d_-]))(\p{L}[\p{L}\p{N}_-]*)(?=$|[\s,.;:!?])/giu;
/** What only waits to be let pass is tried so often, */
const pollMs = MINUTE;
/** and comes so often at most, unless the sentence says how often. */
const usualCooldown = HOUR;

type Read = Request | Question;
/** `hasResults`: what was taken out speaks of results of what is read, so a person does not do it. */
type UnderstandRest = (text: string, context: LanguageContext, besides?: { hasResults: boolean }) => Read;

/** Null where nothing is said besides, or where that does not go with the sentence. `plain` reads the rest. */
export function understandBesides(text: string, context: LanguageContext, plain: UnderstandRest): Read | null {
  const { rest: unlabelled, labels } = takeLabels(text);
  const { rest: untold, notify } = takeNotify(unlabelled, context);
  const { rest: undigested, digest } = takeDigest(untold, context);
  const { rest: ungated, gates } = takeGates(undigested, context);
  const { rest, pauseAfter } = takePause(ungated, context);
  if (rest === text) return null;
  // "label shop #ops" is about a label itself.
  const whole = plain(text, context);
  if (["label", "pauseAfter", "notify", "digest"].includes(whole.intent) || tellsItself(whole)) return null;
  const read = plain(rest, context, { hasResults: pauseAfter !== null || notify !== null });
  const [first] = labels;
  if (read.intent === "list") return first !== undefined && gates.length === 0 ? { ...read, label: first } : null;
  const otherwise = gates.some(({ type }) => type === "condition") ? plain(text, context) : null;
  const besides = { labels, gates, pauseAfter, notify, digest, otherwise };
  return (gates.length > 0 ? polled(rest, besides, context, plain) : null) ?? withBesides(read, besides);
}

/** "watch example.com/news every hour and tell me when it changes": a check that has understood all of it. */
function tellsItself(read: Read): boolean {
  const isWhole = read.intent === "check" || (read.intent === "unclearCheck" && read.code === "repeat");
  return isWhole && read.notify !== undefined;
}

function withBesides(read: Read, besides: Besides): Read | null {
  // A reminder does not fail and has no results: the words are what it is about.
  const isReminder = ["question", "remind"].includes(read.intent);
  if (isReminder && (besides.pauseAfter !== null || besides.notify !== null)) return null;
  switch (read.intent) {
    case "question":
      return { ...read, draft: { ...read.draft, besides } };
    case "remind":
    case "check":
    case "unclearCheck":
    case "follow":
      return { ...read, besides };
    case "report":
      return read.otherwise
        ? { ...read, besides, otherwise: withBesides(read.otherwise, besides) ?? read.otherwise }
        : { ...read, besides };
    default:
      return null;
  }
}

/** Without a time it is tried all the time. */
function polled(rest: string, said: Besides, context: LanguageContext, plain: Understand): Read | null {
  const does: Followed | null = thingToDo(rest, context, plain);
  if (does === null || does.intent === "run") return null;
  const schedule = { type: "every", ms: pollMs, from: context.now } as const;
  const usual: GateWords[] = said.gates.some(({ type }) => type === "cooldown")
    ? []
    : [{ type: "cooldown", ms: usualCooldown }];
  const besides = { ...said, gates: [...said.gates, ...usual] };
  if (does.intent === "report") return { ...does, schedule, unclear: null, besides };
  return { ...does, schedule, besides };
}

function takeLabels(text: string): { rest: string; labels: string[] } {
  const labels = new Set<string>();
  const rest = text.replace(label, (whole, word: string) => {
    const small = word.toLowerCase();
    if (new TextEncoder().encode(small).length > longestLabel) return whole;
    labels.add(small);
    return "";
  });
  return { rest: labels.size === 0 ? text : tidy(rest), labels: [...labels] };
}

function takeGates(text: string, context: LanguageContext): { rest: string; gates: GateWords[] } {
  const gates: GateWords[] = [];
  let rest = text;
  for (const language of languagesOf(context.locale)) {
    for (const { pattern, gateOf } of formsOf(language)) {
      const found = pattern.exec(rest);
      const gate = found?.groups && gateOf(found.groups);
      if (!found || !gate) continue;
      gates.push(gate);
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    }
  }
  return { rest: gates.length === 0 ? text : tidy(rest), gates };
}

function takePause(text: string, context: LanguageContext): { rest: string; pauseAfter: number | null } {
  for (const { besides } of languagesOf(context.locale)) {
    for (const pattern of besides?.pauseAfter ?? []) {
      const found = pattern.exec(text);
      const pauseAfter = found && failuresOf(found.groups?.count);
      if (pauseAfter) return { rest: tidy(text.replace(found[0], " ")), pauseAfter };
    }
  }
  return { rest: text, pauseAfter: null };
}

function takeNotify(text: string, context: LanguageContext): { rest: string; notify: Notify | null } {
  for (const { besides } of languagesOf(context.locale)) {
    for (const { pattern, notify } of besides?.notify ?? []) {
      const found = pattern.exec(text);
      if (found) return { rest: tidy(text.replace(found[0], " ")), notify };
    }
  }
  return { rest: text, notify: null };
}

function takeDigest(text: string, context: LanguageContext): { rest: string; digest: boolean } {
  const patterns = languagesOf(context.locale).flatMap(({ besides }) => besides?.undigested ?? []);
  const found = patterns.map((pattern) => pattern.exec(text)).find((one) => one !== null);
  return found ? { rest: tidy(text.replace(found[0], " ")), digest: false } : { rest: text, digest: true };
}

type Groups = Record<string, string | undefined>;

function formsOf({ besides }: Language): { pattern: RegExp; gateOf: (groups: Groups) => GateWords | null }[] {
  if (!besides) return [];
  return [
    ...besides.cooldown.map((pattern) => ({ pattern, gateOf: cooldownOf })),
    ...besides.condition.map(({ pattern, is }) => ({
      pattern,
      gateOf: ({ target = "" }: Groups): GateWords => ({ type: "condition", target, is }),
    })),
  ];
}

function cooldownOf({ count = "1", unit = "" }: Groups): GateWords | null {
  const ms = Number(count) * (units.find(([begins]) => begins.test(unit))?.[1] ?? 0);
  return ms > 0 ? { type: "cooldown", ms } : null;
}

const units: [RegExp, number][] = [
  [/^(?:h|st)/iu, HOUR],
  [/^(?:d|t)/iu, DAY],
  [/^w/iu, 7 * DAY],
  [/^m/iu, MINUTE],
  [/^s/iu, SECOND],
];

/** What was taken out leaves no gap. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]{2,}/gu, " ")
    .replace(/\s+([,.;!?])/gu, "$1")
    .replace(/[\s,;]+$/u, "")
    .trim();
}
