/** The card of an action: one line that says what and when, more below it when the card was opened to be looked at. */
import type { CardNote } from "../../core/card-note.ts";
import type { ActionCard, View } from "../../core/view.ts";
import { named, quoted, shortened } from "../../texts/person.ts";
import { code, joined, type Piece, type Styled } from "../../texts/styled.ts";
import { type Message, words } from "../message.ts";
import { cardButtons } from "./card-buttons.ts";
import { checkLines } from "./check.ts";
import { gateLine, labelLine, restLine, tellLines } from "./gates.ts";
import { outcomeLines } from "./outcomes.ts";
import { zoneName } from "./place.ts";
import type { Scene } from "./scene.ts";
import { daysInARow, moments, share } from "./times.ts";
import { whenLine } from "./when.ts";

type CardView = Extract<View, { view: "card" }>;

/** So many of the next times stand in the first lines of a series. */
const shownFirst = 3;

/** So much of a long text stands on a card; the reminder brings all of it. */
const excerpt = 600;

export function renderCard(view: CardView, scene: Scene): Message {
  const lines: Piece[] = [headline(view, scene)];
  if (view.check && view.change !== "deleted") lines.push(...checkLines(view.check, view.card, scene));
  if (view.change !== "deleted") lines.push(...gateLine(view.card, scene));
  if (view.change !== "deleted" && view.change !== "paused") lines.push(...restLine(view.card, scene));
  if (view.change !== "deleted") lines.push(...tellLines(view.card, scene));
  if (view.change !== "deleted") lines.push(...labelLine(view.card));
  if (view.card.calledAt !== undefined && view.change !== "deleted")
    lines.push(scene.texts.card.callHere(code(`curl -fsS -X POST ${view.card.calledAt}`)));
  if (view.card.destination !== undefined) lines.push(scene.texts.card.destination(named(view.card.destination)));
  if (view.text !== null) lines.push(shortened(quoted(view.text), excerpt));
  for (const note of view.notes) lines.push(noteLine(note, view.card, scene));
  if (view.change === "shown") lines.push(...details(view, scene));
  return { body: joined(lines, "\n"), buttons: cardButtons(view, scene) };
}

export function renderUndone(view: Extract<View, { view: "undone" }>, scene: Scene): Message {
  const { texts } = scene;
  const what = texts.changes[view.what] ?? view.what;
  const line = texts.undone(what, view.title === null ? null : named(view.title));
  return words(joined([line, settingNow(view, scene)], "\n"));
}

/** What holds again in place of a setting that was taken back. */
function settingNow({ what, settings }: Extract<View, { view: "undone" }>, scene: Scene): string {
  const { settings: say, name } = scene.texts;
  if (settings === undefined) return "";
  if (what === "zone") return say.zone(zoneName(settings.zone), scene.dates.time(scene.dates.now));
  if (what === "language") return say.language(name);
  return say.quiet(settings.quiet && `${settings.quiet.start.slice(0, 5)}–${settings.quiet.end.slice(0, 5)}`);
}

function headline(view: CardView, scene: Scene): Piece {
  const { card, before } = view;
  const { card: say } = scene.texts;
  const title = named(card.title);
  const then = card.next[0] === undefined ? null : scene.dates.when(card.next[0]);
  switch (view.change) {
    case "deleted":
      return say.deleted(title);
    case "paused":
      return pausedLine(card, scene);
    case "skipped":
      return say.skipped(title, then);
    case "doneEarly":
      return say.doneEarly(title, then);
    case "started":
      return say.started(title);
    case "moved":
      return before === null ? plainLine(card, scene) : movedLine(card, before.schedule, scene);
    case "edited":
      return say.edited(title, whenLine(card, scene));
    case "restored":
      return say.restored(plainLine(card, scene));
    case "resumed":
      return say.resumed(plainLine(card, scene));
    default:
      return plainLine(card, scene, view.change === "created");
  }
}

