/** One request and its answer. What may be done about a failed one hangs on whether it can have arrived. */
import { type ClientRequest, type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import type { SendResult } from "../core/channel.ts";
import { connectMs, timeoutMs, wrongCredentials } from "./type.ts";

/** Read of an answer, in bytes; more says nothing about what became of the request. */
const mostBytes = 65_536;

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

interface Call extends Post {
  method: "GET" | "POST";
}

/** An answer, or none: `written` says whether bytes may have arrived then. */
export type Reply =
  | { answered: true; status: number; headers: IncomingMessage["headers"]; body: string }
  | { answered: false; written: boolean; reason: string };

export function post(one: Post): Promise<Reply> {
  return exchange({ method: "POST", ...one });
}

/** Calls an address. Null where it answers as it should, else why not; the address, which may be a secret, is not in it. */
export async function call(url: string, signal: AbortSignal): Promise<string | null> {
  const reply = await exchange({ method: "GET", url, headers: {}, body: "", signal });
  if (!reply.answered) return reply.reason;
  return reply.status >= 200 && reply.status < 300 ? null : `HTTP ${reply.status}`;
}

/** On a connection of its own: one that is kept could be closed just as it is written to. Follows no redirect. */
function exchange({ method, url, headers, body, signal }: Call): Promise<Reply> {
  return new Promise((resolve) => {
    const tls = url.startsWith("https:");
    const length = { "content-length": String(Buffer.byteLength(body)), "user-agent": "Belfry" };
    const request = (tls ? secure : plain)(url, { method, headers: { ...length, ...headers }, agent: false });
    let written = false;
    const end = (reply: Reply) => {
      clearTimeout(connecting);
      clearTimeout(waiting);
      signal.removeEventListener("abort", abort);
      resolve(reply);
      request.destroy();
    };
    const fail = (reason: string) => end({ answered: false, written, reason });
    const connecting = setTimeout(() => fail("no connection in time"), connectMs);
    const waiting = setTimeout(() => fail("no answer in time"), timeoutMs);
    const abort = () => fail("aborted");
    whenConnected(request, tls, () => {
      written = true;
      clearTimeout(connecting);
    });
    request.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? "connection failed"));
    request.on("response", (response) => {
      read(response).then(
        (text) => end({ answered: true, status: response.statusCode ?? 0, headers: response.headers, body: text }),
        // Its status is a definite answer, whatever became of the words behind it.
        () => end({ answered: true, status: response.statusCode ?? 0, headers: response.headers, body: "" }),
      );
    });
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    request.end(body);
  });
}

/** Node writes as soon as the connection stands. */
function whenConnected(request: ClientRequest, tls: boolean, connected: () => void): void {
  request.on("socket", (socket) => socket.once(tls ? "secureConnect" : "connect", connected));
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) break;
  }
  return Buffer.concat(chunks).toString("utf8").slice(0, mostBytes);
}

/**
 * The table of send outcomes for plain HTTP. `detail` makes a line of an answer's body, without secrets.
 * A 5xx may come from a proxy after the request went through, so nobody knows.
 */
export function resultOf(reply: Reply, detail: (body: string) => string): SendResult {
  if (!reply.answered) {
    if (reply.written) return { result: "unknown", reason: reply.reason };
    return { result: "notSent", reason: reply.reason, retryAfterMs: null, scope: "chat" };
  }
  const { status, headers, body } = reply;
  if (status >= 200 && status < 300) return { result: "sent", message: null };
  const reason = [`HTTP ${status}`, detail(body)].filter(Boolean).join(": ");
  if (status === 429) return { result: "notSent", reason, retryAfterMs: retryAfter(headers), scope: "chat" };
  if (status === 408 || status >= 500 || status < 200) return { result: "unknown", reason };
  if (status === 401 || status === 407) return wrongCredentials(reason);
  return { result: "refused", reason: "rejected", detail: reason };
}

/** Milliseconds; null where the server names no sensible time. RFC 9110, 10.2.3: seconds, or a date, read by the server's own clock. */
function retryAfter({ "retry-after": after, date }: IncomingMessage["headers"]): number | null {
  if (after === undefined) return null;
  const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(date ?? "");
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}
