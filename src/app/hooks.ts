/** Addresses at which actions are called from outside. */
import { randomBytes } from "node:crypto";
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { hookEvent } from "../core/event.ts";
import type { Hook, HookWay } from "../core/hook.ts";
import type { Kind } from "../core/kind.ts";
import type { Change } from "../core/store.ts";

function newHook(belfry: Belfry, action: number): Hook {
  const token = randomBytes(24).toString("base64url");
  return { action, token, createdAt: belfry.clock.now(), last: null };
}

/** The hook of an action that is called from outside, made where it has none yet; null where it needs none. */
export async function hookFor(
  belfry: Belfry,
  { id, schedule, spec }: Pick<Action, "id" | "schedule" | "spec">,
  kind: Kind,
): Promise<{ hook: Hook; changes: Change[] } | null> {
  const isCalled = schedule.type === "event" ? schedule.on === hookEvent(id) : kind.isCalled?.(spec);
  if (!isCalled) return null;
  const known = await belfry.store.hooks.ofAction(id);
  if (known) return { hook: known, changes: [] };
  const hook = newHook(belfry, id);
  return { hook, changes: [{ do: "addHook", row: hook }] };
}

/** Where a hook is called, without what may follow. */
export function addressOf(belfry: Belfry, { token }: Pick<Hook, "token">, way: HookWay): string {
  return `${belfry.publicUrl()}/${way === "ping" ? "ping" : "hooks"}/${token}`;
}
