/** What goes out by a channel without chats and buttons: words already, and the same as data for programs. */
import type { SendResult } from "./channel.ts";
import type { Severity } from "./escalation.ts";

export interface Bulletin {
  /** The same for every try of one delivery: whoever receives it twice can tell. */
  key: string;
  /** What belongs together: the first one with this name opens a thread, later ones are replies in it. */
  thread: string;
  opens: boolean;
  subject: string;
  /** Lines of plain text. */
  text: string;
  severity: Severity | null;
  /** What has happened, in one word that never changes with the language (`raised`, `recovered`). */
  event: string;
  /** For programs. */
  facts: Record<string, string | number | boolean | null>;
  /** Pages that do something about it. */
  links: { label: string; url: string }[];
  /** Nobody knows whether an earlier try arrived. */
  repeat: boolean;
}

/** A channel that takes bulletins. */
export interface Sender {
  /** Whether something can be sent to this address; says what is wrong, or null. */
  refuses(address: string): string | null;
  /** One try, 20 s at most. Never throws; no secret is in what it answers. */
  send(address: string, bulletin: Bulletin, signal: AbortSignal): Promise<SendResult>;
}
