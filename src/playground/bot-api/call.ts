import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../world/world.ts";
import { BotApiError } from "./errors.ts";
import type { Limiter } from "./limits.ts";
import { methods } from "./methods.ts";
import { integer, type Parameters, text } from "./parameters.ts";

/** The Bot API's answer to every call: `ok` and either `result` or the error. */
export interface Reply {
  status: number;
  body: { ok: boolean; result?: unknown; error_code?: number; description?: string; parameters?: unknown };
}

/** One line of `sent.jsonl`: what was carried out in a chat, and when (milliseconds). */
export interface SentLine {
  at: number;
  method: string;
  chat: number;
  thread?: number;
  message?: number;
  text?: string;
}

/** Carries out one call and answers it as Telegram would. Never throws for a wrong call. */
export async function carryOut(
  world: World,
  limiter: Limiter | undefined,
  name: string,
  call: Parameters,
  gone: AbortSignal,
): Promise<Reply> {
  try {
    const method = methods.get(name.toLowerCase());
    if (!method) throw new BotApiError(404, "Not Found");
    obeyLimits(world, limiter, name, call);
    const result = await method(world, call, gone);
    record(world, name, call, result);
    return { status: 200, body: { ok: true, result } };
  } catch (error) {
    if (!(error instanceof BotApiError)) throw error;
    return refusal(error);
  }
}

/** An error as the Bot API writes it. */
export function refusal({ code, message, parameters }: BotApiError): Reply {
  return {
    status: code,
    body: { ok: false, error_code: code, description: message, ...(parameters && { parameters }) },
  };
}

/** 429 with `retry_after` in seconds. */
export function tooManyRequests(seconds: number): BotApiError {
  return new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

const limited = /^(?:send(?!chataction)|copymessage|forwardmessage)/iu;
const recorded = /^(?:send(?!chataction)|edit|delete(?!mycommands|webhook)|copymessage|forwardmessage)/iu;

function obeyLimits(world: World, limiter: Limiter | undefined, name: string, call: Parameters): void {
  const chat = limited.test(name) ? world.chats.get(text(call, "chat_id") ?? "") : undefined;
  const wait = chat && limiter ? limiter(chat) : 0;
  if (wait > 0) throw tooManyRequests(wait);
}

/** Before the answer goes out: what the log holds, a chat shows, whatever becomes of the answer. */
function record(world: World, method: string, call: Parameters, result: unknown): void {
  if (!recorded.test(method)) return;
  const { message_id, message_thread_id, text: shown, caption } = (result ?? {}) as Record<string, unknown>;
  const line: SentLine = {
    at: world.now(),
    method,
    chat: integer(call, "chat_id") ?? 0,
    ...(typeof message_thread_id === "number" && { thread: message_thread_id }),
    message: typeof message_id === "number" ? message_id : (integer(call, "message_id") ?? 0),
    ...(typeof (shown ?? caption) === "string" && { text: String(shown ?? caption) }),
  };
  appendFileSync(sentLog(world.directory), `${JSON.stringify(line)}\n`, { mode: 0o600 });
}

/** Where the log of carried out sends, edits and deletions lies. */
export function sentLog(directory: string): string {
  return join(directory, "sent.jsonl");
}
