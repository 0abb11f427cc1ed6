import { describe, expect, it } from "vitest";
import { watchfulWorld } from "../support/web-shop.ts";

const backup = '[commands.backup-db]\nargv = ["true"]\n';

describe("a command that is asked for and is not there", () => {
  it("is said to be none, with those there are and what an owner can do; it may be a reminder", async () => {
    const world = await watchfulWorld(backup);
    const { ana, says, presses, restarts } = world;
    const asked = await says(ana, "every 15 min run df-root, warn if over 85", "I know no command df-root.");
    expect(asked.text).toContain("There is: backup-db. An owner gives one its name in belfry.toml");
    expect(asked.text).toContain("in backticks: every 15 min run `df /`, warn if over 85");
    expect(asked.buttons).toEqual([["Remind me instead"]]);
    expect(await world.store.actions.list({})).toEqual([]);
    await restarts();
    const card = await presses(ana, asked, "Remind me instead", "🔁");
    expect(card.text).toContain("🔁 Run df-root, warn if over 85 · every 15 min");
    expect((await says(ana, "run every morning at 7", "🔁 Run")).text).toContain("07:00");
  });

  it("is one of those there are, but for a letter, if the person says so", async () => {
    const world = await watchfulWorld(backup);
    const { ana, says, presses } = world;
    const asked = await says(ana, "run backup-bd every hour, alert after 2 fails", "I know no command backup-bd.");
    expect(asked.text).toContain("Do you mean backup-db?");
    expect(asked.buttons).toEqual([["Run backup-db", "Remind me instead"]]);
    const card = await presses(ana, asked, "Run backup-db", "🔁 backup-db · every hour");
    expect(card.text).toContain("alert after 2 fails");
  });

  it("is said in German, in a preview, and where none has a name", async () => {
    const world = await watchfulWorld();
    const { ana, says } = world;
    expect((await says(ana, "/preview every 15 min run df-root", "I know no command df-root")).text).toContain(
      "No command has a name yet.",
    );
    await says(ana, "/language de", "Deutsch");
    const asked = await says(
      ana,
      "führe alle 15 Min df-root aus, warne wenn über 85",
      "Einen Befehl df-root kenne ich",
    );
    expect(asked.text).toContain("Noch hat kein Befehl einen Namen.");
    expect(asked.buttons).toEqual([["Nur erinnern"]]);
  });
});

describe("a command that has a check of its own", () => {
  it("is run now by its name; where there is none, it is asked how often", async () => {
    const world = await watchfulWorld(backup);
    const { ana, says } = world;
    await says(ana, "run backup-db", "how often?");
    await says(ana, "never mind", "Cancelled");
    await says(ana, "every hour run backup-db", "🔁 backup-db");
    await world.passes(1000);
    const card = await says(ana, "run backup-db", "▶️ backup-db started now");
    // What it says is what came of this run, not of the one before.
    expect(card.text).toContain("⏳ looking…");
    expect((await world.sees(ana, "🟢 exit 0")).id).toBe(card.id);
    await says(ana, "run backup-db, alert at once", "how often?");
    expect(await world.store.actions.count({})).toBe(1);
  });
});

describe("a command that is to run at 3", () => {
  it("is at 3 in the night in those words, too", async () => {
    const { ana, says } = await watchfulWorld(backup);
    await says(ana, "run backup-db every day at 3", "every day 15:00?");
    expect((await says(ana, "at night", "backup-db")).text).toContain("every day 03:00");
  });

  it("is asked about, since a machine may do it in the night; the sentence that is edited, too", async () => {
    const world = await watchfulWorld(backup);
    const { ana, says, sees, presses } = world;
    const asked = await says(ana, "run backup-db every day at 3", "backup-db: every day 03:00 or every day 15:00?");
    expect(asked.buttons).toEqual([["every day 03:00", "every day 15:00"], ["Remind me instead"]]);
    const card = await presses(ana, asked, "every day 03:00", "🔁 backup-db · every day 03:00");
    expect(card.buttons.flat()).toContain("Undo");
    const said = ana.say("run backup-db every day at 10");
    await sees(ana, "10:00");
    ana.edit(said.id, "run backup-db every day at 4, alert after 2 fails");
    const again = await sees(ana, "backup-db: every day 04:00 or every day 16:00?");
    await ana.press(again, "every day 04:00");
    expect((await sees(ana, "every day 04:00")).text).toContain("alert after 2 fails");
  });

  it.each([
    ["en", "move backup-db to 4", "backup-db: every Mon 04:00 or every Mon 16:00?", "at night", "every Mon 04:00"],
    ["de", "verschiebe backup-db auf 4", "jeden Mo 04:00 oder jeden Mo 16:00?", "nachts", "jeden Mo 04:00"],
  ])("is asked about when it is moved, and keeps its days (%s)", async (language, move, question, night, moved) => {
    const { ana, says } = await watchfulWorld(backup);
    await says(ana, "run backup-db every monday at 15:00", "🔁 backup-db");
    await says(ana, `/language ${language}`, /English|Deutsch/);
    await says(ana, move, question);
    expect((await says(ana, night, "✏️ backup-db")).text).toContain(`→ ${moved}`);
    // What a person does at 4 is done in the afternoon.
    await says(ana, "Lunch every monday at 9:00", "🔁 Lunch");
    await says(ana, move.replace("backup-db", "#2"), "16:00");
  });
});
