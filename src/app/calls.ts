/** Calls from outside: what each of them starts. */
import type { Belfry } from "../core/belfry.ts";
import { hookEvent } from "../core/event.ts";
import type { HookCall, HookWay } from "../core/hook.ts";
import { eventRunKey } from "../core/run.ts";
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
  const action = hook && (await store.actions.get(hook.action));
  const waits: HookWay = action?.schedule.type === "event" ? "event" : "ping";
  if (!action || action.deletedAt !== null || waits !== way) return false;
  const at = clock.now();
  const cause = once === null ? `call/${await store.newId("run")}` : `hook/${once}`;
  const run = startedRun(action, eventRunKey(action.id, cause), "event", at);
  const looks = statusOf(action, at) === "paused" ? [] : [{ do: "addRun", row: run } as const];
  await store.commit([
    { do: "callHook", action: action.id, call: { ...given, at } },
    ...(way === "ping" ? looks : await happened(belfry, hookEvent(action.id), cause, at)),
  ]);
  belfry.wake();
  return true;
}
