/** What may keep an action from running, what is told of it, and its labels, on its card. */
import type { ActionCard, View } from "../../core/view.ts";
import type { GateView } from "../../core/why.ts";
import { named } from "../../texts/person.ts";
import { joined, type Piece } from "../../texts/styled.ts";
import { button } from "../data.ts";
import type { Message } from "../message.ts";
import type { Scene } from "./scene.ts";

export function gateLine({ gates = [] }: ActionCard, scene: Scene): Piece[] {
  if (gates.length === 0) return [];
  return [
    joined(
      [
        "🚦",
        joined(
          gates.map((gate) => gateWords(gate, scene)),
          " · ",
        ),
      ],
      " ",
    ),
  ];
}

export function gateWords(gate: GateView, scene: Scene): Piece {
  const { gates: say } = scene.texts.card;
  if (gate.type === "cooldown") return say.cooldown(scene.length(gate.ms));
  return say[gate.type][gate.is](named(gate.type === "condition" ? gate.title : gate.named));
}

/** That it pauses itself. */
export function restLine({ policies }: ActionCard, { texts }: Scene): Piece[] {
  return policies.pauseAfter === undefined ? [] : [texts.card.pauseAfter(policies.pauseAfter)];
}

/** Which of its runs it tells of, where somebody has said so; and that its runs are in no digest. */
export function tellLines({ kind, policies }: ActionCard, { texts }: Scene): Piece[] {
  const { tells, undigested } = texts.card;
  const told = policies.notify === undefined ? [] : [tells[kind === "report" ? kind : "check"][policies.notify]];
  return policies.digest === false ? [...told, undigested] : told;
}

export function labelLine({ labels = [] }: ActionCard): Piece[] {
  return labels.length === 0 ? [] : [labels.map((label) => `#${label}`).join(" ")];
}

export function renderRefused(view: Extract<View, { view: "refused" }>, scene: Scene): Message {
  const { refused: say } = scene.texts.card.gates;
  const title = named(view.title);
  const again = view.until === null ? null : `${scene.dates.when(view.until)} (${scene.relative(view.until)})`;
  return {
    body: view.code === "cooldown" && again !== null ? say.cooldown(title, again) : say.condition(title),
    buttons: [[button(scene.texts.buttons.runAnyway, "force", view.action)]],
  };
}
