import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("/list again", () => {
  it("comes anew when the earlier one is out of sight, and the earlier one goes", async () => {
    const first = await world.says(world.ana, "/list", "0 active");
    for (const n of [1, 2, 3]) await world.says(world.ana, `tea ${n} in ${n} hours`, `Tea ${n}`);
    const second = await world.says(world.ana, "/list", "3 active");
    expect(second).toMatchObject({ edited: false });
    expect(second.id).toBeGreaterThan(first.id);
    await world.passes(minute);
    expect(world.ana.current(first)).toBeUndefined();
    await world.says(world.ana, "tea 4 in 4 hours", "Tea 4");
    const third = await world.says(world.ana, "/list", "4 active");
    expect(third).toMatchObject({ id: second.id, edited: true });
    expect((await world.says(world.ana, "/list", "4 active")).id).toBeGreaterThan(third.id);
  });

  it("comes anew when the person has deleted the earlier one", async () => {
    const first = await world.says(world.ana, "/list", "0 active");
    world.ana.remove(first.id);
    const second = await world.says(world.ana, "/list", "0 active");
    expect(second.id).toBeGreaterThan(first.id);
    await world.says(world.ana, "tea in 4 min", "Tea");
    expect(await world.says(world.ana, "/list", "1 active")).toMatchObject({ id: second.id, edited: true });
  });

  it("names the group of what rings there", async () => {
    const { group } = world.telegram;
    await world.says(world.ana, "/allow", "This group may use me now", { chat: group });
    await world.says(world.ana, "/add water the plants in 3 hours", "Water the plants", { chat: group });
    const title = (await world.store.chats.get(group))?.title ?? "";
    expect(title).not.toBe("");
    expect((await world.says(world.ana, "/list", "1 active")).text).toContain(`17:05 Water the plants · ${title}`);
  });
});

describe("what cannot be used", () => {
  it.each([
    ["pills every day at 8, ask every 5 s until done", "I ask again at most once a minute. Say a longer time."],
    ["/allow -5", "Whom? Reply to a message of theirs, or give their number: /allow 123, /deny 123."],
    ["/allow", "Whom? Reply to a message of theirs, or give their number: /allow 123, /deny 123."],
    ["/deny", "Whom? Reply to a message of theirs, or give their number: /allow 123, /deny 123."],
  ])("%s says how", async (said, answer) => {
    expect((await world.says(world.ana, said, /Whom|once a minute|cannot/)).text).toBe(answer);
  });
});

describe("a group that was never let in", () => {
  it("tells its owner once how to let it in, and its members that an owner has to", async () => {
    const { group } = world.telegram;
    await world.says(world.ana, "/add tea in 4 min", "⏰ Tea", { chat: group });
    await world.sees(world.ana, "Only owners can use me in this group. /allow", { chat: group });
    await world.says(world.ana, "/add coffee in 5 min", "⏰ Coffee", { chat: group });
    await world.settles();
    expect(world.ana.unseen(group)).toEqual([]);
    await world.says(world.boris, "/list", "An owner of this bot lets it in with /allow", { chat: group });
  });

  it("still may answer what an owner has made ring there", async () => {
    const { group } = world.telegram;
    await world.says(world.ana, "/add tea in 4 min", "⏰ Tea", { chat: group });
    await world.passes(4 * minute);
    const ring = await world.sees(world.boris, /^⏰ Tea$/, { chat: group });
    await world.presses(world.boris, ring, "10 min", "😴");
    await world.passes(10 * minute);
    const again = await world.sees(world.boris, /^⏰ Tea$/, { chat: group });
    await world.presses(world.boris, again, "✅ Done", "by Boris");
  });

  it("a question of somebody else is not answered for them, not by an owner either", async () => {
    const { group } = world.telegram;
    await world.says(world.ana, "/allow", "This group may use me now", { chat: group });
    const asked = await world.says(world.boris, "/add meet Zoe friday at 8", "?", { chat: group });
    expect((await world.ana.press(asked, "20:00")).text).toBe("This was asked of somebody else.");
  });
});

