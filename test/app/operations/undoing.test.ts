import { describe, expect, it } from "vitest";
import type { Operation } from "../../../src/app/operation.ts";
import { addAction } from "../../../src/app/operations/add.ts";
import { deleteAction } from "../../../src/app/operations/delete.ts";
import { doneRun } from "../../../src/app/operations/done.ts";
import { editAction } from "../../../src/app/operations/edit.ts";
import { addLead } from "../../../src/app/operations/lead.ts";
import { moveAll } from "../../../src/app/operations/move-all.ts";
import { pauseAction } from "../../../src/app/operations/pause.ts";
import { setQuiet } from "../../../src/app/operations/quiet.ts";
import { resumeAction } from "../../../src/app/operations/resume.ts";
import { skipNext } from "../../../src/app/operations/skip.ts";
import { snoozeRun } from "../../../src/app/operations/snooze.ts";
import { undo } from "../../../src/app/operations/undo.ts";
import { setZone } from "../../../src/app/operations/zone.ts";
import type { Action } from "../../../src/core/action.ts";
import { ana, day, hour, minute, start } from "../engine/bench.ts";
import { berlin, boris, group, type House, house } from "./house.ts";

/** What a person sees of an action, without counters. */
function essence({ revision: _, updatedAt: __, ...rest }: Action) {
  return rest;
}

async function standup(h: House, where = {}) {
  return (await h.say("card", "standup every weekday at 9:25", where)).card.id;
}

/** Does it, takes it back, and expects the action to be as before. */
async function thereAndBack(
  operation: Operation<unknown>,
  input: object,
  before?: (h: House, id: number) => Promise<unknown>,
) {
  const h = await house();
  const action = await standup(h);
  await before?.(h, action);
  const was = essence(await h.action(action));
  const view = await h.see("card", operation, { action, ...input });
  expect(essence(await h.action(action))).not.toEqual(was);
  const undone = await h.see("card", undo, { revision: view.undo });
  await h.travel(h.clock.now() + 1_000);
  expect(essence(await h.action(action))).toEqual(was);
  expect(undone.card.id).toBe(action);
  expect(await h.refusal(undo, { revision: view.undo })).toBe("nothingToUndo");
}

describe("undo puts back", () => {
  it("a deletion, with its history and its next time", () => thereAndBack(deleteAction, {}));
  it("a pause", () => thereAndBack(pauseAction, { until: null }));
  it("a pause with an end", () => thereAndBack(pauseAction, { until: berlin("00:00", 6) }));
  it("a skip", () => thereAndBack(skipNext, {}));
  it("a new title", () => thereAndBack(editAction, { title: "Sit down" }));
  it("a new time", () => thereAndBack(editAction, { words: "10:30" }));
  it("rules", () => thereAndBack(editAction, { critical: true, nag: { everyMs: 600_000, max: 3 } }));
  it("a lead", () => thereAndBack(addLead, { ms: hour }));

  it("a resumption: the pause goes on", async () => {
    const h = await house();
    const action = await standup(h);
    await h.call(pauseAction, { action });
    const { undo: revision } = await h.see("card", resumeAction, { action });
    expect((await h.action(action)).pause).toBeNull();
    expect(await h.see("card", undo, { revision })).toMatchObject({ card: { status: "paused" } });
    await h.travel(start + 4 * day);
    expect(await h.runs(action)).toEqual([]);
  });

  it("a creation, and what rings for it stops", async () => {
    const h = await house();
    const view = await h.say("card", "tea in 4 min");
    await h.travel(start + 4 * minute);
    const ring = await h.ring();
    expect(await h.see("card", undo, { revision: view.undo })).toMatchObject({ change: "deleted" });
    expect(await h.action(view.card.id)).toMatchObject({ deletedAt: start + 4 * minute, nextAt: null });
    expect(await h.store.runs.get(ring.payload.run)).toMatchObject({ state: "settled", outcome: "skipped" });
    expect(await h.refusal(undo)).toBe("nothingToUndo");
  });

  it("Done: the ring asks again in its message, and expires as it would have", async () => {
    const h = await house();
    await h.say("card", "tea in 4 min");
    await h.travel(start + 4 * minute);
    const { id, payload } = await h.ring();
    const before = await h.store.runs.get(payload.run);
    const { undo: revision } = await h.see("rung", doneRun, { run: payload.run }, { pressed: id });
    const [back] = await h.call(undo, { revision }, { pressed: id });
    expect(back).toEqual(payload);
    expect(await h.store.runs.get(payload.run)).toEqual(before);
    expect(await h.showing(id)).toEqual(payload);
    await h.see("rung", doneRun, {});
    expect(await h.see("undone", undo)).toMatchObject({ what: "done", title: "Tea" });
    expect(await h.showing(id)).toEqual(payload);
  });

  it("Done to a lead together with the slot it left out", async () => {
    const h = await house();
    const schedule = { type: "once", at: "2026-11-24T20:00:00", tz: "Europe/Berlin" };
    const { card } = await h.see("card", addAction, { title: "Dinner", schedule, leads: [hour] });
    await h.travel(berlin("19:00"));
    const { id, payload } = await h.ring();
    await h.see("rung", doneRun, { run: payload.run }, { pressed: id });
    await h.call(undo);
    expect(await h.action(card.id)).toMatchObject({ skipUntil: null });
    await h.travel(berlin("20:00"));
    expect((await h.ring()).payload.lead).toBe(0);
  });

  it("a snooze, unless it has rung again", async () => {
    const h = await house();
    await h.say("card", "tea in 4 min");
    await h.travel(start + 4 * minute);
    const { id, payload } = await h.ring();
    const { run } = payload;
    const before = await h.store.runs.get(run);
    const first = await h.see("rung", snoozeRun, { run, choice: "in1h" }, { pressed: id });
    await h.call(undo, { revision: first.undo }, { pressed: id });
    expect(await h.store.runs.get(run)).toEqual(before);
    const second = await h.see("rung", snoozeRun, { run, until: h.clock.now() + minute }, { pressed: id });
    await h.travel(second.until ?? 0);
    expect(await h.refusal(undo, { revision: second.undo })).toBe("undoRefused");
  });

  it("what rang when its action was deleted", async () => {
    const h = await house();
    const { card } = await h.say("card", "tea in 4 min");
    await h.travel(start + 4 * minute);
    const { id, payload } = await h.ring();
    await h.call(deleteAction, { action: card.id });
    expect(await h.store.runs.get(payload.run)).toMatchObject({ state: "settled", reason: "deleted" });
    expect(await h.showing(id)).toMatchObject({ view: "rung", state: "skipped" });
    await h.call(undo);
    expect(await h.store.runs.get(payload.run)).toMatchObject({ state: "waiting", outcome: null });
    expect(await h.showing(id)).toMatchObject({ view: "ring" });
  });

  it("quiet hours and zones", async () => {
    const h = await house();
    const quiet = await h.see("quiet", setQuiet, { quiet: { start: "22:00", end: "07:00" } });
    const zone = await h.see("zone", setZone, { zone: "Tokyo" });
    expect(await h.store.chats.get(ana)).toMatchObject({ zone: "Asia/Tokyo", quiet: { start: "22:00" } });
    await h.call(undo, { revision: quiet.undo });
    const other = await h.see("zone", setZone, { zone: "Lima" });
    expect(await h.refusal(undo, { revision: zone.undo })).toBe("undoRefused");
    await h.call(undo, { revision: other.undo });
    await h.call(undo, { revision: zone.undo });
    expect(await h.store.chats.get(ana)).toMatchObject({ zone: null, quiet: null });
  });

  it("all moved actions at once", async () => {
    const h = await house();
    const all = [await standup(h), (await h.say("card", "tea tomorrow at 9")).card.id];
    await h.call(setZone, { zone: "Tokyo" });
    const moved = await h.see("zone", moveAll);
    expect(moved).toMatchObject({ moved: 2, others: null });
    await h.call(undo, { revision: moved.undo });
    for (const id of all) expect((await h.action(id)).schedule).toMatchObject({ tz: "Europe/Berlin" });
  });
});

