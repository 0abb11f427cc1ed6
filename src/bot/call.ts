/** The chat as a door: who asks, from where, and the deliveries that answer, in the same write as what was done. */
import type { Call, Shown } from "../app/operation.ts";
import type { NewDelivery } from "../core/delivery.ts";
import type { Change } from "../core/store.ts";
import type { View } from "../core/view.ts";
import { inGroup, saidAt, spoken, type Talk } from "./talk.ts";

/** The message a press came from: the delivery that first sent it, or only its number where no delivery is known. */
export interface Pressed {
  delivery: number | null;
  message: number;
}

/** Views that may be lost when nobody knows whether they arrived: the person simply asks again. */
const chatter: ReadonlySet<View["view"]> = new Set([
  "welcome",
  "ready",
  "list",
  "agenda",
  "next",
  "history",
  "feed",
  "why",
  "zoneMenu",
  "askLocation",
  "settings",
  "languageMenu",
  "status",
  "missed",
  "help",
  "people",
]);

export function callOf(talk: Talk, pressed: Pressed | null): Call {
  const { row } = talk.turn;
  const { chat, thread } = talk.place;
  const message = spoken(talk);
  return {
    actor: talk.actor,
    chat,
    thread,
    settings: talk.settings,
    source: message === undefined ? null : { chat, message: message.message_id },
    pressed: pressed?.delivery ?? null,
    ...(delayed(talk) ? { saidAt: saidAt(talk) } : {}),
    key: row.key,
    answer: async (shown) => [...(await deliveriesOf(talk, pressed, shown)), { do: "inboxDone", id: row.id }],
  };
}

/** Telegram tells seconds only, so what has just come was said now. */
function delayed(talk: Talk): boolean {
  return talk.belfry.clock.now() - saidAt(talk) > 60_000;
}

/** The message of ours that was pressed. */
export async function pressedOf(talk: Talk): Promise<Pressed | null> {
  const message = talk.callbackQuery?.message?.message_id;
  if (message === undefined) return null;
  const known = await talk.belfry.store.deliveries.byMessage({ chat: talk.place.chat, message });
  return { delivery: known === null ? null : (known.edits ?? known.id), message };
}

async function deliveriesOf(talk: Talk, pressed: Pressed | null, shown: Shown[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const [i, one] of shown.entries()) {
    const id = one.id ?? (await talk.belfry.store.newId("delivery"));
    changes.push({ do: "addDelivery", row: { ...deliveryOf(talk, one, pressed, i), id } });
  }
  return changes;
}

function deliveryOf(talk: Talk, shown: Shown, pressed: Pressed | null, i: number): Omit<NewDelivery, "id"> {
  const { view } = shown;
  const now = talk.belfry.clock.now();
  return {
    ...whereTo(talk, shown, pressed),
    dedupeKey: `${talk.turn.row.key}#${i}`,
    chat: talk.place.chat,
    thread: talk.place.thread,
    payload: view,
    answers: talk.actor.id,
    must: !chatter.has(view.view),
    dueAt: now,
    createdAt: now,
    action: view.view === "card" ? view.card.id : null,
    run: view.view === "ring" || view.view === "rung" ? view.run : null,
  };
}

/** An edit of the message named, else of the one that was pressed, else a message of its own. */
function whereTo(talk: Talk, shown: Shown, pressed: Pressed | null): Partial<NewDelivery> {
  if (shown.edits !== undefined) return { operation: "edit", edits: shown.edits };
  if (shown.id === undefined && pressed !== null && shown.view.view !== "askLocation")
    return pressed.delivery === null
      ? { operation: "edit", editsMessage: pressed.message }
      : { operation: "edit", edits: pressed.delivery };
  if (shown.view.view === "forwarded") return { replyTo: shown.view.original.message };
  const message = spoken(talk);
  return inGroup(talk) && message !== undefined ? { replyTo: message.message_id } : {};
}
