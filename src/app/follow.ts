/** From a sentence that waits for something to the operation that makes it so. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import { eventOf } from "../core/event.ts";
import type { EventSchedule } from "../core/schedule.ts";
import type { FollowRequest } from "../language/request.ts";
import { findActions } from "./find.ts";
import { hookNamed } from "./hooks.ts";
import type { Call } from "./operation.ts";

/** A hook's name as a label: "Night build" is `night-build`. */
export function hookLabel(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, "-")
    .replace(/^[^\p{L}]+/u, "")
    .slice(0, 16);
}

/** "when she is back" is about nobody here. */
export async function isAboutSomething(belfry: Belfry, call: Call, { event, cause, does }: FollowRequest) {
  return (
    event === "startup" ||
    event === "hook" ||
    does.intent !== "remind" ||
    (await findActions(belfry, call, cause)).length > 0
  );
}

/** What the sentence waits for, where that is one thing. @throws BelfryError `nothingMatches` */
export async function eventMeant(
  belfry: Belfry,
  call: Call,
  { event, cause }: Pick<FollowRequest, "event" | "cause">,
): Promise<EventSchedule> {
  if (event === "startup") return { type: "event", on: event };
  if (event === "hook") return hookNamed(belfry, call, hookLabel(cause));
  const [action, other]: Action[] = await findActions(belfry, call, cause);
  if (!action || other) throw new BelfryError("nothingMatches", { target: cause });
  return { type: "event", on: eventOf(event, action.id) };
}
