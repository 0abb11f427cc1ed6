import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { minute } from "../support/world.ts";

describe("an outage that shows itself as this and that", () => {
  it("is one escalation: taken once, with its newest reason, and over once", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, presses, store } = world;
    const shop = await watched(world, "shop", "every minute", ', expect 200 and "open"');
    shop.status = 502;
    for (let n = 0; n < 3; n++) await passes(minute);
    const red = await sees(ana, "🔴 shop down");
    await presses(ana, red, "✋ Ack", "✋ Ana took it");
    Object.assign(shop, { status: 200, body: "under repair" });
    for (let n = 0; n < 4; n++) await passes(minute);
    expect(await store.escalations.open()).toMatchObject([{ id: 1, state: "acked", count: 5 }]);
    expect((await says(ana, "/escalations", "1 open")).text).toContain("text not found");
    shop.body = "open";
    for (let n = 0; n < 3; n++) await passes(minute);
    await sees(ana, "🟢 shop back");
    expect(ana.unseen().filter(({ text, edited }) => !edited && /shop (down|back)/.test(text))).toEqual([]);
  });

  it("is told in words, in reports too, and of a text that must not be there as such", async () => {
    const world = await watchfulWorld('[commands.mood]\nargv = ["/bin/echo", "bad 97"]');
    const { ana, says, sees } = world;
    const shop = await watched(world, "shop", "every minute", ', without "Fatal", alert at once');
    expect((await says(ana, "/show shop", "🔁")).text).not.toContain("text found");
    shop.body = "Fatal error";
    await world.passes(minute);
    expect((await sees(ana, "🔴 shop down")).text).toContain("1/1 failed · text that must not be there · last good");
    await says(ana, 'every hour run mood, called m1, bad if the output contains "bad", alert at once', "🔁");
    expect((await sees(ana, "🔴 m1 down")).text).toContain("1/1 failed · text that must not be there · #E2");
    await says(ana, "every hour run mood, called m2, warn if over 85, alert at once", "🔁");
    await sees(ana, "🔴 m2 down");
    await world.passes(minute);
    const { text } = await says(ana, "/digest", "Digest");
    expect(text).toContain("Why the value is out of bounds (value 97)");
    expect(text.match(/Why text that must not be there\n/g)).toHaveLength(2);
  });

  it("is told although somebody has silenced what only warned", async () => {
    const world = await watchfulWorld('[commands.disk]\nargv = ["/bin/cat", "disk"]');
    const { ana, says, sees, passes, presses } = world;
    const disk = join(world.dataDir, "disk");
    writeFileSync(disk, "91\n");
    await says(ana, "every minute run disk, warn if over 85, alert at once", "🔁");
    await presses(ana, await sees(ana, "🔴 disk down"), "🔇 until fixed", "🔇 silent");
    rmSync(disk);
    await passes(minute);
    expect((await sees(ana, "🔴 disk down")).text).toContain("failed (exit 1)");
  });
});
