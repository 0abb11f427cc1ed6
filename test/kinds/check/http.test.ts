import { describe, expect, it } from "vitest";
import { lookAt, serve, serveTcp } from "./support.ts";

const shop = () =>
  serve((request, response) => {
    const url = request.url ?? "";
    if (url === "/") response.setHeader("x-version", "7").end("<button>Add to cart</button>");
    else if (url === "/json")
      response.setHeader("content-type", "application/json").end('{"queue":{"length":3},"ok":true}');
    else if (url === "/down") response.writeHead(502).end("bad gateway");
    else if (url === "/latin")
      response.setHeader("content-type", "text/html; charset=iso-8859-1").end(Buffer.from([0xe9]));
    else if (url === "/big") response.end(Buffer.alloc(20_000_000, "x"));
    else if (url === "/half")
      response.writeHead(200, { "content-length": "100" }).write("half", () => response.destroy());
    else if (/^\/hop\/\d$/.test(url)) {
      const left = Number(url.slice(5));
      if (left === 0) response.end("there");
      else response.writeHead(302, { location: `/hop/${left - 1}` }).end();
    } else response.writeHead(404).end();
  });
const http = async (path: string, more: object = {}, conditions: object = {}) =>
  lookAt({ probe: { type: "http", url: `${(await shop()).url}${path}`, ...more }, ...conditions });

describe("an address", () => {
  it("is good when it answers as expected", async () => {
    const reading = await http("/", { status: 200, contains: "Add to cart" });
    expect(reading).toMatchObject({
      verdict: "good",
      summary: { probe: "http", status: 200, found: true, tlsDays: null, redirects: 0 },
      unit: "ms",
      errorClass: null,
    });
    expect(reading.measure).toBeGreaterThanOrEqual(0);
    expect(reading).not.toHaveProperty("text");
  });

  it("is judged by one status, several, or from and to", async () => {
    expect(await http("/down")).toMatchObject({ verdict: "bad", errorClass: "status", detail: "502" });
    expect(await http("/down", { status: [502, 503] })).toMatchObject({ verdict: "good" });
    expect(await http("/down", { status: { from: 500, to: 599 } })).toMatchObject({ verdict: "good" });
    expect(await http("/", { status: 204 })).toMatchObject({ errorClass: "status", detail: "200" });
  });

  it("is judged by text that must be there and text that must not", async () => {
    expect(await http("/", { contains: "Sold out" })).toMatchObject({ errorClass: "text", summary: { found: false } });
    expect(await http("/", { lacks: "Add to" })).toMatchObject({ errorClass: "unwanted", summary: { found: null } });
    expect(await http("/", { lacks: "Sold out" })).toMatchObject({ verdict: "good", summary: { found: null } });
    expect(await http("/latin", { contains: "é" })).toMatchObject({ verdict: "good" });
  });

  it("is judged by what stands in its JSON and its headers", async () => {
    expect(await http("/json", {}, { goodWhen: "json.queue.length <= 3 and json.ok" })).toMatchObject({
      verdict: "good",
    });
    expect(await http("/json", {}, { badWhen: "json.queue.length > 2" })).toMatchObject({
      errorClass: "json",
      detail: "json.queue.length 3",
    });
    expect(await http("/", {}, { goodWhen: "json.ok == true" })).toMatchObject({ errorClass: "json" });
    expect(await http("/json", {}, { goodWhen: 'header.content-type contains "json"' })).toMatchObject({
      verdict: "good",
    });
    expect(await http("/", {}, { goodWhen: 'header.x-version == "8"' })).toMatchObject({ errorClass: "header" });
  });

  it("is judged by its time", async () => {
    expect(await http("/", {}, { badWhen: "ms >= 0" })).toMatchObject({ verdict: "bad", errorClass: "slow" });
  });

  it("may be asked for its head alone", async () => {
    const server = await shop();
    expect(await lookAt({ probe: { type: "http", url: server.url, method: "HEAD" } })).toMatchObject({
      verdict: "good",
    });
    expect(server.requests).toEqual(["HEAD /"]);
  });
});

describe("redirects", () => {
  it("are followed three times and no more", async () => {
    expect(await http("/hop/3")).toMatchObject({ verdict: "good", summary: { redirects: 3 } });
    expect(await http("/hop/4")).toMatchObject({ verdict: "bad", errorClass: "redirects" });
  });

  it("are the answer when they are not to be followed", async () => {
    expect(await http("/hop/1", { redirects: "none", status: 302 })).toMatchObject({ verdict: "good" });
  });

  it("stay on the host when they have to", async () => {
    expect(await http("/hop/1", { redirects: "sameHost" })).toMatchObject({ verdict: "good" });
    const other = await serve((_, response) => response.end(), "127.0.0.3");
    const away = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    const probe = { type: "http", url: away.url, redirects: "sameHost" };
    expect(await lookAt({ probe })).toMatchObject({ errorClass: "redirects" });
    expect(other.connections()).toBe(0);
  });
});

describe("an address that does not answer well", () => {
  it("is read up to a mebibyte", async () => {
    expect(await http("/big", { contains: "x" })).toMatchObject({ verdict: "good" });
  });

  it("is bad in its own way", async () => {
    expect(await http("/half")).toMatchObject({ errorClass: "reset" });
    const closed = await serveTcp((socket) => socket.end());
    const garbage = await serveTcp((socket) => socket.end("\x00\x01 what?\r\n\r\n"));
    const silent = await serveTcp();
    const ask = (port: number) => lookAt({ probe: { type: "http", url: `http://127.0.0.1:${port}/`, timeoutMs: 300 } });
    expect(await ask(closed.port)).toMatchObject({ errorClass: "reset" });
    expect(await ask(garbage.port)).toMatchObject({ errorClass: "protocol" });
    expect(await ask(silent.port)).toMatchObject({ errorClass: "timeout", summary: { status: null, ms: null } });
    expect(await ask(1)).toMatchObject({ errorClass: "refused", detail: "ECONNREFUSED" });
    expect(await lookAt({ probe: { type: "http", url: "https://127.0.0.1:1/" } })).toMatchObject({
      errorClass: "refused",
    });
  });

  it("is bad after its time however slowly it drips", async () => {
    const drip = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    });
    expect(await lookAt({ probe: { type: "http", url: drip.url, timeoutMs: 300 } })).toMatchObject({
      errorClass: "timeout",
    });
  });

  it("is bad when its name is unknown", async () => {
    const network = {
      resolve: async () => {
        throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
      },
    };
    const probe = { type: "http", url: "http://nowhere.test/" };
    expect(await lookAt({ probe }, { network })).toMatchObject({ errorClass: "dns", detail: "ENOTFOUND" });
  });

  it("is no longer asked when Belfry stops", async () => {
    const silent = await serveTcp();
    const stop = new AbortController();
    const looking = lookAt(
      { probe: { type: "http", url: `http://127.0.0.1:${silent.port}/` } },
      { signal: stop.signal },
    );
    await expect.poll(() => silent.connections()).toBe(1);
    stop.abort(new Error("Belfry stops"));
    await expect(looking).rejects.toThrow("Belfry stops");
  });
});

describe("a port", () => {
  it("is good when something answers", async () => {
    const { port } = await serveTcp();
    expect(await lookAt({ probe: { type: "tcp", host: "localhost", port } })).toMatchObject({
      verdict: "good",
      unit: "ms",
    });
    expect(await lookAt({ probe: { type: "tcp", host: "127.0.0.1", port: 1 } })).toMatchObject({
      errorClass: "refused",
    });
  });
});
