import { afterEach, expect, it } from "vitest";
import { type Bench, bench, minute, onceAt, start } from "./bench.ts";

let b: Bench;
afterEach(() => b.close());

it("rings a one-shot at its time, once", async () => {
  b = await bench();
  await b.engine.start();
  const tea = await b.add({ schedule: onceAt(start + 4 * minute) });
  await b.travel(start + 4 * minute - 1);
  expect(b.channel.sent).toHaveLength(0);
  await b.travel(start + 4 * minute);
  expect(b.channel.sent).toMatchObject([
    { at: start + 4 * minute, delivery: { payload: { view: "ring", ring: 1, lateMs: 0 } } },
  ]);
  expect(await b.runs(tea.id)).toMatchObject([
    { state: "waiting", note: "expire", rings: 1, startedAt: start + 4 * minute },
  ]);
});
