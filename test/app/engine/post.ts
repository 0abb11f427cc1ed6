/** Deliveries put straight into the store, and replies written down beforehand. */
import type { SendResult } from "../../../src/core/channel.ts";
import type { Delivery, NewDelivery } from "../../../src/core/delivery.ts";
import { ana, type Bench, second, start } from "./bench.ts";

/** Queues a delivery and returns its number. */
export async function post(b: Bench, patch: Partial<NewDelivery> = {}): Promise<number> {
  const now = b.clock.now();
  const id = await b.store.newId("delivery");
  const payload = { view: "ready", zone: `${id}` } as const;
  const row = { id, dedupeKey: `d${id}`, chat: ana, payload, dueAt: now, createdAt: now };
  await b.store.commit([{ do: "addDelivery", row: { ...row, ...patch } }]);
  b.engine.wake();
  return id;
}

export async function delivery(b: Bench, id: number): Promise<Delivery> {
  const found = await b.store.deliveries.get(id);
  if (!found) throw new Error(`no delivery ${id}`);
  return found;
}

/** Deliveries as they were sent: number, `!` where marked as a repeat, seconds after the start. */
export function sent(b: Bench): string[] {
  return b.channel.sent.map(
    ({ delivery, repeat, at }) => `${delivery.id}${repeat ? "!" : ""} ${(at - start) / second}`,
  );
}

/** Codes of the notices that were sent. */
export function notices(b: Bench): string[] {
  return b.channel.sent.flatMap(({ delivery: { payload } }) => (payload.view === "notice" ? [payload.code] : []));
}

/** Answers each request with the next of these; then accepts. */
export function script(b: Bench, ...replies: SendResult[]): void {
  const accept = b.channel.answer;
  b.channel.answer = (delivery) => replies.shift() ?? accept(delivery);
}

export const ok: SendResult = { result: "sent", message: 7 };
export const lost: SendResult = { result: "unknown", reason: "reset" };
export const closed: SendResult = { result: "refused", reason: "closed", detail: "blocked" };
export const offline: SendResult = { result: "notSent", reason: "ECONNREFUSED", retryAfterMs: null, scope: "all" };

export function throttled(seconds: number): SendResult {
  return { result: "notSent", reason: "429", retryAfterMs: seconds * second, scope: "chat" };
}
