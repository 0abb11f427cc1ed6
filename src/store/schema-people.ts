/** The tables of chats, their topics and people, and of what belongs to nobody; see `schema.ts`. */
import type { Quiet } from "../core/chat.ts";
import type { Kit } from "./columns.ts";

export function peopleTables({ table, text, oneOf, int, bool, instant, json, index }: Kit) {
  const chats = table("chats", {
    id: int("id").primaryKey(),
    type: oneOf("type", ["private", "group"]).notNull(),
    title: text("title").notNull(),
    zone: text("zone"),
    language: text("language"),
    quiet: json<Quiet>("quiet"),
    granted: bool("granted").notNull(),
    blockedAt: instant("blocked_at"),
    createdAt: instant("created_at").notNull(),
  });
  const topics = table(
    "topics",
    {
      /** Chat and thread. */
      key: text("key").primaryKey(),
      chat: int("chat").notNull(),
      thread: int("thread").notNull(),
      name: text("name").notNull(),
    },
    (t) => [index("topics_chat").on(t.chat, t.thread)],
  );
  const people = table("people", {
    id: int("id").primaryKey(),
    name: text("name").notNull(),
    username: text("username"),
    role: oneOf("role", ["owner", "member", "stranger"]).notNull(),
    language: text("language"),
    createdAt: instant("created_at").notNull(),
  });
  const meta = table("meta", { key: text("key").primaryKey(), value: text("value").notNull() });
  const conversations = table("conversations", { key: text("key").primaryKey(), value: json<unknown>("value") });
  return { chats, topics, people, meta, conversations };
}
