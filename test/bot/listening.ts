import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Api } from "grammy";
import { openClient } from "../../src/bot/client.ts";
import { startPoller } from "../../src/bot/poller.ts";
import type { InboxRow } from "../../src/core/inbox.ts";
import type { Log } from "../../src/core/log.ts";
import type { Store } from "../../src/core/store.ts";
import { openStore } from "../../src/store/open.ts";
import { manualClock } from "../support/manual-clock.ts";
import { startTelegram, type Telegram } from "../support/telegram.ts";
import { tuesday } from "../support/world.ts";

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A Telegram, a store and a clock, and pollers on them. */
export async function listening() {
  const clock = manualClock(tuesday);
  const telegram: Telegram = await startTelegram({ now: clock.now });
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-listening-"));
  const store = await openStore({ dataDir, log: silent, now: clock.now });
  const stops: (() => Promise<void>)[] = [];
  const watchers = new Set<() => void>();
  const taken = { times: 0 };

  const poll = (options: { store?: Store; timeoutMs?: number } = {}) => {
    const client = openClient({ apiRoot: telegram.apiRoot, onDate: () => {} }, options.timeoutMs ?? 45_000);
    const poller = startPoller({
      api: new Api(telegram.token, client.options),
      store: options.store ?? store,
      clock,
      log: silent,
      bot: 1,
      onStored: () => {
        for (const watch of watchers) watch();
      },
      onTaken: () => {
        taken.times += 1;
      },
    });
    stops.push(async () => {
      await poller.stop();
      client.close();
    });
    return poller;
  };

  /** Rows of the inbox, once there are so many. */
  const rows = (count: number) =>
    new Promise<InboxRow[]>((resolve) => {
      const look = async () => {
        const open = await store.inbox.open(1000);
        if (open.length < count) return;
        watchers.delete(look);
        resolve(open);
      };
      watchers.add(look);
      void look();
    });

  return {
    ...{ clock, telegram, store, poll, rows, taken },
    async close() {
      for (const stop of stops) await stop();
      await telegram.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The words of a stored message. */
export function textOf(row: InboxRow): unknown {
  return (row.update as { message?: { text?: string } }).message?.text;
}

/** Moves the clock on whenever something waits for it, until `done`. */
export async function until(
  clock: { nextAlarm(): number | null; set(at: number): Promise<void> },
  done: () => boolean,
) {
  while (!done()) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const next = clock.nextAlarm();
    if (next !== null) await clock.set(next);
  }
}
