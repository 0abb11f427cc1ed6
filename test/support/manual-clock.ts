import type { Clock } from "../../src/core/clock.ts";
import type { Instant } from "../../src/core/schedule.ts";

/** A clock that moves only when told, and rings its alarms on the way. */
export interface ManualClock extends Clock {
  /** Moves wall and monotonic time to `at`, stopping at each alarm and letting its work proceed before the next. */
  set(at: Instant): Promise<void>;
  /** The same, by `ms`. */
  advance(ms: number): Promise<void>;
  /** Changes wall time alone, as a corrected or suspended machine does; alarms that are due then ring on the next move. */
  jump(ms: number): void;
  /** Lets wall and monotonic time pass, as for a process that stands still; alarms due then ring on the next move. */
  stall(ms: number): void;
  /** When the next alarm rings, or null. */
  nextAlarm(): Instant | null;
}

/** Turns of the event loop given to the work an alarm starts. Enough for chains of promises that wait for no I/O. */
const TURNS = 5;

export function manualClock(start: Instant): ManualClock {
  let wall = start;
  let elapsed = 0;
  const alarms = new Set<{ at: Instant; ring: () => void }>();

  const moveTo = (at: Instant) => {
    elapsed += Math.max(0, at - wall);
    wall = Math.max(wall, at);
  };
  const earliest = () => [...alarms].sort((a, b) => a.at - b.at)[0];

  const set = async (at: Instant) => {
    await settle();
    for (let alarm = earliest(); alarm && alarm.at <= at; alarm = earliest()) {
      alarms.delete(alarm);
      moveTo(alarm.at);
      alarm.ring();
      await settle();
    }
    moveTo(at);
  };

  return {
    now: () => wall,
    monotonic: () => elapsed,
    alarm(at, ring) {
      // As the machine's clock does.
      if (!Number.isFinite(at)) throw new TypeError(`no alarm can be set for ${at}`);
      const alarm = { at, ring };
      alarms.add(alarm);
      return { cancel: () => void alarms.delete(alarm) };
    },
    set,
    advance: (ms) => set(wall + ms),
    jump(ms) {
      wall += ms;
    },
    stall(ms) {
      wall += ms;
      elapsed += ms;
    },
    nextAlarm: () => earliest()?.at ?? null,
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}
