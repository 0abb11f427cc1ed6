/** The command menu, told to Telegram only when it has changed. */
import type { Api } from "grammy";
import type { BotCommand, BotCommandScope } from "grammy/types";
import type { Belfry } from "../core/belfry.ts";
import { languageCodes, textsFor } from "../texts/all.ts";

const forOwners = ["members", "allow", "deny"];
const forGroups = [
  "add",
  "list",
  "agenda",
  "next",
  "pause",
  "resume",
  "delete",
  "done",
  "snooze",
  "undo",
  "escalations",
  "ack",
  "allow",
  "help",
];

interface Menu {
  scope: BotCommandScope;
  /** ISO 639-1; null for whoever's Telegram speaks a language without a menu of its own. */
  language: (typeof languageCodes)[number] | null;
  commands: BotCommand[];
}

export async function offerMenu(belfry: Belfry, api: Api): Promise<void> {
  const owners = (await belfry.store.people.withRole("owner")).map(({ id }) => id);
  const own = belfry.defaults.language;
  const others = languageCodes.filter((code) => code !== own);
  const menus = [null, ...others].flatMap((language) => menusFor(language, own, owners));
  const told = JSON.stringify(menus);
  if ((await belfry.store.meta.get("menu")) === told) return;
  for (const { scope, language, commands } of menus) {
    try {
      await api.setMyCommands(commands, { scope, ...(language === null ? {} : { language_code: language }) });
    } catch (error) {
      // An owner who has not opened a chat yet has no menu of their own; next time.
      if (scope.type !== "chat") throw error;
      belfry.log.debug({ err: error, chat: scope.chat_id }, "no menu for this chat");
    }
  }
  await belfry.store.commit([{ do: "putMeta", key: "menu", value: told }]);
}

function menusFor(language: Menu["language"], own: string, owners: number[]): Menu[] {
  const words = textsFor(language ?? own).commands;
  const all = Object.entries(words).map(([command, description]) => ({ command, description }));
  const members = all.filter(({ command }) => !forOwners.includes(command));
  return [
    { scope: { type: "default" }, language, commands: members },
    {
      scope: { type: "all_group_chats" },
      language,
      commands: all.filter(({ command }) => forGroups.includes(command)),
    },
    ...owners.map((owner): Menu => ({ scope: { type: "chat", chat_id: owner }, language, commands: all })),
  ];
}
