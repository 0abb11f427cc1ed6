/** A report as messages: its text, or a summary with the file, then a photo for each picture. */
import type { Api } from "grammy";
import type { Part } from "../core/channel.ts";
import type { View } from "../core/view.ts";
import type { Texts } from "../texts/en.ts";
import { joined, type Styled } from "../texts/styled.ts";
import { sendPiece, type Target } from "./send.ts";

export type ReportView = Extract<View, { view: "report" }>;

/** One message of a report. */
export interface ReportPiece {
  body: Styled;
  file: { name: string; content: string } | null;
  /** A PNG, with `body` as its caption. */
  photo: { name: string; png: Uint8Array } | null;
}

/** Writes and draws message number `part` in the words of a language. Where a picture cannot be drawn its words are left. */
export type PackReport = (report: ReportView, part: number, language: string) => Promise<ReportPiece>;

export interface Sending {
  /** The part that is marked as perhaps a repeat. */
  marked: number | null;
  texts: Texts;
  language: string;
  target: Target;
}

/** Each is packed when its turn comes, so that a report with many pictures is not drawn in one go. */
export function reportParts(
  api: Api,
  pack: PackReport,
  report: ReportView,
  { marked, texts, language, target }: Sending,
): Part[] {
  return Array.from({ length: report.parts }, (_, i) => ({
    send: async (signal) => {
      const { body, file, photo } = await pack(report, i, language);
      const piece = { body: i === marked ? joined([texts.repeat, body], "\n") : body, buttons: [], askLocation: null };
      const place = { ...target, replyTo: i === 0 ? target.replyTo : null };
      return sendPiece(api, place, { ...piece, file, ...(photo ? { photo } : {}) }, signal);
    },
  }));
}
