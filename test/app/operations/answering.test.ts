import { describe, expect, it } from "vitest";
import { addAction } from "../../../src/app/operations/add.ts";
import { answerQuestion } from "../../../src/app/operations/answer.ts";
import { askRun } from "../../../src/app/operations/ask-run.ts";
import { doneRun } from "../../../src/app/operations/done.ts";
import { listActions } from "../../../src/app/operations/list.ts";
import { skipRun } from "../../../src/app/operations/skip-run.ts";
import { snoozeRun } from "../../../src/app/operations/snooze.ts";
import { ana, hour, minute, start } from "../engine/bench.ts";
import { berlin, boris, group, type House, house } from "./house.ts";

/** Tea in four minutes, and it has rung. */
async function ringing(h: House, where: { as?: number; chat?: number } = {}) {
  const { card } = await h.say("card", "tea in 4 min", where);
  await h.travel(start + 4 * minute);
  const ring = await h.ring();
  return { action: card.id, ring: ring.id, run: ring.payload.run };
}

describe("Done", () => {
  it("settles the run and takes the ring's place", async () => {
    const h = await house();
    const { run, ring } = await ringing(h);
    const view = await h.see("rung", doneRun, { run }, { pressed: ring });
    expect(view).toMatchObject({ state: "done", title: "Tea", at: start + 4 * minute, by: null });
    expect(await h.store.runs.get(run)).toMatchObject({
      state: "settled",
      outcome: "succeeded",
      answeredBy: ana,
      wakeAt: null,
    });
    expect(await h.showing(ring)).toMatchObject({ view: "rung", state: "done" });
    await h.travel(start + 48 * hour);
    expect(h.channel.sent.filter(({ delivery }) => delivery.payload.view === "ring")).toHaveLength(1);
  });

  it("said in words answers what rings, by name or the newest, and changes the ring", async () => {
    const h = await house();
    const { ring } = await ringing(h);
    await h.say("rung", "done tea");
    expect(h.shown).toMatchObject([{ payload: { state: "done" } }]);
    expect(h.shown[0]?.operation).toBeUndefined();
    expect(await h.showing(ring)).toMatchObject({ view: "rung", state: "done" });
    expect(await h.refusal(doneRun, {})).toBe("nothingRings");
    const second = await h.say("card", "coffee in 1 min");
    await h.travel(h.clock.now() + minute);
    expect((await h.see("rung", doneRun, {})).title).toBe("Coffee");
    expect(second.card.title).toBe("Coffee");
  });

  it("said alone never answers what has not rung yet, as in quiet hours", async () => {
    const h = await house({ at: berlin("21:50") });
    await h.store.commit([{ do: "putChat", id: ana, patch: { quiet: { start: "22:00", end: "07:00" } } }]);
    await h.say("card", "tea in 5 min");
    const { card: pills } = await h.say("card", "pills in 40 min");
    await h.travel(berlin("22:40"));
    expect((await h.see("rung", doneRun, {})).title).toBe("Tea");
    expect(await h.refusal(doneRun, {})).toBe("nothingRings");
    await h.travel(berlin("07:00", 1));
    expect((await h.ring()).payload).toMatchObject({ action: pills.id });
  });

  it("said before it rings leaves the next slot out", async () => {
    const h = await house();
    const { card } = await h.say("card", "standup every weekday at 9:25");
    const early = await h.see("card", doneRun, { action: "standup" });
    expect(early).toMatchObject({ change: "doneEarly" });
    expect(early.card.next[0]).toBe(card.next[1]);
    await h.travel((card.next[0] ?? 0) + hour);
    expect(await h.runs(card.id)).toMatchObject([{ outcome: "skipped" }]);
  });

  it("to a lead leaves the slot out that it led to, and nothing after it", async () => {
    const h = await house();
    const schedule = { type: "cron", cron: "0 20 * * *", tz: "Europe/Berlin" };
    const { card } = await h.see("card", addAction, { title: "Pills", schedule, leads: [hour] });
    await h.travel(berlin("19:00"));
    const ring = await h.ring();
    expect(ring.payload).toMatchObject({ lead: hour, slot: berlin("20:00") });
    await h.see("rung", doneRun, { run: ring.payload.run }, { pressed: ring.id });
    expect(await h.action(card.id)).toMatchObject({ skipUntil: berlin("20:00") });
    await h.travel(berlin("20:30"));
    expect((await h.ring()).id).toBe(ring.id);
    await h.travel(berlin("19:00", 1));
    expect((await h.ring()).payload).toMatchObject({ lead: hour, slot: berlin("20:00", 1) });
  });

  it("by one person in a group is told to the one who comes second", async () => {
    const h = await house();
    const { run, ring } = await ringing(h, { chat: group });
    const where = { chat: group, pressed: ring };
    expect(await h.see("rung", doneRun, { run }, { ...where, as: boris })).toMatchObject({ by: "Boris" });
    await expect(h.call(snoozeRun, { run, choice: "in1h" }, where)).rejects.toMatchObject({
      code: "alreadyAnswered",
      args: { by: "Boris" },
    });
  });

  it("pressed by many at once is written once", async () => {
    const h = await house();
    const { run, ring } = await ringing(h, { chat: group });
    const all = Array.from({ length: 20 }, (_, i) =>
      h.refusal(doneRun, { run }, { chat: group, pressed: ring, as: i % 2 === 0 ? ana : boris }),
    );
    const results = await Promise.all(all);
    expect(results.filter((result) => result === "done")).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set(["done", "alreadyAnswered"]));
  });
});

