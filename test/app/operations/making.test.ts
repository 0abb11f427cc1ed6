import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addAction } from "../../../src/app/operations/add.ts";
import { operations } from "../../../src/app/operations/index.ts";
import { listActions } from "../../../src/app/operations/list.ts";
import { say } from "../../../src/app/operations/say.ts";
import { ana, hour, minute, onceAt, start } from "../engine/bench.ts";
import { berlin, boris, group, house } from "./house.ts";

describe("the list of operations", () => {
  it("names every file of its folder, each name once", () => {
    const folder = new URL("../../../src/app/operations/", import.meta.url);
    const files = readdirSync(folder).filter((file) => file !== "index.ts" && !file.endsWith("inputs.ts"));
    expect(operations).toHaveLength(files.length);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });
});

describe("making an action", () => {
  it("saves a clear sentence at once and answers with one card that can be taken back", async () => {
    const h = await house();
    const view = await h.say("card", "remind me to call the dentist tomorrow at 9", { message: 77 });
    expect(view).toMatchObject({ change: "created", notes: [], card: { title: "Call the dentist", status: "active" } });
    expect(view.card.next).toEqual([berlin("09:00", 1)]);
    expect(view.undo).not.toBeNull();
    const action = await h.action(view.card.id);
    expect(action).toMatchObject({
      owner: ana,
      chat: ana,
      source: { chat: ana, message: 77 },
      nextAt: berlin("09:00", 1),
    });
  });

  it("keeps seconds and is never early", async () => {
    const h = await house({ at: start + 30_500 });
    const { card } = await h.say("card", "tea in 4 min");
    expect(card.next[0]).toBeGreaterThanOrEqual(start + 30_500 + 4 * minute);
    expect(card.next[0]).toBeLessThan(start + 31_500 + 4 * minute);
  });

  it("belongs to the group and topic it was said in", async () => {
    const h = await house();
    const { card } = await h.say("card", "standup every weekday at 9:25", { as: boris, chat: group, thread: 9 });
    expect(await h.action(card.id)).toMatchObject({ owner: boris, chat: group, thread: 9 });
    expect((await h.see("list", listActions, {}, { chat: group })).rows).toHaveLength(1);
    expect((await h.see("list", listActions, {})).rows).toHaveLength(0);
    expect((await h.see("list", listActions, {}, { as: boris })).rows).toHaveLength(1);
  });

  it("keeps a long text whole and makes its beginning the title", async () => {
    const h = await house();
    const text = `remind me tomorrow at 9 ${"to read this very carefully 👨‍👩‍👧‍👦 ".repeat(60)}`;
    const view = await h.say("card", text);
    expect(view.card.title.length).toBeLessThanOrEqual(240);
    expect(view.card.title.endsWith("…")).toBe(true);
    expect(view.text).toContain("to read this very carefully");
    expect(view.text?.length).toBeGreaterThan(1_500);
  });

  it("tells of quiet hours and clock changes where they matter", async () => {
    const h = await house();
    await h.say("quiet", "quiet from 22 to 7");
    const quiet = await h.say("card", "tea tomorrow at 6 am");
    expect(quiet.notes).toEqual([{ note: "quiet", until: berlin("07:00", 1) }]);
    const once = { type: "once", at: "2027-03-28T02:30:00", tz: "Europe/Berlin" };
    const odd = await h.see("card", addAction, { title: "Odd", schedule: once, critical: true });
    expect(odd.notes).toMatchObject([{ note: "clockChange", at: Date.parse("2027-03-28T01:00:00Z") }]);
    const rule = { type: "cron", cron: "0 9 31 * *", tz: "Europe/Berlin" };
    expect((await h.see("card", addAction, { title: "End", schedule: rule })).notes).toEqual([{ note: "monthEnd" }]);
  });

  it("refuses schedules that cannot be kept, each with its own code", async () => {
    const h = await house();
    const tz = "Europe/Berlin";
    const add = (schedule: object) => h.refusal(addAction, { title: "X", schedule });
    expect(await add({ type: "every", ms: 5_000, from: start })).toBe("tooOften");
    expect(await add({ type: "cron", cron: "0 9 30 2 *", tz })).toBe("neverFires");
    expect(await add({ type: "once", at: "2100-01-01T09:00:00", tz })).toBe("neverFires");
    expect(await add({ type: "once", at: "2026-12-01T09:00:00", tz: "Mars/Olympus" })).toBe("unknownZone");
    expect(await add({ type: "cron", cron: "nonsense", tz })).toBe("badSchedule");
    expect(await add({ type: "once", at: "2026-02-30T09:00:00", tz })).toBe("badSchedule");
    expect(await add({ type: "every", ms: 60_000, from: start - 600_000, until: start - 1 })).toBe("past");
    expect(await add({ type: "weekly" })).toBe("invalidInput");
    expect(await h.refusal(say, { text: "" })).toBe("notUnderstood");
    expect(await h.refusal(say, { text: 7 })).toBe("invalidInput");
    expect(await h.store.actions.count({})).toBe(0);
  });

  it("stops members at five hundred, owners never", async () => {
    const h = await house();
    const schedule = { type: "manual" as const };
    for (let n = 0; n < 500; n++) await h.add({ schedule, owner: boris, chat: boris });
    expect(await h.refusal(addAction, { title: "One more", schedule }, { as: boris })).toBe("tooMany");
    await h.store.commit([{ do: "putPerson", id: boris, patch: { role: "owner" } }]);
    expect(await h.refusal(addAction, { title: "One more", schedule }, { as: boris })).toBe("done");
  });

  it("does not count what is over: nobody sees it, and nobody could delete it", async () => {
    const h = await house();
    const rung = { schedule: onceAt(start - hour), owner: boris, chat: boris };
    for (let n = 0; n < 500; n++) await h.add(rung);
    expect(await h.refusal(addAction, { title: "One more", schedule: { type: "manual" } }, { as: boris })).toBe("done");
  });

  it("takes nothing new on a full disk", async () => {
    const h = await house({ wrap: (store) => ({ ...store, writable: async () => false }) });
    expect(await h.refusal(addAction, { title: "X", schedule: { type: "manual" } })).toBe("diskFull");
  });

  it("shows what was written without what would disturb others", async () => {
    const h = await house();
    const { card } = await h.see("card", addAction, {
      title: "\u202Egnp.exe\u202C z\u0300\u0301\u0302\u0303a\u0000\uD800",
      schedule: { type: "manual" },
    });
    expect(card.title).toBe("gnp.exe z\u0300\u0301a \uFFFD".normalize("NFC"));
  });
});
