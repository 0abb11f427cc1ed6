import { describe, expect, it } from "vitest";
import { ip4, nameData, serveNames, short, textData } from "./name-server.ts";
import { lookAt, type Setting, serve } from "./support.ts";

const server = () =>
  serveNames({
    "shop.test A": [ip4("192.0.2.2"), ip4("192.0.2.1")],
    "shop.test MX": [Buffer.concat([short(10), nameData("mail.shop.test")])],
    "shop.test TXT": [Buffer.concat([textData("v=spf1 "), textData("-all")]), textData("other")],
    "shop.test NS": [nameData("ns.shop.test")],
    "www.shop.test CNAME": [nameData("shop.test")],
    "_x._tcp.shop.test SRV": [Buffer.concat([short(1), short(2), short(443), nameData("a.shop.test")])],
    "broken.test A": "SERVFAIL",
    "silent.test A": "silent",
    "empty.test A": [],
  });
const ask = async (probe: object, setting?: Setting, more: object = {}) =>
  lookAt({ probe: { type: "dns", server: await server(), ...probe }, ...more }, setting);

describe("a name", () => {
  it("resolves to its records, in one order", async () => {
    expect(await ask({ name: "shop.test" })).toMatchObject({
      verdict: "good",
      summary: { records: ["192.0.2.1", "192.0.2.2"], changed: false },
    });
  });

  it.each([
    ["A", "shop.test", "192.0.2.2"],
    ["MX", "shop.test", "10 mail.shop.test"],
    ["MX", "shop.test", "10 MAIL.shop.test."],
    ["TXT", "shop.test", "v=spf1 -all"],
    ["NS", "shop.test", "ns.shop.test"],
    ["CNAME", "www.shop.test", "shop.test"],
    ["SRV", "_x._tcp.shop.test", "1 2 443 a.shop.test"],
  ])("has the %s record of %s that is expected", async (record, name, expected) => {
    expect(await ask({ name, record, expected })).toMatchObject({ verdict: "good" });
    expect(await ask({ name, record, expected: "192.0.2.9" })).toMatchObject({ verdict: "bad", errorClass: "record" });
  });

  it("that has changed says so", async () => {
    const first = await ask({ name: "shop.test" });
    expect((await ask({ name: "shop.test" }, { previous: first.keep })).summary).toMatchObject({ changed: false });
    const moved = await ask({ name: "shop.test" }, { previous: "192.0.2.7" }, { badWhen: "changed" });
    expect(moved).toMatchObject({ verdict: "bad", errorClass: "changed", summary: { changed: true } });
  });

  it("that is not there, or whose server does not answer, is bad", async () => {
    expect(await ask({ name: "missing.test" })).toMatchObject({ errorClass: "dns", detail: "ENOTFOUND" });
    expect(await ask({ name: "empty.test" })).toMatchObject({ errorClass: "dns", detail: "ENODATA" });
    expect(await ask({ name: "broken.test" })).toMatchObject({ errorClass: "dns", detail: "ESERVFAIL" });
    expect(await ask({ name: "silent.test", timeoutMs: 300 })).toMatchObject({ errorClass: "timeout" });
  });

  it("is no longer asked for when Belfry stops", async () => {
    const stop = new AbortController();
    const looking = ask({ name: "silent.test" }, { signal: stop.signal });
    setImmediate(() => stop.abort(new Error("Belfry stops")));
    await expect(looking).rejects.toThrow("Belfry stops");
  });
});

describe("a domain", () => {
  const registry = (events: object[], status = 200) =>
    serve((request, response) => {
      response.writeHead(request.url === "/domain/xn--caf-dma.test" ? status : 404, {
        "content-type": "application/rdap+json",
      });
      response.end(JSON.stringify({ objectClassName: "domain", events }));
    });
  const look = async (events: object[], more: object = {}) =>
    lookAt({ probe: { type: "domain", domain: "café.test", server: `${(await registry(events)).url}/`, ...more } });

  it("is good while it is registered for long enough", async () => {
    const events = [
      { eventAction: "registration", eventDate: "2001-01-01T00:00:00Z" },
      { eventAction: "expiration", eventDate: "2027-01-24T13:05:00Z" },
    ];
    expect(await look(events)).toMatchObject({ verdict: "good", summary: { days: 61 }, measure: 61, unit: "days" });
    expect(await look(events, { minDays: 62 })).toMatchObject({
      verdict: "bad",
      errorClass: "expiring",
      detail: "61 d",
    });
  });

  it("is bad when nobody knows when it ends", async () => {
    expect(await look([])).toMatchObject({ errorClass: "json" });
    expect(await look([{ eventAction: "expiration", eventDate: "soon" }])).toMatchObject({ errorClass: "json" });
    expect(await look([], { domain: "other.test" })).toMatchObject({ errorClass: "status", detail: "404" });
  });
});
