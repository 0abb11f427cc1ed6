/**
 * How well and how fast sentences are understood, beside chrono-node; beside four more where they are installed in a
 * folder of their own, which is named:
 *
 *   npm install --prefix /tmp/readers @microsoft/recognizers-text-date-time compromise compromise-dates rrule @breejs/later
 *   node --import tsx bench/language/run.ts /tmp/readers
 */
import type { LanguageContext } from "../../src/language/request.ts";
import { understand } from "../../src/language/understand.ts";
import { understandAll } from "../../src/language/understand-all.ts";
import { nextSlot } from "../../src/time/next-slot.ts";
import { toLocal } from "../../src/time/resolve.ts";
import { nonsense, repeated } from "./adversarial.ts";
import { CASES, type Case, NEGATIVES, NOW, ZONE } from "./cases.ts";
import { type Answer, others } from "./others.ts";

const context: LanguageContext = {
  now: NOW,
  zone: ZONE,
  locale: "en",
  dayParts: { morning: "09:00", noon: "12:00", afternoon: "15:00", evening: "18:00", night: "21:00" },
};

function belfry(text: string): Answer {
  const request = understand(text, context);
  if (request.intent !== "remind" || !request.schedule) return null;
  const slot = nextSlot(request.schedule, NOW);
  return slot === null ? null : { first: toLocal(slot, ZONE).slice(0, 16), repeats: request.schedule.type !== "once" };
}

const right = (answer: Answer, { first, repeats }: Case): boolean =>
  answer?.first === first && answer.repeats === repeats;

function score(name: string, read: (text: string) => Answer): void {
  const once = CASES.filter(({ repeats }) => !repeats);
  const series = CASES.filter(({ repeats }) => repeats);
  const of = (cases: Case[]): string => `${cases.filter((one) => right(read(one.text), one)).length}/${cases.length}`;
  const silent = NEGATIVES.filter((text) => read(text) === null).length;
  console.log(`${name.padEnd(12)} once ${of(once)}  series ${of(series)}  no time ${silent}/${NEGATIVES.length}`);
}

/** Milliseconds of single calls, sorted. */
function timings(texts: string[], read: (text: string) => unknown): number[] {
  const taken = texts.map((text) => {
    const begin = performance.now();
    read(text);
    return performance.now() - begin;
  });
  return taken.sort((a, b) => a - b);
}

function speed(name: string, texts: string[], read: (text: string) => unknown): void {
  const taken = timings(texts, read);
  const at = (share: number): string => (taken[Math.floor(share * (taken.length - 1))] ?? 0).toFixed(2);
  console.log(`${name.padEnd(12)} median ${at(0.5)} ms  p99 ${at(0.99)} ms  worst ${at(1)} ms  of ${taken.length}`);
}

/** CPU milliseconds of one call: unlike elapsed time it does not count the work of other processes. */
function cpu(text: string, locale: string): number {
  const before = process.cpuUsage();
  understandAll(text, { ...context, locale });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The slowest texts again, five times each: what stays slow is slow, the rest was compiling or collecting garbage. */
function worst(name: string, texts: string[], locale = "en"): void {
  const first = texts.map((text) => ({ text, ms: cpu(text, locale) })).sort((a, b) => b.ms - a.ms);
  const again = first.slice(0, 20).map(({ text, ms }) => ({
    text,
    ms,
    least: Math.min(...[1, 2, 3, 4, 5].map(() => cpu(text, locale))),
  }));
  const [slowest] = again.sort((a, b) => b.least - a.least);
  if (!slowest) return;
  console.log(`${name}: cpu once worst ${(first[0]?.ms ?? 0).toFixed(1)} ms of ${texts.length}`);
  console.log(`${name}: cpu again worst ${slowest.least.toFixed(1)} ms: ${slowest.text.slice(0, 80)}…`);
}

const sentences = [...CASES.map(({ text }) => text), ...NEGATIVES];
const many = Array.from({ length: 50 }, () => sentences).flat();
timings(many, (text) => understand(text, context));

const { found, missing } = others(process.argv[2]);
score("belfry", belfry);
for (const { name, read } of found) score(name, read);
if (missing.length > 0) console.log(`not installed: ${missing.join(", ")}`);
speed("belfry", many, (text) => understand(text, context));
for (const { name, read } of found) speed(name, sentences, read);
worst("nonsense", nonsense(1500));
for (const locale of ["en", "de"]) worst(`repeated ${locale}`, repeated(locale), locale);
speed("nonsense", nonsense(400), (text) => understand(text, context));
