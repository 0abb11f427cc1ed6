/** Addresses at which actions are called from outside. */
import { randomBytes } from "node:crypto";
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { hookEvent, ownHook, readEvent } from "../core/event.ts";
import type { Hook, HookWay } from "../core/hook.ts";
import type { Kind } from "../core/kind.ts";
import type { EventSchedule, Schedule } from "../core/schedule.ts";
import type { Change } from "../core/store.ts";
import { scopeOf } from "./access.ts";
import type { Call } from "./operation.ts";

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

/** With the number an action has, what it waits for. */
export function settled(schedule: Schedule, action: number): Schedule {
  return schedule.type === "event" && schedule.on === ownHook ? { ...schedule, on: hookEvent(action) } : schedule;
}

/**
 * What waits for calls of a hook of that name. The name is a label: whatever waits for calls here and has it is called
 * by one address. A new hook where nothing does.
 */
export async function hookNamed(belfry: Belfry, call: Call, name: string): Promise<EventSchedule> {
  const own: EventSchedule = { type: "event", on: ownHook };
  if (name === "") return own;
  const here = await belfry.store.actions.list(scopeOf(call));
  const found = here.find(({ labels, schedule }) => labels.includes(name) && hookOf(schedule) !== null);
  return found?.schedule.type === "event" ? found.schedule : own;
}

/** The action whose address starts it, where that is so. */
export function hookOf(schedule: Schedule): number | null {
  const event = schedule.type === "event" ? readEvent(schedule.on) : null;
  return event?.event === "hook" ? event.hook : null;
}

/** Where a hook is called, without what may follow. */
export function addressOf(belfry: Belfry, { token }: Pick<Hook, "token">, way: HookWay): string {
  return `${belfry.publicUrl()}/${way === "ping" ? "ping" : "hooks"}/${token}`;
}
