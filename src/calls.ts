/** Calls from outside, from the listener to the actions they are for. */
import { takeCall } from "./app/calls.ts";
import type { Belfry } from "./core/belfry.ts";
import type { Hooks } from "./http/hooks.ts";
import { readCall } from "./kinds/check/ping.ts";

export function hooksOf(belfry: Belfry): Hooks {
  return {
    async ping(token, ending, body) {
      const call = readCall(ending, body);
      return call !== null && takeCall(belfry, "ping", token, call);
    },
    async event(token, once, body) {
      const call = readCall("", body);
      return call !== null && takeCall(belfry, "event", token, call, once);
    },
  };
}
