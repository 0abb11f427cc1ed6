/**
 * Fetches updates and stores them. Telegram is told that an update has arrived only after it is stored: grammY's own
 * loop confirms what is still being handled, so a kill in between would lose what the person said.
 */
import { type Api, GrammyError } from "grammy";
import type { Clock } from "../core/clock.ts";
import type { Log } from "../core/log.ts";
import type { Store } from "../core/store.ts";
import type { GrammySignal } from "./send.ts";
import { keyOf, laneOf, lastId } from "./update-facts.ts";

export interface PollerParts {
  api: Api;
  store: Store;
  clock: Clock;
  log: Log;
  /** The bot's own id. */
  bot: number;
  /** Something new is stored. */
  onStored(): void;
  /** Another poller has had this bot for ten minutes. */
  onTaken(): void;
}

export interface Poller {
  /** Ends the loop; what Telegram has not been told of stays there. */
  stop(): Promise<void>;
  /** What keeps updates from coming, null when they come. */
  trouble(): string | null;
}

/** Seconds Telegram holds a request open when there is nothing. */
const holdSeconds = 20;
/** Milliseconds until a request that hangs is given up: no answer for this long means a dead connection. */
export const pollTimeoutMs = 45_000;
const taken = { first: 5000, most: 60_000, patience: 10 * 60_000 };
const network = { first: 1000, most: 30_000 };
/** A token that is refused is looked at again, in case it is let in again. */
const refusedMs = 60_000;

const wanted = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

export function startPoller(parts: PollerParts): Poller {
  const { clock, log } = parts;
  const stopping = new AbortController();
  const state = { trouble: null as string | null, failures: 0, takenSince: null as number | null };

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        alarm.cancel();
        stopping.signal.removeEventListener("abort", end);
        resolve();
      };
      const alarm = clock.alarm(clock.now() + ms, end);
      stopping.signal.addEventListener("abort", end);
    });

  const rest = async (error: unknown) => {
    const delay = afterFailure(error, state, clock.monotonic());
    log.warn({ err: error, delay }, state.trouble ?? "no updates");
    if (state.takenSince !== null && clock.monotonic() - state.takenSince >= taken.patience) parts.onTaken();
    await sleep(delay);
  };

  const loop = async () => {
    let offset: number | null = null;
    while (!stopping.signal.aborted) {
      try {
        offset = await fetchOnce(parts, offset, stopping.signal);
        if (state.failures > 0) log.info({}, "updates come again");
        Object.assign(state, { trouble: null, failures: 0, takenSince: null });
      } catch (error) {
        if (!stopping.signal.aborted) await rest(error);
      }
    }
  };

  const ended = loop();
  return {
    trouble: () => state.trouble,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/**
 * One request. Returns the offset that confirms what was stored, or null: then the next request asks for whatever is
 * unconfirmed, since an old offset would hide updates that are numbered anew below it.
 */
async function fetchOnce(parts: PollerParts, offset: number | null, signal: AbortSignal): Promise<number | null> {
  const updates = await parts.api.getUpdates(
    { timeout: holdSeconds, allowed_updates: wanted, ...(offset === null ? {} : { offset }) },
    signal as GrammySignal,
  );
  if (updates.length === 0) return null;
  const receivedAt = parts.clock.now();
  await parts.store.inbox.add(
    updates.map((update) => ({ key: keyOf(parts.bot, update), lane: laneOf(update), update, receivedAt })),
  );
  parts.onStored();
  const last = lastId(updates);
  return last === null ? null : last + 1;
}

interface Trouble {
  trouble: string | null;
  failures: number;
  takenSince: number | null;
}

/** Notes what is wrong; returns the milliseconds to wait. */
function afterFailure(error: unknown, state: Trouble, now: number): number {
  state.failures += 1;
  const doubled = (first: number, most: number) => Math.min(first * 2 ** (state.failures - 1), most);
  const code = error instanceof GrammyError ? error.error_code : 0;
  if (code !== 409) state.takenSince = null;
  if (code === 409) {
    state.takenSince ??= now;
    state.trouble = "another process fetches this bot's updates";
    return doubled(taken.first, taken.most);
  }
  if (code === 401 || code === 404) {
    state.trouble = "Telegram refuses the token";
    return refusedMs;
  }
  state.trouble = "Telegram cannot be reached";
  const told = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
  return Math.max(told, doubled(network.first, network.most));
}
