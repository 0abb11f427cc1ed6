/**
 * Tells somebody outside once a minute that everything is well, so that they can ring when that stays away: the one
 * failure that Belfry cannot tell of itself.
 */
import type { Belfry } from "../core/belfry.ts";
import type { Instant } from "../core/schedule.ts";
import { MINUTE } from "../time/wall.ts";
import { createLoop } from "./engine/loop.ts";
import { soon } from "./engine/soon.ts";
import { audit } from "./escalation/audit.ts";

/** What is left undone for so long stands still. */
const stillMs = 2 * MINUTE;

export interface HeartbeatParts {
  /** What the parts themselves know to be wrong. */
  health(): string[];
  /** Calls the address, as it is configured now; null where there is none. Resolves to what went wrong, or null. */
  call(): ((signal: AbortSignal) => Promise<string | null>) | null;
}

export interface Heartbeat {
  start(): void;
  /** Resolves when no call is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export function createHeartbeat(belfry: Belfry, parts: HeartbeatParts): Heartbeat {
  const { clock, log } = belfry;
  const state = { nextAt: 0, silence: null as string | null };
  const ending = new AbortController();
  let alarm: ReturnType<Belfry["clock"]["alarm"]> | null = null;
  const round = async () => {
    if (clock.monotonic() < state.nextAt || ending.signal.aborted) return false;
    state.nextAt = clock.monotonic() + MINUTE;
    alarm = clock.alarm(clock.now() + MINUTE, () => loop.wake());
    const silence = await beat(belfry, parts, ending.signal);
    if (silence !== null && silence !== state.silence) log.warn({ why: silence }, "no heartbeat");
    if (silence === null && state.silence !== null) log.info({}, "the heartbeat is back");
    state.silence = silence;
    return false;
  };
  const loop = createLoop(round, () => false);
  return {
    start: () => loop.wake(),
    idle: () => loop.idle(),
    async stop() {
      ending.abort();
      const idle = loop.idle();
      loop.close();
      await soon(belfry, idle, MINUTE);
      alarm?.cancel();
    },
  };
}

/** Why there was none, or null. */
async function beat(belfry: Belfry, { health, call }: HeartbeatParts, signal: AbortSignal): Promise<string | null> {
  const calling = call();
  if (calling === null) return null;
  try {
    const problems = [...health(), ...(await standstill(belfry, belfry.clock.now()))];
    return problems.length > 0 ? problems.join("; ") : await calling(signal);
  } catch (error) {
    return String(error);
  }
}

/** What the store shows to be left undone, whatever the parts believe of themselves. */
async function standstill({ store }: Belfry, now: Instant): Promise<string[]> {
  const due = await store.actions.nextAt();
  const [update] = await store.inbox.open(1);
  const forgotten = audit(await store.escalations.open(), now);
  return [
    ...(due !== null && due < now - stillMs ? ["nothing fires"] : []),
    ...(update !== undefined && update.receivedAt < now - stillMs ? ["what was said is not taken up"] : []),
    ...(forgotten.length > 0 ? ["an escalation is not looked at"] : []),
    ...((await store.writable()) ? [] : ["the disk is full"]),
  ];
}