describe("the status", () => {
  it("agrees with the list: what rings is active, and what is another person's is not shown", async () => {
    await world.says(world.boris, "secret in 3 hours", "Secret");
    await world.says(world.ana, "tea in 4 min", "Tea");
    await world.says(world.ana, "cake in 3 hours", "Cake");
    await world.passes(4 * minute);
    await world.says(world.ana, "/list", "2 active · 0 paused");
    const status = await world.says(world.ana, "/status", "🟢");
    expect(status.text).toContain("🟢 2 · ⏰ next 17:05\n⏰ Tea waits for an answer");
    expect(status.text).not.toContain("Secret");
  });
});

describe("after a quarter to six", () => {
  it("nothing offers tonight at 18:00", async () => {
    await world.until("2026-11-24T18:05");
    const note = world.ana.say("tea in 5 hours");
    await world.sees(world.ana, "Tea");
    world.ana.forward(note.id);
    const asked = await world.sees(world.ana, "Remind you of this");
    expect(asked.buttons.flat()).toEqual(["1 h", "Tomorrow 09:00", "Pick…"]);
  });
});

it("a reminder that asks six times says so at the sixth too", async () => {
  await world.says(world.ana, "pills in 1 min, ask every 10 min until done", "Pills");
  await world.passes(minute);
  for (let n = 2; n <= 6; n++) {
    await world.passes(10 * minute);
    await world.sees(world.ana, `asked ${n} of 6 times`);
  }
});

it("[Undo] after [Also 1 h before] brings that button back", async () => {
  const card = await world.says(world.ana, "dentist tomorrow at 10", "Dentist");
  const led = await world.presses(world.ana, card, "Also 1 h before", "1 h before");
  const back = await world.presses(world.ana, led, "Undo", "Back");
  expect(back.buttons.flat()).toContain("Also 1 h before");
});

describe("a code that comes too late", () => {
  it("is met with silence, and the log says why", async () => {
    await world.close();
    const lines: string[] = [];
    world = await createWorld({ unowned: true, console: lines });
    const code = /[0-9a-f]{8}(-[0-9a-f]{8}){3}/.exec(lines.join("\n"))?.[0] ?? "";
    await world.passes(16 * minute);
    world.carla.say(code);
    await world.settles();
    expect(world.carla.unseen()).toEqual([]);
    expect(world.troubles.map(({ message }) => message)).toContain(
      "a claim was refused: the code is older than 15 minutes; start Belfry again for a new one",
    );
  });
});

describe("a series of seconds", () => {
  it("is told apart by its seconds, on the card and in the history", async () => {
    const card = await world.says(world.ana, "blink every 10 s", "Blink");
    expect(card.text).toContain("Next 14:05:10, 14:05:20, 14:05:30");
    await world.passes(20_000);
    const history = await world.says(world.ana, "/history blink", /^Blink · .*run/);
    expect(history.text).toMatch(/14:05:20 · .*\n14:05:10 · /);
  });
});

describe("/next", () => {
  it("has the earlier rings too, and says that something is paused", async () => {
    await world.says(world.ana, "dentist tomorrow at 10, 1 hour before", "Dentist");
    const next = await world.says(world.ana, "/next dentist", "Dentist ·");
    expect(next.text.split("\n").slice(1)).toEqual(["Wed 25 Nov 09:00 (1 h before)", "Wed 25 Nov 10:00"]);
    await world.says(world.ana, "/pause dentist", "⏸");
    await world.says(world.ana, "/next dentist", "It is paused. /resume lets it run again.");
  });
});

