import { botMember } from "../../world/groups.ts";
import { memberStatus } from "../../world/menu.ts";
import { renderChat } from "../../world/render.ts";
import { privacyMode, userOf } from "../../world/world.ts";
import { readOpenChat } from "../chats.ts";
import { badRequest } from "../errors.ts";
import type { Method } from "../method.ts";
import { integer, text } from "../parameters.ts";

/** Bot API getMe. */
export const getMe: Method = (world) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: !privacyMode(world),
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

/** Bot API getChat, the fields a bot uses. */
export const getChat: Method = (world, call) => {
  const chat = readOpenChat(world, call);
  return {
    ...renderChat(world, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
    ...(chat.type !== "private" && { permissions: { can_send_messages: true, can_manage_topics: true } }),
  };
};

/** Bot API getChatMember. The first member of a group is its creator. */
export const getChatMember: Method = (world, call) => {
  const chat = readOpenChat(world, call);
  const id = integer(call, "user_id");
  if (id === undefined) throw badRequest("invalid user_id specified");
  if (id === world.bot.id) return botMember(world, chat.bot);
  if (!world.people.get(String(id))) throw badRequest("user not found");
  return { user: userOf(world, id), ...memberStatus(chat, id) };
};

/** Bot API getFile. Files over 20 MB cannot be fetched by bots. */
export const getFile: Method = (world, call) => {
  const file = world.files.get(text(call, "file_id") ?? "");
  if (!file) throw badRequest("invalid file_id");
  if (file.file_size > 20 * 1024 * 1024) throw badRequest("file is too big");
  const { file_id, file_unique_id, file_size, file_path } = file;
  return { file_id, file_unique_id, file_size, file_path };
};
