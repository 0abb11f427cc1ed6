import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { ensureBuilt } from "../../scripts/ensure.mjs";
import { startReceiver } from "../channels/receiver.ts";
import { startProduct } from "../support/kills.ts";
import { startTelegram } from "../support/telegram.ts";

beforeAll(() => ensureBuilt());

/** A Belfry that runs as its own process, two hooks, and the file that says which of them is told. */
async function running() {
  const telegram = await startTelegram();
  const [old, next] = [await startReceiver(), await startReceiver()];
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-reload-"));
  const write = (text: string) => writeFileSync(join(dataDir, "belfry.toml"), text, { mode: 0o600 });
  const routed = (name: string, url: string) =>
    write(
      `[escalation.routes]\nhigh = ["telegram", "${name}"]\n[channels.${name}]\ntype = "webhook"\nurl = "${url}/in"\n`,
    );
  routed("old-hook", old.url);
  const belfry = startProduct(telegram, dataDir);
  onTestFinished(async () => {
    await belfry.end("SIGKILL");
    await Promise.all([telegram, old, next].map((one) => one.close()));
    rmSync(dataDir, { recursive: true, force: true });
  });
  await belfry.ready;
  return { ...{ telegram, ana: telegram.ana, belfry, old, next, write }, routed };
}

const titles = (hook: { received: { body: string }[] }) =>
  hook.received
    .map(({ body }) => JSON.parse(body) as { event: string; facts: { title: string } })
    .filter(({ event }) => event === "raised")
    .map(({ facts }) => facts.title);

it("a route that is changed while Belfry runs is the one of the next notice; a broken file changes none", async () => {
  const { ana, belfry, old, next, routed, write } = await running();
  ana.say("escalate high The door is open");
  await ana.sees("The door is open");
  await expect.poll(() => titles(old)).toEqual(["The door is open"]);

  routed("new-hook", next.url);
  await belfry.prints("belfry.toml was read anew");
  ana.say("escalate high The window is open");
  await ana.sees("The window is open");
  await expect.poll(() => titles(next)).toEqual(["The window is open"]);

  write('[escalation.routes]\nhigh = ["telegram", "nobody-hook"]\n');
  await ana.sees("belfry.toml is wrong, so what I read before goes on to hold");
  expect(belfry.output()).toContain("belfry.toml is broken; what was read before goes on to hold");
  ana.say("escalate high The roof is open");
  await ana.sees("The roof is open");
  await expect.poll(() => titles(next)).toEqual(["The window is open", "The roof is open"]);
  ana.say("/escalations test high");
  await ana.sees(/✅ new-hook: delivered\n⚠️ These are the routes of before, since belfry.toml is wrong: .*nobody-hook/);
  expect(titles(old)).toEqual(["The door is open"]);

  routed("old-hook", old.url);
  await ana.sees("belfry.toml is right again");
  ana.say("escalate high The gate is open");
  await ana.sees("The gate is open");
  await expect.poll(() => titles(old)).toEqual(["The door is open", "The gate is open"]);
});
