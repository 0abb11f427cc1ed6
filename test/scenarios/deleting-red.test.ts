import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { hour, minute } from "../support/world.ts";

describe("a check that is deleted", () => {
  it("while it is red is told no more, and again once that is taken back", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees, says, presses, settles, store, telegram } = world;
    const sentTexts = () => telegram.sent().map(({ text }) => text);
    const shop = await watched(world, "shop", "every 5 min", ", alert at once");
    shop.status = 502;
    await passes(5 * minute);
    const red = await sees(ana, "🔴 shop down");
    const gone = await says(ana, "/delete shop", "🗑");
    await settles();
    expect(sentTexts()).toContain("🟢 shop · Ana resolved it 14:10 · #E1 high");
    expect(ana.current(red)?.buttons).toEqual([]);
    expect(await store.escalations.open()).toEqual([]);
    await passes(5 * minute);
    await presses(ana, gone, "Undo", "shop");
    expect(await store.escalations.open()).toMatchObject([{ id: 1, state: "open" }]);
    await passes(30 * minute);
    await sees(ana, "🔴 shop still down");
    await says(ana, "/delete shop", "🗑");
    await passes(hour);
    const before = telegram.sent().length;
    await passes(24 * hour);
    expect(telegram.sent().length).toBe(before);
  });

  it("with the sentence that made it is told no more either", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees, says, store } = world;
    const shop = await watched(world, "shop", "every 5 min", ", alert at once");
    shop.status = 502;
    await passes(5 * minute);
    await sees(ana, "🔴 shop down");
    await says(ana, "/undo", /./);
    await says(ana, "/undo", /./);
    expect(await store.actions.list({})).toEqual([]);
    expect(await store.escalations.open()).toEqual([]);
  });

  it("while it is looked at raises nothing", async () => {
    const world = await watchfulWorld();
    const { ana, passes, says, sees, settles, store } = world;
    const waiting: ServerResponse[] = [];
    const state = { hold: false };
    const server = createServer((_, response) => void (state.hold ? waiting.push(response) : response.end()));
    await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = server.address() as AddressInfo;
    await says(ana, `check http://127.0.0.1:${port} every 5 min, alert at once`, "🔁");
    await sees(ana, "🟢");
    state.hold = true;
    await Promise.race([passes(5 * minute), expect.poll(() => waiting.length).toBe(1)]);
    const [check] = await store.actions.list({});
    const { id = 0, revision = 0 } = check ?? {};
    const patch = { deletedAt: world.clock.now(), nextAt: null, revision: revision + 1 };
    await store.commit([{ do: "setAction", id, expectRevision: revision, patch }]);
    waiting[0]?.writeHead(502).end();
    await settles();
    expect((await store.runs.history(id, 1))[0]).toMatchObject({ state: "settled", outcome: "failed" });
    expect(await store.escalations.open()).toEqual([]);
  });
});

describe("a check that somebody pauses while it is red", () => {
  it("is not told as down while nobody looks, and goes on being told when it is resumed", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees, says, settles, store, telegram } = world;
    const shop = await watched(world, "shop", "every 5 min", ", alert at once");
    shop.status = 502;
    await passes(5 * minute);
    await sees(ana, "🔴 shop down");
    await says(ana, "/pause shop", "⏸");
    await settles();
    const before = telegram.sent().length;
    await passes(26 * hour);
    expect(telegram.sent().length).toBe(before);
    expect(await store.escalations.open()).toMatchObject([{ state: "open", severity: "high" }]);
    expect(world.running.belfry.held()).toBeNull();
    await says(ana, "/resume shop", "🔁");
    await passes(2 * minute);
    await sees(ana, "#E1");
  });
});
