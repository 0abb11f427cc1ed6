import { expect, it } from "vitest";
import { bench, minute, onceAt, start } from "./bench.ts";
import { quick } from "./kinds.ts";

it("ten thousand actions of one second run once each", async () => {
  const seen = new Map<number, number>();
  const kind = quick(({ action }) => {
    seen.set(action.id, (seen.get(action.id) ?? 0) + 1);
    return { result: "success" };
  });
  const b = await bench({ kinds: [kind] });
  try {
    await b.engine.start();
    const like = await b.add({ kind: "quick", schedule: onceAt(start + minute) });
    const rows = [];
    for (let n = 1; n < 10_000; n++) rows.push({ ...like, id: await b.store.newId("action") });
    await b.store.commit(rows.map((row) => ({ do: "addAction" as const, row })));
    await b.travel(start + minute);
    expect(seen.size).toBe(10_000);
    expect([...seen.values()].every((count) => count === 1)).toBe(true);
    expect(await b.store.runs.since(start)).toEqual({ runs: 10_000, failed: 0 });
  } finally {
    await b.close();
  }
});

it("a thousand reminders of one minute for one person come as fifty messages, none lost", async () => {
  const b = await bench();
  try {
    await b.engine.start();
    const like = await b.add({ schedule: onceAt(start + minute) });
    const rows = [];
    for (let n = 1; n < 1_000; n++) rows.push({ ...like, id: await b.store.newId("action") });
    await b.store.commit(rows.map((row) => ({ do: "addAction" as const, row })));
    await b.travel(start + 3 * minute);
    const rung = b.channel.sent.flatMap(({ delivery: { payload } }) =>
      payload.view === "ringDigest" ? payload.items : [],
    );
    expect(new Set(rung.map(({ action }) => action)).size).toBe(1_000);
    expect(b.channel.sent).toHaveLength(50);
  } finally {
    await b.close();
  }
});
