import { expect, it, onTestFinished } from "vitest";
import { createWorld, minute } from "../support/world.ts";

it("a report goes on where the last one ended, whatever kept others from coming meanwhile", async () => {
  const world = await createWorld();
  onTestFinished(() => world.close());
  const { ana, says, sees, presses, store } = world;
  await says(ana, "tea in 4 min", "⏰ Tea");
  await world.passes(4 * minute);
  await presses(ana, await sees(ana, /^⏰ Tea$/), "✅ Done", "✅ Tea");
  await world.passes(minute);
  await says(ana, "daily report at 9", "Runs:");
  await presses(ana, await sees(ana, "Shall I send it like that?"), "Looks right", "🔁");
  await world.until("2026-11-25T09:00");
  await sees(ana, "Tue 24 Nov 14:10 – Wed 25 Nov 09:00");
  const report = (await store.actions.list({})).find(({ kind }) => kind === "report");
  const dueAt = world.clock.now();
  const skipped = { state: "settled", outcome: "skipped", reason: "condition", endedAt: dueAt } as const;
  for (let i = 0; i < 60; i++) {
    const row = { key: `refused ${i}`, action: report?.id ?? 0, slot: null, lead: 0, dueAt, ...skipped };
    await store.commit([{ do: "addRun", row: { ...row, trigger: "event" } }]);
  }
  await world.until("2026-11-26T09:00");
  expect((await sees(ana, "Thu 26 Nov 09:00")).text).toContain("Wed 25 Nov 09:00 – Thu 26 Nov 09:00");
});
