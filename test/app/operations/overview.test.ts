import { describe, expect, it } from "vitest";
import { addAction } from "../../../src/app/operations/add.ts";
import { showAgenda } from "../../../src/app/operations/agenda.ts";
import { help } from "../../../src/app/operations/help.ts";
import { setLanguage } from "../../../src/app/operations/language.ts";
import { listActions } from "../../../src/app/operations/list.ts";
import { moveAll } from "../../../src/app/operations/move-all.ts";
import { pauseAction } from "../../../src/app/operations/pause.ts";
import { setQuiet } from "../../../src/app/operations/quiet.ts";
import { ready } from "../../../src/app/operations/ready.ts";
import { showSettings } from "../../../src/app/operations/settings.ts";
import { skipNext } from "../../../src/app/operations/skip.ts";
import { showStatus } from "../../../src/app/operations/status.ts";
import { welcome } from "../../../src/app/operations/welcome.ts";
import { setZone } from "../../../src/app/operations/zone.ts";
import { ana, day, hour, minute, start } from "../engine/bench.ts";
import { berlin, boris, group, house } from "./house.ts";

describe("the list", () => {
  it("groups what is to come and leaves out what is over", async () => {
    const h = await house();
    await h.say("card", "gone in 1 min");
    await h.travel(start + 2 * day);
    for (const text of ["bins on 3 December at 9", "dentist tomorrow at 9", "cake in 2 hours"])
      await h.say("card", text);
    await h.see("card", addAction, { title: "Someday", schedule: { type: "manual" } });
    const { card } = await h.say("card", "standup every weekday at 9:25");
    await h.call(pauseAction, { action: card.id });
    await h.say("card", "ringing in 1 min");
    await h.travel(h.clock.now() + minute);
    const view = await h.see("list", listActions);
    expect(view.rows.map(({ group }) => group)).toEqual(["ringing", "today", "tomorrow", "later", "someday", "paused"]);
    expect(view).toMatchObject({ active: 5, paused: 1, page: 1, pages: 1, mode: "open" });
  });

  it("has pages, and asked for again stays one message", async () => {
    const h = await house();
    for (let n = 0; n < 17; n++) await h.add({ title: `Item ${n}` });
    expect(await h.see("list", listActions)).toMatchObject({ pages: 3, rows: { length: 8 } });
    const first = h.shown[0]?.id;
    await h.travel(start + minute);
    expect(await h.see("list", listActions, { page: 9, mode: "pause" })).toMatchObject({
      page: 3,
      rows: { length: 1 },
      mode: "pause",
    });
    expect(h.shown).toMatchObject([{ operation: "edit", edits: first }]);
    await h.clock.advance(2 * day);
    await h.call(listActions);
    expect(h.shown[0]).not.toHaveProperty("edits");
  });
});

describe("the agenda", () => {
  it("has everything due that day, leads and snoozes too, and nothing that is skipped or paused", async () => {
    const h = await house();
    await h.say("card", "dentist tomorrow at 10, 1 hour before");
    const skipped = await h.say("card", "standup every weekday at 9:25");
    await h.call(skipNext, { action: skipped.card.id });
    const paused = await h.say("card", "pills every day at 8");
    await h.call(pauseAction, { action: paused.card.id });
    await h.say("card", "tea in 1 min");
    await h.travel(start + minute);
    await h.say("rung", "tomorrow at 7 am", { reply: { run: (await h.ring()).payload.run } });
    const { rows } = await h.say("agenda", "what's tomorrow?");
    expect(rows.map(({ title, at, lead }) => [title, at, lead])).toEqual([
      ["Tea", berlin("07:00", 1), 0],
      ["Dentist", berlin("09:00", 1), hour],
      ["Dentist", berlin("10:00", 1), 0],
    ]);
  });

  it("has what comes more often than six times a day once, and how often", async () => {
    const h = await house();
    await h.say("card", "stretch every 30 min");
    await h.say("card", "water every 2 hours between 9 and 18");
    const { rows } = await h.say("agenda", "what's tomorrow?");
    expect(rows.map(({ title, at, often }) => [title, at, often?.type])).toEqual([
      ["Stretch", berlin("00:05", 1), "every"],
      ...["09:00", "11:00", "13:00", "15:00", "17:00"].map((time) => ["Water", berlin(time, 1), undefined]),
    ]);
  });

  it("of what comes next has each action once, the five soonest", async () => {
    const h = await house();
    for (const n of [1, 2, 3, 4]) await h.say("card", `tea ${n} in ${10 + n} min`);
    await h.say("card", "standup every weekday at 9:25");
    await h.say("card", "dentist on friday at 10, 1 hour before");
    const { rows } = await h.say("agenda", "what's next?");
    expect(rows.map(({ title, often }) => [title, often?.type])).toEqual([
      ...["Tea 1", "Tea 2", "Tea 3", "Tea 4"].map((title) => [title, undefined]),
      ["Standup", "rule"],
    ]);
  });

  it("is bounded", async () => {
    const h = await house();
    for (let n = 0; n < 30; n++) await h.add({ schedule: { type: "cron", cron: "0 8,12,16,20 * * *", tz: "UTC" } });
    expect((await h.see("agenda", showAgenda, { from: start, to: start + 2 * day })).rows).toHaveLength(100);
  });
});

