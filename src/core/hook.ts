/** The address of an action that others may call: a ping that is expected, or an event. Whoever knows its token may. */
import type { Instant } from "./schedule.ts";

/** One call. `exit` is what the caller said of its own end, null when it said nothing. */
export interface HookCall {
  at: Instant;
  exit: number | null;
  /** What it sent along, as plain text. */
  log: string | null;
}

export interface Hook {
  /** An action has one at most. */
  action: number;
  /** Cannot be guessed: 192 random bits. */
  token: string;
  createdAt: Instant;
  last: HookCall | null;
}

/** `ping` is waited for by a check, `event` is what a schedule waits for. Each is called at an address of its own sort. */
export type HookWay = "ping" | "event";

export interface HookStore {
  byToken(token: string): Promise<Hook | null>;
  ofAction(action: number): Promise<Hook | null>;
}

export type HookChange =
  /** Expects that the action has none. */
  | { do: "addHook"; row: Hook }
  /** Expects that it has one. */
  | { do: "callHook"; action: number; call: HookCall };
