import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("said as people do", () => {
  it("what ends is looked at each day, which the card says, with the days that are left before it is bad", async () => {
    const { ana, says } = world;
    const card = await says(ana, "tell me 14 days before the certificate of 127.0.0.11 expires", "🔁");
    expect(card.text).toContain("tls 127.0.0.11 · every day 09:00");
    expect(card.text).toContain("tls 127.0.0.11:443 · expects ≥ 14 d");
  });

  it("what has an end and no beat is asked how often, and keeps its end", async () => {
    const { ana, says, presses } = world;
    const asked = await says(ana, "monitor 127.0.0.11 until friday", "how often?");
    const card = await presses(ana, asked, "every hour, until Fri 27 Nov", "🔁");
    expect(card.text).toContain("127.0.0.11 · every hour, until Fri 27 Nov");
  });

  it("a heartbeat gets an address to call", async () => {
    const { ana, says } = world;
    const card = await says(ana, "create a heartbeat for sync every 10 minutes", "🔁");
    expect(card.text).toMatch(/sync · every 10 min[\s\S]*\/ping\//);
  });

  it("a summary is of what has that name, and a reminder where nothing has", async () => {
    const { ana, says, sees, presses } = world;
    await says(ana, "create a heartbeat for shop every 10 minutes", "🔁");
    await says(ana, "a weekly summary of shop on mondays at 8am", "Shop");
    const preview = await sees(ana, "Shall I send it like that?");
    expect((await presses(ana, preview, "Looks right", "🔁")).text).toContain("Shop · every Mon 08:00");
    const reminder = await says(ana, "a weekly summary of sales on mondays at 8am", "🔁");
    expect(reminder.text).toContain("A summary of sales · every Mon 08:00");
  });

  it("a report in a form that it has not is refused with the forms there are", async () => {
    const { ana, says } = world;
    const refused = await says(ana, "weekly report of failures on monday at 8am as pdf", "cannot");
    expect(refused.text).toContain("I cannot put pdf into a report");
    expect(refused.text).toContain("CSV, HTML or Markdown");
    expect((await says(ana, "/list", "Nothing")).text).toContain("Nothing");
  });
});
