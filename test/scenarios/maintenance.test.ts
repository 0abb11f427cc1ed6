import { describe, expect, it } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { hour, minute } from "../support/world.ts";

describe("maintenance said in chat", () => {
  it("lets checks run and raises nothing; [End now] tells what is still red at once", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, presses } = world;
    const shop = await watched(world, "shop");
    const card = await says(ana, "maintenance for shop now for 2 hours", "🛠");
    expect(card).toMatchObject({
      text: "🛠 shop · 14:05–16:05 · checks run, no alerts, excluded from uptime",
      buttons: [["End now", "Undo"]],
    });
    shop.status = 502;
    for (let i = 0; i < 5; i++) await passes(2 * minute);
    expect(ana.unseen()).toEqual([]);
    expect((await says(ana, "/history shop", "6 finished runs")).text).toContain("🔴 HTTP 502");
    await presses(ana, card, "End now", "🛠 shop · maintenance ended 14:15; alerts come again");
    expect((await sees(ana, "🔴")).text).toContain("shop");
  });

  it("does not count in uptime, and does again once it is taken back", async () => {
    const world = await watchfulWorld();
    const { ana, says, passes } = world;
    const shop = await watched(world, "shop");
    await passes(4 * minute);
    await says(ana, "maintenance until 14:19", "🛠 everything here · 14:09–14:19");
    shop.status = 502;
    for (let i = 0; i < 4; i++) await passes(2 * minute);
    shop.status = 200;
    for (let i = 0; i < 4; i++) await passes(2 * minute);
    expect((await says(ana, "report of last 7 days now", /Uptime/)).text).toContain("Uptime 100%");
    await says(ana, "/undo", "↩️ Taken back: maintenance");
    expect((await says(ana, "report of last 7 days now", /Uptime/)).text).not.toContain("Uptime 100%");
  });

  it("is called off before it begins, survives a restart and is listed", async () => {
    const world = await watchfulWorld();
    const { ana, says, presses } = world;
    await watched(world, "shop");
    await says(ana, "/maintenance shop tonight 23 to 1", "🛠 shop · 23:00–01:00");
    await world.restarts();
    const list = await says(ana, "/maintenance", "🛠 shop · 23:00–01:00");
    expect(list.buttons).toEqual([["End now · shop"]]);
    await presses(ana, list, "End now · shop", "🛠 shop · maintenance called off");
    await says(ana, "maintenance", "🛠 No maintenance");
    await says(ana, "end maintenance", "There is no maintenance to end");
  });

  it("that had not begun tells nothing anew when it is called off", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, presses } = world;
    const shop = await watched(world, "shop");
    shop.status = 502;
    for (let i = 0; i < 3; i++) await passes(2 * minute);
    await sees(ana, "🔴 shop down");
    const card = await says(ana, "maintenance for shop tonight 23 to 1", "🛠");
    await presses(ana, card, "End now", "🛠 shop · maintenance called off");
    await passes(minute);
    expect(ana.unseen()).toEqual([]);
  });

  it("ended early leaves a silence and whoever has it as they are", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, presses } = world;
    const [taken, silent] = [await watched(world, "taken"), await watched(world, "silent")];
    for (const one of [taken, silent]) one.status = 502;
    for (let i = 0; i < 3; i++) await passes(2 * minute);
    const red = { taken: await sees(ana, "🔴 taken"), silent: await sees(ana, "🔴 silent") };
    await presses(ana, red.taken, "✋ Ack", "took it");
    await presses(ana, red.silent, "🔇 1 h", "silent until");
    await says(ana, "maintenance for 2 hours", "🛠 everything here");
    await passes(10 * minute);
    await says(ana, "end maintenance", "maintenance ended");
    await passes(10 * minute);
    expect(ana.unseen().filter(({ edited }) => !edited)).toEqual([]);
    await passes(hour);
    await sees(ana, "silent still down");
  });

  it("holds while any of several windows does", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes } = world;
    const shop = await watched(world, "shop");
    await says(ana, "maintenance for shop for 30 min", "🛠 shop");
    await says(ana, "maintenance for 1 hour", "🛠 everything here");
    shop.status = 502;
    await says(ana, "end maintenance for shop", "🛠 shop · maintenance ended");
    for (let i = 0; i < 29; i++) await passes(2 * minute);
    expect(ana.unseen()).toEqual([]);
    await passes(2 * minute);
    await passes(2 * minute);
    expect((await sees(ana, "🔴")).text).toContain("shop");
  });

  it("keeps what was open before quiet until it is over", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes } = world;
    const shop = await watched(world, "shop");
    shop.status = 502;
    for (let i = 0; i < 3; i++) await passes(2 * minute);
    await sees(ana, "🔴");
    await says(ana, "maintenance for shop for 2 hours", "🛠 shop");
    await passes(hour);
    expect(ana.unseen()).toEqual([]);
    await passes(hour + minute);
    expect((await sees(ana, "still down")).text).toContain("shop");
  });

  it("is understood and answered in German; what is no check is said so", async () => {
    const world = await watchfulWorld();
    const { ana, says } = world;
    await watched(world, "shop");
    await says(ana, "/language de", "Sprache");
    const card = await says(ana, "Wartung für shop heute 23 bis 1", "🛠");
    expect(card.text).toBe("🛠 shop · 23:00–01:00 · Checks laufen, kein Alarm, zählt nicht zur Verfügbarkeit");
    expect(card.buttons).toEqual([["Jetzt beenden", "Rückgängig"]]);
    await says(ana, "beende die Wartung", "🛠 shop · Wartung abgesagt");
    await says(ana, "Tee in 2 Stunden", "⏰");
    await says(ana, "Wartung für Tee für 2 Stunden", "Tee ist kein Check");
    await says(ana, "/maintenance bla", "Sag was und von wann bis wann");
  });

  it("for everything in a group is an owner's to say", async () => {
    const world = await watchfulWorld();
    const { boris, says } = world;
    await says(world.ana, "/allow", "This group may use me now", { chat: world.telegram.group });
    await says(boris, "/maintenance now for 2 hours", "You may not do that here", { chat: world.telegram.group });
  });
});
