import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { environment } from "../support/kills.ts";
import { startProcess } from "../support/process.ts";
import { startTelegram, type Telegram } from "../support/telegram.ts";

let telegram: Telegram;
let dataDir: string;

beforeEach(async () => {
  telegram = await startTelegram();
  dataDir = mkdtempSync(join(tmpdir(), "belfry-looks-"));
});

afterEach(async () => {
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A shop that keeps whoever asks waiting, until the test answers. */
async function slowShop() {
  const asking: ServerResponse[] = [];
  const server = createServer((_, response) => void asking.push(response));
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { asking, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it("a look that went with a kill -9 is made again, and nobody hears of it", { timeout: 60_000 }, async () => {
  const { asking, address } = await slowShop();
  writeFileSync(join(dataDir, "belfry.toml"), '[network]\nallow = ["127.0.0.0/8"]\n');
  const start = () => {
    const args = ["--import", "tsx", join(import.meta.dirname, "doomed.ts")];
    return startProcess(args, environment(telegram, dataDir));
  };
  const belfry = start();
  await belfry.ready;
  telegram.ana.say(`check http://${address} every hour`);
  await expect.poll(() => asking.length, { timeout: 30_000 }).toBe(1);
  await belfry.end("SIGKILL");
  const again = start();
  await again.ready;
  await expect.poll(() => asking.length, { timeout: 30_000 }).toBe(2);
  asking[1]?.end("fine");
  await telegram.ana.sees("🟢 200", { timeoutMs: 30_000 });
  expect(await again.end("SIGTERM")).toEqual({ code: 0, signal: null });
  expect(telegram.sent().filter(({ text = "" }) => /ended in the middle|failed|🔴/.test(text))).toEqual([]);
});
