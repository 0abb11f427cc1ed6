/** Several actions, or several times of one. */
import type { ListRow, TitledLine, View } from "../../core/view.ts";
import { named, shortened } from "../../texts/person.ts";
import { bold, joined, type Piece } from "../../texts/styled.ts";
import { button } from "../data.ts";
import { type Button, type Message, words } from "../message.ts";
import { outcomeLines } from "./outcomes.ts";
import type { Scene } from "./scene.ts";
import { secondsOf, share, withSeconds } from "./times.ts";

type ListView = Extract<View, { view: "list" }>;

const groups = ["ringing", "today", "tomorrow", "later", "event", "someday", "paused"] as const;

export function renderList(view: ListView, scene: Scene): Message {
  const { list: say } = scene.texts;
  const head = say.head(view.active, view.paused);
  const lines: Piece[] = [view.label === undefined ? head : joined([bold(`#${view.label}`), head], " · ")];
  for (const group of groups) {
    const rows = view.rows.filter((row) => row.group === group);
    if (rows.length > 0) lines.push("\n", bold(say.groups[group]), ...rows.map((row) => rowLine(row, scene)));
  }
  if (view.rows.length === 0) lines.push(view.label === undefined ? say.empty : say.emptyLabel(view.label));
  if (view.mode === "pause") lines.push("\n", say.pauseMode);
  if (view.pages > 1) lines.push(say.page(view.page, view.pages));
  return {
    body: joinedLines(lines),
    buttons: [...view.rows.map((row) => [rowButton(row, view)]), ...turns(view, scene)],
  };
}

/** A piece that is itself a line end makes an empty line. */
function joinedLines(lines: Piece[]) {
  const pieces = lines.flatMap((line, i) => (i === 0 || line === "\n" ? [line] : ["\n", line]));
  return joined(pieces, "");
}

function clock(row: ListRow, scene: Scene): string {
  if (row.next === null) return "";
  const today = row.group === "today" || row.group === "tomorrow" || row.group === "ringing";
  return today ? scene.dates.time(row.next) : scene.dates.when(row.next);
}

function icon(row: ListRow): string {
  if (row.status === "paused") return "⏸";
  if (row.group === "someday") return "📌";
  if (row.group === "event") return "⚡";
  return row.recurring ? "🔁" : "⏰";
}

function rowLine(row: ListRow, scene: Scene): Piece {
  const where = row.place === undefined ? "" : `· ${named(row.place)}`;
  return joined([icon(row), clock(row, scene), named(row.title), where], " ");
}

function rowButton(row: ListRow, view: ListView): Button {
  const title = named(row.title, 40);
  if (view.mode === "open") return button(`${icon(row)} ${title}`, "card", row.id, "", view.page);
  const paused = row.status === "paused";
  return button(
    `${paused ? "▶️" : "⏸"} ${title}`,
    "toggle",
    row.id,
    paused ? "resume" : "pause",
    view.page,
    ...labelOf(view),
  );
}

function labelOf({ label }: ListView): string[] {
  return label === undefined ? [] : [label];
}

function turns(view: ListView, scene: Scene): Button[][] {
  const { buttons: say } = scene.texts;
  if (view.rows.length === 0) return [];
  const other = view.mode === "open" ? "pause" : "open";
  const back = view.page > 1 ? [button(say.previous, "list", view.page - 1, view.mode, ...labelOf(view))] : [];
  const on = view.page < view.pages ? [button(say.next, "list", view.page + 1, view.mode, ...labelOf(view))] : [];
  const mode = button(other === "pause" ? say.pauseMode : say.openMode, "list", view.page, other, ...labelOf(view));
  return [[...back, mode, ...on]];
}

