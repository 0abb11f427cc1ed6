/** Settings that hold in a place: the chat's own, else the person's, else the configuration's. */
import type { Belfry } from "../core/belfry.ts";
import type { Chat, Settings } from "../core/chat.ts";
import { understands } from "../language/languages.ts";
import type { DayParts } from "../language/request.ts";

/** Clock times for words of the day; the card shows what became of them. */
export const dayParts: DayParts = {
  morning: "09:00",
  noon: "12:00",
  afternoon: "15:00",
  evening: "18:00",
  night: "21:00",
};

/** Telegram may tell any language; one that is not understood counts as none. A private chat has the id of its person, so for private chats both look-ups are one. `changed` is what the chat's settings are about to be. */
export async function settingsFor(
  belfry: Belfry,
  chat: number,
  person: number,
  changed: Partial<Chat> = {},
): Promise<Settings> {
  const place = { ...(await belfry.store.chats.get(chat)), ...changed };
  const own = person === chat ? place : await belfry.store.chats.get(person);
  const speaker = await belfry.store.people.get(person);
  const languages = [place?.language, own?.language, speaker?.language];
  return {
    zone: place?.zone ?? own?.zone ?? belfry.defaults.zone,
    language: languages.find((language) => language && understands(language)) ?? belfry.defaults.language,
    quiet: place?.quiet ?? null,
  };
}
