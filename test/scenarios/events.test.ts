import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { createWorld, minute, type World } from "../support/world.ts";

async function worldWith(toml = ""): Promise<World> {
  const read = readBelfryToml(toml, { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const world = await createWorld({ file: read.file });
  onTestFinished(() => world.close());
  return world;
}

const loopback = '[network]\nallow = ["127.0.0.0/8"]\n';

/** A check of a web address called "web", looked at every two minutes. */
async function web({ ana, says, sees }: World) {
  const answer = { status: 200 };
  const server = createServer((_, response) => void response.writeHead(answer.status).end("hello"));
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  await says(ana, `check http://127.0.0.1:${port} every 2 min`, "🔁");
  await sees(ana, "🟢");
  await says(ana, "rename #1 to web", "web");
  return answer;
}

const lookEn = "when web fails, remind me to look at the disk";

describe("what waits for an action to fail", () => {
  it("is made by a sentence and comes with the first failure of a row, and again after the next good one", async () => {
    const world = await worldWith(loopback);
    const { ana, says, sees, passes, presses } = world;
    const answer = await web(world);
    const card = await says(ana, lookEn, "⚡");
    expect(card.text).toBe("⚡ Look at the disk · when web fails");
    expect(card.buttons).toEqual([["Edit", "Pause", "Undo"]]);
    answer.status = 500;
    await passes(2 * minute);
    const ring = await sees(ana, "⏰ Look at the disk");
    await presses(ana, ring, "✅ Done", "✅");
    await passes(2 * minute);
    expect(ana.unseen()).toEqual([]);
    answer.status = 200;
    await passes(2 * minute);
    answer.status = 500;
    await passes(2 * minute);
    await sees(ana, "⏰ Look at the disk");
    const history = await says(ana, "/history look", "1 finished run");
    expect(history.text).toContain("by what it waited for");
  });

  it("waits on over a restart, is listed, and is held back while it is paused, which is written down", async () => {
    const world = await worldWith(loopback);
    const { ana, says, passes } = world;
    const answer = await web(world);
    await says(ana, lookEn, "⚡");
    await world.restarts();
    expect((await says(ana, "/list", "2 active")).text).toContain("When something happens\n⚡ Look at the disk");
    await says(ana, "pause look at the disk", "paused");
    answer.status = 500;
    await passes(2 * minute);
    expect(ana.unseen()).toEqual([]);
    expect((await world.store.runs.history(2, 9)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["skipped", "paused"],
    ]);
  });

  it("is named where that one is deleted or renamed, and follows the new name", async () => {
    const world = await worldWith(loopback);
    const { ana, says } = world;
    await web(world);
    await says(ana, lookEn, "⚡");
    expect((await says(ana, "rename web to site", "✏️")).text).toContain("⚡ After it: Look at the disk");
    expect((await says(ana, "/show look", "⚡")).text).toContain("when site fails");
    const gone = await says(ana, "delete site", "🗑");
    expect(gone.text).toContain("⚡ Look at the disk: waited for it, and will not come any more.");
    expect((await says(ana, "/show look", "⚡")).text).toContain("⚡ site is deleted");
  });

  it("changes with its sentence", async () => {
    const world = await worldWith(loopback);
    const { ana, sees } = world;
    await web(world);
    const said = ana.say(lookEn);
    await sees(ana, "⚡ Look at the disk");
    ana.edit(said.id, "once web is back, remind me to thank Eve");
    expect((await sees(ana, "✏️")).text).toBe("✏️ Thank Eve · when web recovers");
  });
});

describe("a chain", () => {
  it("runs a named command after a reminder was done, and not before", async () => {
    const file = join(tmpdir(), `belfry-touched-${process.pid}`);
    onTestFinished(() => rmSync(file, { force: true }));
    const { ana, says, sees, passes, presses } = await worldWith(
      `[commands.verify]\nargv = ["/bin/touch", "${file}"]\n`,
    );
    await says(ana, "deploy in 4 min", "⏰ Deploy");
    expect((await says(ana, "after deploy succeeds, run verify", "⚡")).text).toContain("after Deploy succeeds");
    await passes(4 * minute);
    const ring = await sees(ana, /^⏰ Deploy$/);
    expect(existsSync(file)).toBe(false);
    await presses(ana, ring, "✅ Done", "✅");
    await passes(minute);
    expect(existsSync(file)).toBe(true);
  });

  it("that would start itself is refused in one sentence", async () => {
    const { ana, says } = await worldWith();
    await says(ana, "tea in 4 min", "⏰ Tea");
    await says(ana, "when tea is done, remind me to wash the cup", "⚡ Wash the cup");
    await says(ana, "/delete tea", "🗑");
    await says(ana, "when wash the cup is done, remind me to dry the cup", "⚡ Dry the cup");
    const refused = await says(ana, "when dry the cup is done, run wash the cup", "again and again");
    expect(refused.text).toBe("Wash the cup would start itself again and again. Let it wait for something else.");
  });

  it("does not take its times from what has some", async () => {
    const { ana, says } = await worldWith();
    await says(ana, "tea in 4 min", "⏰ Tea");
    await says(ana, "stretch every day at 9", "🔁 Stretch");
    await says(ana, "when tea is done, run stretch", "Stretch has times of its own");
    await says(ana, "when coffee is done, run stretch", "Nothing here is called coffee");
  });
});

describe("what waits for the start of Belfry", () => {
  it("comes at each start", async () => {
    const world = await worldWith();
    const { ana, says, sees } = world;
    const card = await says(ana, "on startup remind me to mount the vault", "⚡");
    expect(card.text).toBe("⚡ Mount the vault · on startup");
    await world.restarts();
    await sees(ana, "⏰ Mount the vault");
  });
});

describe("in German", () => {
  it("the same", async () => {
    const world = await worldWith();
    const { ana, says } = world;
    await says(ana, "/language de", "Deutsch");
    await says(ana, "Tee in 4 Min", "⏰ Tee");
    const card = await says(ana, "wenn Tee erledigt ist, erinnere mich an die Tasse", "⚡");
    expect(card.text).toContain("nachdem Tee erfolgreich war");
    expect((await says(ana, "lösche Tee", "🗑")).text).toContain("hat darauf gewartet und kommt nicht mehr");
  });
});