describe("what is silent", () => {
  it("comes without a sound while its card says so, and is switched on and off there", async () => {
    const { ana } = world;
    expect((await world.says(ana, "water the plants at 14:10, silently", "Water")).text).toContain("🔕 silent");
    await world.says(ana, "tea at 14:11", "Tea");
    await world.passes(5 * minute);
    expect((await world.sees(ana, "Water the plants")).raw).toMatchObject({ silent: true });
    await world.passes(minute);
    expect((await world.sees(ana, "Tea")).raw).not.toHaveProperty("silent");
    await world.says(ana, "pills every day at 23:00", "Pills");
    const editing = async () => {
      const shown = await world.says(ana, "/show pills", "#");
      return world.presses(ana, shown, "Edit", "Pills");
    };
    await world.presses(ana, await editing(), "🔕 Silent", "🔕 silent");
    await world.presses(ana, await editing(), "🔔 With sound", (message) => !message.text.includes("silent"));
    await world.says(ana, "/undo", "Back:");
    expect((await world.store.actions.list({}))[0]).toMatchObject({ title: "Pills", silent: true });
  });
});

describe("a setting that is taken back", () => {
  it("says what holds again", async () => {
    await world.says(world.ana, "/tz Tokyo", "Asia/Tokyo");
    await world.says(world.ana, "/undo", "Taken back: time zone\nTime zone: Europe/Berlin (now 14:05)");
    await world.says(world.ana, "quiet from 22 to 7", "22:00–07:00");
    await world.says(world.ana, "quiet from 23 to 6", "23:00–06:00");
    await world.says(world.ana, "/undo", "Taken back: quiet hours\nQuiet hours: 22:00–07:00");
    await world.says(world.ana, "/undo", "Taken back: quiet hours\nQuiet hours: none");
  });
});

describe("what is critical", () => {
  it("is named where quiet hours are set, and switched on and off on the card", async () => {
    expect((await world.says(world.ana, "quiet from 22 to 7", "🌙")).text).toContain("say “critical”");
    await world.says(world.ana, "/help", "pills tomorrow at 22:00, critical");
    await world.says(world.ana, "pills every day at 23:00", "Pills");
    const shown = await world.says(world.ana, "/show pills", "#");
    const editing = await world.presses(world.ana, shown, "Edit", "Pills");
    const on = await world.presses(world.ana, editing, "❗ Critical", "❗ critical");
    expect((await world.store.actions.list({}))[0]).toMatchObject({ critical: true });
    const again = await world.presses(world.ana, on, "Edit", "Pills");
    await world.presses(world.ana, again, "Not critical", (message) => !message.text.includes("critical"));
    expect((await world.store.actions.list({}))[0]).toMatchObject({ critical: false });
  });
});

it("/agenda of what is no day says how to ask", async () => {
  await world.says(world.ana, "/agenda xyz", "I do not know that day. Say, for example: /agenda tomorrow");
  await world.says(world.ana, "/agenda tomorrow", "Tomorrow, Wed 25 Nov");
});

it("a cron of a day and a weekday is asked about in the words of its days", async () => {
  const asked = await world.says(world.ana, "cron 0 9 15 * 1 invoice", "Cron reads");
  expect(asked.text).toBe("Cron reads this as every 15th and every Monday. Only a Monday that is the 15th?");
  expect(asked.buttons.flat().slice(0, 2)).toEqual(["Both", "Only Monday the 15th"]);
});

describe("a time zone", () => {
  it.each([
    ["/tz EST", "America/New York"],
    ["/tz +5", "UTC+5"],
    ["/tz Tokyo", "Asia/Tokyo"],
  ])("%s is %s", async (said, zone) => {
    await world.says(world.ana, said, `${zone}.`);
  });
});

it("somebody who has not written yet stands in /members with words for a name", async () => {
  await world.says(world.ana, "/allow 424242", "may use me now");
  await world.store.commit([{ do: "putPerson", id: 424243, patch: { role: "member" } }]);
  await world.says(world.ana, "/members", "not met yet · member · 424243");
});

it("the new owner has the owner's menu at once", async () => {
  await world.close();
  const lines: string[] = [];
  world = await createWorld({ unowned: true, console: lines });
  const code = /[0-9a-f]{8}(-[0-9a-f]{8}){3}/.exec(lines.join("\n"))?.[0] ?? "";
  await world.says(world.boris, code, "You own this bot now");
  await world.settles();
  expect(await world.store.meta.get("menu")).toContain('"chat_id":1002');
});