describe("undo refuses", () => {
  it("what something newer has changed, until that is taken back", async () => {
    const h = await house();
    const action = await standup(h);
    const first = await h.see("card", editAction, { action, title: "Sit down" });
    const second = await h.see("card", pauseAction, { action });
    expect(await h.refusal(undo, { revision: first.undo })).toBe("undoRefused");
    await h.call(undo, { revision: second.undo });
    await h.call(undo, { revision: first.undo });
    expect(await h.action(action)).toMatchObject({ title: "Standup", pause: null });
  });

  it("a button after ten minutes; the command takes back for seven days", async () => {
    const h = await house();
    const { card, undo: revision } = await h.say("card", "rent on the 1st of each month at 9");
    await h.call(deleteAction, { action: card.id });
    await h.clock.advance(10 * minute + 1);
    expect(await h.refusal(undo, { revision })).toBe("tooOld");
    await h.clock.advance(7 * day - 11 * minute);
    expect(await h.see("card", undo)).toMatchObject({ change: "restored", card: { title: "Rent" } });
    await h.call(deleteAction, { action: card.id });
    await h.clock.advance(7 * day + 1);
    expect(await h.refusal(undo)).toBe("nothingToUndo");
  });

  it("other people's changes, except to owners", async () => {
    const h = await house();
    const where = { chat: group };
    const mine = await h.say("card", "standup every weekday at 9:25", where);
    expect(await h.refusal(undo, { revision: mine.undo }, { ...where, as: boris })).toBe("notAllowed");
    const his = await h.say("card", "tea tomorrow at 9", { ...where, as: boris });
    expect(await h.refusal(undo, { revision: his.undo }, where)).toBe("done");
  });

  it("in a group what belongs elsewhere", async () => {
    const h = await house();
    await standup(h);
    expect(await h.refusal(undo, {}, { chat: group })).toBe("nothingToUndo");
    await h.call(setQuiet, { quiet: null });
    expect(await h.refusal(undo, {}, { chat: group })).toBe("nothingToUndo");
  });

  it("to take back the same change twice, also when pressed at once", async () => {
    const h = await house();
    const action = await standup(h);
    const { undo: revision } = await h.see("card", deleteAction, { action });
    const results = await Promise.all([1, 2, 3].map(() => h.refusal(undo, { revision })));
    expect(results.sort()).toEqual(["done", "nothingToUndo", "nothingToUndo"]);
  });
});

describe("a moment between change and undo", () => {
  it("does not lose what was due in it", async () => {
    const h = await house();
    const { card } = await h.say("card", "tea in 4 min");
    const { undo: revision } = await h.see("card", deleteAction, { action: card.id });
    await h.travel(start + 5 * minute);
    await h.call(undo, { revision });
    await h.travel(start + 6 * minute);
    expect((await h.ring()).payload).toMatchObject({ lateMs: minute });
  });
});
