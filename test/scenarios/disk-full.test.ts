import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { fillDisk, mountable, mountTmpfs } from "../store/others.ts";
import { createWorld, minute } from "../support/world.ts";

it.skipIf(!mountable)(
  "a full disk is said, loses nothing that was accepted, and is over when space is freed",
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "belfry-full-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    mountTmpfs(dataDir, "size=96m");
    const world = await createWorld({ dataDir });
    await world.says(world.ana, "tea in 4 min", "⏰ Tea");
    const filler = join(dataDir, "filler");
    fillDisk(filler);
    await world.says(world.ana, "coffee in 5 min", "My disk is nearly full, so I take nothing new.");
    expect((await world.store.actions.list({})).map(({ title }) => title)).toEqual(["Tea"]);
    await world.passes(4 * minute);
    await world.sees(world.ana, /^⏰ Tea$/);

    rmSync(filler);
    await world.says(world.ana, "coffee in 5 min", "⏰ Coffee");
    await world.restarts();
    await world.passes(5 * minute);
    await world.sees(world.ana, /^⏰ Coffee$/);
    await world.close();
  },
);
