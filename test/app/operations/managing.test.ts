import { describe, expect, it } from "vitest";
import { addAction } from "../../../src/app/operations/add.ts";
import { editAction } from "../../../src/app/operations/edit.ts";
import { showHistory } from "../../../src/app/operations/history.ts";
import { listActions } from "../../../src/app/operations/list.ts";
import { moveAction } from "../../../src/app/operations/move.ts";
import { nextSlots } from "../../../src/app/operations/next.ts";
import { pauseAction } from "../../../src/app/operations/pause.ts";
import { resumeAction } from "../../../src/app/operations/resume.ts";
import { showAction } from "../../../src/app/operations/show.ts";
import { startAction } from "../../../src/app/operations/start.ts";
import { day, hour, minute, start } from "../engine/bench.ts";
import { berlin, boris, house } from "./house.ts";

const standupAt = "standup every weekday at 9:25";

describe("pausing", () => {
  it("until a day shows the first time after it", async () => {
    const h = await house();
    await h.say("card", standupAt);
    const view = await h.say("card", "pause standup until monday");
    expect(view).toMatchObject({ change: "paused", card: { status: "paused", pause: { until: berlin("00:00", 6) } } });
    expect(view.card.next[0]).toBe(berlin("09:25", 6));
  });

  it("for good leaves slots out until it is resumed, and the ledger has each of them", async () => {
    const h = await house();
    const { card } = await h.say("card", standupAt);
    expect((await h.see("card", pauseAction, { action: card.id })).card.next).toEqual([]);
    await h.travel(berlin("12:00", 2));
    expect((await h.see("list", listActions)).rows).toMatchObject([{ group: "paused", status: "paused" }]);
    const view = await h.see("card", resumeAction, { action: "standup" });
    expect(view).toMatchObject({ change: "resumed", card: { status: "active", pause: null } });
    expect(view.card.next[0]).toBe(berlin("09:25", 3));
    const [range] = await h.runs(card.id);
    expect(range).toMatchObject({
      outcome: "skipped",
      reason: "paused",
      slot: berlin("09:25", 1),
      slotTo: berlin("09:25", 2),
      count: 2,
    });
    await h.travel(berlin("09:25", 3));
    expect((await h.ring()).payload).toMatchObject({ slot: berlin("09:25", 3), missed: 0 });
  });

  it("stops what rings, refuses a past end, and leaves what is over alone", async () => {
    const h = await house();
    const { card } = await h.say("card", "pills every day at 8 and 20, ask every 10 min until done");
    await h.travel(berlin("20:00"));
    const ring = await h.ring();
    expect(await h.refusal(pauseAction, { action: card.id, until: start })).toBe("past");
    await h.call(pauseAction, { action: card.id });
    await h.travel(berlin("21:00"));
    expect((await h.ring()).id).toBe(ring.id);
    const tea = await h.say("card", "tea in 1 min");
    await h.travel(h.clock.now() + 2 * day);
    expect(await h.see("card", pauseAction, { action: tea.card.id })).toMatchObject({
      change: "shown",
      card: { status: "finished" },
    });
    expect(await h.see("card", resumeAction, { action: tea.card.id })).toMatchObject({ change: "shown" });
  });
});

describe("moving", () => {
  it("changes the clock and keeps the day", async () => {
    const h = await house();
    await h.say("card", "remind me to call the dentist tomorrow at 9");
    const view = await h.say("card", "move dentist to 10:30");
    expect(view).toMatchObject({ change: "moved", before: { schedule: { at: "2026-11-25T09:00:00" } } });
    expect(view.card.next).toEqual([berlin("10:30", 1)]);
  });

  it("works as a reply to the card, and takes a missing or wrong time for what it is", async () => {
    const h = await house();
    const { card } = await h.say("card", "dentist tomorrow at 9");
    const { id: action } = card;
    expect((await h.say("card", "10:30", { reply: { action } })).card.next).toEqual([berlin("10:30", 1)]);
    expect(await h.refusal(moveAction, { action })).toBe("invalidInput");
    expect(await h.refusal(moveAction, { action, to: "blue" })).toBe("notUnderstood");
    expect((await h.see("question", moveAction, { action, to: "today at 9 am" })).code).toBe("past");
    expect((await h.say("card", "buy milk tomorrow at 11 am", { reply: { action } })).change).toBe("created");
  });

  it("to another single time ends what still rings for the old one", async () => {
    const h = await house();
    const { card } = await h.say("card", "tea in 4 min");
    await h.travel(start + 4 * minute);
    const { payload } = await h.ring();
    await h.see("card", moveAction, { action: card.id, to: "tomorrow at 9" });
    expect(await h.store.runs.get(payload.run)).toMatchObject({ state: "settled", reason: "moved" });
    await h.travel(berlin("09:00", 1));
    expect((await h.ring()).payload.slot).toBe(berlin("09:00", 1));
  });
});

