/** Kinds whose runs the test ends by hand, for overlaps and retries. */
import { z } from "zod";
import type { Policies } from "../../../src/core/action.ts";
import type { Kind, Outcome, RunContext } from "../../../src/core/kind.ts";
import type { Run } from "../../../src/core/run.ts";

const policies: Policies = { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 3 };

/** Ends at once with what `outcome` says. */
export function quick(outcome: (context: RunContext<unknown>) => Outcome, repeatable = true): Kind {
  const run = async (context: RunContext<unknown>) => outcome(context);
  return { name: "quick", summary: "Ends at once.", spec: z.unknown(), policies: () => policies, repeatable, run };
}

export interface Slow extends Kind {
  /** Runs at work, in the order in which they began. */
  working: { run: Run; signal: AbortSignal; end(outcome?: Outcome): void }[];
}

/** Works until it is told to end, or to stop. */
export function slow(repeatable = true): Slow {
  const working: Slow["working"] = [];
  const run = ({ run, signal }: RunContext<unknown>) =>
    new Promise<Outcome>((resolve, reject) => {
      const end = (outcome: Outcome = { result: "success" }) => resolve(outcome);
      working.push({ run, signal, end });
      signal.addEventListener("abort", () => reject(new Error("stopped")));
    });
  return { name: "slow", summary: "Works.", spec: z.unknown(), policies: () => policies, repeatable, run, working };
}
