import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { minute, type World } from "../support/world.ts";

async function passesTwice({ passes }: World, times = 1): Promise<void> {
  for (let n = 0; n < times; n++) await passes(2 * minute);
}

/** Messages that nobody has looked at, without those that only changed. */
const fresh = ({ ana }: World) => ana.unseen().filter(({ edited }) => !edited);

const notifyOf = async ({ store }: World, id = 1) => (await store.actions.get(id))?.policies.notify;

describe("what a check tells", () => {
  it("is each result where that is asked for, and only failures and their end from when that is said", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, restarts } = world;
    const answer = await watched(world, "shop", "every 2 min", ", alert at once, recovered after 1 good");
    const card = await says(ana, "tell me about shop every time", "🔔 tells each result");
    await passes(2 * minute);
    await sees(ana, /^shop: 🟢 200/);
    await says(ana, "stop telling me about shop when it is fine", "🔔 tells only that it is down, and that it is back");
    await restarts();
    await passesTwice(world, 2);
    expect(fresh(world)).toEqual([]);
    answer.status = 500;
    await passes(2 * minute);
    await sees(ana, "🔴 shop down");
    answer.status = 200;
    await passes(2 * minute);
    await sees(ana, "🟢 shop back");
    await says(ana, "undo", "🔔 tells each result");
    await says(ana, "only tell me when it fails", "🔔 tells only that it is down, and that it is back");
    await says(ana, "tell me every time", "🔔 tells each result");
    await passes(2 * minute);
    await sees(ana, /^shop: 🟢 200/);
    expect(card.buttons.flat()).toContain("Undo");
  });

  it("is nothing where it never shall, yet what is an escalation already is told until it is over", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, passes, store } = world;
    const answer = await watched(world, "shop", "every 2 min", ", alert at once, recovered after 1 good");
    answer.status = 500;
    await passes(2 * minute);
    const red = await sees(ana, "🔴 shop down");
    const card = await says(ana, "never tell me about shop", "🔕 tells nothing; /history has its runs");
    expect(card.text).not.toContain("alert at once");
    await passes(16 * minute);
    await sees(ana, "🔴 shop still down");
    answer.status = 200;
    await passes(2 * minute);
    await sees(ana, "🟢 shop back");
    expect(red.buttons.flat()).toContain("✋ Ack");
    answer.status = 500;
    await passesTwice(world, 5);
    expect(fresh(world)).toEqual([]);
    expect(await store.escalations.open()).toEqual([]);
    expect((await says(ana, "/history shop", "finished runs")).text).toContain("HTTP 500");
    await says(ana, "tell me about shop as usual", "alert at once");
    await passes(2 * minute);
    await sees(ana, "🔴 shop down");
  });

  it("is chosen on its card, where the pause after failures and the digest are as well", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees, presses } = world;
    await watched(world, "shop");
    const policy = async () => {
      const editing = await presses(ana, await says(ana, "/show shop", "#1"), "Edit", "shop");
      await ana.press(editing, "Policy");
      return sees(ana, "shop: which rule?");
    };
    const question = await policy();
    expect(question.buttons.flat()).toEqual([
      ...["Missed times", "Pause after failures", "What is told", "Leave out of digests"],
    ]);
    const what = await presses(ana, question, "What is told", "what shall I tell you of it?");
    expect(what.text).toContain("What is an escalation already is told until somebody answers");
    expect(what.buttons.flat()).toEqual(["Every time", "Only failures", "Changes and failures", "Nothing"]);
    await ana.press(what, "Changes and failures");
    await sees(ana, "🔔 tells changes, and when it is down or back");
    expect(await notifyOf(world)).toBe("change");
    const rest = await presses(ana, await policy(), "Pause after failures", "after how many failures in a row?");
    expect(rest.buttons.flat()).toEqual(["Never", "3", "5", "10"]);
    await ana.press(rest, "3");
    const paused = await sees(ana, "⏸ after 3 failures in a row");
    await ana.press(paused, "Undo");
    await sees(ana, "Back");
    expect((await world.store.actions.get(1))?.policies).toMatchObject({ notify: "change" });
    expect((await world.store.actions.get(1))?.policies.pauseAfter).toBeUndefined();
    await ana.press(await policy(), "Leave out of digests");
    await sees(ana, "🗞 left out of digests");
  });

  it("stays when the sentence that made it is edited, unless that says otherwise", async () => {
    const world = await watchfulWorld();
    const { ana, says, sees } = world;
    const said = ana.say("check http://127.0.0.1:9 every 2 min");
    await sees(ana, "🔴");
    await says(ana, "never tell me about #1", "🔕 tells nothing");
    ana.edit(said.id, "check http://127.0.0.1:9 every 5 min");
    expect((await sees(ana, "every 5 min")).text).toContain("🔕 tells nothing");
    ana.edit(said.id, "check http://127.0.0.1:9 every 5 min, tell me every time");
    await sees(ana, "🔔 tells each result");
  });

  it("is said when it is made, in German too; a reminder has no results to tell", async () => {
    const world = await watchfulWorld();
    const { ana, says } = world;
    await says(ana, "/language de", "Deutsch");
    const card = await says(ana, "prüfe http://127.0.0.1:9 alle 2 Minuten, melde nur bei Fehlern", "🔁");
    expect(card.text).toContain("🔔 meldet nur, dass es gestört ist und dass es wieder geht");
    expect((await says(ana, "melde #1 nicht mehr", "🔕")).text).toContain("meldet nichts; /history zeigt die Läufe");
    await says(ana, "Tabletten jeden Tag um 20:00", "Tabletten");
    await says(ana, "melde Tabletten nur bei Fehlern", "ist eine Erinnerung und tut nichts, als sich zu melden");
  });
});

