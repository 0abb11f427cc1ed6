/** Status, help, people and small sentences. */
import type { EscalationCard } from "../../core/escalation-view.ts";
import type { View } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { joined, type Piece, styled } from "../../texts/styled.ts";
import { button } from "../data.ts";
import { type Message, words } from "../message.ts";
import { reasonOf } from "./escalation.ts";
import type { Scene } from "./scene.ts";

type Status = Extract<View, { view: "status" }>;

/** The whole in one line, then a line for each thing that is not green. */
export function renderStatus(view: Status, scene: Scene): Message {
  const { status: say, reason, buttons } = scene.texts;
  return {
    body: joined(
      [
        joined(headOf(view, scene), " · "),
        view.held === null ? "" : say.held(view.held),
        ...view.open.map((card) => openLine(card, scene)),
        ...view.failing.map((one) =>
          say.failing(named(one.title), one.reason === null ? null : named(reason(one.reason))),
        ),
        ...(view.unreachable ?? []).map((one) => say.unreachable(named(one.title), named(one.parent))),
        ...(view.late ?? []).map(({ title, expectedAt, redAt }) =>
          say.late(named(title), scene.dates.when(expectedAt), scene.dates.when(redAt)),
        ),
        ...view.ringing.map((one) => say.ringing(named(one.title))),
        view.waitingDeliveries > 0 ? say.waiting(view.waitingDeliveries) : "",
        say.day(view.runs24h, view.failed24h),
      ],
      "\n",
    ),
    buttons: [[button(buttons.all, "list", 1, "open"), button(buttons.graph, "graph")]],
  };
}

function headOf({ green, open, failing, paused, next }: Status, scene: Scene): Piece[] {
  const { status: say, escalation } = scene.texts;
  const flapping = open.filter((one) => one.flapping).length;
  const red = open.filter((one) => !one.flapping);
  const names = red.map(({ id, state, by }) => {
    const name = escalation.name(id);
    if (state === "silenced") return `${name} 🔇`;
    return state === "acked" && by !== null ? say.acked(name, named(by)) : name;
  });
  const count = red.length + failing.length;
  return [
    styled`🟢 ${green}`,
    ...(flapping > 0 ? [say.flapping(flapping)] : []),
    ...(count > 0 ? [names.length > 0 ? styled`🔴 ${count} (${joined(names, "; ")})` : styled`🔴 ${count}`] : []),
    ...(paused > 0 ? [styled`⏸ ${paused}`] : []),
    ...(next === null ? [] : [say.next(scene.dates.when(next.at))]),
  ];
}

function openLine(card: EscalationCard, scene: Scene): Piece {
  const { id, title, severity, flapping, changes } = card;
  const { escalation } = scene.texts;
  const words = flapping ? escalation.flaps(changes) : reasonOf(card, scene);
  const said = words === "" ? named(title) : styled`${named(title)}: ${words}`;
  return styled`${flapping ? "🟠" : "🔴"} ${said} · ${escalation.name(id)} ${escalation.severity[severity]}`;
}

export function renderHelp(view: Extract<View, { view: "help" }>, scene: Scene): Message {
  return words(scene.texts.help(view.role));
}

export function renderPeople(view: Extract<View, { view: "people" }>, scene: Scene): Message {
  const { people: say } = scene.texts;
  const lines = view.people.map((one) => say.line(named(one.name) || say.unnamed, one.id, say.roles[one.role]));
  return words(joined([say.head, ...lines], "\n"));
}

export function renderNotice(view: Extract<View, { view: "notice" }>, scene: Scene): Message {
  return words(styled`${scene.texts.notices[view.code](view.args)}`);
}
