/** Everything live, in one object, built once by the composition root and passed to whoever needs it. */
import type { Channel } from "./channel.ts";
import type { ClaimCode } from "./claim.ts";
import type { Clock } from "./clock.ts";
import type { EscalationRules } from "./escalation.ts";
import type { Kind } from "./kind.ts";
import type { Log } from "./log.ts";
import type { Retention } from "./retention.ts";
import type { Store } from "./store.ts";
import type { Survivors } from "./survivors.ts";

/** What the parts need of the configuration. */
export interface Defaults {
  zone: string;
  language: string;
}

export interface Belfry {
  clock: Clock;
  log: Log;
  store: Store;
  defaults: Defaults;
  kinds: ReadonlyMap<string, Kind>;
  /** Telegram. */
  channel: Channel;
  /** Whether a person is in a group and may write there, as Telegram has it now; null while that cannot be told. */
  isIn(chat: number, person: number): Promise<boolean | null>;
  /** Another channel by its name, as the configuration has it now; null where it has none of that name. */
  outside(name: string): Channel | null;
  /** How escalations go, as the configuration has it now; those that are open keep the rules they began with. */
  rules(): EscalationRules;
  /** What is wrong with the configuration's file now, so that an earlier state of it still holds; mostly nothing. */
  fileProblems(): string[];
  /** Where Belfry is called from outside, no slash at its end. */
  publicUrl(): string;
  /** How long things are kept, as the configuration has it now. */
  retention(): Retention;
  /** What makes somebody owner; null when there is one, or the configuration names one. */
  claim: ClaimCode | null;
  /** Why nothing fires now (the clock is not to be believed), or null. */
  held(): string | null;
  survivors: Survivors;
  /** Something was committed: tick, runner and courier look again. */
  wake(): void;
}
