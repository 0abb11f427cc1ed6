import { describe, expect, it, onTestFinished } from "vitest";
import { listen } from "../support/listener.ts";
import { createWorld, hour, minute, type World, type WorldOptions } from "../support/world.ts";

async function made(options: WorldOptions = {}): Promise<World & { calls: Awaited<ReturnType<typeof listen>> }> {
  const world = await createWorld(options);
  onTestFinished(() => world.close());
  return Object.assign(world, { calls: await listen(world) });
}

const nightly = "expect a ping from nightly-backup by 3:30, 30 min grace";

describe("a ping that is expected by 3:30 with 30 minutes of grace", () => {
  it("has a card that says where to send it, and when it is late and red", async () => {
    const { ana, says, sees } = await made();
    await says(ana, nightly, "🔁 nightly-backup");
    const card = await sees(ana, "no call yet");
    expect(card.text.split("\n")).toEqual([
      "🔁 nightly-backup · every day 03:30 · next Wed 25, Thu 26, Fri 27 Nov",
      expect.stringMatching(/^Send it here: curl -fsS http:\/\/127\.0\.0\.1:8788\/ping\/[\w-]{32}\/\$\?$/),
      "late 03:30 · red 04:00",
      "🟢 no call yet",
    ]);
  });

  it("that comes is seen at once, also after a restart, with what was sent along", async () => {
    const world = await made();
    const { ana, says, sees, calls } = world;
    await says(ana, nightly, "🔁");
    const card = await sees(ana, "no call yet");
    await world.restarts();
    await world.until("2026-11-25T03:10");
    expect(await calls(card, { ending: "/0", method: "POST", body: "214 files\u001b[0m" })).toBe(200);
    await world.settles();
    const history = await says(ana, "/history nightly-backup", "finished run");
    expect(history.text).toMatch(/🟢 called in time/);
    await world.until("2026-11-25T05:00");
    expect(ana.unseen()).toEqual([]);
    const [, look] = await world.store.runs.history(1, 2);
    expect(look).toMatchObject({ trigger: "event", outcome: "succeeded", data: { summary: { exit: 0 } } });
  });

  it("is not served by a call that tries the address out, nor by one from before its sentence was edited", async () => {
    const world = await made();
    const { ana, sees, calls } = world;
    const said = ana.say(nightly);
    const card = await sees(ana, "no call yet");
    await world.passes(minute);
    expect(await calls(card, {})).toBe(200);
    await world.until("2026-11-25T03:30");
    await world.until("2026-11-25T04:00");
    await sees(ana, "🔴 nightly-backup down");
    await calls(card, {});
    await sees(ana, "🟢 nightly-backup back");
    ana.edit(said.id, nightly.replace("30 min", "20 min"));
    await sees(ana, "red 03:50");
    await world.until("2026-11-26T03:30");
    await world.until("2026-11-26T03:50");
    await sees(ana, "🔴 nightly-backup down");
  });

  it("that stays away is late at 3:30, red at 4:00, and over with the next call", async () => {
    const world = await made();
    const { ana, says, sees, calls } = world;
    await says(ana, nightly, "🔁");
    const card = await sees(ana, "no call yet");
    await world.until("2026-11-25T03:30");
    expect(ana.unseen()).toEqual([]);
    expect((await says(ana, "/show nightly-backup", "🔁")).text).toContain("🟡 late");
    const status = await says(ana, "/status", "🟢 0");
    expect(status.text).toContain("🟡 nightly-backup: late since 03:30 · red 04:00");
    await world.until("2026-11-25T03:59");
    expect(ana.unseen()).toEqual([]);
    await world.until("2026-11-25T04:00");
    const red = await sees(ana, "🔴");
    expect(red.text).toContain(
      "🔴 nightly-backup down since 04:00 · 1/1 failed · the call did not come · last good 03:30 · #E1 high",
    );
    await world.until("2026-11-25T04:10");
    expect(await calls(card)).toBe(200);
    await world.settles();
    expect(await sees(ana, "back")).toMatchObject({ text: expect.stringContaining("back 04:10"), replyTo: red.id });
  });

  it("that says it failed is red at once, and deleting it makes its address nobody's", async () => {
    const world = await made();
    const { ana, says, sees, calls } = world;
    await says(ana, `${nightly}, critical`, "🔁");
    const card = await sees(ana, "no call yet");
    await calls(card, { ending: "/2", method: "POST", body: "disk full" });
    await world.settles();
    expect((await sees(ana, "🔴")).text).toContain(
      "1/1 failed · the call said it failed (exit 2) · last good 14:05 · #E1 critical",
    );
    await says(ana, "/delete nightly-backup", "🗑");
    expect(await calls(card)).toBe(404);
  });

  it("is not missed while it is paused", async () => {
    const world = await made();
    const { ana, says, sees, calls } = world;
    await says(ana, nightly, "🔁");
    const card = await sees(ana, "no call yet");
    await says(ana, "pause nightly-backup", "⏸");
    await world.until("2026-11-26T12:00");
    expect(await calls(card)).toBe(200);
    await says(ana, "resume nightly-backup", "nightly-backup");
    await world.until("2026-11-27T03:59");
    expect(ana.unseen()).toEqual([]);
    await world.until("2026-11-27T04:00");
    await sees(ana, "🔴");
  });

  it("tells that it is late where changes are to be told", async () => {
    const world = await made();
    const { ana, says, sees } = world;
    await says(ana, `${nightly}, tell me when it changes`, "🔁");
    await sees(ana, "no call yet");
    await world.until("2026-11-25T03:30");
    expect((await sees(ana, "🟡")).text).toBe("🟡 nightly-backup changed\n🟡 late");
  });

  it("can be asked for in German", async () => {
    const { boris, says, sees } = await made();
    await says(boris, "/language de", "Deutsch");
    await says(boris, "erwarte einen Ping von nightly-backup bis 3:30, 30 Min Kulanz, niedrig", "🔁 nightly-backup");
    const card = await sees(boris, "noch");
    expect(card.text).toContain("verspätet 03:30 · rot 04:00");
  });
});

describe("a ping that is expected every hour", () => {
  it("is counted from the last call, with one look ahead however often it calls", async () => {
    const world = await made();
    const { ana, says, sees, calls } = world;
    await says(ana, "expect a ping from sync every hour, 5 min grace", "🔁 sync");
    const card = await sees(ana, "no call yet");
    expect(card.text).toContain("late after 1 h · red after 1 h 5 min");
    for (let i = 0; i < 5; i++) {
      await world.passes(10 * minute);
      await calls(card);
    }
    await world.settles();
    expect(await world.store.runs.nextWakeAt()).toBe(world.clock.now() + 10 * minute);
    // Called last at 14:55: late at 15:55, red at 16:00.
    await world.passes(hour + 4 * minute);
    expect(ana.unseen()).toEqual([]);
    await world.passes(minute);
    expect((await sees(ana, "🔴")).text).toContain("sync down since 16:00");
  });
});
