import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { channelTypes } from "../../src/channels/index.ts";
import type { Sender } from "../../src/core/bulletin.ts";
import { bulletin, calm } from "./bulletin.ts";
import { type Answer, closedPort, startReceiver, startSilence } from "./receiver.ts";

const token = "hush-0123456789abcdef";
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function silence() {
  const server = await startSilence();
  ends.push(server.close);
  return server;
}

/** The clock of timers, moved by hand; everything else goes on. */
function frozen() {
  onTestFinished(() => void vi.useRealTimers());
  return vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
}

async function receiver(...script: Answer[]) {
  const server = await startReceiver(script);
  ends.push(server.close);
  return server;
}

function open(name: string, settings: Record<string, unknown>): Sender {
  const type = channelTypes.get(name);
  if (!type) throw new Error(`no channel ${name}`);
  return type.open(type.settings.parse({ type: name, ...settings }));
}

/** The same server under each channel that speaks plain HTTP. */
const over: Record<string, { settings: (url: string) => Record<string, unknown>; address: string }> = {
  webhook: { settings: (url) => ({ url: `${url}/in`, secret: token }), address: "" },
  ntfy: { settings: (url) => ({ url, token }), address: "alerts" },
  sms: { settings: (url) => ({ url, account: "AC12", token, from: "+4930123456" }), address: "+491701234567" },
};

describe.each(Object.entries(over))("what became of a request by %s", (name, { settings, address }) => {
  const send = async (script: Answer[], signal = calm()) => {
    const { url } = await receiver(...script);
    return open(name, settings(url)).send(address, bulletin(), signal);
  };

  it("is sent when it was taken", async () => {
    expect(await send([{ status: 201, body: "{}" }])).toEqual({ result: "sent", message: null });
  });

  it("waits as long as the server asks", async () => {
    const told = await send([{ status: 429, headers: { "retry-after": "7" } }]);
    expect(told).toMatchObject({ result: "notSent", retryAfterMs: 7_000, scope: "chat" });
  });

  it("reads a date by the server's own clock, and nothing into nonsense", async () => {
    const headers = { date: "Tue, 24 Nov 2026 14:05:00 GMT", "retry-after": "Tue, 24 Nov 2026 14:06:30 GMT" };
    expect(await send([{ status: 429, headers }])).toMatchObject({ retryAfterMs: 90_000 });
    for (const headers of [{ "retry-after": "soon" }, { "retry-after": "-5" }, {}])
      expect(await send([{ status: 429, headers }])).toMatchObject({ result: "notSent", retryAfterMs: null });
  });

  it("is unknown after a 5xx or a connection that broke after the request", async () => {
    expect(await send([{ status: 500, body: "oops" }])).toMatchObject({ result: "unknown" });
    for (const status of [408, 502, 503, 504])
      expect(await send([{ status }])).toMatchObject({ result: "unknown", reason: `HTTP ${status}` });
    expect(await send(["reset"])).toMatchObject({ result: "unknown", reason: "ECONNRESET" });
  });

  it("is unknown when it is given up while it waits for an answer", async () => {
    const { url, received } = await receiver("hang");
    const giveUp = new AbortController();
    const sending = open(name, settings(url)).send(address, bulletin(), giveUp.signal);
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    giveUp.abort();
    expect(await sending).toEqual({ result: "unknown", reason: "aborted" });
  });

  it("is unknown when no answer comes within 20 s", async () => {
    const { url, received } = await receiver("hang");
    const time = frozen();
    const sending = open(name, settings(url)).send(address, bulletin(), calm());
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    time.advanceTimersByTime(20_000);
    expect(await sending).toEqual({ result: "unknown", reason: "no answer in time" });
  });

  it("is certainly not sent while no secure connection stands, however long that takes", async () => {
    const { port, silent } = await silence();
    const time = frozen();
    const sending = open(name, settings(`https://127.0.0.1:${port}`)).send(address, bulletin(), calm());
    await silent;
    time.advanceTimersByTime(10_000);
    const notYet = { result: "notSent", retryAfterMs: null, scope: "chat" };
    expect(await sending).toEqual({ ...notYet, reason: "no connection in time" });
    const { port: plain, received } = await receiver();
    const refused = await open(name, settings(`https://127.0.0.1:${plain}`)).send(address, bulletin(), calm());
    expect(refused).toMatchObject(notYet);
    expect(received).toEqual([]);
  });

  it("is certainly not sent where the name is not known", async () => {
    const told = await open(name, settings("http://nobody.invalid")).send(address, bulletin(), calm());
    const reason = expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/);
    expect(told).toEqual({ result: "notSent", reason, retryAfterMs: null, scope: "chat" });
  });

  it("is what the status says although the answer broke off behind it", async () => {
    expect(await send([{ status: 200, brokenOff: true }])).toEqual({ result: "sent", message: null });
    expect(await send([{ status: 410, brokenOff: true }])).toMatchObject({ result: "refused", detail: "HTTP 410" });
    expect(await send([{ status: 502, brokenOff: true }])).toMatchObject({ result: "unknown" });
  });

  it("is certainly not sent where nobody listens", async () => {
    const sender = open(name, settings(`http://127.0.0.1:${await closedPort()}`));
    const result = await sender.send(address, bulletin(), calm());
    expect(result).toEqual({ result: "notSent", reason: "ECONNREFUSED", retryAfterMs: null, scope: "chat" });
  });

  it("is refused for good by any other 4xx, and not led elsewhere", async () => {
    for (const status of [400, 403, 404, 410, 413, 422])
      expect(await send([{ status }])).toEqual({ result: "refused", reason: "rejected", detail: `HTTP ${status}` });
    expect(await send([{ status: 302, headers: { location: "http://127.0.0.1:1/" } }])).toMatchObject({
      result: "refused",
    });
  });

  it("waits for better credentials without holding others", async () => {
    for (const status of [401, 407])
      expect(await send([{ status }])).toMatchObject({ result: "notSent", retryAfterMs: 300_000, scope: "chat" });
  });

  it("never repeats a secret that an answer echoes", async () => {
    for (const secret of [token, Buffer.from(token).toString("base64")]) {
      const told = await send([
        { status: 400, body: JSON.stringify({ error: `bad ${secret}`, message: `bad ${secret}` }) },
      ]);
      expect(JSON.stringify(told)).not.toContain(secret);
    }
  });
});