describe("Snooze", () => {
  it("rings again later and never moves the series", async () => {
    const h = await house();
    const { card } = await h.say("card", "standup every weekday at 9:25");
    await h.travel(card.next[0] ?? 0);
    const hand = (await h.action(card.id)).nextAt;
    const ring = await h.ring();
    const view = await h.see("rung", snoozeRun, { run: ring.payload.run, choice: "in10min" }, { pressed: ring.id });
    expect(view).toMatchObject({ state: "snoozed", until: (card.next[0] ?? 0) + 10 * minute });
    expect((await h.action(card.id)).nextAt).toBe(hand);
    await h.travel(view.until ?? 0);
    expect((await h.ring()).payload).toMatchObject({ run: ring.payload.run, ring: 2 });
    expect((await h.action(card.id)).schedule).toEqual(card.schedule);
  });

  it("takes any time phrase as a reply", async () => {
    const h = await house();
    const { run, ring, action } = await ringing(h);
    const view = await h.say("rung", "in 2 hours", { reply: { run, action } });
    expect(view).toMatchObject({ state: "snoozed", until: start + 4 * minute + 2 * hour });
    expect(await h.showing(ring)).toMatchObject({ state: "snoozed" });
    expect(await h.see("list", listActions)).toMatchObject({ active: 1, rows: [{ group: "today", next: view.until }] });
    await h.travel(view.until ?? 0);
    expect((await h.ring()).payload.run).toBe(run);
    expect((await h.see("list", listActions)).rows).toMatchObject([{ group: "ringing" }]);
    expect(await h.say("rung", "done", { reply: { run, action } })).toMatchObject({ state: "done" });
  });

  it("knows the buttons' times", async () => {
    const h = await house();
    const { run } = await ringing(h);
    const until = async (choice: string) => (await h.see("rung", snoozeRun, { run, choice })).until;
    const now = h.clock.now();
    expect(await until("in3h")).toBe(now + 3 * hour);
    expect(await until("tonight")).toBe(berlin("18:00"));
    expect(await until("tomorrow9")).toBe(berlin("09:00", 1));
    expect(await until("monday9")).toBe(berlin("09:00", 6));
    await h.travel(berlin("18:00"));
    expect(await until("tonight")).toBe(berlin("18:00", 1));
  });

  it("asks when the words have two meanings or have passed, and refuses what is no time", async () => {
    const h = await house();
    const { run } = await ringing(h);
    expect(await h.see("question", snoozeRun, { run, words: "at 8" })).toMatchObject({ code: "clock" });
    const past = await h.see("question", snoozeRun, { run, words: "today at 9 am" });
    expect(past.code).toBe("past");
    const card = await h.see("rung", answerQuestion, { question: past.question, choice: 0 });
    expect(card.until).toBe(berlin("09:00", 1));
    expect(await h.refusal(snoozeRun, { run, words: "green" })).toBe("notUnderstood");
    expect(await h.refusal(snoozeRun, { run, until: start })).toBe("past");
    expect(await h.refusal(snoozeRun, { run })).toBe("invalidInput");
    expect(await h.refusal(snoozeRun, { run: 999, choice: "in1h" })).toBe("notFound");
    expect(await h.refusal(snoozeRun, { action: "coffee", choice: "in1h" })).toBe("nothingMatches");
  });

  it("asks for another time from the ring; the ring shows the answer and the question goes", async () => {
    const h = await house();
    const { run, ring } = await ringing(h);
    const asked = await h.see("question", askRun, { run }, { pressed: ring });
    const { delivery } = (await h.store.questions.get(asked.question)) ?? { delivery: 0 };
    expect(asked.choices.map(({ name }) => name)).toContain("skip");
    await h.see("rung", answerQuestion, { question: asked.question, choice: 1 }, { pressed: delivery });
    expect(await h.showing(ring)).toMatchObject({ state: "snoozed" });
    expect(await h.showing(delivery)).toBeNull();
  });
});

describe("Skip", () => {
  it("lets what rang go", async () => {
    const h = await house();
    const { run, ring } = await ringing(h);
    expect(await h.see("rung", skipRun, { run }, { pressed: ring })).toMatchObject({ state: "skipped" });
    expect(await h.store.runs.get(run)).toMatchObject({ outcome: "skipped", answeredBy: ana });
    expect(await h.refusal(skipRun, { action: "tea" })).toBe("nothingMatches");
  });
});

describe("one message with many rings", () => {
  it("shows each answer in its line and asks on for the others", async () => {
    const h = await house();
    await h.say("quiet", "quiet from 22 to 7");
    for (const title of ["Tea", "Cake"]) {
      await h.see("card", addAction, {
        title,
        schedule: { type: "once", at: "2026-11-25T06:00:00", tz: "Europe/Berlin" },
      });
    }
    await h.travel(berlin("07:05", 1));
    const sent = h.channel.sent.find(({ delivery }) => delivery.payload.view === "ringDigest")?.delivery;
    if (sent?.payload.view !== "ringDigest") throw new Error("no digest");
    const [tea, cake] = sent.payload.items;
    const pressed = { pressed: sent.id };
    const first = await h.see("ringDigest", doneRun, { run: tea?.run }, pressed);
    expect(first.items.map(({ state }) => state)).toEqual(["done", null]);
    const both = await h.see("ringDigest", snoozeRun, { run: cake?.run, choice: "in1h" }, pressed);
    expect(both.items.map(({ state }) => state)).toEqual(["done", "snoozed"]);
  });
});