function plainLine(card: ActionCard, scene: Scene, brief = false): Styled {
  const { card: say } = scene.texts;
  const title = named(card.title);
  if (card.status === "paused") return pausedLine(card, scene);
  if (card.schedule.type === "manual") return say.someday(title);
  if (card.schedule.type === "event") return say.onEvent(title, whenLine(card, scene));
  if (card.next.length === 0) return say.finished(title);
  const rest = whenLine(card, scene, brief);
  return card.schedule.type === "once" ? say.once(title, rest) : say.recurring(title, rest);
}

function pausedLine(card: ActionCard, scene: Scene): Styled {
  const { texts, dates } = scene;
  const title = named(card.title);
  const until = card.pause?.until ?? null;
  if (card.pause?.crashes !== undefined) return texts.card.pausedCrashing(title, card.pause.crashes);
  if (card.pause?.failures !== undefined) return texts.card.pausedFailing(title, card.pause.failures);
  if (until === null) return texts.card.paused(title);
  const [first] = card.next;
  const sameDay = first !== undefined && dates.date(first) === dates.date(until);
  const next = first === undefined ? null : sameDay ? texts.card.thatDay(dates.time(first)) : dates.when(first);
  const midnight = dates.time(until) === "00:00";
  return texts.card.pausedUntil(title, midnight ? dates.day(until) : dates.when(until), next);
}

function movedLine(card: ActionCard, before: ActionCard["schedule"], scene: Scene): Styled {
  const { texts, dates } = scene;
  const title = named(card.title);
  const now = card.schedule;
  const [at] = card.next;
  if (
    before.type === "once" &&
    now.type === "once" &&
    at !== undefined &&
    before.at.slice(0, 10) === now.at.slice(0, 10)
  )
    return texts.card.moved(title, before.at.slice(11, 16), dates.time(at), dates.day(at));
  if (now.type === "once" && at !== undefined)
    return texts.card.moved(title, scene.describe(before), `${dates.when(at)} (${scene.relative(at)})`, null);
  const next = card.next.length === 0 ? null : texts.card.next(moments(card.next.slice(0, 3), scene));
  return texts.card.moved(title, scene.describe(before), scene.describe(now), next);
}

function noteLine(note: CardNote, card: ActionCard, scene: Scene): string {
  const { texts, dates } = scene;
  switch (note.note) {
    case "clockChange":
      return texts.card.clockChange(dates.when(note.at));
    case "monthEnd":
      return texts.card.monthEnd(daysInARow(card.next.slice(0, 3), scene));
    case "parent":
      return texts.card.parent(named(note.title), note.down);
    case "freed":
      return texts.card.freed(texts.card.and(note.titles.map((one) => named(one))));
    case "quiet":
      return texts.card.quiet(dates.when(note.until));
    case "cronDays":
      return texts.card.cronDays;
    case "followed":
    case "forsaken":
      return texts.card[note.note](texts.card.and(note.titles.map((one) => named(one))));
    case "record":
      return texts.history.summary(note.runs, share(note.failureRate, scene));
    case "owner":
      return texts.card.owner(named(note.name));
    case "approved":
    case "denied":
      return texts.card[note.note](named(note.by), dates.when(note.at));
    case "ran":
      return texts.card.ranMeanwhile;
    case "causeGone":
      return texts.card.causeGone(named(note.title));
  }
}

/** Number, rules and the last outcomes. */
function details(view: CardView, scene: Scene): Piece[] {
  const { card: say } = scene.texts;
  const { card } = view;
  const rules = ["once", "manual", "event"].includes(card.schedule.type) ? [] : rulesOf(card, scene);
  const outcomes = outcomeLines(view.outcomes, scene);
  const later = card.schedule.type === "once" ? [] : card.next.slice(shownFirst);
  const then = later.length === 0 ? [] : [say.further(moments(later, scene))];
  return [...then, ...rules, ...(outcomes.length > 0 ? [say.last, ...outcomes] : []), say.number(card.id)];
}

function rulesOf(card: ActionCard, scene: Scene): string[] {
  const { card: say } = scene.texts;
  return [say.misfire[card.policies.misfire], say.overlap[card.policies.overlap]];
}
