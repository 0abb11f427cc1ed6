/** What an event schedule waits for, as its `on` has it: `startup`, `hook:3`, `failed:17`. */

/**
 * What a run of an action can be to those that wait for it. `succeeded`: each run that did. `failed`: the first of a
 * row of failures. `recovered`: the first success after one.
 */
export type Happening = "succeeded" | "failed" | "recovered";

export type Event =
  /** Belfry has started. */
  | { event: "startup" }
  /** The address of the action of that number was called. */
  | { event: "hook"; hook: number }
  | { event: Happening; action: number };

export const happenings: readonly Happening[] = ["succeeded", "failed", "recovered"];

const form = /^(?:(startup)|hook:(\d{1,15})|(succeeded|failed|recovered):(\d{1,15}))$/;

/** Null for what is no event. */
export function readEvent(on: string): Event | null {
  const [found, startup, hook, happening, action] = form.exec(on) ?? [];
  if (found === undefined) return null;
  if (startup) return { event: "startup" };
  return hook ? { event: "hook", hook: Number(hook) } : { event: happening as Happening, action: Number(action) };
}

/** The address of an action was called. */
export function hookEvent(action: number): string {
  return `hook:${action}`;
}

export function eventOf(happening: Happening, action: number): string {
  return `${happening}:${action}`;
}
