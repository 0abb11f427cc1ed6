import { describe, expect, it, onTestFinished } from "vitest";
import type { Seen } from "../support/actor.ts";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { createWorld, hour, minute, type World } from "../support/world.ts";

async function quietWorld(): Promise<World> {
  const world = await createWorld();
  onTestFinished(() => world.close());
  return world;
}

/** A reminder that rang and was done. */
async function teaIsDone({ ana, says, passes, sees, presses }: World): Promise<void> {
  await says(ana, "tea in 4 min", "⏰ Tea");
  await passes(4 * minute);
  await presses(ana, await sees(ana, /^⏰ Tea$/), "✅ Done", "✅ Tea");
  await passes(minute);
}

const isPhoto = ({ raw }: Seen) => "photo" in raw;

describe("a digest", () => {
  it("of today or yesterday comes at once, without pictures, and nothing is kept", async () => {
    const world = await quietWorld();
    const { ana, says } = world;
    await teaIsDone(world);
    const today = await says(ana, "/digest", "Digest");
    expect(today.text).toContain("Tue 24 Nov 00:00 – Tue 24 Nov 14:10");
    expect(today.text).toContain("Runs: 1 · Failed: 0");
    expect((await says(ana, "/digest yesterday", "Digest")).text).toContain("Nothing ran in this time.");
    await world.passes(24 * hour);
    expect((await says(ana, "digest of yesterday", "Digest")).text).toContain("Runs: 1 · Failed: 0");
    expect(ana.unseen().filter(isPhoto)).toEqual([]);
    expect((await world.store.actions.list({})).map(({ kind }) => kind)).toEqual(["reminder"]);
  });

  it("says in the person's words what failed of what, as the status does", async () => {
    const world = await watchfulWorld();
    const { ana, says, passes } = world;
    const answer = await watched(world, "shop");
    await says(ana, "check http://127.0.0.1:9 every 2 min", "🔁");
    answer.status = 503;
    for (let n = 0; n < 4; n++) await passes(2 * minute);
    const { text } = await says(ana, "/digest", "Digest");
    expect(text).toContain("Why unexpected status (503)");
    expect(text).toContain("Why connection refused (ECONNREFUSED)");
    expect(text).toContain("shop · Reason unexpected status · Count 4");
    expect(text).toContain("Reason connection refused · Count 5");
    expect((await says(ana, "/status", "🔴")).text).toContain("127.0.0.1:9: connection refused (ECONNREFUSED)");
    await says(ana, "/language de", "Deutsch");
    const german = (await says(ana, "/digest", "Digest")).text;
    expect(german).toContain("Warum Verbindung abgelehnt (ECONNREFUSED)");
    expect(german).toContain("Grund unerwarteter Status");
  });

  it("is sent every morning where somebody asks for it, also after a restart, until it is paused", async () => {
    const world = await quietWorld();
    const { ana, says, sees, presses } = world;
    await teaIsDone(world);
    await says(ana, "send me a digest every morning at 8", "Digest");
    await presses(ana, await sees(ana, "Shall I send it like that?"), "Looks right", "🔁 Digest · every day 08:00");
    await world.restarts();
    await world.until("2026-11-25T08:00");
    expect((await sees(ana, "Digest")).text).toContain("Tue 24 Nov 14:10 – Wed 25 Nov 08:00");
    await says(ana, "pause digest", "⏸");
    await world.until("2026-11-26T08:00");
    expect(ana.unseen()).toEqual([]);
  });

  it("is asked for in German too", async () => {
    const world = await quietWorld();
    const { ana, says } = world;
    await says(ana, "/language de", "Deutsch");
    expect((await says(ana, "/digest gestern", "Digest")).text).toContain("Mo 23. Nov 00:00 – Di 24. Nov 00:00");
    expect((await says(ana, "Übersicht von gestern", "Übersicht")).text).toContain(
      "Mo 23. Nov 00:00 – Di 24. Nov 00:00",
    );
  });
});

describe("/feed", () => {
  it("shows what ran last of all that is listed here, and [↻ Now] brings it up to date in place", async () => {
    const world = await quietWorld();
    const { ana, boris, says, presses } = world;
    const empty = await says(ana, "/feed", "The last 24 h");
    expect(empty).toMatchObject({ text: "The last 24 h · 14:05\nNothing has run.", buttons: [["↻ Now"]] });
    await teaIsDone(world);
    const feed = await presses(ana, empty, "↻ Now", "Tea");
    expect(feed).toMatchObject({ id: empty.id, text: "The last 24 h · 14:10\nTea · 14:09 · ✅ done 14:09" });
    expect((await says(boris, "/feed", "The last 24 h")).text).toContain("Nothing has run.");
    await world.passes(24 * hour);
    await presses(ana, feed, "↻ Now", "Nothing has run.");
  });
});

describe("/history", () => {
  it("of a check says how much of the time it was up", async () => {
    const world = await watchfulWorld();
    const { ana, says, passes } = world;
    const shop = await watched(world, "shop");
    for (let i = 0; i < 3; i++) await passes(2 * minute);
    shop.status = 502;
    await passes(2 * minute);
    shop.status = 200;
    for (let i = 0; i < 4; i++) await passes(2 * minute);
    // Good from 14:05 to 14:13, bad to 14:15, good to 14:21: 14 of 16 minutes.
    expect((await says(ana, "/history shop", "finished runs")).text).toContain("up 87.5% in 30 days");
  });

  it("of a label shows the newest runs of all that had it", async () => {
    const world = await quietWorld();
    const { ana, says, passes, sees, presses } = world;
    await says(ana, "tea in 4 min #kitchen", "⏰ Tea");
    await says(ana, "stretch in 5 min", "⏰ Stretch");
    await passes(4 * minute);
    await presses(ana, await sees(ana, /^⏰ Tea$/), "✅ Done", "✅ Tea");
    await passes(minute);
    await presses(ana, await sees(ana, /^⏰ Stretch$/), "✅ Done", "✅ Stretch");
    const history = await says(ana, "/history #kitchen", "#kitchen");
    expect(history.text).toBe("#kitchen\nTea · 14:09 · ✅ done 14:09");
    expect((await says(ana, "/history #nothing", "#nothing")).text).toContain("Nothing with this label has run yet.");
  });
});
