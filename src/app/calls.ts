/** Calls from outside: what each of them starts. */
import type { Belfry } from "../core/belfry.ts";
import { hookEvent } from "../core/event.ts";
import type { Hook, HookCall, HookWay } from "../core/hook.ts";
import { eventRunKey } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change } from "../core/store.ts";
import { statusOf } from "./cards.ts";
import { happened } from "./engine/events.ts";
import { startedRun } from "./starting.ts";

/**
 * Takes a call: it is kept, and what waits for it runs, in one write. False where nothing is called so, or no more. A
 * call with the `once` of an earlier one starts nothing again.
 */
export async function takeCall(
  belfry: Belfry,
  way: HookWay,
  token: string,
  given: Omit<HookCall, "at">,
  once: string | null = null,
): Promise<boolean> {
  const { store, clock } = belfry;
  const hook = await store.hooks.byToken(token);
  if (hook === null) return false;
  const at = clock.now();
  const cause = once === null ? `call/${await store.newId("run")}` : `hook/${once}`;
  const changes = way === "ping" ? await seen(belfry, hook, cause, at) : await startedBy(belfry, hook, cause, at);
  if (changes === null) return false;
  await store.commit([{ do: "callHook", action: hook.action, call: { ...given, at } }, ...changes]);
  belfry.wake();
  return true;
}

/** A ping is looked at at once. Null where none is expected. */
async function seen({ store }: Belfry, hook: Hook, cause: string, at: Instant): Promise<Change[] | null> {
  const action = await store.actions.get(hook.action);
  if (!action || action.deletedAt !== null || action.schedule.type === "event") return null;
  if (statusOf(action, at) === "paused") return [];
  return [{ do: "addRun", row: startedRun(action, eventRunKey(action.id, cause), "event", at) }];
}

/** All that wait for it; others may, when the one it was made for is gone. Null where nothing does. */
async function startedBy(belfry: Belfry, hook: Hook, cause: string, at: Instant): Promise<Change[] | null> {
  const on = hookEvent(hook.action);
  if ((await belfry.store.actions.awaiting([on])).length === 0) return null;
  return happened(belfry, on, cause, at);
}
