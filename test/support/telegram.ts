import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SentLine, sentLog } from "../../src/playground/bot-api/call.ts";
import type { Limits } from "../../src/playground/bot-api/limits.ts";
import { type Playground, startPlayground } from "../../src/playground/server.ts";
import {
  deleteTopic,
  leaveGroup,
  openTopic,
  renameGroup,
  renameTopic,
  setBotStatus,
  upgradeGroup,
} from "../../src/playground/world/groups.ts";
import type { BotStatus, Chat } from "../../src/playground/world/types.ts";
import { addPerson, firstGroup, type World } from "../../src/playground/world/world.ts";
import { type Actor, createActor } from "./actor.ts";
import { createChronicle } from "./chronicle.ts";
import { createFaults, type Faults } from "./faults.ts";

/** How a test's Telegram differs from a plain one: no rate limits, its own folder, a free port. */
export interface TelegramOptions {
  /** The test's clock, milliseconds. */
  now?: () => number;
  limits?: Limits;
  /** Kept after `close` when given. */
  dataDir?: string;
  port?: number;
}

/** A playground with its people at hand, faults to script, and a record of everything. */
export interface Telegram {
  apiRoot: string;
  token: string;
  url: string;
  dataDir: string;
  playground(): Playground;
  world(): World;
  faults: Faults;
  /** 1001, owner. */
  ana: Actor;
  /** 1002, member. */
  boris: Actor;
  /** 1003, stranger. */
  carla: Actor;
  /** Anybody else, made when new; `language` is what their Telegram speaks, "en" unless given. */
  person(id: number, name?: string, language?: string): Actor;
  /** The forum all three are in, with the bot as a plain member. */
  group: number;
  /** Opens a topic in the group, or in another forum; returns its thread id. */
  topic(name: string, chat?: number): number;
  renameTopic(thread: number, name: string, chat?: number): void;
  deleteTopic(thread: number, chat?: number): void;
  renameGroup(chat: number, title: string): void;
  /** A person leaves a group. */
  leaves(person: number, chat: number): void;
  /** How the bot stands in a group from now on. */
  setBot(chat: number, status: BotStatus): void;
  /** A group or supergroup without topics, everybody and the bot in it. */
  addGroup(title: string, type?: "group" | "supergroup"): Chat;
  /** Turns a group into a supergroup with another id; returns that. */
  upgrade(chat: number): number;
  /** Privacy mode of the bot in groups. */
  setPrivacy(on: boolean): void;
  /** Queues anything as an update, whatever its shape and id. It is handed out once. */
  pushUpdate(update: unknown): void;
  /** What was carried out, as it stands on the disk. */
  sent(): SentLine[];
  /** Ends the server: the port refuses until `open`. */
  shut(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a Telegram for one test. */
export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "belfry-telegram-"));
  const chronicle = createChronicle();
  const faults = createFaults(() => running.world);
  const start = async (port: number) => {
    const { now } = options;
    const { intercept } = faults;
    const started = await startPlayground({
      dataDir,
      port,
      limits: options.limits ?? "off",
      intercept,
      ...(now && { now }),
    });
    started.world.events.subscribe(chronicle.add);
    return started;
  };
  let running = await start(options.port ?? 0);
  const world = () => running.world;
  const actor = (id: number) => createActor(id, world, () => running.crowd, chronicle);
  const { apiRoot, token, url } = running;
  return {
    ...{ apiRoot, token, url, dataDir, faults, world, group: firstGroup },
    ...{ ana: actor(1001), boris: actor(1002), carla: actor(1003) },
    playground: () => running,
    person(id, name = `Person ${id}`, language = "en") {
      if (!world().people.get(String(id))) {
        addPerson(world(), { id, is_bot: false, first_name: name, language_code: language, standing: "stranger" });
      }
      return actor(id);
    },
    topic: (name, chat = firstGroup) => openTopic(world(), chatOf(world(), chat), 1001, name).thread,
    renameTopic: (thread, name, chat = firstGroup) => renameTopic(world(), chatOf(world(), chat), 1001, thread, name),
    deleteTopic: (thread, chat = firstGroup) => deleteTopic(world(), chatOf(world(), chat), thread),
    renameGroup: (chat, title) => renameGroup(world(), chatOf(world(), chat), 1001, title),
    leaves: (person, chat) => leaveGroup(world(), chatOf(world(), chat), person),
    setBot: (chat, status) => setBotStatus(world(), chatOf(world(), chat), 1001, status),
    addGroup: (title, type = "supergroup") => addGroup(world(), title, type),
    upgrade: (chat) => upgradeGroup(world(), chatOf(world(), chat), 1001).id,
    setPrivacy: (on) => world().settings.put("privacy", on),
    pushUpdate: (update) => world().inbound.addRaw(update),
    sent: () => readSent(dataDir),
    shut: () => running.close(),
    async open() {
      running = await start(Number(new URL(url).port));
    },
    async close() {
      faults.clear();
      await running.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The log of carried out sends, edits and deletions below a playground's folder, from any process. */
function readSent(dataDir: string): SentLine[] {
  if (!existsSync(sentLog(dataDir))) return [];
  const lines = readFileSync(sentLog(dataDir), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

function chatOf(world: World, id: number): Chat {
  const chat = world.chats.get(String(id));
  if (!chat) throw new Error(`No chat ${id}`);
  return chat;
}

function addGroup(world: World, title: string, type: "group" | "supergroup"): Chat {
  const number = world.next("group");
  const id = type === "group" ? -5000 - number : -1_001_000_100_000 - number;
  const members = world.people.values().map((person) => person.id);
  const chat: Chat = { id, type, title, members, bot: "member", topics: [] };
  world.chats.put(String(id), chat);
  return chat;
}
