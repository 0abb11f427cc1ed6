/** Looks once a minute whether whatever is open will be looked at again, and says so where it will not. */
import type { Belfry } from "../../core/belfry.ts";
import { audit, type Complaint } from "../escalation/audit.ts";

const everyMs = 60_000;

export interface Auditor {
  /** Looks where a minute has passed. Returns false. */
  pass(): Promise<boolean>;
  /** Milliseconds until the next look, or null while nothing is open. */
  nextIn(): number | null;
  /** What was wrong at the last look. */
  complaints(): Complaint[];
}

export function createAuditor(belfry: Pick<Belfry, "store" | "clock" | "log">): Auditor {
  const { store, clock, log } = belfry;
  const state = { at: 0, open: 0, complaints: [] as Complaint[] };
  return {
    async pass() {
      if (clock.monotonic() < state.at) return false;
      state.at = clock.monotonic() + everyMs;
      const open = await store.escalations.open();
      state.open = open.length;
      state.complaints = audit(open, clock.now());
      for (const complaint of state.complaints) log.error(complaint, "an escalation is not looked at");
      return false;
    },
    nextIn: () => (state.open > 0 ? Math.max(1, state.at - clock.monotonic()) : null),
    complaints: () => state.complaints,
  };
}
