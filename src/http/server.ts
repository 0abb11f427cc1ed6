/** The HTTP door: health and calls from outside now, the API and pages later. Loopback unless configured otherwise. */
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";

/** Empty when all is well; otherwise one short sentence each. */
export type Health = () => string[];

/** Routes without a listener, so tests can ask them directly. */
export function routes(health: Health, hooks: Hono): Hono {
  const app = new Hono();
  app.route("/", hooks);
  app.get("/healthz", (context) => {
    const problems = health();
    return context.json({ ok: problems.length === 0, problems }, problems.length === 0 ? 200 : 503);
  });
  return app;
}

export interface HttpServer {
  /** As programs on this machine call it. */
  url: string;
  close(): Promise<void>;
}

/**
 * Listens; port 0 takes a free one.
 * @throws the listener's own error, for example EADDRINUSE.
 */
export function startHttp(app: Hono, host: string, port: number): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
      resolve({ url: urlOf(host, address.port), close: () => close(server) });
    });
    server.once("error", reject);
  });
}

/** What listens everywhere is called here. */
function urlOf(host: string, port: number): string {
  const name = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
