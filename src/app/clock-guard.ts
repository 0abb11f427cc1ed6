/**
 * Watches the machine's clock. A small jump is a fact to note: forward is handled like having been away, backward
 * cannot fire a slot twice. A clock that leaps a day ahead, or that Telegram's replies contradict, cannot be trusted
 * with firing years of reminders at once: firing is held until two replies in a row agree with it.
 */
import type { Belfry } from "../core/belfry.ts";
import type { Instant } from "../core/schedule.ts";

const noticedMs = 2_000;
const absurdLeapMs = 24 * 60 * 60_000;
const disagreementMs = 10 * 60_000;
const agreementsNeeded = 2;

/**
 * `leap`: the clock jumped more than a day ahead. `server`: it is not what Telegram's replies say. `away`: the process
 * starts more than a day after the last one was seen, which a wrong clock looks like as well.
 */
export type Hold = "leap" | "server" | "away";

export interface ClockGuard {
  /** Whether the clock was changed since the last check. */
  jumped(): boolean;
  /** Hears when the process before this one was last seen. */
  lastSeen(at: Instant): void;
  /** Compares wall and monotonic time since the last call. Returns by how many milliseconds the wall clock jumped, 0 for none worth noting. */
  check(): number;
  /** Hears the `Date` of a reply. */
  observe(serverDate: Instant): void;
  /** Why nothing may fire now, or null. */
  held(): Hold | null;
}

export function createClockGuard({ clock, log }: Pick<Belfry, "clock" | "log">): ClockGuard {
  const seen = { wall: clock.now(), elapsed: clock.monotonic() };
  const state: { held: Hold | null; agreements: number } = { held: null, agreements: 0 };

  function hold(why: Hold, fields: object): void {
    state.agreements = 0;
    if (state.held === null) log.warn({ ...fields, why }, "nothing fires until Telegram confirms the clock");
    state.held = why;
  }

  const jumpNow = () => clock.now() - seen.wall - (clock.monotonic() - seen.elapsed);

  return {
    lastSeen(at) {
      if (clock.now() - at > absurdLeapMs) hold("away", { sinceMs: clock.now() - at });
    },
    jumped: () => Math.abs(jumpNow()) > noticedMs,
    check() {
      const jump = jumpNow();
      seen.wall = clock.now();
      seen.elapsed = clock.monotonic();
      if (Math.abs(jump) <= noticedMs) return 0;
      log.warn({ byMs: Math.round(jump) }, "the clock was changed");
      if (jump > absurdLeapMs) hold("leap", { byMs: Math.round(jump) });
      return jump;
    },
    observe(serverDate) {
      const difference = clock.now() - serverDate;
      if (Math.abs(difference) > disagreementMs) return hold("server", { byMs: difference });
      state.agreements += 1;
      if (state.held === null || state.agreements < agreementsNeeded) return;
      log.warn({}, "the clock is right again");
      state.held = null;
    },
    held: () => state.held,
  };
}
