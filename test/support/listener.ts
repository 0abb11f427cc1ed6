import { onTestFinished } from "vitest";
import { hooksOf } from "../../src/calls.ts";
import { hookRoutes } from "../../src/http/hooks.ts";
import { routes, startHttp } from "../../src/http/server.ts";
import type { World } from "./world.ts";

/** Belfry's listener on loopback. Answers a call of the address a message shows, wherever that says it is. */
export async function listen(world: World): Promise<(message: { text: string }, init?: Call) => Promise<number>> {
  const hooks = hookRoutes(() => hooksOf(world.running.belfry), world.clock.monotonic);
  const server = await startHttp(
    routes(() => [], hooks),
    "127.0.0.1",
    0,
  );
  onTestFinished(() => server.close());
  return async ({ text }, { ending = "", ...init } = {}) => {
    const path = /https?:\/\/[^/\s]+(\/(?:ping|hooks)\/[\w-]+)/.exec(text)?.[1];
    const answer = await fetch(`${server.url}${path}${ending}`, init);
    await answer.text();
    return answer.status;
  };
}

interface Call extends RequestInit {
  /** `/0` */
  ending?: string;
}
