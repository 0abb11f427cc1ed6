/** What is asked, with buttons for what can be answered. */

import type { Choice } from "../../core/choice.ts";
import type { OnceSchedule } from "../../core/schedule.ts";
import type { View } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { type Piece, styled } from "../../texts/styled.ts";
import { button } from "../data.ts";
import { type Button, type Message, words } from "../message.ts";
import { cronDayOf } from "./cron-day.ts";
import type { Scene } from "./scene.ts";

/** So much of a person's words is repeated, UTF-16 units. */
const longestPhrase = 100;

/** So many of the names there are are said. */
const mostNames = 8;

type QuestionView = Extract<View, { view: "question" }>;

export function renderQuestion(view: QuestionView, scene: Scene): Message {
  const body = sentence(view, scene);
  return { body: typeof body === "object" ? body : styled`${body}`, buttons: choiceRows(view, scene) };
}

function sentence(view: QuestionView, scene: Scene): Piece {
  const { question: say, or } = scene.texts;
  const title = named(view.title);
  const phrase = named(view.phrase, longestPhrase);
  const cron = view.code === "cronDays" ? cronDayOf(view.phrase, scene.texts.locale) : null;
  // What is meant by the words; the buttons have other ways on, too.
  const readings = view.choices.filter(({ name }) => name === null);
  const labels = readings.map((choice) => choiceLabel(choice, view, scene));
  const rule = say.rules[view.code];
  if (rule !== undefined) return rule(title, Number(view.phrase));
  if (view.code === "unknownCommand") return unknownCommand(view, scene);
  switch (view.code) {
    case "clock":
    case "date":
      if (view.code === "clock" && isOneDay(view)) return say.clock(title, dayOf(view, scene), or(labels));
      return say.date(title, or(labels));
    case "repeat":
      return say.repeat(title);
    case "checkLeft":
      return say.checkLeft(title, oftenOf(view, scene), phrase);
    case "noTime":
      return say.noTime(phrase === "" ? title : phrase);
    case "tooOften":
      return say.tooOften(title, phrase);
    case "noTask":
      return say.noTask(phrase);
    case "past":
      return say.past(phrase);
    case "impossibleDate":
      return say.impossibleDate(phrase);
    case "unknownZone":
      return say.unknownZone(phrase);
    case "cronDays":
      return cron === null ? say.cronDays(phrase) : say.cronDay(cron.day, cron.weekday);
    case "which":
      return phrase === "" ? say.whichAny : say.which(phrase);
    case "pauseUntil":
      return say.pauseUntil(title);
    case "title":
      return say.rename(title);
    case "report":
      return say.report(title, view.choices[0]?.schedule ? scene.describe(view.choices[0].schedule) : null, phrase);
    case "where":
      return say.where(phrase);
    case "editReport":
      return say.editReport;
    case "edit":
      return say.edit(title);
    case "quiet":
      return say.quiet(view.phrase);
    default:
      return say.when(title);
  }
}

function oftenOf({ choices: [first] }: QuestionView, scene: Scene): string {
  return first?.schedule ? scene.describe(first.schedule) : "";
}

/** The names there are; one that is but a slip of the pen away is offered. */
function unknownCommand({ title, known = [], choices }: QuestionView, { texts }: Scene): Piece {
  const near = choices.some(({ name }) => name !== "remindMe") ? (known[0] ?? null) : null;
  return texts.question.unknownCommand(
    named(title),
    near === null ? null : named(near),
    known.slice(0, mostNames).join(", "),
  );
}

/** At half past seven in the evening, eight is today or tomorrow. */
function isOneDay({ choices }: QuestionView): boolean {
  const days = choices.map(({ schedule }) => (schedule?.type === "once" ? schedule.at.slice(0, 10) : ""));
  return new Set(days).size === 1 && !days.includes("");
}

/** The day all readings share. */
function dayOf(view: QuestionView, scene: Scene): string {
  const schedule = view.choices[0]?.schedule;
  return schedule?.type === "once" ? scene.dates.localDay(schedule.at) : view.phrase;
}

function choiceLabel(choice: Choice, view: QuestionView, scene: Scene): string {
  const { question: say } = scene.texts;
  if (choice.action !== null) {
    const next = choice.action.next === null ? "" : ` · ${scene.dates.when(choice.action.next)}`;
    return `${named(choice.action.title, 40)}${next} #${choice.action.id}`;
  }
  if (choice.destination !== undefined) return named(choice.destination, 60);
  if (choice.name === "nearest") return say.run(named(view.known?.[0] ?? "", 40));
  const cron = view.code === "cronDays" ? cronDayOf(view.phrase, scene.texts.locale) : null;
  if (cron !== null && choice.name === "cronEither") return say.choices.both ?? "";
  if (cron !== null && choice.name === "cronBoth") return say.cronOnly(cron.day, cron.weekday);
  if (choice.name !== null) return say.choices[choice.name] ?? choice.name;
  if (choice.schedule === null) return "";
  if (view.code === "clock" && choice.schedule.type === "once" && isOneDay(view))
    return choice.schedule.at.slice(11, 16);
  return choice.schedule.type === "once" ? dayLabel(choice.schedule, scene) : scene.describe(choice.schedule);
}

/** `18:00` today, `Tomorrow 09:00`, else the day too. */
function dayLabel(schedule: OnceSchedule, scene: Scene): string {
  const away = scene.dates.localDaysAway(schedule.at);
  const time = schedule.at.slice(11, 16);
  if (away === 0) return time;
  return away === 1 ? scene.texts.question.tomorrow(time) : scene.describe(schedule);
}

function choiceRows(view: QuestionView, scene: Scene): Button[][] {
  const all = view.choices.flatMap((choice, i) =>
    choice.name === "tonight" && !scene.tonight
      ? []
      : [button(choiceLabel(choice, view, scene), "answer", view.question, i)],
  );
  // A report has been seen; it may also be left.
  if (view.code === "report") all.push(button(scene.texts.buttons.cancel, "forget", view.question));
  return view.code === "which" && all.some(({ text }) => text.length > longest[3])
    ? all.map((one) => [one])
    : packed(all);
}

/** Characters a button can show on a telephone, by how many share a row. */
const longest = { 1: 64, 2: 18, 3: 14 };

function fits(row: Button[]): boolean {
  const most = longest[row.length as keyof typeof longest] ?? 0;
  return row.every(({ text }) => text.length <= most);
}

/** As many in a row as can be read, in their order. */
function packed(all: Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const one of all) {
    const last = rows.at(-1);
    if (last && fits([...last, one])) last.push(one);
    else rows.push([one]);
  }
  return rows;
}

export function renderForwarded(view: Extract<View, { view: "forwarded" }>, scene: Scene): Message {
  const { question: say, buttons } = scene.texts;
  const choice = (label: string, i: number) => button(label, "answer", view.question, i);
  const hour = choice(scene.length(60 * 60 * 1000), 0);
  const rest = [choice(buttons.tomorrow, 2), choice(buttons.pick, 3)];
  return {
    body: styled`${say.forwarded}`,
    buttons: scene.tonight ? [[hour, choice(buttons.tonight, 1)], rest] : [[hour, ...rest]],
  };
}

export function renderQuestionClosed(view: Extract<View, { view: "questionClosed" }>, scene: Scene): Message {
  return words(styled`${scene.texts.question.closed[view.how]}`);
}
