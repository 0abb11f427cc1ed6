/** What is open, who has it, how it ended. */
import type { EscalationCard, EscalationLine, EscalationView } from "../../core/escalation-view.ts";
import type { Instant } from "../../core/schedule.ts";
import { named } from "../../texts/person.ts";
import { joined, type Piece, styled } from "../../texts/styled.ts";
import { button } from "../data.ts";
import type { Button, Message } from "../message.ts";
import type { Scene } from "./scene.ts";

type One = Extract<EscalationView, { view: "escalation" }>;

/** Rows of buttons a list has at most. */
const mostRows = 10;

export function renderEscalation(view: One, scene: Scene): Message {
  const details = [...detailsOf(view, scene), also(view, scene)];
  const line = joined([headline(view, scene), ...details], " · ");
  return { body: joined([line, standing(view, scene)], "\n"), buttons: buttonsOf(view, scene) };
}

/** `3/3 failed · HTTP 502 · last good 03:08 · #E41 high`; a rise of severity has said the last one already. */
function detailsOf({ card, kind }: One, scene: Scene): Piece[] {
  const say = scene.texts.escalation;
  const name = nameOf(card, scene);
  if (kind === "recovered") return [card.back ? say.good(card.back.good, card.back.of) : "", name];
  // Its sentences have the name at their end.
  if (kind === "flapping" || (kind === "shown" && card.flapping)) return [];
  const notices = say.notice(card.notices);
  if (kind === "stale") return [notices];
  const { outage, count } = card;
  const failures = (outage?.failed ?? 0) + count - 1;
  // "3/3" says that it was enough to be raised; one that was raised later has failed more often.
  const failed = outage
    ? say.failed(failures, failures === outage.of ? outage.of : null)
    : count > 1
      ? say.failures(count)
      : "";
  const isNew = kind === "raised" || kind === "shown";
  return [
    failed,
    reasonOf(card, scene),
    card.source ? say.source(named(card.source)) : "",
    isNew && outage?.lastGood ? say.lastGood(scene.dates.when(outage.lastGood)) : "",
    card.notices > 1 && kind === "reminder" ? notices : "",
    kind === "worse" ? "" : name,
  ];
}

/** What a person says stands as it is. */
export function reasonOf(
  { action, reason, stopped = false }: { action?: number | null; reason: string; stopped?: boolean },
  scene: Scene,
): string {
  if (stopped) return named(scene.texts.reason(reason));
  return named(action == null ? reason : scene.texts.check.trouble(reason));
}

function also({ also: names = [] }: One, { texts }: Scene): Piece {
  return names.length === 0 ? "" : texts.escalation.also(texts.card.and(names.map((one) => named(one))));
}

function headline({ card, kind, at }: One, scene: Scene): Piece {
  const say = scene.texts.escalation;
  const title = named(card.title);
  const began = card.outage?.since ?? card.openedAt;
  const lasted = scene.length(at - began);
  const since = scene.dates.when(began);
  const red = redOf(card, scene);
  switch (kind) {
    case "raised":
      return say.raised(title, since, red);
    case "shown":
      return card.flapping ? flapping(card, scene) : say.raised(title, since, red);
    case "again":
      return say.again(title, scene.dates.time(at), red);
    case "stale":
      return say.stale(say.name(card.id), say.severity[card.severity], title, lasted, red);
    case "worse":
      return say.worse(say.name(card.id), say.severity[card.severity], title);
    case "flapping":
      return flapping(card, scene);
    case "steady":
      return say.steady(title);
    case "recovered":
      return recovered(card, at, scene);
    default:
      return say[kind](title, lasted, red);
  }
}

function nameOf({ id, severity }: EscalationCard, { texts }: Scene): string {
  return `${texts.escalation.name(id)} ${texts.escalation.severity[severity]}`;
}

/** What somebody has raised is a sentence of theirs: it is open, not down. */
function redOf({ action, stopped, toAndFro }: EscalationCard, { texts: { escalation: say } }: Scene) {
  if (action === null) return say.open;
  if (stopped) return say.stopped;
  return toAndFro ? say.swinging : say.down;
}

function flapping(card: EscalationCard, scene: Scene): Piece {
  const told = scene.texts.escalation.flapping(named(card.title), card.changes);
  return styled`${told} ${nameOf(card, scene)}`;
}

