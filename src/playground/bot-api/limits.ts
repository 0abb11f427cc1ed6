import type { Chat } from "../world/types.ts";

/** How many messages at once (`burst`), and how many more come free per second. */
interface Allowance {
  burst: number;
  perSecond: number;
}

/** How fast the bot may send: to everybody, to one chat, to one group. */
export interface Limits {
  overall: Allowance;
  chat: Allowance;
  group: Allowance;
}

/** Telegram's published limits (Bot FAQ): 30 a second, about 1 a second per chat, 20 a minute per group. */
export const telegramLimits: Limits = {
  overall: { burst: 30, perSecond: 30 },
  chat: { burst: 3, perSecond: 1 },
  group: { burst: 20, perSecond: 20 / 60 },
};

/** The same rates with bursts so generous that a person trying things out never meets them. */
export const gentleLimits: Limits = {
  overall: { burst: 90, perSecond: 30 },
  chat: { burst: 30, perSecond: 1 },
  group: { burst: 40, perSecond: 20 / 60 },
};

/** Takes one message's worth for a chat; returns 0, or the whole seconds to wait. */
export type Limiter = (chat: Chat) => number;

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets over `now` (milliseconds). A refused message costs nothing. */
export function createLimiter(limits: Limits, now: () => number): Limiter {
  const buckets = new Map<string, Bucket>();

  function refill(key: string, { burst, perSecond }: Allowance): Bucket {
    const old = buckets.get(key) ?? { left: burst, at: now() };
    const gained = (Math.max(0, now() - old.at) / 1000) * perSecond;
    const bucket = { left: Math.min(burst, old.left + gained), at: now() };
    buckets.set(key, bucket);
    return bucket;
  }

  return (chat) => {
    const perChat = chat.type === "private" ? limits.chat : limits.group;
    const pairs = [
      { bucket: refill("overall", limits.overall), perSecond: limits.overall.perSecond },
      { bucket: refill(String(chat.id), perChat), perSecond: perChat.perSecond },
    ];
    const wait = Math.max(...pairs.map(({ bucket, perSecond }) => (1 - bucket.left) / perSecond));
    if (wait > 0) return Math.ceil(wait);
    for (const { bucket } of pairs) bucket.left -= 1;
    return 0;
  };
}
