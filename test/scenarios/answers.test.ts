import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const sent = () => world.telegram.faults.calls.filter(({ method }) => method === "sendMessage").length;

describe("what shall be deleted", () => {
  it.each(["stop", "cancel", "never mind"])("is nothing after %s, whatever is called so", async (words) => {
    await world.says(world.ana, "stop all alerts tonight", "⏰ Stop all alerts");
    await world.says(world.ana, "cancel the gym contract tomorrow", "⏰ Cancel the gym contract");
    await world.says(world.ana, "delete all reminders", "Which one?");
    await world.says(world.ana, words, "Cancelled.");
    expect(await world.store.actions.count({})).toBe(2);
  });
});

it("a task as the answer begins with a capital, like others", async () => {
  await world.says(world.ana, "remind me tomorrow", "Remind you of what");
  await world.says(world.ana, "call Anna", "⏰ Call Anna · Wed 25 Nov 09:00");
});

describe("a clock time as the answer", () => {
  it.each(["8pm", "20:00", "at 8 pm", "the second one"])("%s is on the day of the question", async (words) => {
    const question = await world.says(world.ana, "meet Zed sunday at 8", "08:00 or 20:00?");
    const card = await world.says(world.ana, words, "⏰ Meet Zed");
    expect(card.text).toMatch(/Sun 29 Nov 20:00/);
    expect(card.id).toBe(question.id);
  });

  it.each([
    ["morning", "08:00"],
    ["in the evening", "20:00"],
    ["pm", "20:00"],
    ["9:30", "09:30"],
  ])("%s is the half of the day, or another time", async (words, time) => {
    await world.says(world.ana, "meet Zed sunday at 8", "08:00 or 20:00?");
    expect((await world.says(world.ana, words, "⏰ Meet Zed")).text).toContain(`Sun 29 Nov ${time}`);
    await world.says(
      world.ana,
      "gym every mon and fri at 8",
      "Gym: every Mon and Fri 08:00 or every Mon and Fri 20:00?",
    );
    expect((await world.says(world.ana, words, "🔁 Gym")).text).toContain(time);
  });

  it("is on that day in reply to the question too, and another day is another day", async () => {
    const question = await world.says(world.ana, "meet Zed sunday at 8", "08:00 or 20:00?");
    const card = await world.says(world.ana, "8pm", "⏰ Meet Zed", { replyTo: question.id });
    expect(card.text).toMatch(/Sun 29 Nov 20:00/);
    await world.says(world.ana, "meet Yan sunday at 8", "08:00 or 20:00?");
    expect((await world.says(world.ana, "monday at 10", "⏰ Meet Yan")).text).toMatch(/Mon 30 Nov 10:00/);
  });
});

describe("an answer in words", () => {
  it("takes the place of the question, and adds no message", async () => {
    const question = await world.says(world.ana, "asdf", "could not find");
    const before = sent();
    const card = await world.says(world.ana, "in 2 hours", "⏰ Asdf");
    await world.settles();
    expect(card.id).toBe(question.id);
    expect(sent()).toBe(before);
  });

  it("to [New time] makes the old card show the new time, and the question goes", async () => {
    const card = await world.says(world.ana, "pills tomorrow at 20:00", "Pills");
    const editing = await world.presses(world.ana, card, "Edit", "Pills");
    const question = await world.presses(world.ana, editing, "New time", "when?");
    const moved = await world.says(world.ana, "21:00", "21:00");
    expect(moved).toMatchObject({ id: card.id, buttons: [["Undo"]] });
    await world.settles();
    expect(world.ana.current(question)).toBeUndefined();
  });

  it("may be what stands on a button", async () => {
    const question = await world.says(world.ana, "asdf", "could not find");
    const kept = await world.says(world.ana, "save without time", "Someday");
    expect(kept.id).toBe(question.id);
  });

  it("that is none is said to be none, each time, and the question waits on", async () => {
    await world.says(world.ana, "meet Zed sunday at 8", "08:00 or 20:00?");
    for (const words of ["thanks", "tea", "tea"]) {
      const told = await world.says(world.ana, words, "no answer");
      expect(told.text).toContain("Meet Zed");
    }
    await world.says(world.ana, "20:00", "Sun 29 Nov 20:00");
  });

  it("/cancel is said once", async () => {
    const question = await world.says(world.ana, "asdf", "could not find");
    const before = sent();
    const cancelled = await world.says(world.ana, "/cancel", "Cancelled");
    await world.settles();
    expect(cancelled).toMatchObject({ id: question.id, buttons: [] });
    expect(sent()).toBe(before);
  });

  it("is heard in a group under our name as well", async () => {
    const chat = world.telegram.group;
    const name = `@${world.telegram.playground().world.bot.username}`;
    await world.says(world.ana, "/allow", "may use me", { chat });
    const says = (words: string, match: string) => world.says(world.ana, `${name} ${words}`, match, { chat });
    await says("dinner tomorrow at 19:00", "Dinner");
    await says("meet Zoe tomorrow at 8", "08:00 or 20:00?");
    const card = await says("8pm", "Meet Zoe");
    expect(card.text).toMatch(/Wed 25 Nov 20:00/);
    await says("meet Yan tomorrow at 8", "08:00 or 20:00?");
    await says("delete dinner", "🗑 Dinner deleted");
    expect(await world.store.actions.count({})).toBe(1);
  });
});

