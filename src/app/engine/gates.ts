/**
 * What may keep a run from what it is for, asked when its time has come: the ledger, how another action stands, a
 * command. Nothing is kept beside the ledger.
 */
import type { Action, Gate } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import type { Outcome, RunContext } from "../../core/kind.ts";
import type { Run } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";

/** What only waits for its gates is tried this often. */
const pollMs = 60_000;

/** The code is the reason in the ledger. */
export interface Refusal {
  code: "cooldown" | "condition";
  /** When a cooldown is over. */
  until: Instant | null;
}

const codes: ReadonlySet<string> = new Set(["cooldown", "condition"]);

const condition: Refusal = { code: "condition", until: null };

interface Asked {
  action: Action;
  run: Run;
  now: Instant;
  signal: AbortSignal;
}

/** The first gate that is shut. What has rung, or is tried again, has passed already; what is forced, or looks at creation, is not asked. */
export async function refusedBy(belfry: Belfry, asked: Asked): Promise<Refusal | null> {
  const { action, run } = asked;
  if (run.trigger === "forced" || run.trigger === "created" || run.attempts > 1 || run.note !== null) return null;
  for (const gate of action.gates) {
    const refusal = await refusalOf(belfry, asked, gate);
    if (refusal) return refusal;
  }
  return null;
}

async function refusalOf(belfry: Belfry, asked: Asked, gate: Gate): Promise<Refusal | null> {
  if (gate.type !== "command") return refusesNow(belfry, asked.action.id, gate, asked.now);
  const outcome = await runCommand(belfry, asked, gate.named);
  return (outcome.result === "success") === (gate.is === "good") ? null : condition;
}

/** What the ledger says of a gate of this action. */
export async function refusesNow(
  belfry: Pick<Belfry, "store">,
  action: number,
  gate: Exclude<Gate, { type: "command" }>,
  now: Instant,
): Promise<Refusal | null> {
  if (gate.type === "cooldown") {
    const until = await cooledAt(belfry, action, gate.ms);
    return until > now ? { code: "cooldown", until } : null;
  }
  const [last] = await belfry.store.runs.finished(gate.action, 1);
  const target = await belfry.store.actions.get(gate.action);
  if (last === undefined || target === null || target.deletedAt !== null) return condition;
  return (last.outcome === "succeeded") === (gate.is === "good") ? null : condition;
}

/** So long after the last run that did something was over, or that rang began. */
export async function cooledAt({ store }: Pick<Belfry, "store">, action: number, ms: number): Promise<Instant> {
  const last = await store.runs.lastActive(action);
  if (last === null) return 0;
  const rang = last.outcome === null || last.outcome === "skipped" || last.outcome === "missed";
  return ((rang ? last.startedAt : last.endedAt) ?? last.dueAt) + ms;
}

/** As a check of it would. A command that is not there is neither good nor bad news: it is bad. */
async function runCommand(belfry: Belfry, { action, run, now, signal }: Asked, named: string): Promise<Outcome> {
  const kind = belfry.kinds.get("check");
  const spec = kind?.spec.safeParse({ probe: { type: "command", run: { named } } });
  if (!kind || !spec?.success) return { result: "failure", error: "unknownCommand" };
  const context: RunContext<unknown> = {
    ...{ action, spec: spec.data, run, now, signal, quietUntil: null, notify: "never", held: null, survives: false },
    history: async () => [],
    kept: async () => null,
    message: () => {},
    amend: () => {},
    alarm: () => {},
  };
  return kind.run(context);
}

/** Whether it has no times of its own: it is tried all the time, and waits for its gates. */
function isPolled({ schedule, gates }: Pick<Action, "schedule" | "gates">): boolean {
  return gates.length > 0 && schedule.type === "every" && schedule.ms <= pollMs;
}

/** Refusals in a row of what is tried all the time are one row of the ledger. */
export async function folded(
  { store }: Pick<Belfry, "store">,
  action: Action,
  run: Run,
  reason: string,
): Promise<{ patch: Partial<Run>; changes: Change[] } | null> {
  if (run.slot === null || !isPolled(action) || !codes.has(reason)) return null;
  const before = (await store.runs.history(action.id, 2)).find(({ id }) => id !== run.id);
  if (before?.outcome !== "skipped" || before.reason !== reason || before.slot === null) return null;
  const patch = { slot: before.slot, slotTo: run.slot, count: before.count + run.count };
  return { patch, changes: [{ do: "dropRun", id: before.id }] };
}
