/**
 * How fast messages get out: 1,000 to 1,000 chats and 100 to one chat, over HTTP to a Bot API server that enforces
 * Telegram's limits, beside the shortest time those limits allow. Counts requests that were refused as too many.
 *
 *   npx tsx bench/delivery.ts [chats] [messages to one chat]     1000 and 100 by default
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Api } from "grammy";
import { telegramChannel } from "../src/bot/channel.ts";
import { openClient, sendTimeoutMs } from "../src/bot/client.ts";
import type { Change } from "../src/core/store.ts";
import { telegramLimits } from "../src/playground/bot-api/limits.ts";
import { startPlayground } from "../src/playground/server.ts";
import { addPerson } from "../src/playground/world/world.ts";
import { noop, open } from "./parts.ts";

const FIRST = 5_000;
const noReports = () => Promise.reject(new Error("no reports here"));
const [chats = 1_000, single = 100] = process.argv.slice(2).map(Number);

/** Seconds the limits allow at best. */
function ideal(chat: { burst: number; perSecond: number }, messages: number): number {
  return Math.max(0, messages - chat.burst) / chat.perSecond;
}

/** Sends one message to each of these chats; returns seconds and refusals. */
async function drain(to: number[]): Promise<{ seconds: number; refused: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-bench-telegram-"));
  const count = { refused: 0 };
  const telegram = await startPlayground({
    ...{ dataDir, port: 0, limits: telegramLimits },
    async intercept(call) {
      const answer = await call.carryOut();
      if (answer.status === 429) count.refused += 1;
      return answer;
    },
  });
  for (const id of new Set(to)) {
    addPerson(telegram.world, { id, is_bot: false, first_name: `P${id}`, language_code: "en", standing: "member" });
    telegram.crowd.say(id, "/start");
  }
  const client = openClient({ apiRoot: telegram.apiRoot, onDate: () => {} }, sendTimeoutMs);
  const parts = await open(
    noop(() => {}),
    telegramChannel(new Api(telegram.token, client.options), "en", noReports),
  );
  await parts.engine.start();
  const now = parts.belfry.clock.now();
  const changes: Change[] = [];
  for (const chat of to) {
    const id = await parts.store.newId("delivery");
    const payload = { view: "notice", code: "cancelled", args: {} } as const;
    const row = { id, dedupeKey: `bench/${id}`, chat, payload, dueAt: now, createdAt: now };
    changes.push({ do: "addDelivery", row });
  }
  const began = performance.now();
  await parts.store.commit(changes);
  parts.engine.wake();
  while ((await parts.store.deliveries.waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const seconds = (performance.now() - began) / 1_000;
  await parts.close();
  client.close();
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
  return { seconds, refused: count.refused };
}

async function compare(name: string, to: number[], best: number): Promise<void> {
  const { seconds, refused } = await drain(to);
  const more = (100 * (seconds - best)) / best;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ideal ${best.toFixed(1)} s (+${more.toFixed(1)} %), ${refused} refused`,
  );
}

const everybody = Array.from({ length: chats }, (_, n) => FIRST + n);
await compare(`${chats} to as many chats`, everybody, ideal(telegramLimits.overall, chats));
await compare(
  `${single} to one chat`,
  Array.from({ length: single }, () => FIRST),
  ideal(telegramLimits.chat, single),
);
