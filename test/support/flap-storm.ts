/** Checks of one web server that all go to and fro together, on a clock moved by hand: how much reaches their chat. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fill } from "../../bench/parts.ts";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { createWorld } from "./world.ts";

const second = 1_000;
const period = 10 * second;
const ana = 1001;

export interface Storm {
  /** What the server was asked. */
  looks: number;
  /** First lines of what came to the chat and when, without edits. */
  messages: { at: number; text: string }[];
  /** The most of them within any minute. */
  worst: number;
  warnings: string[];
}

/** `rounds` times the server is turned over, then it stays good for `calm` rounds. */
export async function flapStorm(checks: number, rounds: number, calm: number): Promise<Storm> {
  const seen = { status: 200, looks: 0 };
  const server = createServer((_, response) => {
    seen.looks += 1;
    response.writeHead(seen.status).end();
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const read = readBelfryToml('[network]\nallow = ["127.0.0.0/8"]\n', { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const world = await createWorld({ file: read.file });
  try {
    const from = world.clock.now() + period;
    await fill(world.store, checks, (n) => ({
      ...{ title: `Check ${n}`, kind: "check", owner: ana, chat: ana, nextAt: from },
      spec: { probe: { type: "http", url: `http://127.0.0.1:${port}/${n}` }, alertAfter: 1, recoverAfter: 1 },
      schedule: { type: "every", ms: period, from },
      policies: { misfire: "once", misfireWindowMs: period, overlap: "skip", attempts: 1 },
    }));
    // Whoever has never spoken to it cannot be written to.
    await world.says(world.ana, "hi", /./);
    await world.settles();
    const before = world.telegram.sent().length;
    world.running.belfry.wake();
    for (let round = 0; round < rounds + calm; round++) {
      seen.status = round < rounds && round % 2 === 0 ? 502 : 200;
      await world.passes(period);
    }
    const messages = world.telegram
      .sent()
      .slice(before)
      .filter(({ chat, method }) => chat === ana && method === "sendMessage")
      .map(({ at, text = "" }) => ({ at, text: text.split("\n")[0] ?? "" }));
    const within = (end: number) => messages.filter(({ at }) => at <= end && at > end - 60 * second).length;
    const worst = Math.max(0, ...messages.map(({ at }) => within(at)));
    return { looks: seen.looks, messages, worst, warnings: world.troubles.map(({ message }) => message) };
  } finally {
    await world.close();
    server.closeAllConnections();
    server.close();
  }
}
