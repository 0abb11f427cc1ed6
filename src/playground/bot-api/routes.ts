import { type Context, Hono } from "hono";
import { readBytes } from "../world/files.ts";
import type { World } from "../world/world.ts";
import { carryOut, type Reply, refusal } from "./call.ts";
import { BotApiError } from "./errors.ts";
import type { Limiter } from "./limits.ts";
import { type Parameters, readParameters } from "./parameters.ts";

/** One call on its way in, for somebody who wants to answer it otherwise. */
export interface Call {
  method: string;
  parameters: Parameters;
  /** Carries the call out and gives the true answer. */
  carryOut(): Promise<Reply>;
  /** Ends the connection without an answer, by FIN or by RST. */
  cut(how: "close" | "reset"): void;
  gone: AbortSignal;
}

/** Stands between the wire and the methods: gives the answer that goes out, or undefined for none at all. */
export type Interceptor = (call: Call) => Promise<Reply | { status: number; raw: string } | undefined>;

/** The Bot API: `/bot<token>/<method>` and `/file/bot<token>/<path>`, GET and POST. */
export function botApi(world: World, limiter: Limiter | undefined, intercept: Interceptor): Hono {
  const app = new Hono();
  app.all("/:bot{bot[^/]+}/:method", async (context) => {
    const wrong = checkToken(world, context.req.param("bot").slice(3));
    if (wrong) return context.json(wrong.body, wrong.status as 401);
    return answer(context, await readCall(world, limiter, context), intercept);
  });
  app.get("/file/:bot{bot[^/]+}/:path{.+}", (context) => {
    const wrong = checkToken(world, context.req.param("bot").slice(3));
    if (wrong) return context.json(wrong.body, wrong.status as 401);
    const path = context.req.param("path");
    const file = world.files.values().find((candidate) => candidate.file_path === path);
    if (!file) return context.json(refusal(new BotApiError(404, "Not Found")).body, 404);
    return context.body(new Uint8Array(readBytes(world, file)), 200, { "content-type": "application/octet-stream" });
  });
  return app;
}

async function readCall(world: World, limiter: Limiter | undefined, context: Context): Promise<Call | Reply> {
  const method = context.req.param("method") ?? "";
  const gone = context.req.raw.signal;
  try {
    const parameters = await readParameters(context.req.raw);
    return {
      method,
      parameters,
      gone,
      carryOut: () => carryOut(world, limiter, method, parameters, gone),
      cut(how) {
        const { socket } = context.env.incoming;
        if (how === "reset") socket.resetAndDestroy();
        else socket.destroy();
      },
    };
  } catch (error) {
    if (error instanceof BotApiError) return refusal(error);
    throw error;
  }
}

async function answer(context: Context, call: Call | Reply, intercept: Interceptor): Promise<Response> {
  const reply = "body" in call ? call : await intercept(call);
  if (!reply) return new Promise(() => {});
  if ("raw" in reply) return context.body(reply.raw, reply.status as 200, { "content-type": "text/html" });
  return context.json(reply.body, reply.status as 200);
}

/** A token that is none is unknown (404), a token that is not this bot's is refused (401), as Telegram does. */
function checkToken(world: World, token: string): Reply | undefined {
  if (token === world.token) return undefined;
  const formed = /^\d+:[\w-]{30,}$/u.test(token);
  return refusal(formed ? new BotApiError(401, "Unauthorized") : new BotApiError(404, "Not Found"));
}
