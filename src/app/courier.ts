/**
 * Brings deliveries to their chats: first in, first out for each chat, one at a time per chat and three in all, never
 * faster than allowed, never before a wait the server asked for is over. A delivery is marked as being sent before the
 * request goes out and is settled only after the reply, so that a crash in between is known to be uncertain. Other
 * channels have a post of their own: while Telegram cannot be reached they are how people learn of it.
 */
import type { Belfry } from "../core/belfry.ts";
import type { SendResult } from "../core/channel.ts";
import type { Delivery, Way } from "../core/delivery.ts";
import type { Instant } from "../core/schedule.ts";
import { aftermath } from "./engine/aftermath.ts";
import {
  closedLanes,
  hold,
  holdAll,
  type Lanes,
  newLanes,
  nextOpening,
  take,
  throttle,
  waitForAll,
} from "./engine/lanes.ts";
import { parcel } from "./engine/parcel.ts";
import { judge, type Sent, type Verdict } from "./engine/verdict.ts";

/** Requests under way at once to Telegram, and as many by all other channels; a crash leaves no more than these uncertain. */
const MOST_AT_ONCE = 3;

export interface Courier {
  /** Settles what was answered and, unless `closing`, sends what may be sent now. Returns false. */
  pass(now: Instant, closing: boolean): Promise<boolean>;
  /** Requests under way. */
  busy(): number;
  /** Milliseconds until something may be sent that may not be now, or null. */
  nextIn(): number | null;
  /** True while Telegram refuses the token. */
  refused(): boolean;
  /** Gives up requests under way; their outcome is unknown. */
  abort(): void;
}

interface Post {
  way: Way;
  lanes: Lanes;
  /** Chats with a request under way, or with a reply that is not stored yet. */
  taken: Set<number>;
  replies: { delivery: Delivery; verdict: Verdict }[];
  underWay: number;
  /** Requests in a row that did not reach the server. */
  outages: number;
  refused: boolean;
  stopping: AbortController;
}

export function createCourier(belfry: Belfry): Courier {
  const stopping = new AbortController();
  const [telegram, outside] = [newPost("telegram", stopping), newPost("outside", stopping)];
  const posts = [telegram, outside];
  return {
    async pass(now, closing) {
      for (const post of posts) {
        await save(belfry, post);
        while (!closing && (await sendSome(belfry, post, now)));
      }
      return false;
    },
    busy: () => telegram.underWay + outside.underWay,
    nextIn() {
      const waits = posts.map(({ lanes }) => nextOpening(lanes, belfry.clock.monotonic()));
      const known = waits.filter((ms) => ms !== null);
      return known.length > 0 ? Math.min(...known) : null;
    },
    refused: () => telegram.refused,
    abort: () => stopping.abort(),
  };
}

function newPost(way: Way, stopping: AbortController): Post {
  return {
    ...{ way, stopping, lanes: newLanes(), taken: new Set(), replies: [] },
    ...{ underWay: 0, outages: 0, refused: false },
  };
}

/** A reply that cannot be stored stays in memory and is tried again, so that the message is not sent twice. */
async function save(belfry: Belfry, { replies, taken }: Post): Promise<void> {
  for (let one = replies[0]; one; one = replies[0]) {
    await aftermath(belfry, one.delivery, one.verdict);
    await belfry.store.deliveries.update(one.delivery.id, one.verdict.patch);
    replies.shift();
    taken.delete(one.delivery.chat);
  }
}

/** Returns whether there was something to send. */
async function sendSome(belfry: Belfry, post: Post, now: Instant): Promise<boolean> {
  const elapsed = belfry.clock.monotonic();
  // While nothing gets through, one at a time finds out whether something does again.
  const most = post.outages > 0 || post.refused ? 1 : MOST_AT_ONCE;
  const room = most - post.taken.size;
  if (room <= 0 || waitForAll(post.lanes, elapsed) > 0) return false;
  const due = await belfry.store.deliveries.due(post.way, now, room, closedLanes(post.lanes, elapsed));
  for (const delivery of due) {
    if (waitForAll(post.lanes, elapsed) === 0) await dispatch(belfry, post, delivery, now);
  }
  return due.length > 0;
}

/** Sends the delivery's next part, or ends the delivery where nothing can be sent. */
async function dispatch(belfry: Belfry, post: Post, delivery: Delivery, now: Instant): Promise<void> {
  const { deliveries } = belfry.store;
  const made = await parcel(belfry, delivery, now);
  if (!made.ready) {
    await aftermath(belfry, delivery, made);
    return deliveries.update(delivery.id, made.patch);
  }
  if ((await deliveries.claim([delivery.id])).length === 0) return;
  const { part, parts, target, group } = made;
  take(post.lanes, delivery.chat, group, belfry.clock.monotonic());
  post.taken.add(delivery.chat);
  post.underWay += 1;
  void part
    .send(post.stopping.signal)
    .catch((error: unknown): SendResult => ({ result: "unknown", reason: String(error) }))
    .then((reply) => answered(belfry, post, { delivery, parts, target }, reply));
}

type Request = Pick<Sent, "delivery" | "parts" | "target">;

function answered(belfry: Belfry, post: Post, request: Request, reply: SendResult): void {
  const { delivery } = request;
  const unreachable = reply.result === "notSent" && reply.scope === "all" && reply.retryAfterMs === null;
  post.outages = unreachable ? post.outages + 1 : 0;
  post.refused = reply.result === "refused" && reply.reason === "unauthorized";
  const verdict = judge({ ...request, outages: post.outages, now: belfry.clock.now() }, reply);
  holdBack(post.lanes, delivery.chat, verdict.hold, belfry.clock.monotonic());
  if (verdict.patch.state !== "sent" && reply.result !== "sent") {
    belfry.log.warn({ delivery: delivery.id, chat: delivery.chat, reply }, "a delivery was not sent");
  }
  post.underWay -= 1;
  post.replies.push({ delivery, verdict });
  belfry.wake();
}

function holdBack(lanes: Lanes, chat: number, wanted: Verdict["hold"], now: number): void {
  if (wanted?.scope === "all") holdAll(lanes, wanted.ms, now);
  if (wanted?.scope === "chat") hold(lanes, chat, wanted.ms, now);
  if (wanted?.scope === "throttled") throttle(lanes, chat, wanted.ms, now);
}
