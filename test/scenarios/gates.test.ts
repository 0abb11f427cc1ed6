import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { createWorld, hour, minute, type World } from "../support/world.ts";

async function worldWith(toml = ""): Promise<World> {
  const read = readBelfryToml(toml, { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const world = await createWorld({ file: read.file });
  onTestFinished(() => world.close());
  return world;
}

const loopback = '[network]\nallow = ["127.0.0.0/8"]\n';

async function pump({ ana, says, sees }: World) {
  const answer = { status: 200 };
  const server = createServer((_, response) => void response.writeHead(answer.status).end("hello"));
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await says(
    ana,
    `check http://127.0.0.1:${(server.address() as AddressInfo).port} every 2 min, alert after 50 fails`,
    "🔁",
  );
  await sees(ana, "🟢");
  await says(ana, "rename #1 to pump", "pump");
  return answer;
}

const outcomes = async (world: World, action: number) =>
  (await world.store.runs.history(action, 99)).map(({ outcome, reason, count }) => [outcome, reason, count]);

describe("an action that may run only so often", () => {
  it("leaves out what comes too soon after its last run, also after a restart, and says so", async () => {
    const world = await worldWith();
    const { ana, says, sees, passes, presses } = world;
    const card = await says(ana, "stretch every 30 min, at most once every 2 hours", "🔁");
    expect(card.text).toContain("🚦 at most once every 2 h");
    await passes(30 * minute);
    await presses(ana, await sees(ana, "⏰ Stretch"), "✅ Done", "✅");
    await passes(30 * minute);
    await world.restarts();
    await passes(30 * minute);
    expect(ana.unseen()).toEqual([]);
    expect(await outcomes(world, 1)).toEqual([
      ["skipped", "cooldown", 1],
      ["skipped", "cooldown", 1],
      ["succeeded", null, 1],
    ]);
    expect((await says(ana, "/history stretch", "⏭")).text).toContain("⏭ skipped: it ran not long ago");
    await passes(hour);
    await sees(ana, "⏰ Stretch");
  });

  it("started by hand is kept from running too, and [Run anyway] starts it", async () => {
    const { ana, says, sees, passes, presses } = await worldWith();
    await says(ana, "stretch every 30 min, at most once every 2 hours", "🔁");
    await passes(30 * minute);
    await presses(ana, await sees(ana, "⏰ Stretch"), "✅ Done", "✅");
    await passes(minute);
    await says(ana, "quiet from 13 to 18", "🌙");
    await says(ana, "/run stretch", "started now");
    const refused = await sees(ana, "🚦");
    expect(refused.text).toBe("🚦 Stretch did not run: at most so often. Free again 16:35 (in 1 h 59 min).");
    await presses(ana, refused, "Run anyway", "started now");
    await sees(ana, "⏰ Stretch");
    expect((await says(ana, "/history stretch", "✅")).text).toContain("started by hand, past its gates");
  });
});

describe("an action under a condition", () => {
  it("runs only while the other one is as it should be", async () => {
    const world = await worldWith(loopback);
    const { ana, says, sees, passes } = world;
    const answer = await pump(world);
    const card = await says(ana, "water the plants every 30 min only while pump is green", "🔁");
    expect(card.text).toContain("🚦 only while pump is green");
    await passes(30 * minute);
    await sees(ana, "⏰ Water the plants");
    answer.status = 500;
    await passes(30 * minute);
    expect(ana.unseen()).toEqual([]);
    expect((await outcomes(world, 2))[0]).toEqual(["skipped", "condition", 1]);
    answer.status = 200;
    await passes(30 * minute);
    await sees(ana, "⏰ Water the plants");
  });

  it("without a time is tried every minute; refusals in a row are one line", async () => {
    const world = await worldWith(loopback);
    const { ana, says, sees, passes } = world;
    const answer = await pump(world);
    await says(ana, "while pump is red, remind me to look at it", "🔁");
    for (let n = 0; n < 5; n++) await passes(minute);
    expect(await outcomes(world, 2)).toEqual([["skipped", "condition", 5]]);
    answer.status = 500;
    await passes(2 * minute);
    await sees(ana, "⏰ Look at it");
    await passes(5 * minute);
    expect(ana.unseen()).toEqual([]);
  });

  it("may be a named command", async () => {
    const [flag, mark] = ["flag", "mark"].map((name) => join(tmpdir(), `belfry-${name}-${process.pid}`)) as [
      string,
      string,
    ];
    onTestFinished(() => [flag, mark].forEach((file) => void rmSync(file, { force: true })));
    const world = await worldWith(
      `[commands.on-site]\nargv = ["/bin/cat", "${flag}"]\n[commands.sweep]\nargv = ["/bin/touch", "${mark}"]\n`,
    );
    const { ana, says, sees, passes } = world;
    const card = await says(ana, "run sweep every 10 min only if on-site succeeds", "🔁");
    expect(card.text).toContain("🚦 only if on-site succeeds");
    await sees(ana, "🟢");
    rmSync(mark, { force: true });
    await passes(10 * minute);
    expect(existsSync(mark)).toBe(false);
    expect((await outcomes(world, 1))[0]).toEqual(["skipped", "condition", 1]);
    writeFileSync(flag, "yes");
    await passes(10 * minute);
    expect(existsSync(mark)).toBe(true);
  });

  it("that names nothing there is is no condition; its sentence changes it", async () => {
    const world = await worldWith(loopback);
    const { ana, says, sees } = world;
    await says(
      ana,
      "hang out the washing tomorrow at 9 only if weather is good",
      "⏰ Hang out the washing only if weather is good",
    );
    await pump(world);
    const said = ana.say("water the plants every day at 9 only while pump is green");
    await sees(ana, "🚦");
    ana.edit(said.id, "water the plants every day at 9, at most once every 3 days");
    expect((await sees(ana, "✏️")).text).toContain("🚦 at most once every 3 days");
  });
});

describe("labels", () => {
  it("stand on the card, gather a list, and are given and taken", async () => {
    const { ana, says } = await worldWith();
    const card = await says(ana, "rotate keys every monday at 9 #ops", "🔁");
    expect(card.text.split("\n").at(-1)).toBe("#ops");
    await says(ana, "tea in 4 min", "⏰ Tea");
    const list = await says(ana, "/list #ops", "#ops · 1 active");
    expect(list.text).toContain("Rotate keys");
    expect(list.text).not.toContain("Tea");
    expect((await says(ana, "label tea ops", "✏️")).text).toContain("#ops");
    await says(ana, "list #ops", "2 active");
    await says(ana, "/unlabel rotate #ops", "✏️");
    expect((await says(ana, "/list ops", "1 active")).text).toContain("Tea");
    expect((await says(ana, "/list nobody", "#nobody")).text).toContain("Nothing is labelled #nobody");
    expect((await says(ana, "/label tea", "A label is one word")).text).toContain("/label shop ops");
    await says(ana, "/undo", "Back:");
  });

  it("go with the runs, by the clock and by hand, and stay in pages and modes of the list", async () => {
    const world = await worldWith();
    const { ana, says, sees, passes, presses } = world;
    await says(ana, "stretch every 30 min #health", "🔁");
    await passes(30 * minute);
    await sees(ana, "⏰ Stretch");
    await says(ana, "/run stretch", "started");
    await sees(ana, "⏰ Stretch");
    expect((await world.store.runs.history(1, 9)).map(({ labels }) => labels)).toEqual([["health"], ["health"]]);
    const list = await says(ana, "/list #health", "#health");
    const mode = await presses(ana, list, "⏸ mode", "Press one");
    expect(mode.text).toContain("#health");
    expect((await presses(ana, mode, "⏸ Stretch", "1 paused")).text).toContain("#health");
  });
});

describe("in German", () => {
  it("the same", async () => {
    const { ana, says } = await worldWith();
    await says(ana, "/language de", "Deutsch");
    const card = await says(ana, "alle 30 Minuten strecken, höchstens einmal alle 2 Stunden #gesund", "🔁");
    expect(card.text).toContain("🚦 höchstens einmal alle 2 Std");
    expect(card.text).toContain("#gesund");
    await says(ana, "liste #gesund", "1 aktiv");
  });
});
