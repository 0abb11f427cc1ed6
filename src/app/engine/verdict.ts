/**
 * What a reply means for its delivery. The table is that of docs/GUARANTEES.md, "Send outcomes"; the one bit that
 * matters is whether the other side may have acted.
 */
import type { SendResult } from "../../core/channel.ts";
import type { Delivery } from "../../core/delivery.ts";
import type { Instant } from "../../core/schedule.ts";
import { backoff } from "./backoff.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** A delivery whose outcome stays unknown is given up after so many sends, or when it is so old. */
const uncertainTries = 8;
const uncertainForMs = 24 * hour;
const unauthorizedMs = 5 * minute;
/** Whatever the server asks for, it is tried again after so long. */
const longestWaitMs = hour;

export interface Verdict {
  patch: Partial<Delivery>;
  /** Milliseconds for which nothing is sent, and to whom. `throttled`: the server asked for it. */
  hold: { scope: "chat" | "all" | "throttled"; ms: number } | null;
  /** What has to be done besides. */
  besides: "nothing" | "chatClosed" | "undelivered" | "rejected" | "sentAnew" | "topicGone" | { migrateTo: number };
}

/** What a reply is judged by. `delivery` is as claimed, this try not yet counted. */
export interface Sent {
  delivery: Delivery;
  /** Requests it takes. */
  parts: number;
  /** The message that was edited or deleted. */
  target: number | null;
  /** Tries in a row, of any delivery, that did not reach the server, this one included. */
  outages: number;
  now: Instant;
}

export function judge(sent: Sent, reply: SendResult): Verdict {
  const verdict = judged(sent, reply);
  // A test message asks what becomes of one try.
  if (sent.delivery.payload.view !== "routeTrial" || verdict.patch.state !== "queued") return verdict;
  return { ...verdict, patch: { ...verdict.patch, state: "failed" } };
}

function judged(sent: Sent, reply: SendResult): Verdict {
  switch (reply.result) {
    case "sent":
      return arrived(sent, reply.message);
    case "notSent":
      return notSent(sent, reply);
    case "unknown":
      return unknown(sent, reply.reason);
    case "migrated":
      return { ...again(sent.now, "migrated"), besides: { migrateTo: reply.chat } };
    case "refused":
      return refused(sent, reply.reason, reply.detail);
  }
}

function arrived({ delivery, parts, now }: Sent, message: number | null): Verdict {
  if (delivery.operation !== "send") return done({ state: "sent", sentAt: now, error: null });
  // A channel that numbers no messages takes one request for each.
  if (message === null) return done({ state: "sent", sentAt: now, error: null });
  const sent = [...delivery.parts, message];
  // The next part takes its own turn in the lane; tries and doubts are those of one part.
  if (sent.length < parts) return done({ state: "queued", parts: sent, attempts: 0, uncertain: 0, error: null });
  return done({ state: "sent", sentAt: now, parts: sent, messageId: sent.at(-1) ?? null, error: null });
}

function notSent({ delivery, outages, now }: Sent, reply: Extract<SendResult, { result: "notSent" }>): Verdict {
  const { reason, retryAfterMs, scope } = reply;
  if (retryAfterMs !== null) {
    const ms = sensible(retryAfterMs);
    const hold = { scope: scope === "all" ? ("all" as const) : ("throttled" as const), ms };
    return { ...again(now + ms, reason), hold };
  }
  // Nothing can be reached: one try at a time for everybody, so that all goes on at once when the net is back.
  if (scope === "all") return { ...again(now, reason), hold: { scope: "all", ms: backoff(outages, second, minute) } };
  const ms = backoff(delivery.attempts + 1, second, 5 * minute);
  return { ...again(now + ms, reason), hold: { scope: "chat", ms } };
}

function unknown({ delivery, now }: Sent, reason: string): Verdict {
  const uncertain = delivery.uncertain + 1;
  const old = now - delivery.createdAt >= uncertainForMs;
  // Editing or deleting twice is the same as once.
  const repeatable = delivery.must || delivery.operation !== "send";
  if (!repeatable) return done({ state: "dropped", uncertain, error: reason });
  if (uncertain >= uncertainTries || old) {
    const given = done({ state: "failed", uncertain, error: reason });
    return delivery.operation === "send" ? { ...given, besides: "undelivered" } : given;
  }
  const verdict = again(now + backoff(uncertain, 30 * second, 10 * minute), reason);
  return { ...verdict, patch: { ...verdict.patch, uncertain } };
}

function refused({ delivery, now }: Sent, reason: string, detail: string): Verdict {
  switch (reason) {
    case "gone":
      return gone(delivery, now, detail);
    case "moot":
      return done({ state: "sent", sentAt: now, error: detail });
    case "closed":
      return { ...again(now, detail), besides: "chatClosed" };
    case "topicGone":
      return { patch: home(delivery, now, "topicGone"), hold: null, besides: "topicGone" };
    case "unauthorized":
      return { ...again(now, detail), hold: { scope: "all", ms: unauthorizedMs } };
    default:
      return rejected(delivery, detail);
  }
}

function rejected({ operation, must }: Delivery, detail: string): Verdict {
  const failed = done({ state: "failed", error: detail });
  return operation === "send" && must ? { ...failed, besides: "rejected" } : failed;
}

/** What was just asked for is sent anew where its message was taken away; other changes are not worth a message. */
function gone({ must, operation }: Delivery, now: Instant, detail: string): Verdict {
  if (must || operation !== "edit") return done({ state: "sent", sentAt: now, error: detail });
  const { patch, hold } = again(now, detail);
  return { patch: { ...patch, operation: "send", edits: null, editsMessage: null }, hold, besides: "sentAnew" };
}

function done(patch: Partial<Delivery>): Verdict {
  return { patch, hold: null, besides: "nothing" };
}

function again(dueAt: Instant, error: string): Verdict {
  return { patch: { state: "queued", dueAt, error }, hold: null, besides: "nothing" };
}

/** A wait the server asks for, in milliseconds; nonsense is a second, and an hour is the most. */
function sensible(ms: number): number {
  return ms >= second ? Math.min(ms, longestWaitMs) : second;
}

/**
 * It is over there. Where it came from somewhere else it goes back, as a delivery of its own behind the reason; a topic
 * of the place it came from that is gone is left out, whole.
 */
export function home({ instead }: Delivery, now: Instant, error: string): Partial<Delivery> {
  if (instead !== null) return { state: "dropped", error };
  return { state: "queued", dueAt: now, replyTo: null, parts: [], attempts: 0, uncertain: 0, error };
}
