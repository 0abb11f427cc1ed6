import type { AddressInfo } from "node:net";
import { createServer as createRawServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { sendTimeoutMs } from "../../src/bot/client.ts";
import type { View } from "../../src/core/view.ts";
import { now } from "./rendering.ts";
import { type Answer, closeAll, dates, fine, onClose, refuses, says, send, server } from "./server.ts";

afterEach(closeAll);

const longRing = (length: number): View => ({
  view: "ring",
  run: 1,
  action: 1,
  title: "Long",
  text: "abcdefgh ".repeat(length / 9),
  slot: now,
  lead: 0,
  ring: 1,
  rings: 1,
  lateMs: 0,
  missed: 0,
  expiresAt: now,
});

describe("a send", () => {
  it("that is answered is sent, as text with its styles beside it", async () => {
    const { url, calls } = await server(fine);
    expect(await send(url)).toEqual([{ result: "sent", message: 77 }]);
    expect(calls[0]).toMatchObject({
      method: "sendMessage",
      body: {
        chat_id: 1001,
        text: "⏰ Call the dentist · Wed 25 Nov 09:00 (in 18 h 55 min)",
        entities: [{ type: "bold", offset: 2, length: 16 }],
        link_preview_options: { is_disabled: true },
      },
    });
    expect(calls[0]?.body).not.toHaveProperty("parse_mode");
    expect(dates.at(-1)).toBeTypeOf("number");
  });
  it("goes to its topic and replies, even if what it replies to is gone", async () => {
    const { url, calls } = await server(fine);
    await send(url, { thread: 9, replyTo: 5 });
    expect(calls[0]?.body).toMatchObject({
      message_thread_id: 9,
      reply_parameters: { message_id: 5, allow_sending_without_reply: true },
    });
  });
  it("that finds no server was not sent", async () => {
    const { url } = await server(fine);
    await closeAll();
    expect(await send(url)).toMatchObject([{ result: "notSent", reason: "ECONNREFUSED", scope: "all" }]);
  });
  it("to a name that does not exist was not sent", async () => {
    expect(await send("http://belfry.invalid")).toMatchObject([{ result: "notSent", scope: "all" }]);
  });
  it("whose TLS handshake fails was not sent", async () => {
    const { url } = await server(fine);
    expect(await send(url.replace("http:", "https:"))).toMatchObject([{ result: "notSent", scope: "all" }]);
  });
  it("that meets too many requests waits as long as it is told", async () => {
    const { url } = await server(refuses(429, "Too Many Requests: retry after 7", { retry_after: 7 }));
    expect(await send(url)).toMatchObject([{ result: "notSent", retryAfterMs: 7000, scope: "chat" }]);
  });
  it.each([{}, { retry_after: -3 }])("told to wait for %o waits as it sees fit", async (parameters) => {
    const { url } = await server(refuses(429, "Too Many Requests", parameters));
    expect(await send(url)).toMatchObject([{ result: "notSent", retryAfterMs: null }]);
  });
  it.each<[string, Answer]>([
    ["500", refuses(500, "Internal Server Error")],
    ["HTML", says(502, "<html><h1>502 Bad Gateway</h1></html>")],
    ["nothing", says(200, "")],
    ["null", says(200, "null")],
    ["JSON that is no answer", says(200, { message: "hello" })],
    ["a reset", (response) => response.socket?.resetAndDestroy()],
    ["a closed connection", (response) => response.socket?.end()],
  ])("answered with %s may have arrived", async (_what, answer) => {
    const { url } = await server(answer);
    expect(await send(url)).toMatchObject([{ result: "unknown" }]);
  });
  it("that is never answered may have arrived", async () => {
    const { url } = await server(() => {});
    expect(await send(url, {}, { timeoutMs: 50 })).toMatchObject([{ result: "unknown", reason: "no answer in time" }]);
  });
  it("is waited for 20 seconds: what is answered after 19 is sent, what is answered after 21 may have arrived", async () => {
    const after = (ms: number): Answer => {
      return (response, call) => void setTimeout(() => response.writable && fine(response, call), ms);
    };
    const sent = async (ms: number) => send((await server(after(ms))).url, {}, { timeoutMs: sendTimeoutMs });
    const [soon, late] = await Promise.all([sent(19_000), sent(21_000)]);
    expect(soon).toEqual([{ result: "sent", message: 77 }]);
    expect(late).toMatchObject([{ result: "unknown", reason: "no answer in time" }]);
  }, 60_000);
  it("that is aborted after its bytes were written may have arrived", async () => {
    const stop = new AbortController();
    const { url } = await server(() => stop.abort());
    expect(await send(url, {}, { signal: stop.signal })).toMatchObject([{ result: "unknown", reason: "aborted" }]);
  });
  it("that is aborted before a connection stands was not sent", async () => {
    const { url } = await server(fine);
    expect(await send(url, {}, { signal: AbortSignal.abort() })).toMatchObject([{ result: "notSent" }]);
  });
  it("cut off in the middle of the answer may have arrived", async () => {
    const raw = createRawServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"ok":tr'));
    });
    await new Promise<void>((resolve) => raw.listen(0, "127.0.0.1", resolve));
    onClose(() => raw.close());
    const { port } = raw.address() as AddressInfo;
    expect(await send(`http://127.0.0.1:${port}`)).toMatchObject([{ result: "unknown" }]);
  });
  it("whose styles are refused goes once more as plain text", async () => {
    const { url, calls } = await server(refuses(400, "Bad Request: can't parse entities: bad offset"), fine);
    expect(await send(url)).toEqual([{ result: "sent", message: 77 }]);
    expect(calls.map(({ body }) => (body.entities as []).length)).toEqual([1, 0]);
  });
  it("refused as plain text too is refused", async () => {
    const { url, calls } = await server(refuses(400, "Bad Request: can't parse entities"));
    expect(await send(url)).toMatchObject([{ result: "refused", reason: "rejected" }]);
    expect(calls).toHaveLength(2);
  });
  it.each(["message thread not found", "TOPIC_DELETED", "TOPIC_CLOSED"])(
    "to a topic that is gone or closed (%s) goes to the chat itself",
    async (why) => {
      const { url, calls } = await server(refuses(400, `Bad Request: ${why}`), fine);
      expect(await send(url, { thread: 9 })).toEqual([{ result: "sent", message: 77 }]);
      expect(calls[1]?.body).not.toHaveProperty("message_thread_id");
    },
  );
  it("to a group that became another tells its new number", async () => {
    const { url } = await server(
      refuses(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: -100123 }),
    );
    expect(await send(url)).toEqual([{ result: "migrated", chat: -100123 }]);
  });
  it.each([
    [403, "Forbidden: bot was blocked by the user"],
    [403, "Forbidden: bot was kicked from the supergroup chat"],
    [400, "Bad Request: chat not found"],
  ])("%i %s closes the chat", async (code, description) => {
    const { url } = await server(refuses(code, description));
    expect(await send(url)).toMatchObject([{ result: "refused", reason: "closed" }]);
  });
  it.each([
    [401, "Unauthorized"],
    [404, "Not Found"],
  ])("%i %s means the token is no good", async (code, description) => {
    const { url } = await server(refuses(code, description));
    expect(await send(url)).toMatchObject([{ result: "refused", reason: "unauthorized" }]);
  });
});

