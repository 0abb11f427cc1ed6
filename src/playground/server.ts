import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { createLimiter, gentleLimits, type Limits } from "./bot-api/limits.ts";
import { botApi, type Interceptor } from "./bot-api/routes.ts";
import { guard } from "./guard.ts";
import { type Crowd, createCrowd } from "./people/crowd.ts";
import { pageRoutes } from "./people/routes.ts";
import type { Person } from "./world/types.ts";
import { openWorld, type World } from "./world/world.ts";

/** How to start a playground. */
export interface PlaygroundOptions {
  /** Where everything is kept; made when missing. */
  dataDir: string;
  /** 0 takes a free port. */
  port: number;
  /** Loopback unless said otherwise (a container); names other than loopback ones are refused all the same. */
  host?: string;
  /** Milliseconds since 1970; the computer's clock unless given. */
  now?: () => number;
  /** How fast the bot may send: gentle unless given, `"off"` for no limit. */
  limits?: Limits | "off";
  /** The bot's token; otherwise one is made once and kept. */
  botToken?: string;
  /** What else answers on its port. */
  more?: Hono;
  /** Stands between the wire and the methods, to answer a call otherwise. */
  intercept?: Interceptor;
}

/** A running playground. */
export interface Playground {
  /** The page: `http://127.0.0.1:<port>`. */
  url: string;
  /** What `TELEGRAM_API_ROOT` must be. */
  apiRoot: string;
  /** What `TELEGRAM_BOT_TOKEN` must be. */
  token: string;
  /** Everybody, the owner first. */
  people: Person[];
  /** The world itself, for looking. */
  world: World;
  /** What people do. */
  crowd: Crowd;
  /** Ends all connections and closes the files. */
  close(): Promise<void>;
}

/** Starts a local Telegram: a Bot API server and a chat page on one loopback port. Rejects when the port is taken. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const world = openWorld(options.dataDir, options.now ?? Date.now, options.botToken);
  const crowd = createCrowd(world);
  const limits = options.limits ?? gentleLimits;
  const limiter = limits === "off" ? undefined : createLimiter(limits, world.now);
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header("date", new Date(world.now()).toUTCString());
  });
  app.use(guard());
  app.route("/", botApi(world, limiter, options.intercept ?? ((call) => call.carryOut())));
  app.route("/", pageRoutes(world, crowd));
  if (options.more) app.route("/", options.more);
  const server = createAdaptorServer({ fetch: app.fetch });
  await listen(server, options.port, options.host ?? "127.0.0.1").catch((error: unknown) => {
    world.close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    apiRoot: url,
    token: world.token,
    people: world.people.values(),
    world,
    crowd,
    async close() {
      world.inbound.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      world.close();
    },
  };
}

function listen(server: ServerType, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}
