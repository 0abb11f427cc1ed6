/**
 * The only way a check connects. The addresses of a name are filtered and the connection goes to one of those very
 * addresses, so nothing that happens to the name afterwards matters; each redirect and each new look dials again.
 */
import { connect, isIP, type Socket } from "node:net";
import type { ErrorClass } from "../../../core/reading.ts";
import { Trouble } from "../probe.ts";
import { type Network, permits, plainHost } from "./network.ts";

export interface Place {
  /** A name, an IPv4 address, or an IPv6 address with or without brackets. */
  host: string;
  port: number;
}

/** @throws Trouble: dns, forbidden, refused, unreachable, reset. When the signal is aborted, whatever Node throws. */
export async function dial({ host, port }: Place, network: Network, signal: AbortSignal): Promise<Socket> {
  const name = plainHost(host);
  const addresses = isIP(name) ? [name] : await resolve(name, network, signal);
  const allowed = addresses.filter((address) => permits(network.allow, name, address)).slice(0, 8);
  if (allowed.length === 0) throw new Trouble("forbidden", addresses[0] ?? name);
  const socket = await open(name, port, allowed, signal);
  // What the system says it is connected to has the last word.
  if (permits(network.allow, name, socket.remoteAddress ?? "")) return socket;
  socket.destroy();
  throw new Trouble("forbidden", socket.remoteAddress ?? name);
}

/** A lookup cannot be stopped, only no longer be waited for. */
async function resolve(name: string, network: Network, signal: AbortSignal): Promise<string[]> {
  signal.throwIfAborted();
  return new Promise((done, fail) => {
    const stop = () => fail(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    network
      .resolve(name)
      .then(done, (error) => fail(new Trouble("dns", codeOf(error))))
      .finally(() => signal.removeEventListener("abort", stop));
  });
}

function open(name: string, port: number, addresses: string[], signal: AbortSignal): Promise<Socket> {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return new Promise((done, fail) => {
    const socket = connect({
      host: name,
      port,
      signal,
      // Only asked for names; Node then tries the addresses one after the other.
      lookup: (_host, options, answer) =>
        options.all ? answer(null, found) : answer(null, found[0]?.address ?? "", found[0]?.family),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: 2_500,
    });
    socket.once("error", (error) => fail(asTrouble(error)));
    socket.once("connect", () => {
      socket.removeAllListeners("error");
      // Errors from here on belong to whoever uses the socket; one that nobody waits for must not end the process.
      socket.on("error", () => {});
      done(socket);
    });
  });
}

const classes: Record<string, ErrorClass> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "timeout",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  EHOSTDOWN: "unreachable",
  EPROTO: "tls",
};

/** What a socket or the HTTP parser throws, as the trouble it is. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  const code = codeOf(error);
  if (/^(?:ERR_SSL|ERR_TLS)/.test(code)) return new Trouble("tls", code);
  return new Trouble(classes[code] ?? "protocol", code);
}

export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "UNKNOWN";
  if ("code" in error && typeof error.code === "string") return error.code;
  // Several addresses, each with its own error.
  if ("errors" in error && Array.isArray(error.errors)) return codeOf(error.errors.at(-1));
  return error instanceof Error ? error.name : "UNKNOWN";
}