describe("an edit", () => {
  it("names the message and keeps the buttons", async () => {
    const { url, calls } = await server(fine);
    expect(await send(url, { operation: "edit" })).toEqual([{ result: "sent", message: 42 }]);
    expect(calls[0]).toMatchObject({ method: "editMessageText", body: { message_id: 42 } });
    expect(calls[0]?.body.reply_markup).toMatchObject({ inline_keyboard: [[{ text: "Edit" }, {}, {}], [{}]] });
  });
  it.each([
    "Bad Request: message to edit not found",
    "Bad Request: message can't be edited",
    "Bad Request: MESSAGE_ID_INVALID",
  ])("answered with %s has lost its message", async (description) => {
    const { url } = await server(refuses(400, description));
    expect(await send(url, { operation: "edit" })).toMatchObject([{ result: "refused", reason: "gone" }]);
  });
  it("that changes nothing is no longer worth anything", async () => {
    const { url } = await server(refuses(400, "Bad Request: message is not modified: the same"));
    expect(await send(url, { operation: "edit" })).toMatchObject([{ result: "refused", reason: "moot" }]);
  });
  it("that is too long for one message is shortened", async () => {
    const { url, calls } = await server(fine);
    await send(url, { operation: "edit", payload: longRing(9000) });
    expect(calls).toHaveLength(1);
    const text = String(calls[0]?.body.text);
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text.endsWith("…")).toBe(true);
  });
});

describe("a deletion", () => {
  it("of what is gone is no longer worth anything", async () => {
    const { url, calls } = await server(refuses(400, "Bad Request: message to delete not found"));
    expect(await send(url, { operation: "delete" })).toMatchObject([{ result: "refused", reason: "moot" }]);
    expect(calls[0]?.method).toBe("deleteMessage");
  });
});

describe("a long text", () => {
  it("goes in parts; only the first replies, only the last has buttons", async () => {
    const { url, calls } = await server(fine);
    expect(await send(url, { payload: longRing(9000), replyTo: 5 })).toHaveLength(3);
    expect(calls.map(({ body }) => [body.reply_parameters !== undefined, body.reply_markup !== undefined])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });
  it("of more than four parts goes as a file with its first line", async () => {
    const { url, calls } = await server(fine);
    expect(await send(url, { payload: longRing(40_500) })).toHaveLength(1);
    expect(calls[0]?.method).toBe("sendDocument");
    expect(String(calls[0]?.body.raw)).toMatch(/filename="?message\.txt/);
    expect(String(calls[0]?.body.raw)).toContain("📄 ⏰ Long");
  });
  it("has as many parts when it may be a repeat, and the first one not yet sent says so", async () => {
    const { url, calls } = await server(fine);
    expect(await send(url, { payload: longRing(9000), parts: [70] }, { repeat: true })).toHaveLength(3);
    expect(calls.map(({ body }) => String(body.text).startsWith("↻ may be a repeat\n"))).toEqual([false, true, false]);
    for (const { body } of calls) expect(String(body.text).length).toBeLessThanOrEqual(4096);
  });
});
