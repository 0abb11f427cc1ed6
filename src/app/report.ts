/** Reports as the application sees them: what is told to the kind, and a report made now without an action. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Kind, RunContext } from "../core/kind.ts";
import type { Run } from "../core/run.ts";
import type { Instant, Schedule } from "../core/schedule.ts";
import type { View } from "../core/view.ts";
import { nextSlot } from "../time/next-slot.ts";
import { DAY } from "../time/wall.ts";
import { actionRow } from "./create.ts";
import type { Call } from "./operation.ts";

export const report = "report";

/** The kind itself, which the composition root always brings. */
export function reportKind(belfry: Belfry): Kind {
  const kind = belfry.kinds.get(report);
  if (!kind) throw new Error(`There is no kind "${report}"`);
  return kind;
}

/** The spec as the kind wants it. @throws BelfryError `badTemplate`, `invalidInput` */
export function reportSpec(belfry: Belfry, given: unknown): unknown {
  const parsed = reportKind(belfry).spec.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  if (field === "named") throw new BelfryError("badTemplate", { name: namedIn(given), problem: issue?.message ?? "" });
  throw new BelfryError("invalidInput", { field, problem: issue?.message ?? "" });
}

function namedIn(given: unknown): string {
  return given instanceof Object && "named" in given ? String(given.named) : "";
}

export interface Wanted {
  title: string;
  /** Where it is to go, whose language and zone it speaks; null for here. */
  destination?: Action["destination"];
  /** As `reportSpec` gives it. */
  spec: unknown;
  schedule: Schedule;
}

/** The report as it would be now, of about as much time as the scheduled one will be about. */
export async function reportNow(belfry: Belfry, call: Call, wanted: Wanted): Promise<View> {
  const now = belfry.clock.now();
  const kind = reportKind(belfry);
  const row = actionRow(belfry, call, 0, { ...wanted, kind: report, policies: kind.policies(wanted.schedule) });
  const action: Action = { ...row, createdAt: now - periodOf(wanted.schedule, now) };
  const views: View[] = [];
  const context: RunContext<unknown> = {
    ...{ action, spec: wanted.spec, run: runNow(now), now, quietUntil: null, notify: "always", held: null },
    survives: false,
    signal: new AbortController().signal,
    history: async () => [],
    kept: async () => null,
    message: (view) => void views.push(view),
    amend: () => {},
    alarm: () => {},
  };
  await kind.run(context);
  const [view] = views;
  if (!view) throw new Error("a report said nothing");
  return view;
}

/** Milliseconds between two of its reports, or until the only one. */
function periodOf(schedule: Schedule, now: Instant): number {
  const first = nextSlot(schedule, now);
  if (first === null) return DAY;
  const second = nextSlot(schedule, first);
  return second === null ? first - now : second - first;
}

/** A run that is in no ledger. */
function runNow(now: Instant): Run {
  return {
    ...{ id: 0, key: "", action: 0, slot: null, lead: 0, slotTo: null, count: 1, trigger: "manual" },
    ...{
      state: "running",
      outcome: null,
      reason: null,
      dueAt: now,
      startedAt: now,
      endedAt: null,
      attempts: 1,
      crashes: 0,
    },
    ...{ missed: 0, wakeAt: null, note: null, rings: 0, output: null, data: null, answeredBy: null, labels: null },
  };
}