describe("what a report tells", () => {
  async function ofDisk(): Promise<{ world: World; prints(text: string | null): void }> {
    const folder = mkdtempSync(join(tmpdir(), "belfry-told-"));
    const file = join(folder, "disk");
    const prints = (text: string | null) => (text === null ? rmSync(file) : writeFileSync(file, text));
    prints("/ 81%");
    const world = await watchfulWorld(`[reports]\nfolders = ["${folder}"]`);
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { ana, says, sees, presses } = world;
    await says(ana, `every 10 min send a report of file ${file}, only tell me when it fails`, "/ 81%");
    const card = await presses(ana, await sees(ana, "Shall I send it like that?"), "Looks right", "🔁");
    expect(card.text).toContain("🔔 sent only if something in it cannot be read; told if it cannot be made");
    return { world, prints };
  }

  it("is nothing while it succeeds, and the whole report where a part cannot be read", async () => {
    const { world, prints } = await ofDisk();
    const { ana, says, sees, passes, presses, restarts } = world;
    await passes(10 * minute);
    await restarts();
    await passes(10 * minute);
    expect(fresh(world)).toEqual([]);
    expect((await says(ana, "/history #1", "2 finished runs")).text).toContain("✅");
    prints(null);
    await passes(10 * minute);
    await sees(ana, "could not be read");
    // Whoever starts one by hand wants to see it.
    prints("/ 82%");
    await ana.press(await presses(ana, await says(ana, "/show #1", "#1"), "Edit", "every 10 min"), "Run now");
    await sees(ana, "/ 82%");
  });

  it("is only what is new, where changes are asked for", async () => {
    const { world, prints } = await ofDisk();
    const { ana, says, sees, passes } = world;
    await says(ana, "tell me only when #1 changes", "🔔 sent only if it says something new");
    await passes(10 * minute);
    await sees(ana, "/ 81%");
    await passes(10 * minute);
    expect(fresh(world)).toEqual([]);
    prints("/ 90%");
    await passes(10 * minute);
    await sees(ana, "/ 90%");
    await says(ana, "never tell me about #1", "🔕 not sent; /history has its runs");
    prints("/ 95%");
    await passes(10 * minute);
    expect(fresh(world)).toEqual([]);
  });
});

describe("the digest", () => {
  it("leaves out what shall not be in it until it is put back; its history is whole", async () => {
    const world = await watchfulWorld();
    const { ana, says, passes, restarts } = world;
    await watched(world, "shop");
    await watched(world, "heartbeat-ping");
    await passes(2 * minute);
    expect((await says(ana, "/digest", "Digest")).text).toContain("heartbeat-ping");
    const card = await says(ana, "leave heartbeat-ping out of the digest", "🗞 left out of digests");
    expect(card.buttons.flat()).toContain("Undo");
    await restarts();
    const digest = await says(ana, "/digest", "Digest");
    expect(digest.text).toContain("shop");
    expect(digest.text).not.toContain("heartbeat-ping");
    expect((await says(ana, "report of last 7 days", "Runs")).text).toContain("heartbeat-ping");
    await says(ana, "/history heartbeat-ping", "2 finished runs");
    const back = await says(ana, "put heartbeat-ping back into the digest", "heartbeat-ping");
    expect(back.text).not.toContain("🗞");
    expect((await says(ana, "/digest", "Digest")).text).toContain("heartbeat-ping");
  });

  it("does so from the sentence that makes something on, in German too", async () => {
    const world = await watchfulWorld();
    const { ana, says } = world;
    await says(ana, "pills every day at 20:00, not in the digest", "🗞 left out of digests");
    await says(ana, "/language de", "Deutsch");
    expect((await says(ana, "nimm Pills wieder in die Übersicht auf", "Pills")).text).not.toContain("🗞");
    await says(ana, "lass Pills aus der Übersicht", "🗞 nicht in Übersichten");
  });
});
