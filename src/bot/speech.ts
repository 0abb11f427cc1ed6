/** What is said in words, or with a picture, a forward, a place. */
import type { Message } from "grammy/types";
import { say } from "../app/operations/say.ts";
import type { View } from "../core/view.ts";
import { repliedTo, wordsOf } from "./addressed.ts";
import { commandOf } from "./command-words.ts";
import { act, answered } from "./conversation.ts";
import { changesSomething, isLate, lateNotice } from "./late.ts";
import { tell } from "./perform.ts";
import { likelyZones } from "./places.ts";
import { type Talk, textsOf } from "./talk.ts";

/** What one can be reminded of, though it is not words. Other messages (somebody joined, a title changed) say nothing. */
const things = [
  "photo",
  "video",
  "animation",
  "audio",
  "voice",
  "video_note",
  "document",
  "sticker",
  "contact",
  "poll",
  "venue",
  "story",
] as const;

export async function heard(talk: Talk): Promise<void> {
  const message = talk.message;
  if (message === undefined) return;
  if (message.location !== undefined && message.venue === undefined)
    return tell(talk, zonesAt(talk, message.location.latitude, message.location.longitude));
  if (isThing(message)) return act(talk, say, { text: "", forwarded: forwardedOf(message, talk) });
  if (message.text === undefined) return;
  const text = wordsOf(message, talk);
  if (isLate(talk) && changesSomething(talk, text)) return tell(talk, lateNotice(text));
  const reply = await repliedTo(talk);
  if (reply?.question !== undefined && (await answered(talk, reply.question, text))) return;
  await act(talk, say, { text, ...(reply === null ? {} : { reply }) });
}

/** A sentence that was said before and now says something else. Commands are done once, whatever becomes of their words. */
export async function edited(talk: Talk): Promise<void> {
  const message = talk.editedMessage;
  if (message?.text === undefined || isThing(message) || commandOf(message, talk.me.username) !== null) return;
  const edits = { chat: talk.place.chat, message: message.message_id };
  await act(talk, say, { text: wordsOf(message, talk), edits });
}

/** Forwarded or sent through another bot, whatever it says; or not words at all. Never a command. */
function isThing(message: Message): boolean {
  if (message.forward_origin !== undefined || message.via_bot !== undefined) return true;
  return things.some((thing) => message[thing] !== undefined);
}

function forwardedOf(message: Message, talk: Talk) {
  const words = wordsOf(message, talk);
  const own = message.forward_origin === undefined && message.via_bot === undefined;
  return {
    original: { chat: talk.place.chat, message: message.message_id },
    excerpt: words === "" ? nameOf(message, talk) : words,
    ...(own ? { caption: words } : {}),
  };
}

/** What a thing without words is called: by a name of its own, else by what it is. */
function nameOf(message: Message, talk: Talk): string {
  const own =
    message.document?.file_name ?? message.contact?.first_name ?? message.poll?.question ?? message.venue?.title;
  const what = things.find((thing) => message[thing] !== undefined);
  return own ?? (what === undefined ? "" : textsOf(talk).things[what]);
}

function zonesAt(talk: Talk, latitude: number, longitude: number): View {
  return { view: "zoneMenu", zone: talk.settings.zone, likely: likelyZones(latitude, longitude) };
}
