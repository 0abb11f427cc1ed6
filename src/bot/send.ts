/** One request of a delivery, and what became of it. */
import { type Api, InputFile } from "grammy";
import type { InlineKeyboardMarkup, MessageEntity, ReplyKeyboardMarkup } from "grammy/types";
import type { SendResult } from "../core/channel.ts";
import type { Styled } from "../texts/styled.ts";
import type { Button } from "./message.ts";
import { lostTopic, refusedStyles, resultOf } from "./outcome.ts";

/** Where a part goes. */
export interface Target {
  chat: number;
  thread: number | null;
  replyTo: number | null;
  /** There and nowhere else: without its topic it is not sent to the rest of the group. */
  only?: boolean;
  /** Without a sound. */
  silent: boolean;
}

/** A part as it is sent. */
export interface Piece {
  body: Styled;
  buttons: Button[][];
  askLocation: string | null;
  /** Sent as a document with `body` as its caption. */
  file: { name: string; content: string } | null;
  /** A PNG, with `body` as its caption. */
  photo?: { name: string; png: Uint8Array };
}

/** grammY's types name the signal of a polyfill; the platform's own has all it uses. */
export type GrammySignal = NonNullable<Parameters<Api["getMe"]>[0]>;

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup;

export function sendPiece(api: Api, target: Target, piece: Piece, abort: AbortSignal): Promise<SendResult> {
  const signal = abort as GrammySignal;
  const send = async (plain: boolean, thread: boolean) => {
    const options = {
      ...(thread && target.thread !== null ? { message_thread_id: target.thread } : {}),
      ...(target.replyTo === null
        ? {}
        : { reply_parameters: { message_id: target.replyTo, allow_sending_without_reply: true } }),
      ...(target.silent ? { disable_notification: true } : {}),
      ...markup(piece),
    };
    const entities = entitiesOf(piece.body, plain);
    if (piece.photo) {
      const photo = new InputFile(piece.photo.png, piece.photo.name);
      const caption = { caption: piece.body.text, caption_entities: entities };
      return (await api.sendPhoto(target.chat, photo, { ...options, ...caption }, signal)).message_id;
    }
    if (piece.file !== null) {
      const file = new InputFile(Buffer.from(piece.file.content, "utf8"), piece.file.name);
      const caption = { caption: piece.body.text, caption_entities: entities };
      return (await api.sendDocument(target.chat, file, { ...options, ...caption }, signal)).message_id;
    }
    const more = { ...options, entities, link_preview_options: { is_disabled: true } };
    return (await api.sendMessage(target.chat, piece.body.text, more, signal)).message_id;
  };
  return settled(send, target.only);
}

export function editPiece(
  api: Api,
  chat: number,
  message: number,
  piece: Piece,
  abort: AbortSignal,
): Promise<SendResult> {
  return settled(async (plain) => {
    await api.editMessageText(
      chat,
      message,
      piece.body.text,
      {
        entities: entitiesOf(piece.body, plain),
        link_preview_options: { is_disabled: true },
        reply_markup: keyboard(piece.buttons),
      },
      abort as GrammySignal,
    );
    return message;
  });
}

export function deleteMessage(api: Api, chat: number, message: number, abort: AbortSignal): Promise<SendResult> {
  return settled(async () => {
    await api.deleteMessage(chat, message, abort as GrammySignal);
    return null;
  });
}

/** Sends; styles that are refused are left out once, and a topic that is gone as well. */
async function settled(
  send: (plain: boolean, thread: boolean) => Promise<number | null>,
  only = false,
): Promise<SendResult> {
  let plain = false;
  let thread = true;
  for (;;) {
    try {
      return { result: "sent", message: await send(plain, thread) };
    } catch (error) {
      if (!plain && refusedStyles(error)) plain = true;
      else if (thread && !only && lostTopic(error)) thread = false;
      else return resultOf(error);
    }
  }
}

function entitiesOf(body: Styled, plain: boolean): MessageEntity[] {
  return plain ? [] : body.spans;
}

function keyboard(buttons: Button[][]): InlineKeyboardMarkup {
  return { inline_keyboard: buttons.map((row) => row.map(({ text, data }) => ({ text, callback_data: data }))) };
}

function markup(piece: Piece): { reply_markup?: Markup } {
  if (piece.askLocation !== null) {
    const ask = [[{ text: piece.askLocation, request_location: true }]];
    return { reply_markup: { keyboard: ask, one_time_keyboard: true, resize_keyboard: true } };
  }
  return piece.buttons.length > 0 ? { reply_markup: keyboard(piece.buttons) } : {};
}
