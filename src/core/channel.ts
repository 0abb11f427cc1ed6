/** A way out. The courier decides when and how often; a channel only composes and sends. */
import type { Settings } from "./chat.ts";
import type { Delivery } from "./delivery.ts";
import type { Instant } from "./schedule.ts";

/** What became of one request. The one bit that matters is whether the other side may have acted on it. */
export type SendResult =
  | { result: "sent"; message: number | null }
  /** Certainly not delivered; may be tried again. `scope: "all"` holds every chat, not only this one. */
  | { result: "notSent"; reason: string; retryAfterMs: number | null; scope: "chat" | "all" }
  /** Certainly not delivered and never will be like this. */
  | { result: "refused"; reason: Refusal; detail: string }
  /** The group has another id now. */
  | { result: "migrated"; chat: number }
  /** Bytes were written and no answer came: nobody knows. */
  | { result: "unknown"; reason: string };

export type Refusal =
  /** Blocked, kicked, deactivated, not found: this chat rests until it opens again. */
  | "closed"
  /** The topic is not there any more, or closed. Only told of what can go somewhere else. */
  | "topicGone"
  /** The token is no longer good. */
  | "unauthorized"
  /** The message to edit is not there any more. */
  | "gone"
  /** The message to delete is gone, or the one to edit is already as it should be. */
  | "moot"
  | "rejected";

/** One request's worth of a delivery: long texts have several. */
export interface Part {
  send(signal: AbortSignal): Promise<SendResult>;
}

export interface Outgoing {
  delivery: Delivery;
  settings: Settings;
  /** Message to edit or delete, resolved. */
  target: number | null;
  /** Marked as "may be a repeat". */
  repeat: boolean;
  now: Instant;
}

export interface Channel {
  name: string;
  /** Renders it; the same delivery gives the same number of parts. */
  compose(outgoing: Outgoing): Part[];
}
