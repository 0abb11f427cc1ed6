/**
 * How fast may be sent: to everybody, to one chat, to one group. Telegram publishes about 30 messages a second overall,
 * 1 a second per chat with short bursts and 20 a minute per group (Bot FAQ, "My bot is hitting limits"); here it is a
 * little less. All times are monotonic milliseconds, so a corrected wall clock neither frees nor locks a lane.
 */

/** At most `burst` at once; one more every `1000 / perSecond` milliseconds. */
interface Rate {
  burst: number;
  perSecond: number;
}

const overallRate: Rate = { burst: 28, perSecond: 29.7 };
const chatRate: Rate = { burst: 3, perSecond: 0.99 };
const groupWindow = { count: 20, ms: 60_500 };
/** So long is everybody held because two chats are; then one is tried. */
const longestSharedHoldMs = 60_000;
/** Lanes kept in memory; beyond, those at rest are forgotten. */
const mostLanes = 2_000;

interface Bucket {
  left: number;
  at: number;
}

interface Lane {
  bucket: Bucket;
  group: boolean;
  /** When the last ones were sent to a group. */
  sent: number[];
  heldUntil: number;
  /** The server asked this chat to wait. */
  throttledUntil: number;
}

export interface Lanes {
  byChat: Map<number, Lane>;
  overall: Bucket;
  allHeldUntil: number;
}

export function newLanes(): Lanes {
  return { byChat: new Map(), overall: { left: overallRate.burst, at: 0 }, allHeldUntil: 0 };
}

/** Milliseconds until anybody may be sent to; 0 means now. */
export function waitForAll({ overall, allHeldUntil }: Lanes, now: number): number {
  return Math.max(0, allHeldUntil - now, untilToken(overall, overallRate, now));
}

/** Milliseconds until this chat may be sent to, others aside. */
export function waitFor({ byChat }: Lanes, chat: number, now: number): number {
  const lane = byChat.get(chat);
  return lane ? waitOf(lane, now) : 0;
}

/** Chats that may not be sent to now. */
export function closedLanes({ byChat }: Lanes, now: number): number[] {
  return [...byChat].filter(([, lane]) => waitOf(lane, now) > 0).map(([chat]) => chat);
}

/** Milliseconds until something opens that is closed now, or null when all is open. */
export function nextOpening(lanes: Lanes, now: number): number | null {
  const waits = [...lanes.byChat.values()].map((lane) => waitOf(lane, now));
  const closed = [...waits, waitForAll(lanes, now)].filter((wait) => wait > 0);
  return closed.length > 0 ? Math.min(...closed) : null;
}

/** Something is sent to this chat. */
export function take(lanes: Lanes, chat: number, group: boolean, now: number): void {
  if (lanes.byChat.size > mostLanes) forget(lanes, now);
  const lane = laneOf(lanes, chat, now);
  takeToken(lanes.overall, overallRate, now);
  takeToken(lane.bucket, chatRate, now);
  lane.group = group;
  if (group) lane.sent = [...lane.sent.slice(1 - groupWindow.count), now];
}

/** Nothing is sent to this chat for a while. */
export function hold(lanes: Lanes, chat: number, ms: number, now: number): void {
  laneOf(lanes, chat, now).heldUntil = now + ms;
}

export function holdAll(lanes: Lanes, ms: number, now: number): void {
  lanes.allHeldUntil = Math.max(lanes.allHeldUntil, now + ms);
}

/** The server asked this chat to wait; when it asks two at once it means everybody. */
export function throttle(lanes: Lanes, chat: number, ms: number, now: number): void {
  const both = [...lanes.byChat].some(([other, lane]) => other !== chat && lane.throttledUntil > now);
  if (both) holdAll(lanes, Math.min(ms, longestSharedHoldMs), now);
  laneOf(lanes, chat, now).throttledUntil = now + ms;
}

function laneOf({ byChat }: Lanes, chat: number, now: number): Lane {
  const known = byChat.get(chat);
  if (known) return known;
  const bucket = { left: chatRate.burst, at: now };
  const lane: Lane = { bucket, group: false, sent: [], heldUntil: 0, throttledUntil: 0 };
  byChat.set(chat, lane);
  return lane;
}

function waitOf(lane: Lane, now: number): number {
  const full = lane.group && lane.sent.length >= groupWindow.count;
  const untilRoom = full ? (lane.sent[0] ?? now) + groupWindow.ms - now : 0;
  const held = Math.max(lane.heldUntil, lane.throttledUntil) - now;
  return Math.max(0, untilRoom, held, untilToken(lane.bucket, chatRate, now));
}

function refilled({ left, at }: Bucket, { burst, perSecond }: Rate, now: number): number {
  return Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
}

function untilToken(bucket: Bucket, rate: Rate, now: number): number {
  return Math.max(0, Math.ceil(((1 - refilled(bucket, rate, now)) / rate.perSecond) * 1000));
}

function takeToken(bucket: Bucket, rate: Rate, now: number): void {
  bucket.left = refilled(bucket, rate, now) - 1;
  bucket.at = now;
}

function forget({ byChat }: Lanes, now: number): void {
  for (const [chat, lane] of byChat) {
    const rested = refilled(lane.bucket, chatRate, now) >= chatRate.burst;
    const silent = now - (lane.sent.at(-1) ?? Number.NEGATIVE_INFINITY) > groupWindow.ms;
    if (rested && silent && waitOf(lane, now) === 0) byChat.delete(chat);
  }
}
