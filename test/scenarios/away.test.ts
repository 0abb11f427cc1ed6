import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Actor } from "../support/actor.ts";
import { createWorld, hour, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** Belfry is not there for so long. */
async function away(ms: number): Promise<void> {
  await world.settles();
  await world.stops();
  await world.clock.advance(ms);
  await world.restarts();
  await world.settles();
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const absence = /^I was away/;

/** What comes too late for it is not sent any more. */
async function agreedReport(who: Actor): Promise<void> {
  await world.says(who, "every 15 min send a report of failed runs and uptime", "Nothing ran");
  const question = await world.sees(who, "Shall I send it like that?");
  await world.presses(who, question, "Looks right", "🔁");
}

/** Rings once a day, and not when that time was missed. */
const stale = async (who: Actor, title: string, place?: { chat: number }) => {
  await world.says(who, `${title} every day at 15:00`, "🔁", place);
  const action = (await world.store.actions.list({})).at(-1);
  if (!action) throw new Error("no action");
  const policies = { ...action.policies, misfire: "skip" } as const;
  await world.store.commit([
    { do: "setAction", id: action.id, expectRevision: action.revision, patch: { policies, revision: 2 } },
  ]);
};

describe("after Belfry was away", () => {
  it("says once what ran late, what was skipped and what rang late", async () => {
    const { ana, says } = world;
    await agreedReport(ana);
    await says(ana, "tea in 4 min", "Tea");
    await stale(ana, "stretch");
    await away(3 * hour + 30 * minute);
    const told = await world.sees(ana, absence);
    expect(told.text).toBe(
      "I was away 3 h 30 min.\nRan late: Failed runs and uptime (+13 missed)\nSkipped as stale: Stretch\nSent late: Tea",
    );
    expect(told.buttons).toEqual([["Run skipped", "Policy"]]);
    await world.restarts();
    await world.settles();
    expect(ana.unseen().filter(({ text }) => absence.test(text))).toEqual([]);
  });

  it("says nothing more where everything rang, nor of the moments a restart takes", async () => {
    await world.says(world.ana, "tea in 4 min", "Tea");
    await away(hour);
    await world.sees(world.ana, "⏰ Tea · late by 56 min");
    await agreedReport(world.ana);
    await world.passes(13 * minute);
    await away(3 * minute);
    expect(world.ana.unseen().filter(({ text }) => absence.test(text))).toEqual([]);
  });

  it("runs what was skipped with [Run skipped], once however often it is pressed", async () => {
    const { ana } = world;
    await stale(ana, "stretch");
    await away(2 * hour);
    const told = await world.sees(ana, absence);
    const after = await world.presses(ana, told, "Run skipped", "Started now.");
    expect(after.buttons).toEqual([["Policy"]]);
    await world.sees(ana, "⏰ Stretch");
    await ana.forge(told, "catchup");
    await world.settles();
    expect(ana.unseen().filter(({ text }) => text.startsWith("⏰"))).toEqual([]);
  });

  it("asks with [Policy] what shall become of missed times, and [Undo] takes the answer back", async () => {
    const { ana } = world;
    await stale(ana, "stretch");
    await away(2 * hour);
    await ana.press(await world.sees(ana, absence), "Policy");
    const question = await world.sees(ana, "Stretch: what shall become of times I miss");
    expect(question.buttons.flat()).toEqual(["Run the newest", "Leave them out", "Run every one"]);
    const set = await world.presses(ana, question, "Run the newest", "the newest, with how many were missed");
    const policies = async () => (await world.store.actions.get(1))?.policies;
    expect(await policies()).toMatchObject({ misfire: "once", misfireWindowMs: null });
    await ana.press(set, "Undo");
    await world.settles();
    expect(await policies()).toMatchObject({ misfire: "skip" });
  });

  it("asks there as well after how many failures they pause themselves, where they can fail", async () => {
    const { ana } = world;
    await agreedReport(ana);
    await agreedReport(ana);
    await away(2 * hour);
    await ana.press(await world.sees(ana, absence), "Policy");
    const question = await world.sees(ana, "These 2: what shall become of times I miss");
    expect(question.buttons.flat()).toContain("Pause after failures");
    const rest = await world.presses(ana, question, "Pause after failures", "after how many failures in a row?");
    const set = await world.presses(ana, rest, "5", "⏸ after 5 failures in a row");
    const limits = async () => (await world.store.actions.list({})).map(({ policies }) => policies.pauseAfter);
    expect(await limits()).toEqual([5, 5]);
    await ana.press(set, "Undo");
    await world.settles();
    expect(await limits()).toEqual([undefined, undefined]);
  });

  it("tells a group of its own in its language, and who may not change it cannot run it", async () => {
    const { ana, boris, says, telegram } = world;
    const at = { chat: telegram.group };
    await says(ana, "/allow", "may use me", at);
    await stale(ana, "/add stretch", at);
    await says(ana, "/language de", "Deutsch", at);
    await away(2 * hour);
    const told = await world.sees(boris, /^Ich war 2 Std weg\.\nAls veraltet ausgelassen: Stretch$/, at);
    const refused = await boris.press(told, "Ausgelassene starten");
    expect(refused.text).toContain("Das darfst du hier nicht");
    expect(ana.unseen().filter(({ text }) => absence.test(text))).toEqual([]);
    await world.presses(ana, told, "Ausgelassene starten", "Jetzt gestartet.");
    await world.sees(ana, "⏰ Stretch", at);
  });

  it("is told by the next process where the one before was killed first", async () => {
    await stale(world.ana, "stretch");
    await world.stops();
    await world.clock.advance(2 * hour);
    const store = await openStore({ dataDir: world.dataDir, log: silent, now: world.clock.now });
    // It had noted that it was away, and got no further.
    const [from, to] = [world.clock.now() - 2 * hour, world.clock.now()];
    await store.commit([
      { do: "putMeta", key: "seenAt", value: String(to) },
      { do: "putMeta", key: "away", value: `${from} ${to}` },
    ]);
    await store.close();
    await world.clock.advance(minute);
    await world.restarts();
    await world.sees(world.ana, /^I was away 2 h 1 min\.\nSkipped as stale: Stretch/);
  });
});
