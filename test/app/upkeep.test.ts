import { expect, it } from "vitest";
import { createUpkeep } from "../../src/app/upkeep/upkeep.ts";
import { bench, second } from "./engine/bench.ts";

it("the night's work stops when it is told to before it has started", async () => {
  const b = await bench();
  await createUpkeep(b.belfry).stop(second);
  expect(b.clock.nextAlarm()).toBeNull();
  await b.close();
});
