import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, hour, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  expect(world.troubles).toEqual([]);
  await world.close();
});

describe("what cannot be done is said in one sentence", () => {
  it.each([
    ["/nonsense", "I do not know /nonsense. /help shows what I can do."],
    ["/tz Atlantis", "I do not know the time zone Atlantis. Name a city, for example: /tz Tokyo"],
    ["/show nothing", "Nothing here is called nothing. /list shows what there is."],
    ["/show 99", "There is no #99. /list shows what there is."],
    ["/undo", "There is nothing to take back."],
    ["/cancel", "There was nothing to cancel."],
    ["/add tea --when soon", "I cannot use --when: there are --due and --recurring."],
  ])("%s", async (said, answer) => {
    expect((await world.says(world.ana, said, answer)).text).toBe(answer);
  });

  it.each(["remind me on 30 february at 9 to rest", "przypomnij mi jutro o dentyście", "🤷", "?"])(
    "%s is asked about, and nothing is stored",
    async (said) => {
      const question = await world.says(world.ana, said, () => true);
      expect(question.text.split("\n")).toHaveLength(1);
      expect(await world.store.actions.count({})).toBe(0);
    },
  );
});

describe("what people write is shown as it is", () => {
  it.each([
    ["markup", "<b>bold</b> *stars* _lines_ [link](tg://user?id=1) `code`"],
    ["quotes and slashes", `'"; drop table actions; -- \\n %s \${x}`],
    ["a family and a flag", "👨‍👩‍👧‍👦 🇩🇪 e\u0301"],
    ["Arabic and Hebrew", "شراء الحليب לקנות חלב"],
    ["zero width", "a\u200bb\u200dc"],
  ])("%s", async (_what, title) => {
    const card = await world.says(world.ana, `${title} in 3 min`, "(in 3 min)");
    const [action] = await world.store.actions.list({});
    expect(card.text).toContain(action?.title);
    expect(card.entities.map(({ type }) => type)).toEqual(["bold"]);
    const list = await world.says(world.ana, "/list", "1 active");
    expect(list.text).toContain(action?.title);
    await world.passes(3 * minute);
    const ring = await world.sees(
      world.ana,
      (message) => message.text.startsWith("⏰") && !message.text.includes("(in"),
    );
    expect(ring.entities.map(({ type }) => type)).toEqual(["bold"]);
  });

  it("and so is what they are called", async () => {
    world.telegram.person(1010, "<b>Eve</b> [x](tg://user?id=1)\u202e").say("hello");
    await world.says(world.ana, "/allow 1010", "<b>Eve</b> [x](tg://user?id=1)");
    const members = await world.says(world.ana, "/members", "<b>Eve</b> [x](tg://user?id=1)");
    expect(members.text).not.toContain("\u202e");
    for (const { type } of members.entities) expect(type).toBe("bold");
  });

  it("but what would turn other text around, or is no text, is left out", async () => {
    const card = await world.says(world.ana, "a\u202eb\u2066c\u0000d\ud800 in 3 min", "(in 3 min)");
    for (const bad of ["\u202e", "\u2066", "\u0000", "\ud800"]) expect(card.text).not.toContain(bad);
    expect(card.text).toMatch(/^⏰ Abc/);
  });

  it("a name that stacks marks keeps its line", async () => {
    const zalgo = `t${"\u0335\u0321\u034f".repeat(60)}ea`;
    const card = await world.says(world.ana, `${zalgo} in 3 min`, "(in 3 min)");
    expect(card.text.length).toBeLessThan(80);
  });

  it("a message of 4,096 characters is kept whole, and rings whole", async () => {
    const start = "tea tomorrow at 9\n";
    const text =
      start +
      "word "
        .repeat(1000)
        .slice(0, 4096 - start.length - 1)
        .concat("!");
    expect(text).toHaveLength(4096);
    const card = await world.says(world.ana, text, "⏰ Tea");
    expect(card.text.length).toBeLessThanOrEqual(4096);
    await world.until("2026-11-25T09:00");
    const first = await world.sees(
      world.ana,
      (message) => message.text.startsWith("⏰ ") && !message.text.includes("(in"),
    );
    const last = await world.sees(world.ana, "!");
    expect(first.buttons).toEqual([]);
    expect(last.buttons.flat()).toContain("✅ Done");
    const brought = `${first.text}${last.text}`.replace(/\s/g, "");
    expect(brought).toContain("word".repeat(800));
    await world.presses(world.ana, last, "✅ Done", "✅ Tea");
  });
});

