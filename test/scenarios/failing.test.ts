import { describe, expect, it } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { hour, minute } from "../support/world.ts";

describe("a check that is to pause itself", () => {
  it("does so after so many failures, says why, and goes on when somebody resumes it", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, presses } = world;
    const answer = await watched(world, "shop", "every 2 min", ", alert after 2 fails, pause after 3 failures");
    expect((await says(ana, "/show shop", "shop")).text).toContain("⏸ after 3 failures in a row");
    answer.status = 500;
    await passes(2 * minute);
    await passes(2 * minute);
    const alarm = await sees(ana, "🔴 shop down");
    await passes(2 * minute);
    const paused = await sees(ana, "⏸ shop paused");
    expect(paused.text).toMatch(/^⏸ shop paused: it failed 3 times in a row\n/);
    expect(paused.text).toContain("🔴 HTTP 500");
    await world.restarts();
    await passes(hour);
    expect(await world.store.runs.history(1, 99)).toHaveLength(4);
    expect(await world.store.escalations.open()).toMatchObject([{ action: 1, state: "open", count: 2 }]);
    expect((await says(ana, "/why shop", "Now:")).text).toContain(
      "• it is paused because it failed 3 times in a row; /resume lets it run again",
    );
    answer.status = 200;
    await presses(ana, paused, "Resume now", "On again");
    for (let n = 0; n < 3; n++) await passes(2 * minute);
    await sees(ana, "back");
    expect(await world.store.escalations.open()).toEqual([]);
    expect(alarm.text).toContain("HTTP 500");
  });

  it("is told so later as well, and told otherwise", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, store } = world;
    const answer = await watched(world, "shop", "every 2 min", ", alert after 50 fails");
    expect((await says(ana, "pause shop after 2 failures", "shop")).text).toContain("⏸ after 2 failures in a row");
    expect((await says(ana, "undo", "Back")).text).not.toContain("⏸");
    expect((await says(ana, "/pause shop after failures", "shop")).text).toContain("⏸ after 5 failures in a row");
    expect((await says(ana, "don't pause shop after failures", "shop")).text).not.toContain("⏸");
    await says(ana, "pause shop after 2 failures", "⏸");
    answer.status = 500;
    await passes(2 * minute);
    await passes(2 * minute);
    await sees(ana, "⏸ shop paused");
    await says(ana, "undo", "Back");
    await passes(2 * minute);
    expect((await store.runs.history(1, 1))[0]).toMatchObject({ outcome: "failed" });
  });

  it("is not paused by what it sees under maintenance", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, store } = world;
    const answer = await watched(world, "shop", "every 2 min", ", alert after 50 fails, pause after a failure");
    await says(ana, "maintenance for shop now for 30 min", "🛠");
    answer.status = 500;
    for (let n = 0; n < 10; n++) await passes(2 * minute);
    expect((await store.actions.get(1))?.pause).toBeNull();
    for (let n = 0; n < 7; n++) await passes(2 * minute);
    await sees(ana, "⏸ shop paused: it failed");
  });

  it("keeps quiet what depends on it as before, since what it saw has not changed", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, store } = world;
    const router = await watched(world, "router", "every 2 min", ", pause after 3 failures");
    const shop = await watched(world, "shop", "every 3 min");
    await says(ana, "shop depends on router", "⛓");
    router.status = 500;
    shop.status = 500;
    for (let n = 0; n < 3; n++) await passes(2 * minute);
    await sees(ana, "⏸ router paused");
    await passes(hour);
    expect(await store.escalations.open()).toMatchObject([{ title: "router" }]);
    expect((await store.runs.history(2, 1))[0]?.data).toMatchObject({ verdict: "bad", held: "unreachable" });
  });

  it("is asked for in German too", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes } = world;
    await says(ana, "/language de", "Deutsch");
    const card = await says(ana, "prüfe http://127.0.0.1:9 alle 2 Minuten, pausiere nach 2 Fehlern", "🔁");
    expect(card.text).toContain("⏸ nach 2 Fehlern hintereinander");
    await passes(2 * minute);
    await passes(2 * minute);
    expect((await sees(ana, "⏸ 127")).text).toContain("pausiert: 2-mal hintereinander fehlgeschlagen");
    expect((await says(ana, "pausiere #1 nach 4 Fehlern", "⏸")).text).toContain("⏸ nach 4 Fehlern hintereinander");
  });
});
