/**
 * What a button says when it is pressed: what to do, with what, at which revision, and one argument, in at most the
 * 64 bytes of `callback_data`. It gives no right; a modified client can send any.
 */
import type { ActionCard } from "../core/view.ts";
import type { Button } from "./message.ts";

export const pressNames = [
  "card",
  "edit",
  "pause",
  "resume",
  "skip",
  "delete",
  "run",
  "force",
  "critical",
  "silent",
  "lead",
  "ask",
  "undo",
  "list",
  "toggle",
  "answer",
  "forget",
  "done",
  "pass",
  "snooze",
  "later",
  "zone",
  "city",
  "place",
  "ready",
  "moveall",
  "keep",
  "hours",
  "language",
  "graph",
  "feed",
  "noquiet",
  "ack",
  "hush",
  "over",
  "log",
  "rerun",
  "approve",
  "tryout",
  "endmaint",
  "catchup",
  "misfire",
] as const;

export type PressName = (typeof pressNames)[number];

const names: ReadonlySet<string> = new Set(pressNames);

export interface Press {
  name: PressName;
  args: string[];
}

export function button(text: string, name: PressName, ...args: (string | number)[]): Button {
  return { text, data: [name, ...args].join(":") };
}

/** A button on an action's card: it carries the revision it was drawn for. */
export function cardButton(text: string, name: PressName, card: ActionCard, ...args: (string | number)[]): Button {
  return button(text, name, card.id, card.revision, ...args);
}

/** Null for data that no button of ours carries. */
export function readPress(data: string): Press | null {
  const [name = "", ...args] = data.split(":");
  return names.has(name) ? { name: name as PressName, args } : null;
}
