import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Bot } from "grammy";
import { telegramChannel } from "../../src/bot/channel.ts";
import { openClient } from "../../src/bot/client.ts";
import type { Outgoing, SendResult } from "../../src/core/channel.ts";
import { packReport } from "./packing.ts";
import { card, now } from "./rendering.ts";

export type Answer = (response: ServerResponse, request: { method: string; body: Record<string, unknown> }) => void;

const open: (() => unknown)[] = [];

export function onClose(close: () => unknown): void {
  open.push(close);
}

/** Closes every server and client of the test. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/** A Bot API server that answers each call with the next of the answers, and remembers what was asked. */
export async function server(...answers: Answer[]) {
  const calls: { method: string; body: Record<string, unknown> }[] = [];
  const http = createServer(async (request, response) => {
    const call = { method: request.url?.split("/").at(-1) ?? "", body: await bodyOf(request) };
    calls.push(call);
    (answers[calls.length - 1] ?? answers.at(-1))?.(response, call);
  });
  return { url: await listening(http), calls };
}

async function listening(http: Server): Promise<string> {
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    http.closeAllConnections();
    http.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return request.headers["content-type"] === "application/json" ? JSON.parse(text) : { raw: text };
}

export const says =
  (status: number, body: unknown): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
export const fine = says(200, { ok: true, result: { message_id: 77 } });
export const refuses = (code: number, description: string, parameters = {}) =>
  says(code, { ok: false, error_code: code, description, parameters });

export const dates: number[] = [];

export async function send(
  url: string,
  more: Partial<Outgoing["delivery"]> = {},
  options: { timeoutMs?: number; repeat?: boolean; signal?: AbortSignal } = {},
): Promise<SendResult[]> {
  const client = openClient({ apiRoot: url, onDate: (date) => dates.push(date) }, options.timeoutMs ?? 5000);
  open.push(client.close);
  const channel = telegramChannel(new Bot("1:token", { client: client.options }).api, "en", packReport);
  const delivery = { ...base, ...more };
  const settings = { zone: "Europe/Berlin", language: "en", quiet: null };
  const target = delivery.operation === "send" ? null : 42;
  const parts = channel.compose({ delivery, settings, target, repeat: options.repeat ?? false, now });
  const results: SendResult[] = [];
  for (const part of parts) results.push(await part.send(options.signal ?? new AbortController().signal));
  return results;
}

const base: Outgoing["delivery"] = {
  id: 1,
  dedupeKey: "k",
  channel: "telegram",
  address: null,
  chat: 1001,
  thread: null,
  operation: "send",
  edits: null,
  editsMessage: null,
  replyTo: null,
  payload: card(),
  must: true,
  silent: false,
  answers: null,
  state: "sending",
  attempts: 1,
  uncertain: 0,
  dueAt: now,
  createdAt: now,
  sentAt: null,
  messageId: null,
  parts: [],
  error: null,
  run: null,
  action: null,
  instead: null,
  escalation: null,
};
