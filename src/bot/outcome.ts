/** What a failed request means for its delivery. The table is that of docs/GUARANTEES.md, "Send outcomes". */
import { GrammyError, HttpError } from "grammy";
import type { SendResult } from "../core/channel.ts";
import { TransportError } from "./transport.ts";

const moot = /message is not modified|message to delete not found|message can't be deleted/i;
const gone = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;
const closed =
  /chat not found|user not found|bot was (blocked|kicked)|user is deactivated|PEER_ID_INVALID|CHAT_WRITE_FORBIDDEN|(have no|not enough) rights to send/i;

export function resultOf(error: unknown): SendResult {
  if (error instanceof GrammyError) return answered(error);
  const inner = error instanceof HttpError ? error.error : error;
  if (inner instanceof TransportError && !inner.written)
    return { result: "notSent", reason: inner.message, retryAfterMs: null, scope: "all" };
  return { result: "unknown", reason: inner instanceof Error ? inner.message : "no answer" };
}

function answered(error: GrammyError): SendResult {
  const detail = error.description;
  const migrated = error.parameters.migrate_to_chat_id;
  if (error.error_code === 429)
    return { result: "notSent", reason: detail, retryAfterMs: retryAfter(error), scope: "chat" };
  if (error.error_code >= 500) return { result: "unknown", reason: detail };
  // A token that was never one is answered with 404 "Not Found" before anything else is looked at.
  if (error.error_code === 401 || error.error_code === 404)
    return { result: "refused", reason: "unauthorized", detail };
  if (migrated !== undefined) return { result: "migrated", chat: migrated };
  if (error.error_code === 403 || closed.test(detail)) return { result: "refused", reason: "closed", detail };
  if (lostTopic(error)) return { result: "refused", reason: "topicGone", detail };
  if (gone.test(detail)) return { result: "refused", reason: "gone", detail };
  if (moot.test(detail)) return { result: "refused", reason: "moot", detail };
  return { result: "refused", reason: "rejected", detail };
}

/** Milliseconds; null where the server names no sensible time. */
function retryAfter(error: GrammyError): number | null {
  const seconds = error.parameters.retry_after;
  return seconds !== undefined && seconds > 0 ? seconds * 1000 : null;
}

/** The text is fine, its styles are not: it may go as plain text. */
export function refusedStyles(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && /entit/i.test(error.description);
}

/** The topic was deleted or closed; the chat itself is still there. */
export function lostTopic(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    /thread not found|TOPIC_(DELETED|CLOSED)/i.test(error.description)
  );
}
