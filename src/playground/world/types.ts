/**
 * What the playground remembers. Names follow the Bot API where they reach it, plain words where they do not.
 * Dates are seconds since 1970, as in the Bot API.
 */

/** A piece of formatted text. `offset` and `length` count UTF-16 code units (Bot API `MessageEntity`). */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: User;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
}

/** A text with its formatting. */
export interface FormattedText {
  text: string;
  entities: Entity[];
}

/** Bot API `User`, for people and for the bot. */
export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

/** Who a person is to the bot when the world is new: Belfry is told so as it starts, and decides for itself from then on. */
export type Standing = "owner" | "member" | "stranger";

/** Somebody who sits in front of the page. */
export interface Person extends User {
  is_bot: false;
  standing: Standing;
}

/** A forum topic. Its thread id is the id of the message that created it. */
export interface Topic {
  thread: number;
  name: string;
  icon_color: number;
}

/** How the bot stands in a chat; in a private chat `kicked` means blocked and `left` means never started. */
export type BotStatus = "member" | "administrator" | "kicked" | "left";

/** A chat. A private chat has the id of its person. */
export interface Chat {
  id: number;
  type: "private" | "group" | "supergroup";
  title?: string;
  is_forum?: boolean;
  members: number[];
  bot: BotStatus;
  topics: Topic[];
  migratedTo?: number;
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  style?: "danger" | "success" | "primary";
}

export interface KeyboardButton {
  text: string;
  request_location?: boolean;
  request_contact?: boolean;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface ReplyKeyboard {
  keyboard: KeyboardButton[][];
  is_persistent?: boolean;
  resize_keyboard?: boolean;
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
  selective?: boolean;
}

export interface RemoveKeyboard {
  remove_keyboard: true;
  selective?: boolean;
}

export interface ForceReply {
  force_reply: true;
  input_field_placeholder?: string;
  selective?: boolean;
}

export type ReplyMarkup = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply;

export interface Location {
  latitude: number;
  longitude: number;
}

/** Where a forwarded message came from. */
export interface ForwardOrigin {
  type: "user";
  date: number;
  sender_user: User;
}

/** What happened, in a message nobody wrote. */
export type Service =
  | { forum_topic_created: { name: string; icon_color: number } }
  | { forum_topic_edited: { name: string } }
  | { new_chat_title: string }
  | { new_chat_members: User[] }
  | { left_chat_member: User }
  | { migrate_to_chat_id: number }
  | { migrate_from_chat_id: number };

/** One message as stored. `from` is a person's id or the bot's. Files are named by their file id. */
export interface Message {
  chat: number;
  id: number;
  from: number;
  date: number;
  editDate?: number;
  thread?: number;
  text?: string;
  caption?: string;
  entities?: Entity[];
  photo?: string;
  document?: string;
  location?: Location;
  replyTo?: number;
  quote?: string;
  forward?: ForwardOrigin;
  markup?: ReplyMarkup;
  silent?: boolean;
  service?: Service;
  reactions?: Record<string, string>;
}

/** A file as stored; its bytes lie in `files/<number>`. */
export interface StoredFile {
  file_id: string;
  file_unique_id: string;
  number: number;
  file_name: string;
  mime_type: string;
  file_size: number;
  file_path: string;
  width?: number;
  height?: number;
}

/** A press on an inline button that still waits for its answer, or had it. */
export interface CallbackQuery {
  id: string;
  person: number;
  chat: number;
  message: number;
  data: string;
  at: number;
  answered?: boolean;
}

/** One entry of the command menu. */
export interface BotCommand {
  command: string;
  description: string;
}
