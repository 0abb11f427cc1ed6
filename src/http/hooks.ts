/**
 * Calls from outside: `/ping/<token>` for what is expected, `/hooks/<token>` for what an event starts. Whatever is no
 * such address gets the same answer, and a call that is answered with 200 has been kept.
 */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Read of one call. */
const mostBytes = 1_048_576;
/** Calls of one address at once, and one more each `refillMs` after that. */
const burst = 20;
const refillMs = 3_000;

/** Where calls go. Each answers false for an address that is none. */
export interface Hooks {
  /** `ending` is what follows the token: `0` to `255`, `fail`, or nothing. */
  ping(token: string, ending: string, body: Uint8Array): Promise<boolean>;
  /** `once` is the same for a call that is made again. */
  event(token: string, once: string | null, body: Uint8Array): Promise<boolean>;
}

/** @param hooks null while Belfry starts. @param now milliseconds that never go back */
export function hookRoutes(hooks: () => Hooks | null, now: () => number): Hono {
  const app = new Hono();
  const limiter = createLimiter(now);
  const take = async (context: Context, token: string, call: (to: Hooks, body: Uint8Array) => Promise<boolean>) => {
    const to = hooks();
    if (to === null) return context.text("starting", 503, { "retry-after": "5" });
    const wait = limiter.wait(token);
    if (wait > 0) return context.text("too many calls", 429, { "retry-after": String(Math.ceil(wait / 1_000)) });
    const known = await call(to, new Uint8Array(await context.req.arrayBuffer()));
    if (!known) return context.notFound();
    limiter.count(token);
    return context.text("ok");
  };
  app.use("/ping/*", bodyLimit({ maxSize: mostBytes }));
  app.use("/hooks/*", bodyLimit({ maxSize: mostBytes }));
  // GET answers HEAD as well.
  app.on(["GET", "POST"], ["/ping/:token", "/ping/:token/:ending"], (context) => {
    const { token = "", ending = "" } = context.req.param() as { token?: string; ending?: string };
    return take(context, token, (to, body) => to.ping(token, ending, body));
  });
  app.post("/hooks/:token", (context) => {
    const token = context.req.param("token");
    const once = context.req.header("idempotency-key")?.slice(0, 255) ?? null;
    return take(context, token, (to, body) => to.event(token, once, body));
  });
  return app;
}

/** A bucket for each address that is called; only those that exist have one, so guesses cost no memory. */
function createLimiter(now: () => number) {
  const filled = new Map<string, { used: number; at: number }>();
  const usedBy = (token: string): number => {
    const bucket = filled.get(token);
    return bucket ? Math.max(0, bucket.used - (now() - bucket.at) / refillMs) : 0;
  };
  return {
    /** Milliseconds until the next call may be made; 0: it may. */
    wait: (token: string) => Math.max(0, usedBy(token) - (burst - 1)) * refillMs,
    count(token: string) {
      filled.set(token, { used: usedBy(token) + 1, at: now() });
    },
  };
}
