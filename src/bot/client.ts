/** How grammY reaches the Bot API: over our own transport, told apart by how long a request may take. */
import type { ApiClientOptions } from "grammy";
import type { Instant } from "../core/schedule.ts";
import { openTransport } from "./transport.ts";

/** Where the Bot API is. */
export interface Address {
  /** Null is Telegram's own server. */
  apiRoot: string | null;
  /** Told the `Date` header of each answer. */
  onDate(at: Instant): void;
}

export interface Client {
  options: ApiClientOptions;
  /** Closes idle connections. */
  close(): void;
}

/** Milliseconds a send may take; after that nobody knows whether it arrived. */
export const sendTimeoutMs = 20_000;
/** Milliseconds until a connection must stand. */
const connectMs = 10_000;

export function openClient(address: Address, timeoutMs: number): Client {
  const transport = openTransport({ timeoutMs, connectMs, onDate: address.onDate });
  const options = {
    apiRoot: address.apiRoot ?? "https://api.telegram.org",
    fetch: transport.fetch,
    // Ours comes first and knows more; this one only ends a request whose file is never read to its end.
    timeoutSeconds: (timeoutMs + 5000) / 1000,
  };
  return { options, close: transport.close };
}
