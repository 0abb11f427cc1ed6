import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Seen } from "../support/actor.ts";
import { createWorld, hour, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  expect(world.troubles).toEqual([]);
  await world.close();
});

const weekly = "every monday at 8 send a report of failed runs and uptime";
const agree = "Shall I send it like that?";

const isPhoto = ({ raw }: Seen) => "photo" in raw;
const hasFile = ({ raw }: Seen) => "document" in raw;

/** A reminder that rang and was done, and a minute later. */
async function teaIsDone(who: Actor): Promise<void> {
  await world.says(who, "tea in 4 min", "⏰ Tea");
  await world.passes(4 * minute);
  const ring = await world.sees(who, /^⏰ Tea$/);
  await world.presses(who, ring, "✅ Done", "✅ Tea");
  await world.passes(minute);
}

/** Says it, agrees to the preview, gives the card. */
async function agreed(who: Actor, sentence: string): Promise<Seen> {
  await world.says(who, sentence, "Runs:");
  const question = await world.sees(who, agree);
  return world.presses(who, question, "Looks right", "🔁");
}

describe("a sentence that asks for a report", () => {
  it("is answered with the report as it would be now, and nothing is stored", async () => {
    await teaIsDone(world.ana);
    const preview = await world.says(world.ana, weekly, "Failed runs and uptime");
    expect(preview.text).toContain("Tue 17 Nov 14:10 – Tue 24 Nov 14:10");
    expect(preview.text).toContain("Runs: 1 · Failed: 0");
    const photo = await world.sees(world.ana, isPhoto);
    expect(photo.text).toBe("Runs · Tea · 1 run · none failed");
    const question = await world.sees(world.ana, agree);
    expect(question.text).toContain("📊 Failed runs and uptime · every Mon 08:00");
    expect(question.buttons).toEqual([["Looks right", "Edit", "Cancel"]]);
    expect((await world.store.actions.list({})).map(({ kind }) => kind)).toEqual(["reminder"]);
    await world.presses(world.ana, question, "Cancel", "Cancelled.");
    expect((await world.store.actions.list({})).map(({ kind }) => kind)).toEqual(["reminder"]);
  });

  it("becomes an action with [Looks right], which comes at its times, also after a restart", async () => {
    await teaIsDone(world.ana);
    const card = await agreed(world.ana, weekly);
    expect(card.buttons).toEqual([["Edit", "Pause", "Undo"]]);
    await world.restarts();
    await world.until("2026-11-30T08:00");
    const first = await world.sees(world.ana, "Failed runs and uptime");
    expect(first.text).toContain("Tue 24 Nov 14:10 – Mon 30 Nov 08:00");
    await world.sees(world.ana, isPhoto);
    await world.until("2026-12-07T08:00");
    const second = await world.sees(world.ana, "Failed runs and uptime");
    expect(second.text).toContain("Mon 30 Nov 08:00 – Mon 7 Dec 08:00");
    expect(second.text).toContain("Nothing ran in this time.");
  });

  it("waits over a restart for its answer", async () => {
    await teaIsDone(world.ana);
    await world.says(world.ana, weekly, "Failed runs and uptime");
    const question = await world.sees(world.ana, agree);
    await world.restarts();
    await world.presses(world.ana, question, "Looks right", "🔁 Failed runs and uptime");
    await world.says(world.ana, "/undo", "Failed runs and uptime deleted");
  });

  it("is said anew after [Edit]", async () => {
    await teaIsDone(world.ana);
    await world.says(world.ana, weekly, "Failed runs and uptime");
    const question = await world.sees(world.ana, agree);
    await world.presses(world.ana, question, "Edit", "Say it anew");
    await world.says(world.ana, "weekly report sunday at 18", "Weekly report");
    const again = await world.sees(world.ana, agree);
    expect(again.text).toContain("every Sun 18:00");
    await world.presses(world.ana, again, "Looks right", "🔁 Weekly report");
  });

  it("is refused where it wants what no report can tell", async () => {
    const refusal = await world.says(
      world.ana,
      "every monday 8 send a report of failed runs and sales",
      "into a report",
    );
    expect(refusal.text).toContain("sales");
    expect(await world.store.actions.count({})).toBe(0);
  });

  it("is a reminder where it is about something of the person's own", async () => {
    await world.says(
      world.ana,
      "friday at 16:00 send a report of sales to Boris",
      "⏰ Send a report of sales to Boris",
    );
    await world.says(world.ana, "remind me to report how tea performed tomorrow at 9", "⏰ Report how tea performed");
  });
});

