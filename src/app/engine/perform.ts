/** One try of one run: find its kind, check its spec, do it, and take down how it ended. Never throws. */
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import type { Alarm, MessageOptions, Outcome, RunContext } from "../../core/kind.ts";
import { tells } from "../../core/notify.ts";
import type { Held } from "../../core/reading.ts";
import { isAwaited, type Run } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { View } from "../../core/view.ts";

import { notifyOf } from "../kinds.ts";
import { type Refusal, refusedBy } from "./gates.ts";

export interface Message {
  view: View;
  options: MessageOptions;
}

/** How a try ended, and what it wants to tell. */
export interface Finish {
  run: Run;
  action: Action;
  outcome: Outcome;
  messages: Message[];
  /** What the run's last message is to show from now on. */
  amended: View | null;
  /** Why it was told to stop, where it was: Belfry ends, or a newer run takes its place. */
  stopped: "stopping" | "cancelled" | null;
  /** How things stand, where the kind says so. */
  alarm: Alarm | null;
  /** Why nothing is told of it, where that is so. */
  held: Held | null;
  /** It was begun by the process before this one. */
  takenUp: boolean;
}

export interface Try {
  run: Run;
  action: Action;
  now: Instant;
  /** End of the chat's quiet hours where they hold, else null. */
  quiet(): Promise<Instant | null>;
  held(): Promise<Held | null>;
  signal: AbortSignal;
  /** It was begun by the process before this one: its gates have let it pass. */
  takenUp: boolean;
}

export async function perform(
  belfry: Belfry,
  { run, action, now, quiet, held, signal, takenUp }: Try,
): Promise<Finish> {
  const finish: Finish = {
    run,
    action,
    outcome: never("deleted"),
    messages: [],
    amended: null,
    stopped: null,
    alarm: null,
    held: null,
    takenUp,
  };
  if (action.deletedAt !== null) return { ...finish, outcome: { result: "skip", reason: "deleted" } };
  const kind = belfry.kinds.get(action.kind);
  if (!kind) return { ...finish, outcome: never(`unknownKind: ${action.kind}`) };
  const spec = kind.spec.safeParse(action.spec);
  if (!spec.success) return { ...finish, outcome: never(`badSpec: ${spec.error.issues[0]?.message ?? ""}`) };
  try {
    // What somebody starts by hand is wanted now.
    const byHand = isAwaited(run) && run.rings === 0;
    const quietUntil = action.critical || byHand ? null : await quiet();
    finish.held = await held();
    const notify = notifyOf(kind, action);
    const message = (view: View, options: MessageOptions = {}) => {
      if (options.news === undefined || tells(notify, options.news)) finish.messages.push({ view, options });
    };
    const amend = (view: View) => {
      finish.amended = view;
    };
    const alarm = (news: Alarm) => {
      // What has been raised before that was said is still over one day.
      if (news.alarm === "fine" || tells(notify, "failure")) finish.alarm = news;
    };
    const refused = takenUp ? null : await refusedBy(belfry, { action, run, now, signal });
    if (refused) {
      // Somebody waits for it; a slot is told by /why.
      if (run.trigger === "manual") message(refusedView(action, refused));
      return { ...finish, outcome: { result: "skip", reason: refused.code } };
    }
    const context = { action, spec: spec.data, run, now, signal, quietUntil, notify, message, amend, alarm };
    const rest = { ...pastOf(belfry, run), held: finish.held, survives: true };
    finish.outcome = await kind.run({ ...context, ...rest });
  } catch (error) {
    finish.outcome = { result: "failure", error: firstLine(error) };
  }
  if (signal.aborted) finish.stopped = signal.reason === "cancelled" ? "cancelled" : "stopping";
  return finish;
}

function refusedView({ id, title }: Action, { code, until }: Refusal): View {
  return { view: "refused", action: id, title, code, until };
}

function pastOf(belfry: Belfry, { id, action }: Run): Pick<RunContext<unknown>, "history" | "kept"> {
  return {
    history: async (limit) => {
      const runs = await belfry.store.runs.history(action, limit + 1);
      return runs.filter((run) => run.id !== id && run.state === "settled").slice(0, limit);
    },
    kept: () => belfry.store.meta.get(keptKey(action)),
  };
}

/** Where the store keeps what the runs of an action hand on. */
export function keptKey(action: number): string {
  return `kept/${action}`;
}

function never(error: string): Outcome {
  return { result: "failure", error, retry: false };
}

function firstLine(error: unknown): string {
  const words = error instanceof Error ? error.message || error.name : String(error);
  return (words.split("\n")[0] ?? "").slice(0, 300);
}
