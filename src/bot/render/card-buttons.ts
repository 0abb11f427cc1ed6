/** What can be pressed on a card. */
import type { View } from "../../core/view.ts";
import { button, cardButton, type PressName } from "../data.ts";
import type { Button } from "../message.ts";
import type { Scene } from "./scene.ts";

type CardView = Extract<View, { view: "card" }>;

const hour = 60 * 60 * 1000;

export function cardButtons(view: CardView, scene: Scene): Button[][] {
  const back =
    view.editing || view.page === null ? [] : [button(scene.texts.buttons.toList, "list", view.page, "open")];
  return rows([...ownButtons(view, scene), back]);
}

function ownButtons(view: CardView, scene: Scene): Button[][] {
  const { buttons: say } = scene.texts;
  const undo = undoButton(view.undo, scene);
  if (view.check?.approvable && view.change !== "deleted") return approvalButtons(view, scene);
  switch (view.change) {
    case "deleted":
    case "moved":
    case "lead":
    case "skipped":
    case "doneEarly":
    case "started":
      return [undo];
    case "paused":
      return [[onward(say.resumeNow, "resume", view), ...undo]];
    case "shown":
      return view.editing ? editingButtons(view, scene) : shownButtons(view, scene);
    default:
      return [[onward(say.edit, "edit", view), ...repeatOrPause(view, scene), ...undo], leadButton(view, scene)];
  }
}

/** Only an owner's press counts: whoever may not, in their own chat, has nothing to press but what takes it away. */
function approvalButtons({ card, check }: CardView, { texts, chat }: Scene): Button[][] {
  const { buttons: say } = texts;
  if (check?.askedElsewhere && chat === card.chat) return [[cardButton(say.delete, "delete", card)]];
  return [
    [cardButton(say.testOnce, "tryout", card), cardButton(say.approve, "approve", card)],
    [cardButton(say.deny, "delete", card)],
  ];
}

export function undoButton(revision: number | null, scene: Scene): Button[] {
  return revision === null ? [] : [button(scene.texts.buttons.undo, "undo", revision)];
}

/** A button that leads on to a card: it remembers the list. */
function onward(text: string, name: PressName, { card, page }: CardView): Button {
  return page === null ? cardButton(text, name, card) : cardButton(text, name, card, page);
}

function rows(all: Button[][]): Button[][] {
  return all.filter((row) => row.length > 0);
}

function repeatOrPause(view: CardView, scene: Scene): Button[] {
  const { card } = view;
  const { buttons: say } = scene.texts;
  if (card.status === "paused") return [onward(say.resume, "resume", view)];
  if (card.schedule.type === "once") return [cardButton(say.repeat, "ask", card, "repeat")];
  return card.schedule.type === "manual" ? [] : [onward(say.pause, "pause", view)];
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
  const { card } = view;
  const { buttons: say } = scene.texts;
  const paused = card.status === "paused";
  const recurring = card.schedule.type !== "once" && card.schedule.type !== "manual";
  const waits = card.schedule.type === "event";
  const skip = recurring && !paused && card.next.length > 0 ? [onward(say.skipNext, "skip", view)] : [];
  const pause = paused
    ? [onward(say.resume, "resume", view)]
    : card.next.length > 0 || waits
      ? [onward(say.pause, "pause", view)]
      : [];
  return [
    [...pause, ...skip],
    [onward(say.edit, "edit", view), onward(say.delete, "delete", view)],
  ];
}

function editingButtons(view: CardView, scene: Scene): Button[][] {
  const { card } = view;
  const { buttons: say } = scene.texts;
  return [
    [cardButton(say.newTime, "ask", card, "time"), cardButton(say.rename, "ask", card, "title")],
    // Only a reminder is its sentence.
    [
      ...(card.kind === "reminder" ? [cardButton(say.rewrite, "ask", card, "edit")] : []),
      ...repeatOrPause(view, scene),
    ],
    [
      cardButton(say.runNow, "run", card),
      cardButton(card.critical ? say.notCritical : say.critical, "critical", card, card.critical ? 0 : 1),
      cardButton(card.silent ? say.withSound : say.silent, "silent", card, card.silent ? 0 : 1),
    ],
    [cardButton(say.policy, "ask", card, "policy"), onward(say.delete, "delete", view), onward(say.back, "card", view)],
  ];
}
