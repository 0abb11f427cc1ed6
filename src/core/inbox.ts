/** Updates as they came, stored before they are handled. */
import type { Instant } from "./schedule.ts";

/** An update from Telegram, stored before anything is done with it. */
export interface InboxRow {
  id: number;
  /** Bot, update id, and date or callback id: Telegram may number anew after a quiet week. */
  key: string;
  /** Updates of one lane are handled in order: the chat, or the person where there is no chat. */
  lane: number;
  update: unknown;
  state: "new" | "done" | "failed" | "expired";
  attempts: number;
  receivedAt: Instant;
}

export interface InboxStore {
  /** Ignores keys it has. Returns the rows that are new. */
  add(rows: Omit<InboxRow, "id" | "state" | "attempts">[]): Promise<InboxRow[]>;
  /** New rows in order of arrival, without those of some lanes. */
  open(limit: number, exceptLanes?: number[]): Promise<InboxRow[]>;
  /** Counts an attempt before the handler runs; the poison guard reads it. */
  attempt(id: number): Promise<number>;
  finish(id: number, state: "done" | "failed" | "expired"): Promise<void>;
}
