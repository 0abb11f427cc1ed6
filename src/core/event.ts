/** What an event schedule waits for, as its `on` has it: `startup`, `hook:3`, `failed:17`; `hook` is a hook of its own. */

/**
 * What a run of an action can be to those that wait for it. `succeeded`: each run that did. `failed`: the first of a
 * row of failures. `recovered`: the first success after one.
 */
export type Happening = "succeeded" | "failed" | "recovered";

export type Event =
  /** Belfry has started. */
  | { event: "startup" }
  /** The address of the action of that number was called; null: its own, before the action has a number. */
  | { event: "hook"; hook: number | null }
  | { event: Happening; action: number };

export const happenings: readonly Happening[] = ["succeeded", "failed", "recovered"];

const form = /^(?:(startup)|(hook)(?::(\d{1,15}))?|(succeeded|failed|recovered):(\d{1,15}))$/;

/** Null for what is no event. */
export function readEvent(on: string): Event | null {
  const [found, startup, hook, number, happening, action] = form.exec(on) ?? [];
  if (found === undefined) return null;
  if (startup) return { event: "startup" };
  if (hook) return { event: "hook", hook: number === undefined ? null : Number(number) };
  return { event: happening as Happening, action: Number(action) };
}

/** What an action waits for that is to have a hook of its own, until it has a number. */
export const ownHook = "hook";

/** The address of an action was called. */
export function hookEvent(action: number): string {
  return `hook:${action}`;
}

export function eventOf(happening: Happening, action: number): string {
  return `${happening}:${action}`;
}
