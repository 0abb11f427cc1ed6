/** Maintenance windows: one with what can be done about it, or all there are. */
import type { MaintenanceCard } from "../../core/escalation-view.ts";
import type { View } from "../../core/view.ts";
import { named, shortened } from "../../texts/person.ts";
import { joined, type Piece } from "../../texts/styled.ts";
import { button } from "../data.ts";
import type { Message } from "../message.ts";
import { undoButton } from "./card-buttons.ts";
import type { Scene } from "./scene.ts";

const day = 24 * 60 * 60 * 1000;

export function renderMaintenance(view: Extract<View, { view: "maintenance" }>, scene: Scene): Message {
  const { card, undo } = view;
  const say = scene.texts.escalation.maintenance;
  const isOpen = card.state === "running" || card.state === "ahead";
  const end = isOpen ? [button(say.end, "endmaint", card.id)] : [];
  return { body: joined([line(card, scene)], ""), buttons: [[...end, ...undoButton(undo, scene)]] };
}

export function renderMaintenances({ cards }: Extract<View, { view: "maintenances" }>, scene: Scene): Message {
  const say = scene.texts.escalation.maintenance;
  if (cards.length === 0) return { body: joined([say.none], ""), buttons: [] };
  return {
    body: joined(
      cards.map((card) => line(card, scene)),
      "\n",
    ),
    buttons: cards
      .slice(0, 10)
      .map((card) => [
        button(
          `${say.end} · ${card.title === null ? say.everything : shortened(named(card.title), 24)}`,
          "endmaint",
          card.id,
        ),
      ]),
  };
}

function line({ title, from, until, state }: MaintenanceCard, scene: Scene): Piece {
  const { dates } = scene;
  const say = scene.texts.escalation.maintenance;
  const name = title === null ? say.everything : named(title);
  if (state === "off") return say.calledOff(name);
  if (state === "over") return say.over(name, dates.when(until));
  const end = until - from < day ? dates.time(until) : dates.when(until);
  return say.window(name, `${dates.when(from)}–${end}`);
}
