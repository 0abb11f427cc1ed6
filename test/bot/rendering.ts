import type { Message } from "../../src/bot/message.ts";
import { render } from "../../src/bot/render/render.ts";
import { sceneOf } from "../../src/bot/render/scene.ts";
import type { Schedule } from "../../src/core/schedule.ts";
import type { ActionCard, View } from "../../src/core/view.ts";
import { textsFor } from "../../src/texts/all.ts";

/** The moment of product.md's examples: Tue 24 Nov 2026, 14:05 in Berlin. */
export const now = Date.UTC(2026, 10, 24, 13, 5);
export const berlin = "Europe/Berlin";

/** Wall time in Berlin in winter, as an instant. */
export function at(local: string): number {
  return Date.parse(`${local}:00+01:00`);
}

export function once(local: string): Schedule {
  return { type: "once", at: `${local}:00`, tz: berlin };
}

export function seen(view: View, chat = 1001, language = "en"): Message {
  return render(view, sceneOf({ zone: berlin, language, quiet: null }, textsFor(language), chat, now));
}

/** Text with bold in asterisks and italics in underscores, then the labels of the buttons, row by row. */
export function shown(view: View, chat = 1001, language = "en"): string {
  const { body, buttons } = seen(view, chat, language);
  const marks = { bold: "**", italic: "_", code: "`", pre: "`" };
  const inserts = body.spans.flatMap(({ type, offset, length }) => [
    { at: offset + length, mark: marks[type] },
    { at: offset, mark: marks[type] },
  ]);
  let text = body.text;
  for (const { at: place, mark } of inserts.sort((a, b) => b.at - a.at))
    text = text.slice(0, place) + mark + text.slice(place);
  const rows = buttons.map((row) => row.map((one) => `[${one.text}]`).join(" "));
  return [text, ...rows].join("\n");
}

const dentist: ActionCard = {
  id: 17,
  revision: 1,
  title: "Call the dentist",
  kind: "reminder",
  status: "active",
  schedule: once("2026-11-25T09:00"),
  leads: [],
  nag: null,
  critical: false,
  silent: false,
  policies: { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 8 },
  pause: null,
  owner: 1001,
  chat: 1001,
  next: [at("2026-11-25T09:00")],
};

type CardView = Extract<View, { view: "card" }>;

export function card(action: Partial<ActionCard> = {}, view: Partial<CardView> = {}): CardView {
  return {
    view: "card",
    card: { ...dentist, ...action },
    change: "created",
    undo: 5,
    before: null,
    notes: [],
    outcomes: [],
    text: null,
    editing: false,
    page: null,
    ...view,
  };
}
