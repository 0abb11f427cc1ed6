import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { openChildren } from "../../../src/kinds/check/command/children.ts";
import { defaultLimits, findContainment, groupOnly } from "../../../src/kinds/check/command/containment.ts";
import type { CommandSettings } from "../../../src/kinds/check/command/settings.ts";
import { look } from "../../../src/kinds/check/look.ts";
import { allowance, type Network, systemNetwork } from "../../../src/kinds/check/net/network.ts";
import type { ProbeContext, Reading } from "../../../src/kinds/check/probe.ts";
import { checkSpec } from "../../../src/kinds/check/spec.ts";

/** Tue 24 Nov 2026, 14:05 in Berlin. */
const NOW = Date.parse("2026-11-24T13:05:00Z");

export const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A folder that is gone after the test. */
export function folder(): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "belfry-check-")));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export interface Setting {
  signal?: AbortSignal;
  previous?: string | null;
  network?: Partial<Network>;
  commands?: Partial<CommandSettings>;
  calls?: ProbeContext["calls"];
  now?: number;
  /** Key of a run whose command survives. */
  key?: string;
}

/** A context in which loopback may be asked and every command is approved. */
export function context(setting: Setting = {}): ProbeContext {
  const { PATH, HOME } = process.env;
  return {
    signal: setting.signal ?? new AbortController().signal,
    clock: { now: () => setting.now ?? NOW, monotonic: () => performance.now() },
    log: quiet,
    previous: setting.previous ?? null,
    idempotencyKey: setting.key ?? "17@1795525500000",
    survives: setting.key !== undefined,
    network: { ...systemNetwork(allowance(["127.0.0.0/8", "localhost"]), []), ...setting.network },
    commands: {
      named: {},
      workspace: tmpdir(),
      inherited: { PATH, HOME },
      containment: groupOnly,
      limits: { ...defaultLimits, graceMs: 300 },
      children,
      approved: () => true,
      ...setting.commands,
    },
    calls: setting.calls ?? null,
  };
}

/** Reads a check as a person's words would give it, then looks once. */
export function lookAt(spec: object, setting: Setting = {}): Promise<Reading> {
  return look(checkSpec.parse(spec), context(setting));
}

export const containment = await findContainment();

const noted = mkdtempSync(join(tmpdir(), "belfry-children-"));
afterAll(() => rmSync(noted, { recursive: true, force: true }));
const children = await openChildren(noted, quiet);

export interface Served {
  url: string;
  port: number;
  /** Connections and requests so far. */
  connections(): number;
  requests: string[];
}

/** A web server on loopback, at `host` when given. */
export async function serve(answer: RequestListener, host = "127.0.0.1"): Promise<Served> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  const { port, connections } = await listen(server, host);
  onTestFinished(() => server.closeAllConnections());
  return { url: `http://${host}:${port}`, port, connections, requests };
}

/** A bare server on loopback that does with each connection what it is told. */
export async function serveTcp(
  onConnection: Parameters<typeof createTcp>[1] = () => {},
  host = "127.0.0.1",
): Promise<{ port: number; connections(): number }> {
  const sockets = new Set<Socket>();
  const server = createTcp((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    onConnection(socket);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return listen(server, host);
}

export async function listen(server: Server, host: string): Promise<{ port: number; connections(): number }> {
  let count = 0;
  server.on("connection", () => {
    count += 1;
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(0, host, done);
  });
  onTestFinished(() => {
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => count };
}