function recovered(card: EscalationCard, at: Instant, scene: Scene): Piece {
  const say = scene.texts.escalation;
  const title = named(card.title);
  // Whether it works is not known then.
  if (card.by !== null) return say.resolvedBy(title, named(card.by), scene.dates.time(card.resolvedAt ?? at));
  const over = card.back?.since ?? card.resolvedAt ?? at;
  const lasted = scene.length(Math.max(0, over - (card.outage?.since ?? card.openedAt)));
  return card.toAndFro ? say.calm(title, lasted) : say.recovered(title, scene.dates.time(over), lasted);
}

/** Who has it, how long it is silent, that it is over. */
function standing({ card, kind }: One, scene: Scene): Piece {
  const say = scene.texts.escalation;
  const when = (at: Instant | null) => (at === null ? "" : scene.dates.when(at));
  if (card.state === "acked" && kind !== "askAgain")
    return say.taken(card.by === null ? say.somebody : named(card.by), when(card.takenAt), when(card.until));
  if (card.state === "silenced") return card.until === null ? say.silencedUntilFixed : say.silenced(when(card.until));
  if (card.state !== "resolved" || kind === "recovered" || card.flapping) return "";
  if (goesOn(card)) return say.goesOn(when(card.resolvedAt));
  return say.resolved(when(card.resolvedAt), card.by === null ? null : named(card.by));
}

/** Neither a success nor a person has ended it: it is red, or goes to and fro, in another message. */
function goesOn({ outage, toAndFro, back, by }: EscalationCard): boolean {
  return (outage !== null || toAndFro) && back === null && by === null;
}

function buttonsOf({ card, kind, undo }: One, { texts }: Scene): Button[][] {
  const { buttons: say } = texts.escalation;
  const back = undo === undefined ? [] : [[button(texts.buttons.undo, "undo", undo)]];
  if (card.state === "resolved" && !card.flapping) return back;
  const taken = card.state === "acked" && kind !== "askAgain";
  const answers = [
    ...(taken ? [] : [button(kind === "askAgain" ? say.stillOn : say.ack, "ack", card.id)]),
    ...(card.state === "silenced" && card.until !== null ? [] : [button(say.hour, "hush", card.id, "1h")]),
    ...(card.state === "silenced" && card.until === null ? [] : [button(say.untilFixed, "hush", card.id, "fixed")]),
  ];
  const { action } = card;
  if (action === null) return [answers, [button(say.resolve, "over", card.id)], ...back];
  const again = card.stopped ? button(texts.buttons.resume, "resume", action) : button(say.now, "rerun", action);
  return [answers, [again, button(say.log, "log", card.id)], ...back];
}

export function renderEscalationDigest(
  view: Extract<EscalationView, { view: "escalationDigest" }>,
  scene: Scene,
): Message {
  const say = scene.texts.escalation;
  const latest = new Map(view.lines.map((line) => [line.id, line]));
  const open = [...latest.values()].filter(({ kind, answer }) => kind !== "recovered" && !answer).slice(-mostRows);
  return {
    body: joined(
      [say.digest, ...view.lines.map((line) => lineOf(line, scene)), view.more > 0 ? say.more(view.more) : ""],
      "\n",
    ),
    buttons: open.map(({ id, title }) => [button(`✋ ${named(title, 24)}`, "ack", id)]),
  };
}

function lineOf(line: EscalationLine, scene: Scene): Piece {
  const { id, title, reason, severity, kind, answer } = line;
  const say = scene.texts.escalation;
  const answered = { open: "", acked: "✋", silenced: "🔇", resolved: "🟢" }[answer?.state ?? "open"];
  const sign = answered !== "" ? answered : kind === "recovered" ? "🟢" : kind === "flapping" ? "🟠" : "🔴";
  const why = reason === "" || kind === "recovered" || kind === "flapping" ? "" : `: ${reasonOf(line, scene)}`;
  const by = answer?.by == null ? "" : ` · ${named(answer.by)}`;
  return styled`${sign} ${named(title)}${why} · ${say.name(id)} ${say.severity[severity]}${by}`;
}

export function renderEscalations(view: Extract<EscalationView, { view: "escalations" }>, scene: Scene): Message {
  const say = scene.texts.escalation;
  const line = (card: EscalationCard) => {
    const one: One = { view: "escalation", card, kind: "shown", at: scene.dates.now };
    return joined([headline(one, scene), ...detailsOf(one, scene), standing(one, scene)], " · ");
  };
  const open = view.cards.filter(({ state }) => state === "open").slice(0, mostRows);
  return {
    body: joined([say.list(view.cards.length), ...view.cards.map(line)], "\n"),
    buttons: open.map(({ id, title }) => [
      button(`✋ ${named(title, 24)}`, "ack", id),
      button(say.buttons.hour, "hush", id, "1h"),
    ]),
  };
}
