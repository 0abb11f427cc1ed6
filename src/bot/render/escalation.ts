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
  const { card } = view;
  const say = scene.texts.escalation;
  const told = view.kind === "recovered" || view.kind === "flapping" ? "" : card.reason;
  const details = [
    told === "" ? "" : named(told),
    card.count > 1 && told !== "" ? say.failures(card.count) : "",
    card.notices > 1 && (view.kind === "reminder" || view.kind === "stale") ? say.notice(card.notices) : "",
    `${say.name(card.id)} ${say.severity[card.severity]}`,
  ];
  const line = joined([headline(view, scene), ...details], " · ");
  return { body: joined([line, standing(view, scene)], "\n"), buttons: buttonsOf(view, scene) };
}

function headline({ card, kind, at }: One, scene: Scene): Piece {
  const say = scene.texts.escalation;
  const title = named(card.title);
  const lasted = scene.length(at - card.openedAt);
  const since = scene.dates.when(card.openedAt);
  switch (kind) {
    case "raised":
      return say.raised(title, since);
    case "shown":
      return say.red(title, since);
    case "again":
      return say.again(title, scene.dates.time(at));
    case "stale":
      return say.stale(say.name(card.id), say.severity[card.severity], title, lasted);
    case "worse":
      return say.worse(say.name(card.id), say.severity[card.severity], title);
    case "flapping":
      return say.flapping(title, card.changes);
    case "steady":
      return say.steady(title);
    case "recovered":
      return say.recovered(
        title,
        scene.dates.time(card.resolvedAt ?? at),
        scene.length((card.resolvedAt ?? at) - card.openedAt),
      );
    default:
      return say[kind](title, lasted);
  }
}

/** Who has it, how long it is silent, that it is over. */
function standing({ card, kind }: One, scene: Scene): Piece {
  const say = scene.texts.escalation;
  const when = (at: Instant | null) => (at === null ? "" : scene.dates.when(at));
  if (card.state === "acked" && kind !== "askAgain")
    return say.taken(card.by === null ? say.somebody : named(card.by), when(card.takenAt), when(card.until));
  if (card.state === "silenced") return card.until === null ? say.silencedUntilFixed : say.silenced(when(card.until));
  if (card.state !== "resolved" || kind === "recovered" || card.flapping) return "";
  return say.resolved(when(card.resolvedAt), card.by === null ? null : named(card.by));
}

function buttonsOf({ card, kind }: One, scene: Scene): Button[][] {
  const { buttons: say } = scene.texts.escalation;
  if (card.state === "resolved" && !card.flapping) return [];
  const taken = card.state === "acked" && kind !== "askAgain";
  const answers = [
    ...(taken ? [] : [button(kind === "askAgain" ? say.stillOn : say.ack, "ack", card.id)]),
    ...(card.state === "silenced" && card.until !== null ? [] : [button(say.hour, "hush", card.id, "1h")]),
    ...(card.state === "silenced" && card.until === null ? [] : [button(say.untilFixed, "hush", card.id, "fixed")]),
  ];
  const { action } = card;
  if (action === null) return [answers, [button(say.resolve, "over", card.id)]];
  return [answers, [button(say.now, "rerun", action), button(say.log, "log", card.id)]];
}

export function renderEscalationDigest(
  view: Extract<EscalationView, { view: "escalationDigest" }>,
  scene: Scene,
): Message {
  const say = scene.texts.escalation;
  const latest = new Map(view.lines.map((line) => [line.id, line]));
  const open = [...latest.values()].filter(({ kind }) => kind !== "recovered").slice(-mostRows);
  return {
    body: joined(
      [say.digest, ...view.lines.map((line) => lineOf(line, scene)), view.more > 0 ? say.more(view.more) : ""],
      "\n",
    ),
    buttons: open.map(({ id, title }) => [button(`✋ ${named(title, 24)}`, "ack", id)]),
  };
}

function lineOf({ id, title, reason, severity, kind }: EscalationLine, scene: Scene): Piece {
  const say = scene.texts.escalation;
  const sign = kind === "recovered" ? "🟢" : kind === "flapping" ? "🟠" : "🔴";
  const why = kind === "recovered" || kind === "flapping" ? "" : `: ${named(reason)}`;
  return styled`${sign} ${named(title)}${why} · ${say.name(id)} ${say.severity[severity]}`;
}

export function renderEscalations(view: Extract<EscalationView, { view: "escalations" }>, scene: Scene): Message {
  const say = scene.texts.escalation;
  const line = (card: EscalationCard) => {
    const one: One = { view: "escalation", card, kind: "shown", at: scene.dates.now };
    const name = `${say.name(card.id)} ${say.severity[card.severity]}`;
    return joined([headline(one, scene), named(card.reason), name, standing(one, scene)], " · ");
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
