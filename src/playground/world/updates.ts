import type { Table } from "./journal.ts";

/** Kinds a bot must ask for by name (Bot API getUpdates, `allowed_updates`). */
const onlyOnRequest = new Set(["chat_member", "message_reaction", "message_reaction_count"]);
const keptForMs = 24 * 60 * 60 * 1000;

/** Bot API `Update`: an id and one field named for its kind. */
interface Update {
  update_id: number;
  [kind: string]: unknown;
}

/** An update that waits, since `at` (milliseconds). */
export interface QueuedUpdate {
  at: number;
  update: Update;
}

/** What the queue needs of the world. */
interface Home {
  updates: Table<QueuedUpdate>;
  settings: Table<unknown>;
  now(): number;
  next(counter: string): number;
}

/** What getUpdates was asked. `offset` as in the Bot API, `timeoutMs` in milliseconds. */
export interface Poll {
  offset: number;
  limit: number;
  timeoutMs: number;
  allowed?: string[] | undefined;
}

/** The updates that wait for the bot. */
export interface Inbound {
  /** Queues one update, unless the bot did not ask for its kind. */
  add(kind: string, content: unknown): void;
  /** Queues anything as it is, whatever its id, and hands it out once, even below the offset. */
  addRaw(update: unknown): void;
  /** Confirms ids below the offset, then waits for at least one update, the timeout, or `gone`. A newer call ends an older one with `conflict`. */
  poll(poll: Poll, gone: AbortSignal): Promise<unknown[] | "conflict">;
  /** How many updates wait. */
  count(): number;
  /** Forgets what waits. */
  clear(): void;
  /** Ends a waiting call with no updates. */
  stop(): void;
}

interface Waiter {
  end(result: unknown[] | "conflict"): void;
  look(): void;
}

/** The queue of one bot, kept in the world. */
export function createInbound(world: Home): Inbound {
  const raw: unknown[] = [];
  let waiter: Waiter | undefined;

  function add(kind: string, content: unknown): void {
    const allowed = world.settings.get("allowedUpdates") as string[] | undefined;
    if (allowed?.length ? !allowed.includes(kind) : onlyOnRequest.has(kind)) return;
    const update = { update_id: 100_000_000 + world.next("update"), [kind]: content };
    world.updates.put(String(update.update_id), { at: world.now(), update });
    waiter?.look();
  }

  function take({ offset, limit }: Poll): unknown[] {
    const waiting = world.updates.values();
    const from = offset < 0 ? (waiting.at(offset)?.update.update_id ?? 0) : offset;
    const outdated = world.now() - keptForMs;
    for (const { at, update } of waiting) {
      if (update.update_id < from || at < outdated) world.updates.delete(String(update.update_id));
    }
    const kept = world.updates.values().map((queued) => queued.update);
    return [...raw.splice(0, limit), ...kept].slice(0, limit);
  }

  return {
    add,
    addRaw(update) {
      raw.push(update);
      waiter?.look();
    },
    poll(poll, gone) {
      waiter?.end("conflict");
      if (poll.allowed) world.settings.put("allowedUpdates", poll.allowed);
      const ready = take(poll);
      if (ready.length > 0 || poll.timeoutMs === 0) return Promise.resolve(ready);
      return new Promise((resolve) => {
        const mine: Waiter = {
          end(result) {
            clearTimeout(timer);
            if (waiter === mine) waiter = undefined;
            resolve(result);
          },
          look() {
            const found = take(poll);
            if (found.length > 0) mine.end(found);
          },
        };
        const timer = setTimeout(() => mine.end([]), poll.timeoutMs);
        gone.addEventListener("abort", () => mine.end([]), { once: true });
        waiter = mine;
      });
    },
    count: () => raw.length + world.updates.values().length,
    clear() {
      raw.length = 0;
      for (const { update } of world.updates.values()) world.updates.delete(String(update.update_id));
    },
    stop: () => waiter?.end([]),
  };
}
