import { describe, expect, it } from "vitest";
import {
  allowance,
  allowanceSpec,
  type Network,
  permits,
  systemNetwork,
} from "../../../src/kinds/check/net/network.ts";
import { checkSpec } from "../../../src/kinds/check/spec.ts";
import { elsewhere, loopback, unheard } from "./address-forms.ts";
import { lookAt, serve, serveTcp } from "./support.ts";

const closed = systemNetwork(allowance([]), []);

describe("a check that is not allowed into local networks", () => {
  it("connects to no form of loopback", async () => {
    const canaries = [await serve((_, answer) => answer.end("secret"))];
    const port = canaries[0]?.port ?? 0;
    let forbidden = 0;
    for (const form of loopback) {
      const url = form.replace("P", String(port));
      const parsed = checkSpec.safeParse({ probe: { type: "http", url, timeoutMs: 5_000 } });
      if (!parsed.success) continue;
      const reading = await lookAt({ probe: { type: "http", url, timeoutMs: 5_000 } }, { network: closed });
      expect(reading.errorClass, form).toBe("forbidden");
      forbidden += 1;
    }
    expect(forbidden).toBeGreaterThanOrEqual(45);
    expect(canaries.map((canary) => canary.connections())).toEqual([0]);
  });

  it.each(elsewhere)("does not go to %s", async (url) => {
    const spec = { probe: { type: "http", url, timeoutMs: 2_000 } };
    expect(await lookAt(spec, { network: closed })).toMatchObject({ errorClass: "forbidden" });
  });

  it.each(unheard)("is not even saved for %j", (url) => {
    expect(checkSpec.safeParse({ probe: { type: "http", url } }).success).toBe(false);
    expect(checkSpec.safeParse({ probe: { type: "page", url } }).success).toBe(false);
  });

  it("is as closed by TCP, TLS, page, domain and name server", async () => {
    const canary = await serveTcp();
    const { port } = canary;
    const host = "127.0.0.1";
    for (const probe of [
      { type: "tcp", host, port },
      { type: "tcp", host: "::1", port },
      { type: "tcp", host: "localhost", port },
      { type: "tcp", host: "2130706433", port },
      { type: "tls", host, port },
      { type: "page", url: `http://${host}:${port}/` },
      { type: "domain", domain: "example.com", server: `http://${host}:${port}` },
      { type: "dns", name: "example.com", server: `${host}:${port}` },
      { type: "dns", name: "example.com", server: `[::1]:${port}` },
    ]) {
      const { errorClass } = await lookAt({ probe: { timeoutMs: 2_000, ...probe } }, { network: closed });
      expect(errorClass, JSON.stringify(probe)).toMatch(/^(?:forbidden|dns)$/);
    }
    expect(canary.connections()).toBe(0);
  });
});

/** Names that resolve as told, one answer after the other; the last one stays. */
function names(answers: string[][], allow = ["127.0.0.2"]): Network {
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return answers[Math.min(asked, answers.length) - 1] ?? [];
  };
  return { allow: allowance(allow), resolve, authorities: [] };
}

