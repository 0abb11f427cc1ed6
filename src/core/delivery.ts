/** One message that must reach one target, with its own state, apart from the run's. Everything visible is one. */
import type { Destination } from "./chat.ts";
import type { Instant } from "./schedule.ts";
import type { View } from "./view.ts";

export type DeliveryState =
  | "queued"
  /** Claimed; after a crash its outcome is unknown. */
  | "sending"
  | "sent"
  /** Given up: refused for good, or tries exhausted. */
  | "failed"
  /** Replaced by a later edit, or chatter whose outcome stayed unknown. */
  | "dropped";

export interface Delivery {
  id: number;
  /** A second delivery with the same key is the same delivery. */
  dedupeKey: string;
  /** `telegram`, or another channel by its name in the configuration. */
  channel: string;
  /** Who gets it, in the channel's own form; null for Telegram. */
  address: string | null;
  /** For other channels than Telegram the number `laneOf` gives: order and waiting are by it. */
  chat: number;
  thread: number | null;
  operation: "send" | "edit" | "delete";
  /** For edit and delete: the delivery whose message is meant, or that message's id where the delivery is not known. */
  edits: number | null;
  editsMessage: number | null;
  /** Whose words or press it answers; null for what nobody asked for just then. */
  answers: number | null;
  /** Message id this one replies to. */
  replyTo: number | null;
  payload: View;
  /** False for chatter, which is dropped when nobody knows whether it arrived. Rings, cards and answers to a sentence must arrive. */
  must: boolean;
  /** Sent without a sound. */
  silent: boolean;
  state: DeliveryState;
  attempts: number;
  /** Sends whose outcome nobody knows; above 0 the text starts with "↻ may be a repeat". */
  uncertain: number;
  /** Not before this instant. */
  dueAt: Instant;
  createdAt: Instant;
  sentAt: Instant | null;
  /** Message that carries the buttons (the last part). */
  messageId: number | null;
  /** All message ids, in order; grows part by part. */
  parts: number[];
  error: string | null;
  run: number | null;
  action: number | null;
  /** Where it goes when it may not or cannot go where it is meant for, and whose right to send there it needs. */
  instead: (Destination & { person: number }) | null;
  /** The escalation it tells of: not sent any more once that is answered. 0: several, and then it is. */
  escalation: number | null;
}

export type NewDelivery = Pick<Delivery, "id" | "dedupeKey" | "chat" | "payload" | "dueAt" | "createdAt"> &
  Partial<Omit<Delivery, "state" | "attempts" | "uncertain" | "sentAt" | "messageId" | "parts" | "error">>;

/** Telegram's ids have 52 bits (Bot API, "Chat"): what lies above is nobody's chat. */
const beyondChats = 2n ** 52n;
/** The lowest number of a lane of another channel than Telegram. */
export const firstLane = Number(beyondChats);
/** What is sent to chats, and what by other channels: one does not wait for the other. */
export type Way = "telegram" | "outside";

/** A number for each address of each channel, always the same: a lane as a chat is one (FNV-1a). */
export function laneOf(channel: string, address: string): number {
  let hash = 0xcbf29ce484222325n;
  for (const letter of `${channel} ${address}`) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return Number(beyondChats + BigInt.asUintN(52, hash ^ (hash >> 52n)));
}

/** Whether a delivery's chat is a lane of another channel than Telegram. */
export function isLane(chat: number): boolean {
  return chat >= firstLane;
}
