/** Telegram as one part of the process: the way out, the way in, their start and their end. */

import { Api } from "grammy";
import { soon } from "../app/engine/soon.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Channel } from "../core/channel.ts";
import type { Instant } from "../core/schedule.ts";
import { type Built, buildBot } from "./build.ts";
import { telegramChannel } from "./channel.ts";
import { openClient, sendTimeoutMs } from "./client.ts";
import { type Inbox, openInbox } from "./inbox.ts";
import { membership } from "./membership.ts";
import { offerMenu } from "./menu.ts";
import { resultOf } from "./outcome.ts";
import { type Poller, pollTimeoutMs, startPoller } from "./poller.ts";
import type { PackReport } from "./report.ts";

export interface BotOptions {
  token: string;
  /** Null is Telegram's own server. */
  apiRoot: string | null;
  /** Telegram user ids of those who own Belfry from the start. */
  owners: number[];
  /** Writes and draws reports. */
  packReport: PackReport;
  /** Told the `Date` header of each answer. */
  onDate(at: Instant): void;
  /** Belfry cannot go on. */
  onFatal(exitCode: number, why: string): void;
}

export interface TelegramBot {
  channel: Channel;
  isIn: Belfry["isIn"];
  /** Resolves when Telegram has said who we are, or could not; then it is asked again until it does. */
  start(): Promise<void>;
  /**
   * Takes in nothing more, without confirming what is not stored; resolves when nothing is being handled, but after
   * `graceMs` at the latest. What is left then is handled by the next start.
   */
  stop(graceMs: number): Promise<void>;
  /** Breaks off what is still being sent; to be called when nothing is. */
  close(): void;
  /** Resolves when every stored update is handled. */
  idle(): Promise<void>;
  /** What is wrong, null when nothing is. */
  trouble(): string | null;
}

interface State {
  stopped: boolean;
  trouble: string | null;
  poller: Poller | null;
  inbox: Inbox | null;
}

/** Milliseconds between tries to learn who we are. */
const again = { unreachable: 5000, refused: 60_000 };
/** Exit code when another process fetches this bot's updates. */
const takenExit = 5;

export function createBot(belfry: Belfry, options: BotOptions): TelegramBot {
  const address = { apiRoot: options.apiRoot, onDate: options.onDate };
  const sending = openClient(address, sendTimeoutMs);
  const polling = openClient(address, pollTimeoutMs);
  const built = buildBot(belfry, options.token, sending.options);
  const state: State = { stopped: false, trouble: null, poller: null, inbox: null };

  const listen = (bot: number) => {
    const inbox = openInbox({ ...belfry, handle: built.handle, giveUp: built.giveUp });
    state.inbox = inbox;
    state.poller = startPoller({
      ...belfry,
      bot,
      api: new Api(options.token, polling.options),
      onStored: inbox.wake,
      onTaken: () => options.onFatal(takenExit, "another process has fetched this bot's updates for ten minutes"),
    });
    inbox.wake();
  };

  return {
    channel: telegramChannel(built.bot.api, belfry.defaults.language, options.packReport),
    isIn: membership(built.bot.api, belfry.log),
    async start() {
      await putOwners(belfry, options.owners);
      await hello(belfry, built, state, listen);
    },
    stop(graceMs) {
      state.stopped = true;
      const quiet = async () => {
        await state.poller?.stop();
        await state.inbox?.stop();
      };
      return soon(belfry, quiet(), graceMs);
    },
    close() {
      polling.close();
      sending.close();
    },
    idle: async () => state.inbox?.idle(),
    trouble: () => state.trouble ?? state.poller?.trouble() ?? null,
  };
}

async function putOwners(belfry: Belfry, owners: number[]): Promise<void> {
  for (const id of owners) {
    const known = await belfry.store.people.get(id);
    if (known?.role !== "owner") await belfry.store.commit([{ do: "putPerson", id, patch: { role: "owner" } }]);
  }
}

/** Learns who we are and begins to listen. A wrong token, or no network, is no reason to end: it is tried again. */
async function hello(belfry: Belfry, built: Built, state: State, listen: (bot: number) => void): Promise<void> {
  const { bot } = built;
  if (state.stopped) return;
  try {
    bot.botInfo = await bot.api.getMe();
  } catch (error) {
    const result = resultOf(error);
    const refused = result.result === "refused" && result.reason === "unauthorized";
    state.trouble = refused ? "Telegram refuses the token" : "Telegram cannot be reached";
    belfry.log.error({ err: error }, `${state.trouble}; trying again`);
    const delay = refused ? again.refused : again.unreachable;
    belfry.clock.alarm(belfry.clock.now() + delay, () => void hello(belfry, built, state, listen));
    return;
  }
  state.trouble = null;
  listen(bot.botInfo.id);
  await offerMenu(belfry, bot.api).catch((error: unknown) => belfry.log.warn({ err: error }, "no command menu"));
}
