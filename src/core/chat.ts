/** Where people talk to Belfry, and who they are. */
import type { Instant, LocalTime, Zone } from "./schedule.ts";

export type Role = "owner" | "member" | "stranger";

/** Quiet hours in the chat's zone; may run over midnight. */
export interface Quiet {
  start: LocalTime;
  end: LocalTime;
}

/** A private chat has the id of its person, so a person's own settings are those of their private chat. */
export interface Chat {
  id: number;
  type: "private" | "group";
  title: string;
  /** Null means: the person's (in a group), then the configuration's. */
  zone: Zone | null;
  language: string | null;
  quiet: Quiet | null;
  /** A group an owner has allowed. */
  granted: boolean;
  /** Set when Telegram refuses this chat (blocked, kicked, not found); deliveries rest until it opens again. */
  blockedAt: Instant | null;
  createdAt: Instant;
}

export interface Person {
  /** Telegram's numeric user id. */
  id: number;
  name: string;
  username: string | null;
  role: Role;
  /** Language code as Telegram tells it. */
  language: string | null;
  createdAt: Instant;
}

/** Settings after looking at chat, person and configuration, in that order. */
export interface Settings {
  zone: Zone;
  language: string;
  quiet: Quiet | null;
}

/** A chat, or a topic of it. */
export interface Destination {
  chat: number;
  thread: number | null;
}

/** A topic of a group, by the name it has as far as Belfry was told. Outside all topics is the general one, which has no number. */
export interface Topic {
  chat: number;
  thread: number;
  name: string;
}

/** Null for one that is not there any more. */
export type TopicName = Omit<Topic, "name"> & { name: string | null };

export interface TopicStore {
  get(chat: number, thread: number): Promise<Topic | null>;
  /** In order of their names. */
  of(chat: number): Promise<Topic[]>;
}

export interface ChatStore {
  get(id: number): Promise<Chat | null>;
  list(): Promise<Chat[]>;
  /**
   * A group became a supergroup: what is still to happen is moved there in one transaction. Messages that were sent
   * stay where they are, and actions forget their source, since a supergroup numbers its messages anew.
   */
  migrate(from: number, to: number): Promise<void>;
}
