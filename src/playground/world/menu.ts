import type { BotCommand, Chat } from "./types.ts";
import { userOf, type World } from "./world.ts";

/** The menu a person sees in a chat (Bot API "Determining list of commands"). */
export function commandsFor(world: World, chat: Chat, person: number): BotCommand[] {
  const language = userOf(world, person).language_code ?? "";
  const admin = memberStatus(chat, person).status === "creator";
  const scopes =
    chat.type === "private"
      ? [`chat:${chat.id}`, "all_private_chats", "default"]
      : [
          `chat_member:${chat.id}:${person}`,
          ...(admin ? [`chat_administrators:${chat.id}`] : []),
          `chat:${chat.id}`,
          ...(admin ? ["all_chat_administrators"] : []),
          "all_group_chats",
          "default",
        ];
  const keys = scopes.flatMap((scope) => [`${scope}/${language}`, `${scope}/`]);
  return keys.map((key) => world.commands.get(key)).find((commands) => commands?.length) ?? [];
}

/** How a person stands in a chat (Bot API `ChatMember`); the first member of a group is its creator. */
export function memberStatus(chat: Chat, id: number): { status: string; is_anonymous?: boolean } {
  if (!chat.members.includes(id)) return { status: "left" };
  return chat.members[0] === id ? { status: "creator", is_anonymous: false } : { status: "member" };
}