describe("updates of any shape", () => {
  it("do not stop those that come after them", async () => {
    const strange = [
      {},
      { update_id: 900_000 },
      { update_id: 900_001, message: null },
      { update_id: 900_002, message: { message_id: "x", chat: 7, from: [], text: { a: 1 } } },
      { update_id: 900_003, message: { message_id: 1, date: 1, chat: { id: 1001 }, from: { id: 1001 }, text: 12 } },
      { update_id: 900_004, callback_query: { id: 5, from: { id: 1001, is_bot: false }, data: "done:1" } },
      { update_id: 900_005, callback_query: { id: "9", from: null, message: {}, data: null } },
      { update_id: 900_006, my_chat_member: { chat: null } },
      { update_id: 900_007, edited_message: { chat: { id: 1001, type: "private" }, from: { id: 1001 } } },
      { update_id: 900_008, something_new: { deep: JSON.parse("[".repeat(1000) + "]".repeat(1000)) } },
    ];
    for (const update of strange) world.telegram.pushUpdate(update);
    await world.says(world.ana, "tea in 4 min", "⏰ Tea");
    await world.passes(10_000);
    expect(await world.store.inbox.open(100)).toEqual([]);
  });

  it("told again, out of order, or with lower numbers, are done once each", async () => {
    const message = (update_id: number, message_id: number, text: string, date = 1795525500) => ({
      update_id,
      message: {
        ...{ message_id, date, text },
        chat: { id: 1001, type: "private", first_name: "Ana" },
        from: { id: 1001, is_bot: false, first_name: "Ana" },
      },
    });
    const batch = [message(901, 61, "alpha in 1 hour"), message(902, 62, "beta in 1 hour")];
    await world.says(world.ana, "/start", "I remind");
    for (const update of [...batch, ...batch, batch[1], batch[0]]) world.telegram.pushUpdate(update);
    world.telegram.pushUpdate(message(3, 63, "gamma in 1 hour", 1796130300));
    await world.sees(world.ana, "Gamma");
    await world.settles();
    expect((await world.store.actions.list({})).map(({ title }) => title).sort()).toEqual(["Alpha", "Beta", "Gamma"]);
  });
});

describe("words that come late", () => {
  it("by the hundred are done once each, in the order in which each chat said them", async () => {
    const each = 120;
    await world.stops();
    for (let n = 1; n <= each; n++) {
      world.ana.say(`ana ${n} in 5 hours`);
      world.boris.say(`boris ${n} in 5 hours`);
    }
    await world.restarts();
    while ((await world.store.actions.count({})) < 2 * each) await world.passes(1000);
    expect(await world.store.inbox.open(1)).toEqual([]);
    const made = (await world.store.actions.list({})).sort((a, b) => a.id - b.id);
    for (const name of ["Ana", "Boris"]) {
      const titles = made.map(({ title }) => title).filter((title) => title.startsWith(name));
      expect(titles).toEqual(Array.from({ length: each }, (_, n) => `${name} ${n + 1}`));
    }
  });

  it("make what they say, but change nothing that exists", async () => {
    await world.says(world.ana, "call the dentist tomorrow at 9", "dentist");
    await world.stops();
    world.ana.say("bins on friday at 9");
    world.ana.say("coffee in 3 hours");
    world.ana.say("tea in 4 min");
    world.ana.say("/delete dentist");
    world.ana.say("delete dentist");
    await world.clock.advance(2 * hour);
    await world.restarts();
    await world.sees(world.ana, "⏰ Bins · Fri 27 Nov 09:00");
    await world.sees(world.ana, "⏰ Coffee · 17:05 (in 1 h)");
    const past = await world.sees(world.ana, "has passed");
    expect(past.text).toBe("Tue 24 Nov 14:09 has passed.");
    await world.sees(world.ana, "so I did not do it: /delete dentist. Send it again if you still want it.");
    await world.sees(world.ana, "so I did not do it: delete dentist.");
    expect((await world.store.actions.list({})).map(({ title }) => title).sort()).toEqual([
      "Bins",
      "Call the dentist",
      "Coffee",
    ]);
  });
});
