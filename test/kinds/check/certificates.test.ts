import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { folder, listen, lookAt, serve } from "./support.ts";

interface Made {
  key: string;
  cert: string;
}

const openssl = (dir: string, ...args: string[]) => execFileSync("openssl", args, { cwd: dir, stdio: "pipe" });

/** An authority and a certificate for `names` of that many days, signed by it; the days may be over. */
function certificate(names: string, days: number): Made & { authority: string } {
  const dir = folder();
  const subject = (name: string) => ["-subj", `/CN=${name}`];
  openssl(
    dir,
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-days",
    "400",
    ...subject("Test CA"),
  );
  openssl(dir, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "csr.pem", ...subject("shop"));
  writeFileSync(join(dir, "ext"), `subjectAltName=${names}\n`);
  writeFileSync(join(dir, "index"), "");
  writeFileSync(join(dir, "serial"), "01\n");
  writeFileSync(
    join(dir, "ca.conf"),
    "[ca]\ndefault_ca=a\n[a]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n",
  );
  const at = (ms: number) => `${new Date(ms).toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
  const now = Date.now();
  const dates = ["-startdate", at(now - 90 * 86_400_000), "-enddate", at(now + days * 86_400_000 + 3_600_000)];
  openssl(
    dir,
    "ca",
    "-batch",
    "-config",
    "ca.conf",
    "-cert",
    "ca.pem",
    "-keyfile",
    "ca.key",
    "-in",
    "csr.pem",
    "-out",
    "cert.pem",
    "-notext",
    "-extfile",
    "ext",
    ...dates,
  );
  const read = (file: string) => readFileSync(join(dir, file), "utf8");
  return { key: read("key.pem"), cert: read("cert.pem"), authority: read("ca.pem") };
}

async function secured({ key, cert }: Made, tls: object = {}) {
  const requests: string[] = [];
  const server = createServer({ key, cert, ...tls }, (request, response) => {
    requests.push(request.url ?? "");
    response.end("fine");
  });
  const { port } = await listen(server, "127.0.0.1");
  onTestFinished(() => server.closeAllConnections());
  return { port, requests };
}

const today = () => ({ now: Date.now() });

describe("a certificate", () => {
  it("that is right and holds for long is good, by TLS and by https", async () => {
    const made = certificate("DNS:localhost", 61);
    const { port } = await secured(made);
    const setting = { ...today(), network: { authorities: [made.authority] } };
    const reading = await lookAt({ probe: { type: "tls", host: "localhost", port } }, setting);
    expect(reading).toMatchObject({
      verdict: "good",
      summary: { tlsDays: 61, chainDays: 61, problem: null },
      measure: 61,
      unit: "days",
    });
    const probe = { type: "http", url: `https://localhost:${port}/`, contains: "fine", minTlsDays: 61 };
    expect(await lookAt({ probe }, setting)).toMatchObject({ verdict: "good", summary: { tlsDays: 61 } });
    expect(await lookAt({ probe: { ...probe, minTlsDays: 62 } }, setting)).toMatchObject({ errorClass: "expiring" });
  });

  it("that ends soon is told while it still holds", async () => {
    const made = certificate("DNS:localhost", 5);
    const { port } = await secured(made);
    const setting = { ...today(), network: { authorities: [made.authority] } };
    const probe = { type: "tls", host: "localhost", port };
    expect(await lookAt({ probe }, setting)).toMatchObject({ verdict: "bad", errorClass: "expiring", detail: "5 d" });
    expect(await lookAt({ probe: { ...probe, minDays: 5 } }, setting)).toMatchObject({ verdict: "good" });
  });

  it("that has ended is bad, and its server is asked nothing", async () => {
    const made = certificate("DNS:localhost", -3);
    const { port, requests } = await secured(made);
    const setting = { ...today(), network: { authorities: [made.authority] } };
    expect(await lookAt({ probe: { type: "tls", host: "localhost", port } }, setting)).toMatchObject({
      errorClass: "certificate",
      detail: "CERT_HAS_EXPIRED",
      summary: { tlsDays: -3 },
    });
    const probe = { type: "http", url: `https://localhost:${port}/` };
    expect(await lookAt({ probe }, setting)).toMatchObject({ errorClass: "certificate", detail: "CERT_HAS_EXPIRED" });
    expect(requests).toEqual([]);
  });

  it("for another name or by an unknown authority is bad", async () => {
    const made = certificate("DNS:other.test", 61);
    const { port } = await secured(made);
    const probe = { type: "tls", host: "localhost", port };
    expect(await lookAt({ probe }, { ...today(), network: { authorities: [made.authority] } })).toMatchObject({
      errorClass: "certificate",
      detail: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
    expect(await lookAt({ probe }, today())).toMatchObject({
      errorClass: "certificate",
      detail: expect.stringMatching(/^(?:UNABLE_TO_|SELF_SIGNED)/),
    });
  });

  it("may be for an address", async () => {
    const made = certificate("IP:127.0.0.1", 61);
    const { port } = await secured(made);
    const setting = { ...today(), network: { authorities: [made.authority] } };
    expect(await lookAt({ probe: { type: "tls", host: "127.0.0.1", port } }, setting)).toMatchObject({
      verdict: "good",
    });
  });

  it("is not there when the other side speaks no TLS or another one", async () => {
    const plain = await serve((_, response) => response.end());
    expect(await lookAt({ probe: { type: "tls", host: "127.0.0.1", port: plain.port } })).toMatchObject({
      errorClass: "tls",
    });
    const made = certificate("DNS:localhost", 61);
    const old = await secured(made, { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });
    expect(await lookAt({ probe: { type: "tls", host: "localhost", port: old.port } })).toMatchObject({
      errorClass: "tls",
    });
  });
});
