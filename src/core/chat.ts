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
