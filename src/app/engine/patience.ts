/** A part of the engine that fails (a full disk, a locked database) rests a second and tries again; the others go on. */
import type { Belfry } from "../../core/belfry.ts";

export const againMs = 1_000;

export interface Patience {
  /** Does the work unless its part rests. Returns what the work returned, false where it failed or rests. */
  attempt(part: string, work: () => Promise<boolean>): Promise<boolean>;
  /** Milliseconds until a resting part tries again, or null. */
  nextIn(): number | null;
}

export function createPatience({ clock, log }: Pick<Belfry, "clock" | "log">): Patience {
  /** Monotonic time until which a part rests. */
  const rests = new Map<string, number>();
  return {
    async attempt(part, work) {
      if ((rests.get(part) ?? 0) > clock.monotonic()) return false;
      rests.delete(part);
      try {
        return await work();
      } catch (error) {
        log.error({ part, error: String(error) }, "a part of the engine failed; it tries again in a second");
        rests.set(part, clock.monotonic() + againMs);
        return false;
      }
    },
    nextIn() {
      const waits = [...rests.values()].map((until) => Math.max(1, Math.ceil(until - clock.monotonic())));
      return waits.length === 0 ? null : Math.min(...waits);
    },
  };
}
