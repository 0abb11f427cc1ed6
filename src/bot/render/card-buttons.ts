/** What can be pressed on a card. */
import type { ActionCard, View } from "../../core/view.ts";
import { button, cardButton } from "../data.ts";
import type { Button } from "../message.ts";
import type { Scene } from "./scene.ts";

type CardView = Extract<View, { view: "card" }>;

const hour = 60 * 60 * 1000;

export function cardButtons(view: CardView, scene: Scene): Button[][] {
  const { card } = view;
  const { buttons: say } = scene.texts;
  const undo = undoButton(view.undo, scene);
  switch (view.change) {
    case "deleted":
    case "moved":
    case "lead":
    case "skipped":
    case "started":
      return rows([undo]);
    case "paused":
      return rows([[cardButton(say.resumeNow, "resume", card), ...undo]]);
    case "shown":
      return view.editing ? editingButtons(view, scene) : shownButtons(view, scene);
    default:
      return rows([
        [cardButton(say.edit, "edit", card), ...repeatOrPause(card, scene), ...undo],
        leadButton(view, scene),
      ]);
  }
}

export function undoButton(revision: number | null, scene: Scene): Button[] {
  return revision === null ? [] : [button(scene.texts.buttons.undo, "undo", revision)];
}

function rows(all: Button[][]): Button[][] {
  return all.filter((row) => row.length > 0);
}

function repeatOrPause(card: ActionCard, scene: Scene): Button[] {
  const { buttons: say } = scene.texts;
  if (card.status === "paused") return [cardButton(say.resume, "resume", card)];
  if (card.schedule.type === "once") return [cardButton(say.repeat, "ask", card, "repeat")];
  return card.schedule.type === "manual" ? [] : [cardButton(say.pause, "pause", card)];
}

/** Worth offering when there is time left for it to come before the thing itself. */
function leadButton(view: CardView, scene: Scene): Button[] {
  const { card } = view;
  const [at] = card.next;
  const fresh = view.change === "created" || view.change === "restored";
  if (card.kind !== "reminder" || !fresh || card.schedule.type !== "once" || card.leads.length > 0) return [];
  if (at === undefined || at - scene.dates.now < 2 * hour) return [];
  return [cardButton(scene.texts.buttons.leadBefore(scene.length(hour)), "lead", card, hour)];
}

function shownButtons(view: CardView, scene: Scene): Button[][] {
  const { card, page } = view;
  const { buttons: say } = scene.texts;
  const paused = card.status === "paused";
  const recurring = card.schedule.type !== "once" && card.schedule.type !== "manual";
  const waits = card.schedule.type === "event";
  const skip = recurring && !paused && card.next.length > 0 ? [cardButton(say.skipNext, "skip", card)] : [];
  const pause = paused
    ? [cardButton(say.resume, "resume", card)]
    : card.next.length > 0 || waits
      ? [cardButton(say.pause, "pause", card)]
      : [];
  return rows([
    [...pause, ...skip],
    [cardButton(say.edit, "edit", card, page ?? 0), cardButton(say.delete, "delete", card)],
    page === null ? [] : [button(say.toList, "list", page, "open")],
  ]);
}

function editingButtons(view: CardView, scene: Scene): Button[][] {
  const { card, page } = view;
  const { buttons: say } = scene.texts;
  return rows([
    [cardButton(say.newTime, "ask", card, "time"), cardButton(say.rename, "ask", card, "title")],
    // Only a reminder is its sentence.
    [
      ...(card.kind === "reminder" ? [cardButton(say.rewrite, "ask", card, "edit")] : []),
      ...repeatOrPause(card, scene),
    ],
    [
      cardButton(say.runNow, "run", card),
      cardButton(card.critical ? say.notCritical : say.critical, "critical", card, card.critical ? 0 : 1),
    ],
    [cardButton(say.delete, "delete", card), cardButton(say.back, "card", card, page ?? 0)],
  ]);
}
