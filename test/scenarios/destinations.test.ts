import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Seen } from "../support/actor.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
/** A forum with a topic, let in by its owner. */
let ops: number;
let thread: number;
beforeEach(async () => {
  world = await createWorld();
  ops = world.telegram.addGroup("Ops").id;
  await world.says(world.ana, "/allow", "This group may use me now", { chat: ops });
  thread = world.telegram.topic("Reports", ops);
  await world.settles();
});
afterEach(async () => {
  expect(world.troubles).toEqual([]);
  await world.close();
});

const weekly = "every monday at 8 send a report of failed runs and uptime";
const agree = "Shall I send it like that?";
const silence = (who: Actor, chat?: number) => expect(who.unseen(chat)).toEqual([]);

/** Says it, and agrees to what is shown here. */
async function agreed(who: Actor, sentence: string, place?: { chat: number; thread?: number }): Promise<Seen> {
  await world.says(who, sentence, "Nothing ran in this time.", place);
  const question = await world.sees(who, agree, place ? { chat: place.chat } : {});
  return world.presses(who, question, "Looks right", "🔁");
}

/** The first monday. */
const due = () => world.until("2026-11-30T08:00");

describe("a report to another chat", () => {
  it("is shown where it was asked for, and comes to its topic, also after a restart", async () => {
    await world.says(world.ana, `${weekly} to Ops / Reports`, "Failed runs and uptime");
    const question = await world.sees(world.ana, agree);
    expect(question.text).toContain("📊 Failed runs and uptime · every Mon 08:00 → Ops / Reports");
    const card = await world.presses(world.ana, question, "Looks right", "🔁");
    expect(card.text).toContain("📤 Goes to Ops / Reports");
    await world.says(world.ana, "/list", "🔁 Mon 30 Nov 08:00 Failed runs and uptime · Ops / Reports");
    await world.restarts();
    await due();
    expect(await world.sees(world.ana, "Failed runs and uptime", { chat: ops })).toMatchObject({ thread });
    await world.settles();
    silence(world.ana);
  });

  it.each([
    ["to the Ops group", undefined],
    ["to #ops", undefined],
    ["in topic Reports", "Reports"],
    ["to Reports of Ops", "Reports"],
  ])("is understood: %s", async (said, topic) => {
    const card = await agreed(world.ana, `${weekly} ${said}`);
    expect(card.text.split("\n").at(-1)).toBe(`📤 Goes to Ops${topic === undefined ? "" : ` / ${topic}`}`);
  });

  it("is understood in German", async () => {
    await world.says(world.ana, "/language de", () => true);
    await world.says(
      world.ana,
      "jeden Montag um 8 schick einen Bericht über fehlgeschlagene Läufe in die Gruppe Ops",
      "In dieser Zeit ist nichts gelaufen",
    );
    const question = await world.sees(world.ana, "→ Ops");
    const card = await world.presses(world.ana, question, "Passt so", "📤 Geht an Ops");
    await world.says(world.ana, "schick #1 in das Thema Reports", "📤 Geht an Ops / Reports");
    expect(card.text).toContain("Mo 08:00");
  });

  it("speaks the language of the chat it goes to, and keeps its quiet hours", async () => {
    await world.says(world.ana, "/language de", () => true, { chat: ops });
    await world.says(world.ana, `/quiet 22 to 9`, () => true, { chat: ops });
    await world.says(world.ana, `${weekly} to Ops`, "In dieser Zeit ist nichts gelaufen");
    await world.presses(world.ana, await world.sees(world.ana, agree), "Looks right", "🔁");
    await due();
    silence(world.ana, ops);
    await world.until("2026-11-30T09:00");
    await world.sees(world.ana, "In dieser Zeit ist nichts gelaufen", { chat: ops });
  });

  it("can go to another topic, chosen from those there are", async () => {
    world.telegram.topic("Backups", ops);
    await world.says(world.ana, `${weekly} to Ops / Reports`, "Failed runs and uptime");
    const question = await world.sees(world.ana, agree);
    expect(question.buttons.flat()).toEqual(["Looks right", "Edit", "Other topic", "Cancel"]);
    const where = await world.presses(world.ana, question, "Other topic", "Where to?");
    expect(where.buttons.flat()).toEqual(["Ops", "Ops / Backups", "Ops / Reports"]);
    const again = await world.presses(world.ana, where, "Ops / Backups", "→ Ops / Backups");
    await world.presses(world.ana, again, "Looks right", "📤 Goes to Ops / Backups");
  });

  it("asks which is meant where two fit, and says how one gets known where none does", async () => {
    const other = world.telegram.addGroup("Ops crew").id;
    await world.says(world.ana, "/allow", "This group may use me now", { chat: other });
    const third = world.telegram.addGroup("Ops").id;
    await world.says(world.ana, "/allow", "This group may use me now", { chat: third });
    const which = await world.says(world.ana, `${weekly} to Ops`, "Which one is Ops?");
    expect(which.buttons.flat()).toEqual(["Ops", "Ops"]);
    await world.says(world.ana, "Ops crew", agree);
    await world.says(world.ana, `${weekly} to Accounting`, "I know no group or topic Accounting");
    await world.says(world.ana, `${weekly} to the Home group`, "I know no group Home in which");
    await world.says(world.ana, `${weekly} to topic Backups`, "I know no topic Backups in which");
  });

  it("goes at once where no time is said, after it was shown", async () => {
    await world.says(world.ana, "report of last 7 days to Ops / Reports", "Report of last 7 days");
    const question = await world.sees(world.ana, agree);
    silence(world.ana, ops);
    await world.presses(world.ana, question, "Looks right", "📤 On its way to Ops / Reports.");
    expect(await world.sees(world.ana, "Report of last 7 days", { chat: ops })).toMatchObject({ thread });
    expect(await world.store.actions.count({})).toBe(0);
  });
});

