/** Telegram tells when a chat shuts Belfry out or lets it in again. */
import type { Context } from "grammy";
import type { Belfry } from "../core/belfry.ts";

export async function noteMembership(belfry: Belfry, update: NonNullable<Context["myChatMember"]>): Promise<void> {
  const { chat, new_chat_member: me } = update;
  if (chat.type === "channel") return;
  const known = await belfry.store.chats.get(chat.id);
  const out = me.status === "kicked" || me.status === "left";
  // A stranger's chat is not worth a row; a group is, so that an owner can allow it.
  if (known === null && (chat.type === "private" || out)) return;
  const blockedAt = out ? belfry.clock.now() : null;
  const title = chat.title === undefined ? {} : { title: chat.title };
  await belfry.store.commit([{ do: "putChat", id: chat.id, patch: { blockedAt, ...title } }]);
  belfry.wake();
}