describe("a webhook", () => {
  it("posts signed JSON with a key that stays the same from try to try", async () => {
    const { url, received } = await receiver({ status: 500 });
    const sender = open("webhook", { url: `${url}/in`, secret: token, headers: { "X-Team": "ops" } });
    await sender.send("", bulletin(), calm());
    await sender.send("", bulletin({ repeat: true }), calm());
    const [first, second] = received;
    expect(first?.path).toBe("/in");
    expect(first?.headers).toMatchObject({ "content-type": "application/json", "x-team": "ops" });
    expect(first?.headers["idempotency-key"]).toBe(second?.headers["idempotency-key"]);
    const signed = createHmac("sha256", token)
      .update(first?.body ?? "")
      .digest("hex");
    expect(first?.headers["belfry-signature"]).toBe(`sha256=${signed}`);
    expect(JSON.parse(second?.body ?? "")).toMatchObject({ event: "raised", repeat: true, facts: { escalation: 41 } });
  });

  it("takes no address, a route names it alone", () => {
    const sender = open("webhook", { url: "http://127.0.0.1" });
    expect([sender.refuses(""), sender.refuses("ana")]).toEqual([null, "a webhook has one address, its url"]);
  });
});

describe("ntfy", () => {
  it("posts title, priority, tags and buttons to the topic", async () => {
    const { url, received } = await receiver();
    await open("ntfy", { url, token, topic: "home" }).send(
      "",
      bulletin({ severity: "critical", repeat: true }),
      calm(),
    );
    expect(received[0]?.headers.authorization).toBe(`Bearer ${token}`);
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({
      ...{ topic: "home", title: "↻ 🔴 shop is down · E41 high", message: "HTTP 502\nlast good 03:08" },
      ...{ priority: 5, tags: ["red_circle"] },
      actions: [{ action: "view", label: "Open", url: "https://belfry.example.com/e/41?a=1&b=2" }],
    });
  });

  it("tells a recovery quietly and cuts what would become a file, never inside a letter", async () => {
    const { url, received } = await receiver();
    await open("ntfy", { url }).send("home", bulletin({ event: "recovered", text: "ä".repeat(4_000) }), calm());
    const { priority, tags, message } = JSON.parse(received[0]?.body ?? "");
    expect({ priority, tags }).toEqual({ priority: 3, tags: ["green_circle"] });
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(4_096);
    expect(message).toMatch(/^ä+…$/);
  });

  it("needs a topic from the route or the settings", () => {
    expect(open("ntfy", {}).refuses("")).toBe("names no topic");
    expect(open("ntfy", {}).refuses("no spaces please")).toMatch(/is no topic/);
    expect(open("ntfy", { topic: "home" }).refuses("")).toBeNull();
  });
});

describe("a text message", () => {
  const settings = { account: "AC12", token, from: "Belfry" };

  it("is one form-encoded post with basic authentication", async () => {
    const { url, received } = await receiver({ status: 201, body: '{"sid":"SM1","status":"queued"}' });
    await open("sms", { ...settings, url: `${url}/` }).send("+491701234567", bulletin(), calm());
    expect(received[0]?.path).toBe("/2010-04-01/Accounts/AC12/Messages.json");
    expect(received[0]?.headers.authorization).toBe(`Basic ${Buffer.from(`AC12:${token}`).toString("base64")}`);
    const form = Object.fromEntries(new URLSearchParams(received[0]?.body));
    const text = "🔴 shop is down · E41 high\nHTTP 502\nlast good 03:08";
    expect(form).toEqual({ To: "+491701234567", From: "Belfry", Body: text });
  });

  it("is short, and cut between whole characters", async () => {
    const { url, received } = await receiver();
    await open("sms", { ...settings, url }).send("+491701234567", bulletin({ text: "🔥".repeat(999) }), calm());
    const text = new URLSearchParams(received[0]?.body).get("Body") ?? "";
    expect([...text]).toHaveLength(300);
    expect(text).toMatch(/🔥…$/u);
  });

  it("is refused where the person has unsubscribed", async () => {
    const answer = { status: 400, body: '{"code": 21610, "message": "Attempt to send to unsubscribed recipient"}' };
    const { url } = await receiver(answer);
    const told = await open("sms", { ...settings, url }).send("+491701234567", bulletin(), calm());
    const detail = "HTTP 400: 21610 Attempt to send to unsubscribed recipient";
    expect(told).toEqual({ result: "refused", reason: "rejected", detail });
  });

  it("keeps its credentials to itself however they are echoed", async () => {
    const pair = Buffer.from(`AC12:${token}`).toString("base64");
    const { url } = await receiver({ status: 400, body: JSON.stringify({ message: `Basic ${pair}` }) });
    const told = await open("sms", { ...settings, url }).send("+491701234567", bulletin(), calm());
    expect(told).toMatchObject({ detail: "HTTP 400: Basic [secret]" });
  });

  it("goes to telephone numbers only", () => {
    expect(open("sms", settings).refuses("0170 1234567")).toMatch(/is no telephone number/);
  });
});
