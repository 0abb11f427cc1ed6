/**
 * The HTTP under grammY's client. grammY only says that a request failed; what may be done about a failed send hangs
 * on whether the other side can have got it, so the sockets are ours.
 */
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as plain } from "node:http";
import { Agent as HttpsAgent, request as secure } from "node:https";
import type { Readable } from "node:stream";
import type { Instant } from "../core/schedule.ts";

/** A request without a usable answer. `written`: bytes may have reached the other side. */
export class TransportError extends Error {
  readonly written: boolean;

  constructor(message: string, written: boolean, options?: ErrorOptions) {
    super(message, options);
    this.name = "TransportError";
    this.written = written;
  }
}

export interface TransportOptions {
  /** Milliseconds from the start of a request to the end of its answer. */
  timeoutMs: number;
  /** Milliseconds until the connection must stand. */
  connectMs: number;
  /** Told the `Date` header of each answer. */
  onDate?(at: Instant): void;
}

/** The part of fetch's request that grammY fills in. */
interface Init {
  method: string;
  headers: Record<string, string>;
  body: string | Readable;
  signal: Pick<AbortSignal, "aborted" | "addEventListener" | "removeEventListener">;
}

/** The part of fetch's answer that grammY reads. */
interface Answer {
  json(): Promise<unknown>;
}

export interface Transport {
  fetch(url: string, init: Init): Promise<Answer>;
  /** Closes idle connections. */
  close(): void;
}

/**
 * Milliseconds an idle connection is kept: less than any server does. One that the server closes just as we write to
 * it would leave open whether the request arrived.
 */
const idleMs = 3000;

export function openTransport(options: TransportOptions): Transport {
  const idle = { keepAlive: true, timeout: idleMs };
  const agents = { "http:": new HttpAgent(idle), "https:": new HttpsAgent(idle) };
  return {
    fetch: (url, init) => exchange(new URL(url), init, agents, options),
    close: () => {
      agents["http:"].destroy();
      agents["https:"].destroy();
    },
  };
}

function exchange(
  url: URL,
  init: Init,
  agents: Record<"http:" | "https:", HttpAgent>,
  options: TransportOptions,
): Promise<Answer> {
  const tls = url.protocol === "https:";
  const agent = agents[tls ? "https:" : "http:"];
  return new Promise((resolve, reject) => {
    const request = (tls ? secure : plain)(url, { method: init.method, headers: init.headers, agent });
    let written = false;
    // Node sends the head as soon as the connection stands, so from there on bytes may have arrived.
    whenConnected(request, tls, () => {
      written = true;
      clearTimeout(connecting);
    });
    const fail = (message: string, cause?: unknown) => {
      finish();
      reject(new TransportError(message, written, { cause }));
      request.destroy();
    };
    const connecting = setTimeout(() => fail("no connection in time"), options.connectMs);
    const waiting = setTimeout(() => fail("no answer in time"), options.timeoutMs);
    const abort = () => fail("aborted");
    const finish = () => {
      clearTimeout(connecting);
      clearTimeout(waiting);
      init.signal.removeEventListener("abort", abort);
    };
    request.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.message, error));
    request.on("response", (response) => {
      read(response)
        .then((body) => {
          finish();
          tellDate(response, options);
          resolve({ json: () => parsed(body, response.statusCode ?? 0) });
        })
        .catch((error: NodeJS.ErrnoException) => fail(error.code ?? error.message, error));
    });
    if (init.signal.aborted) return abort();
    init.signal.addEventListener("abort", abort);
    send(request, init.body, fail);
  });
}

function whenConnected(request: ClientRequest, tls: boolean, connected: () => void): void {
  request.on("socket", (socket) => {
    if (request.reusedSocket || !socket.connecting) connected();
    else socket.once(tls ? "secureConnect" : "connect", connected);
  });
}

function send(request: ClientRequest, body: string | Readable, fail: (message: string, cause: unknown) => void): void {
  if (typeof body === "string") {
    request.setHeader("content-length", Buffer.byteLength(body));
    request.end(body);
    return;
  }
  body.on("error", (error) => fail("the file could not be read", error));
  body.pipe(request);
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function tellDate(response: IncomingMessage, options: TransportOptions): void {
  const at = Date.parse(response.headers.date ?? "");
  if (!Number.isNaN(at)) options.onDate?.(at);
}

/** A proxy's page, or nothing at all, instead of the Bot API's own answer leaves open what became of the request. */
async function parsed(body: string, status: number): Promise<unknown> {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer === "object" && answer !== null && "ok" in answer && typeof answer.ok === "boolean")
      return answer;
  } catch {
    // Told below, together with JSON that is not an answer.
  }
  throw new TransportError(`HTTP ${status} without an answer of the Bot API`, true);
}