describe("a time alone", () => {
  it("asks of what, and takes the next words for it", async () => {
    await world.says(world.ana, "tomorrow", "of what");
    const card = await world.says(world.ana, "buy milk", /buy milk/i);
    expect(card.text).toMatch(/Wed 25 Nov 09:00/);
  });

  it("is asked about anew when another time is said", async () => {
    await world.says(world.ana, "tomorrow", "of what");
    await world.says(world.ana, "friday at 10", "of what, friday at 10");
    expect((await world.says(world.ana, "buy milk", /buy milk/i)).text).toMatch(/Fri 27 Nov 10:00/);
  });
});

describe("a question that somebody leaves for something else", () => {
  it("keeps its buttons for its fifteen minutes, through a restart, but takes no more words", async () => {
    const question = await world.says(world.ana, "meet Zed sunday at 8", "08:00 or 20:00?");
    await world.says(world.ana, "tea in 5 min", "Tea");
    await world.says(world.ana, "8pm", (message) => !message.text.includes("Zed"));
    await world.restarts();
    expect(world.ana.current(question)?.buttons).toEqual([["08:00", "20:00"]]);
    const card = await world.presses(world.ana, question, "20:00", "Sun 29 Nov 20:00");
    expect(card.id).toBe(question.id);
  });

  it("of several without a time each becomes what its own buttons say, and words are for the last", async () => {
    const milk = await world.says(world.ana, "buy milk", "could not find a time in buy milk");
    const bread = await world.says(world.ana, "fetch bread", "could not find a time in fetch bread");
    const last = await world.says(world.ana, "tomorrow at 10", "Wed 25 Nov 10:00");
    expect(last).toMatchObject({ id: bread.id, text: expect.stringContaining("Fetch bread") });
    await world.presses(world.ana, milk, "Save without time", "Buy milk");
  });

  it("goes when it only asked which one", async () => {
    await world.says(world.ana, "pills tomorrow at 20:00", "Pills");
    await world.says(world.ana, "plants tomorrow at 21:00", "Plants");
    const which = await world.says(world.ana, "/next", "Which one?");
    await world.says(world.ana, "tea in 5 min", "Tea");
    await world.settles();
    expect(world.ana.current(which)?.buttons).toEqual([]);
  });
});

describe("words are for what was asked last", () => {
  it("an edit card opened later takes the words", async () => {
    await world.says(world.ana, "pills tomorrow at 20:00", "Pills");
    await world.says(world.ana, "plants tomorrow at 21:00", "Plants");
    await world.says(world.ana, "/edit", "Which one?");
    const card = await world.says(world.ana, "/edit pills", "Pills");
    const edited = await world.says(world.ana, "every day at 9", "Pills");
    expect(edited.id).toBe(card.id);
    expect(edited.text).toContain("every day 09:00");
    expect(await world.store.actions.count({})).toBe(2);
  });

  it("but an edit card leaves a sentence of its own alone, and a press on it ends the wait", async () => {
    const card = await world.says(world.ana, "pills tomorrow at 20:00", "Pills");
    const editing = await world.presses(world.ana, card, "Edit", "Pills");
    await world.says(world.ana, "tea in 5 min", "⏰ Tea");
    expect(world.ana.current(editing)?.buttons.flat()).toContain("Rename");
    await world.presses(world.ana, editing, "◀ Back", "Pills");
    await world.presses(world.ana, editing, "Edit", "Pills");
    await world.presses(world.ana, editing, "◀ Back", "Pills");
    await world.says(world.ana, "21:30", (message) => !message.text.includes("Pills"));
  });

  it("[Repeat] twice asks once", async () => {
    const card = await world.says(world.ana, "call mum tomorrow at 9", "Call mum");
    const first = await world.presses(world.ana, card, "Repeat", "how often?");
    const second = await world.presses(world.ana, card, "Repeat", "how often?");
    await world.passes(3000);
    expect(world.ana.current(first)).toBeUndefined();
    await world.presses(world.ana, second, "Every week", "Call mum");
  });

  it("an edit card stays when nobody says anything", async () => {
    const card = await world.says(world.ana, "pills tomorrow at 20:00", "Pills");
    const editing = await world.presses(world.ana, card, "Edit", "Pills");
    await world.passes(20 * minute);
    expect(world.ana.current(editing)?.text).toContain("Pills");
  });
});

describe("which one", () => {
  const names = ["ant", "bee", "cat", "dog", "elk", "fox", "gnu", "hen", "ibis", "jay"];
  const fill = async () => {
    for (const [hour, name] of names.entries())
      await world.says(world.ana, `feed ${name} tomorrow at ${hour + 10}:00`, `Feed ${name}`);
  };

  it("takes a name, also of one that is not on the page", async () => {
    await fill();
    const which = await world.says(world.ana, "/delete", "Which one?");
    const deleted = await world.says(world.ana, "jay", "🗑");
    expect(deleted).toMatchObject({ id: which.id, text: "🗑 Feed jay deleted" });
  });

  it("takes a number, and leafs", async () => {
    await fill();
    const which = await world.says(world.ana, "/show", "Which one?");
    expect(which.buttons.flat()).toHaveLength(9);
    const second = await world.presses(world.ana, which, "More ▶", "Which one?");
    expect(second.id).toBe(which.id);
    expect(second.buttons.flat().map((text) => text.split(" · ")[0])).toEqual(["Feed ibis", "Feed jay", "◀ Back"]);
    await world.presses(world.ana, second, "◀ Back", "Which one?");
    await world.says(world.ana, "#3", "Feed cat");
  });
});