describe("a name that points elsewhere when it is asked again", () => {
  it("is filtered at every look", async () => {
    const good = await serve((_, answer) => answer.end("fine"), "127.0.0.2");
    const canary = await serveTcp();
    const network = names([["127.0.0.2"], ["127.0.0.1"], ["::1"], ["169.254.169.254"]]);
    const ask = (port: number) => lookAt({ probe: { type: "http", url: `http://rebind.test:${port}/` } }, { network });
    expect(await ask(good.port)).toMatchObject({ verdict: "good" });
    for (let again = 0; again < 3; again += 1)
      expect(await ask(canary.port)).toMatchObject({ errorClass: "forbidden" });
    expect(canary.connections()).toBe(0);
  });

  it("is filtered at every redirect", async () => {
    const canary = await serve((_, answer) => answer.end("secret"));
    const good = await serve(
      (_, answer) => answer.writeHead(302, { location: `http://rebind.test:${canary.port}/` }).end(),
      "127.0.0.2",
    );
    const network = names([["127.0.0.2"], ["127.0.0.1"]]);
    const reading = await lookAt({ probe: { type: "http", url: `http://rebind.test:${good.port}/` } }, { network });
    expect(reading).toMatchObject({ verdict: "bad", errorClass: "forbidden" });
    expect(canary.connections()).toBe(0);
  });

  it("is connected only to the allowed ones of several addresses", async () => {
    const good = await serve((_, answer) => answer.end("fine"), "127.0.0.2");
    const network = names([["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "127.0.0.2", "169.254.169.254"]]);
    const reading = await lookAt({ probe: { type: "http", url: `http://mixed.test:${good.port}/` } }, { network });
    expect(reading).toMatchObject({ verdict: "good" });
  });
});

describe("a redirect", () => {
  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "//169.254.169.254/",
    "http://2852039166/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://127.0.0.1:CANARY/",
    "http://127.1:CANARY/",
    "http://localhost:CANARY/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:CANARY/",
    "http://user:secret@127.0.0.2:CANARY/",
    "http://[broken/",
  ])("to %s is not followed", async (target) => {
    const canary = await serve((_, answer) => answer.end("secret"));
    const location = target.replace("CANARY", String(canary.port));
    const good = await serve((_, answer) => answer.writeHead(301, { location }).end(), "127.0.0.2");
    const network = { ...closed, allow: allowance(["127.0.0.2"]) };
    const reading = await lookAt({ probe: { type: "http", url: good.url } }, { network });
    expect(reading.errorClass).toMatch(/^(?:forbidden|redirects)$/);
    expect(canary.connections()).toBe(0);
  });
});

describe("what settings allow", () => {
  it("opens local networks under a name, but never what is link-local or reserved", () => {
    const { hosts, ranges } = allowance(["NAS.local.", "192.168.0.0/16", "fd00::/8"]);
    const may = (host: string, ip: string) => permits({ hosts, ranges }, host, ip);
    expect(may("nas.local", "10.0.0.7")).toBe(true);
    expect(may("nas.local.", "127.0.0.1")).toBe(true);
    expect(may("nas.local", "169.254.169.254")).toBe(false);
    expect(may("nas.local", "0.0.0.0")).toBe(false);
    expect(may("evil.nas.local", "10.0.0.7")).toBe(false);
    expect(may("other", "192.168.7.7")).toBe(true);
    expect(may("other", "::ffff:192.168.7.7")).toBe(true);
    expect(may("other", "fd12::1")).toBe(true);
    expect(may("other", "fc12::1")).toBe(false);
    expect(may("other", "10.0.0.7")).toBe(false);
  });

  it("leaves the public internet open and nothing beside it", () => {
    const may = (ip: string) => permits(closed.allow, "any", ip);
    for (const ip of ["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450::1", "64:ff9b::101:101"]) {
      expect(may(ip), ip).toBe(true);
    }
    for (const ip of ["11.0.0.0", "9.255.255.255", "172.32.0.0", "172.15.255.255", "169.253.0.1", "100.128.0.0"]) {
      expect(may(ip), ip).toBe(true);
    }
    for (const ip of ["", "x", "1.1.1", "1.1.1.1.1", "::ffff:10.0.0.1", "fe80::1%lo", "4000::1", "::1", "2001:db8::"]) {
      expect(may(ip), ip).toBe(false);
    }
  });

  it("is a list of hosts, addresses and ranges", () => {
    expect(allowanceSpec.safeParse(["nas.local", "10.0.0.0/8", "::1"]).success).toBe(true);
    for (const entry of ["10.0.0.0/33", "::/129", "10.0.0.0/8/8", "http://nas", "nas:80", "", "*"]) {
      expect(allowanceSpec.safeParse([entry]).success, entry).toBe(false);
    }
  });
});