describe("where a report goes", () => {
  it("is changed by a sentence and taken back", async () => {
    const card = await agreed(world.ana, `${weekly} to Ops`);
    const there = await world.says(world.ana, "send failed runs to Ops / Reports instead", "📤 Goes to Ops / Reports");
    await world.presses(world.ana, there, "Undo", "📤 Goes to Ops");
    world.ana.say("send it here instead", { replyTo: card.id });
    const here = await world.sees(world.ana, "✏️ Failed runs and uptime");
    expect(here.text).not.toContain("📤");
    await due();
    await world.sees(world.ana, "Nothing ran in this time.");
    silence(world.ana, ops);
    await world.says(world.ana, "tea in 4 min", "⏰ Tea");
    await world.says(world.ana, "send tea to Ops instead", "Only reports go elsewhere");
    await world.says(world.ana, "send flowers to Ops tomorrow at 9", "⏰ Send flowers to Ops");
  });

  it("can be the private chat of whoever made it in a group", async () => {
    await agreed(world.ana, `/add ${weekly}`, { chat: ops });
    await world.says(world.ana, "send #1 here instead", "✏️ Failed runs and uptime");
    await due();
    await world.sees(world.ana, "Nothing ran in this time.");
    await world.sees(world.ana, "Runs · 0 runs");
    await world.settles();
    silence(world.ana);
    silence(world.ana, ops);
  });

  it("is not the private chat of somebody else, whoever says so", async () => {
    await agreed(world.boris, `/add ${weekly}`, { chat: ops });
    await world.says(world.ana, "send #1 here instead", "may not have things told there");
    expect(await world.store.actions.get(1)).toMatchObject({ destination: null });
  });

  it("follows a group that becomes a supergroup", async () => {
    const family = world.telegram.addGroup("Family", "group").id;
    await world.says(world.ana, "/allow", "This group may use me now", { chat: family });
    await agreed(world.ana, `${weekly} to Family`);
    await agreed(world.ana, "/add daily report at 9 to Ops", { chat: family });
    const upgraded = world.telegram.upgrade(family);
    await world.settles();
    await due();
    await world.sees(world.ana, "Failed runs and uptime", { chat: upgraded });
    await world.says(world.ana, "/list", "Daily report · Ops", { chat: upgraded });
  });

  it("follows a group that becomes a supergroup while it is asked which one is meant", async () => {
    const [house] = ["Family house", "Family car"].map((title) => world.telegram.addGroup(title, "group").id);
    if (house === undefined) throw new Error("no group");
    for (const chat of [house, house - 1]) await world.says(world.ana, "/allow", "may use me now", { chat });
    const which = await world.says(world.ana, `${weekly} to Family`, "Which one is Family?");
    const upgraded = world.telegram.upgrade(house);
    await world.presses(world.ana, which, "Family house", "Nothing ran in this time.");
    await world.presses(world.ana, await world.sees(world.ana, agree), "Looks right", "📤 Goes to Family house");
    await due();
    await world.sees(world.ana, "Failed runs and uptime", { chat: upgraded });
  });
});

