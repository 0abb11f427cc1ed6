import { describe, expect, it } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { minute } from "../support/world.ts";

describe("a check that is told to look at something else", () => {
  it("looks at once, and its card shows what that came to", async () => {
    const world = await watchfulWorld();
    const { ana, sees, passes, store } = world;
    await watched(world, "shop");
    const address = (await store.actions.list({}))[0]?.spec as { probe: { url: string } };
    const said = ana.say("check http://127.0.0.1:9 every 2 hours");
    await sees(ana, "🔴 connection refused");
    ana.edit(said.id, `check ${address.probe.url} every 2 hours`);
    const seen = await sees(ana, "🟢 200");
    expect(seen.text).toContain(`✏️ ${address.probe.url.slice(7)} · every 2 h`);
    ana.edit(said.id, `check ${address.probe.url} every 3 hours`);
    expect((await sees(ana, "every 3 h")).text).toContain("🟢 200");
    await passes(minute);
    expect(await store.runs.history(2, 9)).toHaveLength(2);
  });

  it("takes another page for no change of the page", async () => {
    const world = await watchfulWorld(
      '[commands.one]\nargv = ["/bin/echo", "1"]\n[commands.two]\nargv = ["/bin/echo", "2"]\n',
    );
    const { ana, sees, passes } = world;
    const said = ana.say("every 10 min run one and tell me when it changes");
    await sees(ana, "🟢 exit 0");
    await passes(10 * minute);
    ana.edit(said.id, "every 10 min run two and tell me when it changes");
    // What may do something is not run because it was changed.
    await sees(ana, "✏️ two");
    await passes(10 * minute);
    await passes(10 * minute);
    expect(ana.unseen().map(({ text }) => text)).toEqual([]);
  });
});
