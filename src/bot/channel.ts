/** Telegram as a way out: renders a delivery's view, cuts it to size, sends it part by part. */
import type { Api } from "grammy";
import type { Channel, Outgoing, Part } from "../core/channel.ts";
import type { Instant } from "../core/schedule.ts";
import { textsFor } from "../texts/all.ts";
import type { Texts } from "../texts/en.ts";
import { joined, type Styled } from "../texts/styled.ts";
import type { Message } from "./message.ts";
import { render } from "./render/render.ts";
import { sceneOf } from "./render/scene.ts";
import { type PackReport, type ReportView, reportParts } from "./report.ts";
import { deleteMessage, editPiece, type Piece, sendPiece } from "./send.ts";
import { slice, split } from "./split.ts";

/** Telegram's limit of a text, less the room the mark of a repeat takes. */
const limit = 4096 - 32;
/** Texts that would need more messages than this go as a file. */
const mostParts = 4;
/** A text this much shorter than the limit stays one part whatever "in 5 min" becomes while it waits. */
const slack = 256;

/** `language` is spoken to whoever speaks none of Belfry's. */
export function telegramChannel(api: Api, language: string, pack: PackReport): Channel {
  return {
    name: "telegram",
    compose: (outgoing) => {
      const texts = textsFor(outgoing.settings.language, language);
      const { delivery } = outgoing;
      return delivery.payload.view === "report" && delivery.operation === "send"
        ? composeReport(api, pack, outgoing, delivery.payload, texts)
        : compose(api, outgoing, texts);
    },
  };
}

function composeReport(api: Api, pack: PackReport, outgoing: Outgoing, report: ReportView, texts: Texts): Part[] {
  const { delivery, repeat, settings } = outgoing;
  const { chat, thread, replyTo, silent } = delivery;
  const marked = repeat ? delivery.parts.length : null;
  const target = { chat, thread, replyTo, silent, only: delivery.instead !== null };
  return reportParts(api, pack, report, { marked, texts, language: settings.language, target });
}

function compose(api: Api, outgoing: Outgoing, texts: Texts): Part[] {
  const { delivery, target } = outgoing;
  if (delivery.operation === "delete")
    return target === null ? [] : [{ send: (signal) => deleteMessage(api, delivery.chat, target, signal) }];
  const message = steady(outgoing, texts);
  if (delivery.operation === "edit") {
    if (target === null) return [];
    const piece = { body: clamped(message.body), buttons: message.buttons, askLocation: null, file: null };
    return [{ send: (signal) => editPiece(api, delivery.chat, target, piece, signal) }];
  }
  return pieces(message, texts).map((piece, i) => {
    const marked = outgoing.repeat && i === delivery.parts.length;
    const sent = marked ? { ...piece, body: joined([texts.repeat, piece.body], "\n") } : piece;
    const { chat, thread, silent } = delivery;
    const place = { chat, thread, silent, replyTo: i === 0 ? delivery.replyTo : null };
    return { send: (signal) => sendPiece(api, place, sent, signal) };
  });
}

/**
 * Rendered as of now, so that "in 5 min" is true when it is sent; a text near or over the limit is rendered as of its
 * creation instead, so that a retry finds the same number of parts.
 */
function steady(outgoing: Outgoing, texts: Texts): Message {
  const created = renderedAt(outgoing, texts, outgoing.delivery.createdAt);
  return created.body.text.length < limit - slack ? renderedAt(outgoing, texts, outgoing.now) : created;
}

function renderedAt(outgoing: Outgoing, texts: Texts, now: Instant): Message {
  return render(outgoing.delivery.payload, sceneOf(outgoing.settings, texts, outgoing.delivery.chat, now));
}

function pieces(message: Message, texts: Texts): Piece[] {
  const parts = split(message.body, limit);
  const askLocation = message.askLocation ?? null;
  if (parts.length > mostParts) {
    const body = texts.asFile(message.body.text.length, parts[0]?.text.split("\n")[0] ?? "");
    return [{ body, buttons: message.buttons, askLocation, file: { name: "message.txt", content: message.body.text } }];
  }
  return parts.map((body, i) => {
    const last = i === parts.length - 1;
    return {
      body,
      buttons: last ? message.buttons : [],
      askLocation: last ? askLocation : null,
      file: last ? (message.file ?? null) : null,
    };
  });
}

/** An edit has one message only. */
function clamped(body: Styled): Styled {
  const first = split(body, limit - 1)[0] ?? body;
  return first.text.length === body.text.length ? body : joined([slice(first, 0, first.text.length), "…"], "");
}