describe("the status", () => {
  it("counts, rings, and knows what comes next, of what is listed there", async () => {
    const h = await house();
    await h.say("card", "tea in 4 min", { as: boris });
    await h.say("card", "cake in 1 min");
    await h.travel(start + minute);
    const mine = await h.see("status", showStatus, {}, { as: boris });
    expect(mine).toMatchObject({ green: 1, paused: 0, ringing: [], next: { title: "Tea", at: start + 4 * minute } });
    const all = await h.see("status", showStatus);
    expect(all).toMatchObject({
      green: 1,
      open: [],
      ringing: [{ title: "Cake" }],
      next: null,
      failing: [],
      held: null,
    });
    expect((await h.see("status", showStatus, {}, { chat: group })).green).toBe(0);
  });
});

describe("settings", () => {
  it("know a zone by its name, a city, or a city with a slip", async () => {
    const h = await house();
    const zone = async (words: string) => (await h.see("zone", setZone, { zone: words })).zone;
    expect(await zone("Tokyo")).toBe("Asia/Tokyo");
    expect(await zone("europe/london")).toBe("Europe/London");
    expect(await zone("new york")).toBe("America/New_York");
    expect(await zone("Tokio")).toBe("Asia/Tokyo");
    expect(await h.refusal(setZone, { zone: "Atlantis" })).toBe("unknownZone");
    expect((await h.see("zoneMenu", setZone)).likely.length).toBeGreaterThan(3);
  });

  it("leave actions on their zone and offer to move them all", async () => {
    const h = await house();
    const { card } = await h.say("card", "standup every weekday at 9:25");
    await h.see("card", addAction, { title: "Tick", schedule: { type: "every", ms: hour, from: start } });
    const soon = await h.say("card", "dinner today at 18:00");
    expect(await h.see("zone", setZone, { zone: "Tokyo" })).toMatchObject({
      others: { count: 2, zone: "Europe/Berlin" },
    });
    expect((await h.action(card.id)).schedule).toMatchObject({ tz: "Europe/Berlin" });
    expect(await h.see("zone", moveAll)).toMatchObject({ zone: "Asia/Tokyo", moved: 1, others: null });
    expect((await h.action(card.id)).nextAt).toBe(Date.parse("2026-11-25T00:25:00Z"));
    expect((await h.action(soon.card.id)).schedule).toMatchObject({ tz: "Europe/Berlin" });
  });

  it("hold in the chat before the person's own", async () => {
    const h = await house();
    await h.call(setZone, { zone: "Tokyo" }, { as: boris });
    expect(await h.see("settings", showSettings, {}, { as: boris, chat: group })).toMatchObject({
      zone: "Asia/Tokyo",
      group: true,
    });
    await h.call(setZone, { zone: "Lima" }, { chat: group });
    expect(await h.see("settings", showSettings, {}, { as: boris, chat: group })).toMatchObject({
      zone: "America/Lima",
    });
    expect(await h.see("settings", showSettings)).toMatchObject({ zone: "Europe/Berlin", quiet: null, group: false });
  });

  it("take quiet hours in words, and end them", async () => {
    const h = await house();
    expect(await h.say("quiet", "quiet from 22 to 7")).toMatchObject({ quiet: { start: "22:00", end: "07:00" } });
    expect(await h.refusal(setQuiet, { quiet: { start: "07:00", end: "07:00" } })).toBe("invalidInput");
    expect(await h.refusal(setQuiet, { quiet: { start: "25:00", end: "07:00" } })).toBe("invalidInput");
    expect(await h.see("quiet", setQuiet, { quiet: null })).toMatchObject({ quiet: null });
  });

  it("take a language", async () => {
    const h = await house();
    expect(await h.see("settings", setLanguage, { language: "de" })).toMatchObject({ language: "de" });
    expect((await h.store.chats.get(ana))?.language).toBe("de");
  });
});

describe("hello", () => {
  it("names the zone, then what one can say", async () => {
    const h = await house();
    expect(await h.see("welcome", welcome)).toEqual({ view: "welcome", zone: "Europe/Berlin", name: "Ana" });
    expect(await h.see("ready", ready)).toMatchObject({ zone: "Europe/Berlin" });
    expect(await h.see("help", help, {}, { as: boris })).toMatchObject({ role: "member" });
  });
});