describe("a report", () => {
  it("tells after a week how one action performed since it was asked for", async () => {
    await teaIsDone(world.ana);
    await world.says(world.ana, "standup tomorrow at 9:25", "Standup");
    await world.says(world.ana, "report how standup performed after 1 week", "How standup performed");
    const question = await world.sees(world.ana, agree);
    await world.presses(world.ana, question, "Looks right", "⏰ How standup performed");
    await world.until("2026-11-25T09:25");
    const ring = await world.sees(world.ana, /^⏰ Standup$/);
    await world.presses(world.ana, ring, "✅ Done", "✅ Standup");
    await world.until("2026-12-01T14:10");
    const told = await world.sees(world.ana, "How standup performed\nTue 24 Nov 14:10 – Tue 1 Dec 14:10");
    expect(told.text).toContain("Runs: 1 · Failed: 0");
    expect(told.text).not.toContain("Tea");
    expect((await world.sees(world.ana, isPhoto)).text).toContain("Runs · Standup · 1 run");
  });

  it("asks which one is meant, and knows when there is none", async () => {
    await world.says(world.ana, "tea every day at 9", "Tea");
    await world.says(world.ana, "tea ceremony every sunday at 15:00", "Tea ceremony");
    const which = await world.says(world.ana, "report how te performed after 1 week", "Which one");
    await world.presses(world.ana, which, which.buttons.flat()[1] ?? "", agree);
    await world.says(world.ana, "report how rent performed after 1 week", "Nothing here is called");
  });

  it("of a label is about the actions that have it, then", async () => {
    for (const [sentence, name] of [
      ["tea in 4 min #kitchen", "Tea"],
      ["soup in 4 min", "Soup"],
    ] as const) {
      await world.says(world.ana, sentence, `⏰ ${name}`);
      await world.passes(4 * minute);
      const ring = await world.sees(world.ana, new RegExp(`^⏰ ${name}$`));
      await world.presses(world.ana, ring, "✅ Done", `✅ ${name}`);
    }
    await world.passes(minute);
    const told = await world.says(world.ana, "report of #kitchen", "#kitchen");
    expect(told.text).toContain("Runs: 1 · Failed: 0");
    expect(told.text).not.toContain("Soup");
    const other = await world.says(world.ana, "report of failed runs of #garden", "Failed runs of #garden");
    expect(other.text).toContain("Nothing ran in this time.");
  });

  it("of the last days comes at once and leaves nothing behind", async () => {
    await teaIsDone(world.ana);
    const told = await world.says(world.ana, "report of last 7 days now", "Report of last 7 days");
    expect(told.text).toContain("Tue 17 Nov 14:10 – Tue 24 Nov 14:10");
    await world.sees(world.ana, isPhoto);
    expect(await world.store.actions.count({})).toBe(1);
    expect(await world.store.questions.openFor(1001, 1001)).toEqual([]);
  });

  it("that is long is a summary with the whole as a file, then the pictures", async () => {
    await teaIsDone(world.ana);
    const { store } = world;
    const [tea] = await store.actions.list({});
    const [done] = tea ? await store.runs.finished(tea.id, 1) : [];
    if (!tea || !done) throw new Error("no tea");
    for (let i = 1; i <= 150; i++) {
      const row = { ...tea, id: await store.newId("action"), title: `A pot of tea, number ${i}` };
      await store.commit([{ do: "addAction", row }]);
      const run = { ...done, id: await store.newId("run"), action: row.id, key: `${row.id}` };
      await store.commit([{ do: "addRun", row: run }]);
    }
    const file = await world.says(world.ana, "report of last 7 days", hasFile);
    expect(file.text.split("\n").length).toBeLessThanOrEqual(8);
    expect(file.text).toContain("The whole report is in the file.");
    expect(file.raw.document).toMatchObject({ file_name: "report-of-last-7-days-2026-11-24.html" });
    await world.sees(world.ana, isPhoto);
  });

  it("that was missed comes once, for the newest time, and is about all of it", async () => {
    await teaIsDone(world.ana);
    await agreed(world.ana, "report of failed runs every 3 hours from 15:00");
    await world.stops();
    await world.clock.advance(20 * hour);
    await world.restarts();
    const away = await world.sees(world.ana, "I was away 20 h.");
    expect(away.text).toContain("Ran late: Failed runs (+6 missed)");
    const told = await world.sees(world.ana, "Tue 24 Nov 14:10 – Wed 25 Nov 09:00");
    expect(told.text).toContain("Failed runs");
    await world.sees(world.ana, isPhoto);
    await world.settles();
    expect(world.ana.unseen()).toEqual([]);
  });

  it("waits for the end of the quiet hours", async () => {
    await teaIsDone(world.ana);
    await world.says(world.ana, "quiet from 22 to 7", "🌙");
    await agreed(world.ana, "daily report at 6:00");
    await world.until("2026-11-25T06:30");
    expect(world.ana.unseen()).toEqual([]);
    await world.until("2026-11-25T07:00");
    const told = await world.sees(world.ana, "Daily report");
    expect(told.text).toContain("Wed 25 Nov 06:00");
  });

  it("that breaks off between two messages goes on where it was", async () => {
    await teaIsDone(world.ana);
    await agreed(world.ana, "daily report at 9");
    const body = { ok: false, error_code: 429, description: "Too Many Requests", parameters: { retry_after: 5 } };
    world.telegram.faults.script({ method: "sendPhoto", reply: { status: 429, body } });
    await world.until("2026-11-25T09:00");
    await world.sees(world.ana, "Daily report");
    await world.stops();
    await world.clock.advance(minute);
    await world.restarts();
    await world.sees(world.ana, isPhoto);
    await world.settles();
    expect(world.ana.unseen()).toEqual([]);
    expect(world.troubles.splice(0).map(({ message }) => message)).toEqual(["a delivery was not sent"]);
  });

  it("speaks the language of its chat", async () => {
    await teaIsDone(world.ana);
    await world.says(world.ana, "/language de", () => true);
    const told = await world.says(world.ana, "daily report at 9", "Läufe: 1");
    expect(told.text).toContain("Mo 23. Nov 14:10 – Di 24. Nov 14:10");
    expect((await world.sees(world.ana, isPhoto)).text).toBe("Läufe · Tea · 1 Lauf · keiner fehlgeschlagen");
    const question = await world.sees(world.ana, "Soll ich ihn so schicken?");
    expect(question.buttons).toEqual([["Passt so", "Ändern", "Abbrechen"]]);
  });

  it("of a group is about the group alone", async () => {
    const { group } = world.telegram;
    await teaIsDone(world.ana);
    await world.says(world.ana, "/allow", "This group may use me now", { chat: group });
    const told = await world.says(world.boris, "/add report of last 7 days", "Report of last 7 days", { chat: group });
    expect(told.text).toContain("Nothing ran in this time.");
    expect(told.text).not.toContain("Tea");
  });
});

describe("/status", () => {
  it("draws the runs of each day with [Graph]", async () => {
    await teaIsDone(world.ana);
    const status = await world.says(world.ana, "/status", "🟢");
    expect(status.buttons).toEqual([["All", "Graph"]]);
    await world.ana.press(status, "Graph");
    const picture = await world.sees(world.ana, isPhoto);
    expect(picture.text).toBe("Runs · Tea · 1 run · none failed");
    expect(world.ana.current(status)?.text).toBe(status.text);
  });
});
