/** Where results go besides the chat an action is at home in: who may have them told there, and what it is called. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Chat, Destination, Person } from "../core/chat.ts";
import type { ActionCard } from "../core/view.ts";

/**
 * Whether a person may have something told in a chat: their own private one, or a group that was let in by an owner; a
 * member must be in it and may write there, as Telegram has it now. Null while Telegram cannot be asked.
 */
export async function mayTell(
  { isIn }: Pick<Belfry, "isIn">,
  person: Person | null,
  chat: Chat,
): Promise<boolean | null> {
  if (!person || person.role === "stranger") return false;
  if (chat.type === "private") return chat.id === person.id;
  if (!chat.granted) return false;
  return person.role === "owner" || isIn(chat.id, person.id);
}

/** "Ops / Reports": what a chat and its topic are called, as far as that is known. */
export async function destinationName(
  { store }: Pick<Belfry, "store">,
  { chat, thread }: Destination,
): Promise<string> {
  const title = (await store.chats.get(chat))?.title ?? "";
  const topic = thread === null ? null : await store.topics.get(chat, thread);
  return topic === null ? title : `${title} / ${topic.name}`;
}

/** For a card: where results go, unless they stay at home. */
export async function told(
  belfry: Belfry,
  { destination }: Pick<Action, "destination">,
): Promise<Pick<ActionCard, "destination">> {
  return destination === null ? {} : { destination: await destinationName(belfry, destination) };
}

/** The chat whose settings hold for what an action tells. */
export function toldIn({ chat, destination }: Pick<Action, "chat" | "destination">): number {
  return destination?.chat ?? chat;
}