describe("an old button", () => {
  it("is told that its card is out of date", async () => {
    const h = await house();
    const { card } = await h.say("card", standupAt);
    await h.call(editAction, { action: card.id, title: "Sit down" });
    expect(await h.refusal(pauseAction, { action: card.id, revision: card.revision })).toBe("stale");
    expect(await h.refusal(pauseAction, { action: card.id, revision: card.revision + 1 })).toBe("done");
  });

  it("loses against a change at the same moment, and nothing is written twice", async () => {
    const h = await house();
    const { card } = await h.say("card", standupAt);
    const press = (title: string) => h.refusal(editAction, { action: card.id, revision: card.revision, title });
    const results = await Promise.all(["A", "B", "C"].map(press));
    expect(results.sort()).toEqual(["done", "stale", "stale"]);
    expect((await h.action(card.id)).revision).toBe(2);
  });

  it("gives up when somebody is faster each time", async () => {
    const h = await house();
    const { card } = await h.say("card", standupAt);
    const { commit } = h.belfry.store;
    h.belfry.store = {
      ...h.belfry.store,
      async commit(changes) {
        const { revision } = await h.action(card.id);
        await commit([{ do: "setAction", id: card.id, expectRevision: revision, patch: { revision: revision + 1 } }]);
        return commit(changes);
      },
    };
    expect(await h.refusal(editAction, { action: card.id, title: "B" })).toBe("changedMeanwhile");
    expect((await h.action(card.id)).title).toBe("Standup");
  });
});

describe("finding", () => {
  it("goes by number, by name, by part of it, and forgives small slips", async () => {
    const h = await house();
    const { card } = await h.say("card", "call the dentist tomorrow at 9");
    await h.say("card", "pay rent tomorrow at 10");
    for (const action of [
      card.id,
      `${card.id}`,
      `#${card.id}`,
      "call the dentist",
      "DENTIST",
      "dentsit",
      "call dent",
    ]) {
      expect((await h.see("card", showAction, { action })).card.id).toBe(card.id);
    }
    expect(await h.refusal(showAction, { action: "plumber" })).toBe("nothingMatches");
    expect(await h.refusal(showAction, { action: 999 })).toBe("notFound");
    expect(await h.refusal(showAction, { action: "dentist" }, { as: boris })).toBe("nothingMatches");
    expect(await h.see("question", showAction, { action: "" })).toMatchObject({ code: "which" });
  });

  it("prefers what is still to come, and then the newest of what is over", async () => {
    const h = await house();
    const old = await h.say("card", "tea in 1 min");
    await h.travel(start + 2 * day);
    const second = await h.say("card", "tea in 1 min");
    expect((await h.see("card", showAction, { action: "tea" })).card.id).toBe(second.card.id);
    await h.travel(start + 4 * day);
    expect((await h.see("card", showAction, { action: "tea" })).card.id).toBe(second.card.id);
    expect(old.card.id).not.toBe(second.card.id);
  });
});

describe("looking", () => {
  it("a card opened from the list has the last three outcomes", async () => {
    const h = await house();
    const { card } = await h.see("card", addAction, {
      title: "Tick",
      schedule: { type: "every", ms: hour, from: start },
    });
    await h.travel(start + 4 * hour + minute);
    const view = await h.see("card", showAction, { action: card.id, page: 2 });
    expect(view.outcomes.map(({ outcome }) => outcome)).toEqual(["waiting", "skipped", "skipped"]);
    expect(view.page).toBe(2);
    expect(await h.see("card", showAction, { action: card.id, editing: true })).toMatchObject({
      editing: true,
      outcomes: [],
    });
    const history = await h.see("history", showHistory, { action: card.id });
    expect(history.lines).toHaveLength(4);
    expect(history).toMatchObject({ runs: 0, failureRate: null });
  });

  it("the next times say where one meets a clock change", async () => {
    const h = await house({ at: Date.parse("2027-03-26T12:00:00Z") });
    const schedule = { type: "cron", cron: "30 2 * * *", tz: "Europe/Berlin" };
    const { card } = await h.see("card", addAction, { title: "Night", schedule });
    const { slots } = await h.see("next", nextSlots, { action: card.id });
    expect(slots.map(({ note }) => note)).toEqual([null, "skippedHour", null, null, null]);
    expect(slots[1]?.at).toBe(Date.parse("2027-03-28T01:00:00Z"));
  });

  it("a manual run rings now and leaves the series alone", async () => {
    const h = await house();
    const { card } = await h.say("card", standupAt);
    expect(await h.see("card", startAction, { action: card.id }, { key: "once" })).toMatchObject({ change: "started" });
    expect((await h.ring()).payload).toMatchObject({ slot: null, title: "Standup" });
    expect((await h.action(card.id)).nextAt).toBe(card.next[0]);
    expect(await h.runs(card.id)).toMatchObject([{ key: `${card.id}!once`, trigger: "manual" }]);
  });
});
