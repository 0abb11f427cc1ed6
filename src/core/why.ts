/** What keeps an action from running, or from being heard, as `/why` tells it. */
import type { Gate } from "./action.ts";
import type { Instant } from "./schedule.ts";

/** A gate with the title of the action it asks about. */
export type GateView = Exclude<Gate, { type: "condition" }> | { type: "condition"; title: string; is: "good" | "bad" };

export type Hold =
  /** Nothing fires: the clock is in doubt. `code` as `Belfry.held` has it. */
  | { hold: "clock"; code: string }
  /** `failures`: so many runs in a row that failed paused it; `crashes`: so many with which the process died. */
  | { hold: "paused"; until: Instant | null; failures?: number; crashes?: number }
  /** The next slot is left out. */
  | { hold: "skip"; slot: Instant }
  | { hold: "cooldown"; until: Instant }
  /** `shut`: it would refuse now; null for a command, which is asked only then. */
  | { hold: "gate"; gate: GateView; shut: boolean | null }
  /** The next one waits for the end of quiet hours. */
  | { hold: "quiet"; until: Instant }
  /** Telegram takes nothing for its chat. */
  | { hold: "blocked" }
  /** It runs, and nothing is raised. */
  | { hold: "maintenance"; until: Instant }
  | { hold: "event" | "someday" | "over" | "rings" | "works" }
  | { hold: "causeGone"; title: string };
