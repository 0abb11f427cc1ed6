/** An owner who uses Belfry in a group it has not been let into is told so once, since the others there get nowhere. */
import type { View } from "../core/view.ts";
import { inGroup, type Talk } from "./talk.ts";

export async function hintToOwner(talk: Talk): Promise<void> {
  if (!inGroup(talk) || talk.actor.role !== "owner" || talk.message === undefined) return;
  const { store, clock, wake } = talk.belfry;
  const { chat, thread } = talk.place;
  const told = `groupClosed/${chat}`;
  if ((await store.chats.get(chat))?.granted || (await store.meta.get(told)) !== null) return;
  const payload: View = { view: "notice", code: "groupClosed", args: {} };
  const now = clock.now();
  const dedupeKey = `${talk.turn.row.key}#${told}`;
  const row = { id: await store.newId("delivery"), dedupeKey, chat, thread, payload, dueAt: now, createdAt: now };
  await store.commit([
    { do: "putMeta", key: told, value: "told" },
    { do: "addDelivery", row },
  ]);
  wake();
}
