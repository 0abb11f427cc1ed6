/** What a look at something gives: a verdict, what was measured and, when it is bad, of which class the trouble is. */
import type { Clock } from "../../core/clock.ts";
import type { HookCall } from "../../core/hook.ts";
import type { Log } from "../../core/log.ts";
import type { ErrorClass, ReadingData } from "../../core/reading.ts";
import type { Instant, Schedule } from "../../core/schedule.ts";
import type { CommandSettings } from "./command/settings.ts";
import type { Network } from "./net/network.ts";

export interface Reading extends ReadingData {
  /** What was printed or answered: head and tail, at most 64 KiB, plain text. */
  output?: string;
  /** To be handed back as `previous` at the next look; at most 64 KiB. */
  keep: string | null;
  /** A whole log for a person who wants to read it, at most 1 MiB. */
  attachment?: { name: string; text: string };
}

/** What a probe finds; the conditions of the check may still turn a good one bad. */
export interface Observation extends Reading {
  /** What `text` stands for in a condition; not kept. */
  text?: string;
  headers?: Record<string, string>;
}

/** Everything live a probe may touch. */
export interface ProbeContext {
  /** Aborted when the run is cancelled or Belfry stops. The probe then rejects with its reason, leaving nothing behind. */
  signal: AbortSignal;
  clock: Pick<Clock, "now" | "monotonic">;
  log: Log;
  /** `keep` of the reading before. */
  previous: string | null;
  /** The run's key, given to commands as BELFRY_IDEMPOTENCY_KEY. */
  idempotencyKey: string;
  /** Whether a command goes on when Belfry is killed, and is taken up by the next look of this run. */
  survives: boolean;
  network: Network;
  commands: CommandSettings;
  /** For `ping`: by when calls are expected, since when, and the last one. */
  calls: { schedule: Schedule; since: Instant; last: HookCall | null } | null;
}

export type Probe<S> = (spec: S, context: ProbeContext) => Promise<Observation>;

/** Something that makes a reading bad before there is an answer to judge. */
export class Trouble extends Error {
  readonly errorClass: ErrorClass;
  readonly detail: string | null;

  constructor(errorClass: ErrorClass, detail: string | null = null) {
    super(detail === null ? errorClass : `${errorClass}: ${detail}`);
    this.name = "Trouble";
    this.errorClass = errorClass;
    this.detail = detail;
  }
}

/**
 * Does `work` for at most `ms`.
 * @throws Trouble("timeout") after that; the reason of the context's signal when that was aborted.
 */
export async function within<T>(
  context: Pick<ProbeContext, "signal">,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  context.signal.throwIfAborted();
  const limit = AbortSignal.timeout(ms);
  try {
    return await work(AbortSignal.any([context.signal, limit]));
  } catch (error) {
    context.signal.throwIfAborted();
    throw limit.aborted ? new Trouble("timeout", `${ms} ms`) : error;
  }
}
