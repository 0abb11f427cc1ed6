/** One request and its redirects, each over a connection of its own that the rules of the network have let through. */
import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import type { Clock } from "../../../core/clock.ts";
import { asTrouble, dial } from "../net/dial.ts";
import type { Network } from "../net/network.ts";
import { secure } from "../net/secure.ts";
import { Trouble } from "../probe.ts";

/** How many redirects are followed, and how much of a body is read. */
const MAX_REDIRECTS = 3;
const MAX_BODY_BYTES = 1_048_576;

export interface Ask {
  /** http or https, as `webAddress` accepts it. */
  url: string;
  method: "GET" | "HEAD";
  /** `none`: the redirect itself is the answer. `sameHost`: to another host it is a trouble. */
  redirects: "follow" | "sameHost" | "none";
}

export interface Answer {
  url: string;
  status: number;
  /** Lower-case names; several values joined by a comma. */
  headers: Record<string, string>;
  body: Buffer;
  /** The body was longer than MAX_BODY_BYTES; what came after is not read. */
  cut: boolean;
  redirects: number;
  /** When the certificate of the last hop ends; null without TLS. */
  certificateEndsAt: number | null;
  /** From the first connection to the last byte read. */
  ms: number;
}

export interface Way {
  network: Network;
  clock: Pick<Clock, "monotonic">;
  signal: AbortSignal;
}

/** @throws Trouble; when the signal is aborted, whatever Node throws. */
export async function fetchAnswer(ask: Ask, way: Way): Promise<Answer> {
  const started = way.clock.monotonic();
  let url = new URL(ask.url);
  for (let redirects = 0; ; redirects += 1) {
    const hop = await oneHop(url, ask.method, way);
    const next = ask.redirects === "none" ? null : redirectOf(hop, url);
    if (!next) return { ...hop, url: url.href, redirects, ms: Math.round(way.clock.monotonic() - started) };
    if (redirects === MAX_REDIRECTS) throw new Trouble("redirects", `more than ${MAX_REDIRECTS}`);
    if (ask.redirects === "sameHost" && next.host !== url.host) throw new Trouble("redirects", next.host);
    url = next;
  }
}

type Hop = Omit<Answer, "url" | "redirects" | "ms">;

/** @throws Trouble for a place a check must not go to. */
function redirectOf({ status, headers }: Hop, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return null;
  const next = URL.canParse(headers.location, from.href) ? new URL(headers.location, from) : null;
  if (!next || !isWebAddress(next)) throw new Trouble("redirects", "location");
  return next;
}

/** http or https, a host, and no name or password in it (they would be shown wherever the address is). */
export function isWebAddress(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.hostname !== "" && url.username === "" && url.password === "";
}

async function oneHop(url: URL, method: "GET" | "HEAD", way: Way): Promise<Hop> {
  const { network, signal } = way;
  const secured = url.protocol === "https:";
  const port = Number(url.port) || (secured ? 443 : 80);
  const socket = await dial({ host: url.hostname, port }, network, signal);
  try {
    const tls = secured ? await secure(socket, url.hostname, network, signal) : null;
    // Before anything is said to whoever that is.
    if (tls?.certificates.problem) throw new Trouble("certificate", tls.certificates.problem);
    const response = await send(url, method, () => tls?.socket ?? socket, signal);
    return {
      status: response.statusCode ?? 0,
      headers: flat(response.headers),
      ...(await bodyOf(response)),
      certificateEndsAt: tls?.certificates.endsAt ?? null,
    };
  } catch (error) {
    if (signal.aborted) throw error;
    throw asTrouble(error);
  } finally {
    socket.destroy();
  }
}

function send(
  url: URL,
  method: "GET" | "HEAD",
  createConnection: () => Socket,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = {
    host: url.host,
    "user-agent": "Belfry",
    accept: "*/*",
    // Nothing compressed: the limit on the body is then a limit on the text.
    "accept-encoding": "identity",
    connection: "close",
  };
  return new Promise((done, fail) => {
    const asked = request({ method, path: url.pathname + url.search, headers, createConnection, signal });
    asked.once("response", done);
    asked.on("error", fail);
    asked.end();
  });
}

async function bodyOf(response: IncomingMessage): Promise<{ body: Buffer; cut: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BODY_BYTES) break;
  }
  return { body: Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES), cut: size > MAX_BODY_BYTES };
}

function flat(headers: IncomingMessage["headers"]): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The body in the letters its Content-Type names, UTF-8 when it names none or an unknown one. */
export function textOf({ body, headers }: Pick<Answer, "body" | "headers">): string {
  const charset = /charset="?([\w-]{1,40})/i.exec(headers["content-type"] ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