describe("somebody who may not have it told there", () => {
  it("learns nothing of groups they are not in, nor of groups that were not let in", async () => {
    world.telegram.leaves(1002, ops);
    const plans = world.telegram.addGroup("Plans").id;
    world.boris.say("/list", { chat: plans });
    await world.settles();
    for (const name of ["Ops", "Ops / Reports", "Plans"])
      await world.says(world.boris, `${weekly} to ${name}`, "I know no group or topic");
    expect(await world.store.actions.count({})).toBe(0);
  });

  it("is refused whatever the button says, and however the group came to be known", async () => {
    await world.says(world.boris, `${weekly} to Ops`, "Nothing ran in this time.");
    const question = await world.sees(world.boris, agree);
    world.telegram.leaves(1002, ops);
    const answer = await world.boris.press(question, "Looks right");
    expect(answer.text).toContain("I know no group or topic");
    expect(await world.store.actions.count({})).toBe(0);
    world.carla.say(`${weekly} to Ops`);
    await world.settles();
    silence(world.carla);
  });

  it("has it at home from the day they left the group, and is told why", async () => {
    await agreed(world.boris, `${weekly} to Ops / Reports`);
    world.telegram.leaves(1002, ops);
    await due();
    const notice = await world.sees(world.boris, "I could not tell Failed runs and uptime in Ops / Reports");
    expect(notice.text).toContain("may not have things told there any more");
    // Why it is here stands before it.
    expect((await world.sees(world.boris, "Nothing ran in this time.")).id).toBe(notice.id + 1);
    await world.settles();
    silence(world.ana, ops);
  });
});

describe("a destination that refuses", () => {
  it("shut out: the report comes home with the reason, and goes there again when it is let in", async () => {
    await agreed(world.ana, `${weekly} to Ops`);
    world.telegram.setBot(ops, "kicked");
    await due();
    await world.sees(world.ana, "I may not write there");
    await world.sees(world.ana, "Nothing ran in this time.");
    await world.sees(world.ana, "Runs · 0 runs");
    world.telegram.setBot(ops, "member");
    await world.until("2026-12-07T08:00");
    await world.sees(world.ana, "Failed runs and uptime", { chat: ops });
    await world.settles();
    silence(world.ana);
  });

  it("that says so only when it is sent: nothing is lost, and it is told once", async () => {
    await agreed(world.ana, `${weekly} to Ops`);
    const body = { ok: false, error_code: 403, description: "Forbidden: bot was kicked from the supergroup chat" };
    world.telegram.faults.script({ method: "sendMessage", reply: { status: 403, body } });
    await due();
    await world.restarts();
    await world.settles();
    const told = world.ana.unseen().map(({ text }) => text);
    for (const words of ["I can no longer write to Ops", "Nothing ran in this time.", "I may not write there"])
      expect(told.filter((text) => text.includes(words))).toHaveLength(1);
    expect(world.troubles.splice(0).map(({ message }) => message)).toEqual(["a delivery was not sent"]);
  });

  it("without its topic: the rest of the group does not get it", async () => {
    await agreed(world.ana, `${weekly} to Ops / Reports`);
    world.telegram.deleteTopic(thread, ops);
    await due();
    await world.sees(world.ana, "the topic is gone or closed");
    await world.sees(world.ana, "Nothing ran in this time.");
    silence(world.ana, ops);
    expect(await world.store.topics.of(ops)).toEqual([]);
    expect(world.troubles.splice(0).map(({ message }) => message)).toEqual(["a delivery was not sent"]);
  });
});
