import { request } from "node:http";
import { expect, it } from "vitest";
import { telegramWithApi } from "./api.ts";

/** A request with headers a browser would not let a script set. */
function knock(url: string, headers: Record<string, string>, method = "GET") {
  return new Promise<number>((resolve, reject) => {
    const sent = request(url, { headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end();
  });
}

it("answers only to loopback names", async () => {
  const { telegram } = await telegramWithApi();
  const { port } = new URL(telegram.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
    expect(await knock(telegram.url, { host })).toBe(200);
  }
  for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "localhost.evil.example"]) {
    expect(await knock(telegram.url, { host })).toBe(403);
    expect(await knock(`${telegram.url}/bot${telegram.token}/getMe`, { host })).toBe(403);
  }
});

it("refuses what another site makes a browser send", async () => {
  const { telegram } = await telegramWithApi();
  const deed = `${telegram.url}/page/do/say`;
  expect(await knock(deed, { origin: "http://evil.example" }, "POST")).toBe(403);
  expect(await knock(deed, { origin: "null" }, "POST")).toBe(403);
  expect(await knock(`${telegram.url}/page/screen`, { "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await knock(telegram.url, { "sec-fetch-site": "cross-site" })).toBe(200);
  const body = JSON.stringify({ person: 1001, chat: 1001, text: "by a form" });
  const asText = await fetch(deed, { method: "POST", body, headers: { "content-type": "text/plain" } });
  expect(asText.status).toBe(404);
});

it("serves its own page under a strict policy, and nothing around it", async () => {
  const { telegram } = await telegramWithApi();
  const page = await fetch(telegram.url);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await page.text()).toContain("<title>Belfry playground</title>");
  expect((await fetch(`${telegram.url}/assets/app.js`)).headers.get("content-type")).toContain("javascript");
  expect(await knock(`${telegram.url}/assets/..%2f..%2fserver.ts`, {})).toBe(404);
  expect(await knock(`${telegram.url}/assets/nothing.js`, {})).toBe(404);
});

it("tells the page what happens as server-sent events", async () => {
  const { telegram, api } = await telegramWithApi();
  const stream = await fetch(`${telegram.url}/page/events`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = (await reader?.read())?.value ?? "";
  await api.sendMessage(1001, "over the wire");
  while (!heard.includes("over the wire")) heard += (await reader?.read())?.value ?? "";
  expect(heard).toContain("event: message\n");
  await reader?.cancel();
});

it("never shows an uploaded page as a page", async () => {
  const { telegram } = await telegramWithApi();
  const sent = telegram.ana.sendDocument("evil.html", Buffer.from("<script>alert(1)</script>"));
  const file = await fetch(`${telegram.url}/page/file/${sent.document}`);
  expect(file.headers.get("content-type")).toBe("application/octet-stream");
  expect(file.headers.get("content-disposition")).toContain("attachment");
});

it("explains a wrong wish instead of failing", async () => {
  const { telegram } = await telegramWithApi();
  const wish = (deed: string, body: object) =>
    fetch(`${telegram.url}/page/do/${deed}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect((await wish("say", { person: 1001, chat: 1002, text: "not mine" })).status).toBe(400);
  expect((await wish("say", { person: 1001 })).status).toBe(400);
  expect((await wish("fly", {})).status).toBe(404);
  const tooLong = await wish("say", { person: 1001, chat: 1001, text: "x".repeat(4097) });
  expect(await tooLong.json()).toEqual({ problem: "A message holds at most 4096 characters." });
});
