import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

async function made(): Promise<World & { file: string; sentence: string; lines(): number }> {
  const world = await createWorld();
  const file = join(tmpdir(), `belfry-approval-${process.pid}-${Math.random()}`);
  onTestFinished(async () => {
    await world.close();
    rmSync(file, { force: true });
  });
  const lines = () => (existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0);
  const sentence = `every 15 min run \`sh -c "echo ran >> ${file}; echo 91" $(id)\`, warn if over 85`;
  return Object.assign(world, { file, sentence, lines });
}

const buttons = [["Test once", "Approve always"], ["Deny"]];

describe("a command that is proposed in chat", () => {
  it("does nothing until an owner approves it, also after a restart", async () => {
    const world = await made();
    const { ana, says, sees, presses } = world;
    const asked = await says(ana, world.sentence, "This runs");
    expect(asked.text).toMatch(/This runs sh -c ".* as user \S+, 30 s limit, no shell\./);
    expect(asked.buttons).toEqual(buttons);
    await world.passes(30 * minute);
    await world.restarts();
    expect((await says(ana, "resume #1", "This runs")).buttons).toEqual(buttons);
    expect(world.lines()).toBe(0);
    await presses(ana, asked, "Approve always", "🔁 sh");
    expect((await sees(ana, "🔴")).text).toContain("value 91");
    await world.passes(15 * minute);
    expect(world.lines()).toBe(2);
    await world.restarts();
    await world.passes(15 * minute);
    expect(world.lines()).toBe(3);
  });

  it("is tried once and goes on waiting", async () => {
    const world = await made();
    const { ana, says, sees, presses } = world;
    const asked = await says(ana, world.sentence, "This runs");
    await presses(ana, asked, "Test once", "looking");
    const tried = await sees(ana, "value 91");
    expect(tried.id).toBe(asked.id);
    expect(tried.buttons).toEqual(buttons);
    await world.passes(30 * minute);
    expect(world.lines()).toBe(1);
    await presses(ana, tried, "Deny", "🗑");
    await world.passes(30 * minute);
    expect(world.lines()).toBe(1);
  });

  it("by a member is shown to the owners, and only their press counts", async () => {
    const world = await made();
    const { ana, boris, says, sees, presses } = world;
    await says(ana, "/help", "/list");
    const his = await says(boris, world.sentence, "This runs");
    const asked = await sees(ana, "This runs");
    // Nothing is offered that he may not do, and forging it does not help.
    expect(his.buttons).toEqual([["Delete"]]);
    for (const press of ["approve:1:1", "tryout:1:1"])
      expect((await boris.forge(his, press)).text).toContain("You may not do that here");
    await world.passes(30 * minute);
    expect(world.lines()).toBe(0);
    await presses(ana, asked, "Approve always", "🔁 sh");
    await world.passes(15 * minute);
    expect(world.lines()).toBe(2);
  });

  it("by a member is decided with a name and a time on the member's card", async () => {
    const world = await made();
    const { ana, boris, says, sees, presses, passes } = world;
    await says(ana, "/help", "/list");
    const his = await says(boris, world.sentence, "This runs");
    await passes(3 * minute);
    await presses(ana, await sees(ana, "This runs"), "Approve always", "✅ Ana approved it 14:08");
    const seen = await sees(boris, "value 91");
    expect(seen).toMatchObject({ id: his.id, text: expect.stringContaining("\n✅ Ana approved it 14:08") });
    await says(boris, "/language de", "Deutsch");
    const other = await says(boris, world.sentence.replace("echo ran", "echo other"), "Das startet");
    await presses(ana, await sees(ana, "This runs"), "Deny", "✋ Ana denied it 14:08");
    expect(await sees(boris, "✋ Ana hat es 14:08 abgelehnt")).toMatchObject({ id: other.id, buttons: [] });
    // What is one's own needs nobody's name.
    const own = await says(ana, world.sentence.replace("echo ran", "echo mine"), "This runs");
    expect((await presses(ana, own, "Deny", "🗑")).text).not.toContain("denied");
  });

  it("that is taken back before an owner presses is gone for the owner, too, and runs never", async () => {
    const world = await made();
    const { ana, boris, says, sees } = world;
    await says(ana, "/help", "/list");
    await says(boris, world.sentence, "This runs");
    const asked = await sees(ana, "This runs");
    await says(boris, "/undo", "deleted");
    const gone = await sees(ana, "deleted");
    expect(gone).toMatchObject({ id: asked.id, buttons: [] });
    expect((await ana.forge(asked, "approve:1:1")).text).toBe("sh is deleted.");
    expect((await ana.forge(asked, "tryout:1:1")).text).toBe("sh is deleted.");
    await world.passes(30 * minute);
    await world.restarts();
    await world.passes(30 * minute);
    expect(world.lines()).toBe(0);
    expect(await world.store.approvals.of(1)).toBeNull();
  });

  it("that is deleted and comes back is asked about again", async () => {
    const world = await made();
    const { ana, boris, says, sees, presses } = world;
    await says(ana, "/help", "/list");
    await says(boris, world.sentence, "This runs");
    await sees(ana, "This runs");
    await says(boris, "delete #1", "deleted");
    await sees(ana, "deleted");
    expect((await says(boris, "/undo", "This runs")).buttons).toEqual([["Delete"]]);
    const again = await sees(ana, "This runs");
    expect(again.buttons).toEqual(buttons);
    await world.passes(30 * minute);
    expect(world.lines()).toBe(0);
    await presses(ana, again, "Approve always", "🔁 sh");
    await world.passes(15 * minute);
    expect(world.lines()).toBe(2);
  });

  it("waits again when the approval is taken back, and resuming does not let it run", async () => {
    const world = await made();
    const { ana, says, sees, presses } = world;
    const asked = await says(ana, world.sentence, "This runs");
    await presses(ana, asked, "Approve always", "🔁 sh");
    const approved = await sees(ana, "value 91");
    expect(world.lines()).toBe(1);
    const again = await presses(ana, approved, "Undo", "This runs");
    expect(again).toMatchObject({ id: asked.id, buttons });
    expect(await world.store.approvals.of(1)).toBeNull();
    expect((await says(ana, "resume #1", "This runs")).buttons).toEqual(buttons);
    await world.passes(30 * minute);
    await world.restarts();
    await world.passes(30 * minute);
    expect(world.lines()).toBe(1);
    await presses(ana, asked, "Approve always", "🔁 sh");
    await world.passes(15 * minute);
    expect(world.lines()).toBe(3);
  });

  it("is asked about anew when it has become another one", async () => {
    const world = await made();
    const { ana, sees, presses } = world;
    const said = ana.say(world.sentence);
    const asked = await sees(ana, "This runs");
    await presses(ana, asked, "Approve always", "🔁 sh");
    await sees(ana, "value 91");
    ana.edit(said.id, world.sentence.replace("echo ran", "echo other"));
    expect((await sees(ana, "This runs")).buttons).toEqual(buttons);
    await world.passes(30 * minute);
    expect(world.lines()).toBe(1);
  });
});