export function renderAgenda(view: Extract<View, { view: "agenda" }>, scene: Scene): Message {
  const { agenda: say } = scene.texts;
  const { dates } = scene;
  const ofOneDay = !view.next && isOneDay(view, scene);
  const lines = view.rows.flatMap((row, i) => {
    const before = view.rows[i - 1];
    const isNewDay = !ofOneDay && (!before || dates.date(before.at) !== dates.date(row.at));
    const lead = row.lead > 0 ? say.lead(scene.length(row.lead)) : "";
    const title = row.often ? `${named(row.title)} · ${scene.describe(row.often)}` : named(row.title);
    return [isNewDay ? dayHead(row.at, scene) : "", joined([dates.time(row.at), title, lead], " ")];
  });
  const head = view.next ? say.next : agendaHead(view, scene);
  return words(joined([head, ...(lines.length > 0 ? lines : [say.empty])], "\n"));
}

function isOneDay({ from, to }: { from: number; to: number }, { dates }: Scene): boolean {
  return dates.date(from) === dates.date(to - 1);
}

function agendaHead(view: { from: number; to: number }, scene: Scene): Piece {
  const { agenda: say } = scene.texts;
  const day = scene.dates.day(view.from);
  if (!isOneDay(view, scene)) return say.span(day, scene.dates.day(view.to - 1));
  const away = scene.dates.daysAway(view.from);
  return away === 0 ? say.today(day) : away === 1 ? say.tomorrow(day) : say.day(day);
}

/** With an empty line before it. */
function dayHead(at: number, { dates, texts }: Scene): Piece {
  const { groups } = texts.list;
  const away = dates.daysAway(at);
  return joined(["\n", bold(away === 0 ? groups.today : away === 1 ? groups.tomorrow : dates.day(at))], "");
}

export function renderNext(view: Extract<View, { view: "next" }>, scene: Scene): Message {
  const { next: say } = scene.texts;
  const seconds = withSeconds(
    view.slots.map(({ at }) => at),
    scene,
  );
  const lines = view.slots.map(({ at, lead, note }) => {
    const early = lead > 0 ? ` ${scene.texts.agenda.lead(scene.length(lead))}` : "";
    const time = `${scene.dates.day(at)} ${scene.dates.time(at)}${seconds ? secondsOf(at) : ""}${early}`;
    return joined([time, note === null ? "" : say[note]], " · ");
  });
  const none = view.card.status === "paused" ? say.paused : say.none;
  const head = joined([bold(named(view.card.title)), scene.describe(view.card.schedule)], " · ");
  return words(joined([head, ...(lines.length > 0 ? lines : [none])], "\n"));
}

export function renderHistory(view: Extract<View, { view: "history" }>, scene: Scene): Message {
  const { history: say } = scene.texts;
  const failed = view.failureRate === null ? null : share(view.failureRate, scene);
  const finer = new Intl.NumberFormat(scene.texts.locale, { style: "percent", maximumFractionDigits: 2 });
  const uptime = view.uptime === undefined ? "" : say.uptime(finer.format(view.uptime));
  const summary = view.lines.length === 0 ? say.empty : say.summary(view.runs, failed);
  const head = joined([bold(named(view.card.title)), summary, uptime], " · ");
  return words(joined([head, ...outcomeLines(view.lines, scene)], "\n"));
}

export function renderLabelled({ label, lines }: Extract<View, { view: "labelled" }>, scene: Scene): Message {
  const { history: say } = scene.texts;
  const rows = lines.length > 0 ? titledRows(lines, scene) : [say.emptyLabel];
  return words(joined([bold(`#${label}`), ...rows], "\n"));
}

export function renderFeed({ at, lines }: Extract<View, { view: "feed" }>, scene: Scene): Message {
  const { history: say, buttons } = scene.texts;
  const rows = lines.length > 0 ? titledRows(lines, scene) : [say.emptyFeed];
  return {
    body: joined([say.feed(scene.dates.time(at)), ...rows], "\n"),
    buttons: [[button(buttons.refresh, "feed")]],
  };
}

function titledRows(lines: TitledLine[], scene: Scene): Piece[] {
  const told = outcomeLines(
    lines.map(({ line }) => line),
    scene,
  );
  return lines.map(({ title }, i) => joined([bold(shortened(named(title), 40)), told[i] ?? ""], " · "));
}
