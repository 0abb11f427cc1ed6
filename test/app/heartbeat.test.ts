import { expect, it, onTestFinished } from "vitest";
import { createHeartbeat } from "../../src/app/heartbeat.ts";
import { call } from "../../src/channels/http.ts";
import { type Answer, closedPort, startReceiver } from "../channels/receiver.ts";
import { escalation } from "../contracts/store-escalations.ts";
import { type Bench, bench, minute, start } from "./engine/bench.ts";

async function beating(script: Answer[] = []) {
  const receiver = await startReceiver(script);
  const b = await bench();
  const config = { url: receiver.url as string | null, health: [] as string[] };
  const heartbeat = createHeartbeat(b.belfry, {
    health: () => config.health,
    call: () => {
      const { url } = config;
      return url === null ? null : (signal) => call(url, signal);
    },
  });
  onTestFinished(async () => {
    await heartbeat.stop();
    await b.close();
    await receiver.close();
  });
  heartbeat.start();
  await heartbeat.idle();
  /** Lets minutes pass; returns how many calls came. */
  const passes = async (minutes: number) => {
    const before = receiver.received.length;
    for (let i = 0; i < minutes; i++) {
      await b.clock.advance(minute);
      await heartbeat.idle();
    }
    return receiver.received.length - before;
  };
  return { ...b, config, heartbeat, receiver, passes };
}

type Undone = [what: string, leave: (b: Bench) => Promise<() => Promise<void>>, why: string];

const undone: Undone[] = [
  [
    "nothing fires",
    async (b) => {
      // Nobody has started the engine: what is due stays due.
      const action = await b.add({ schedule: { type: "every", ms: minute, from: start }, nextAt: start + minute });
      return async () => {
        const hand = { id: action.id, expectNextAt: start + minute, nextAt: null };
        await b.store.actions.rehand([hand]);
      };
    },
    "nothing fires",
  ],
  [
    "what was said is not taken up",
    async (b) => {
      const [row] = await b.store.inbox.add([{ key: "1", lane: 1, update: {}, receivedAt: b.clock.now() }]);
      return () => b.store.inbox.finish(row?.id ?? 0, "done");
    },
    "what was said is not taken up",
  ],
  [
    "an escalation is not looked at",
    async ({ store }) => {
      await store.commit([{ do: "addEscalation", row: escalation(1, { nextStepAt: start + 3 * minute }) }]);
      const patch = { state: "resolved", nextStepAt: null, revision: 2 } as const;
      return async () => void (await store.commit([{ do: "setEscalation", id: 1, expectRevision: 1, patch }]));
    },
    "an escalation is not looked at",
  ],
];

it.each(undone)("stays away while %s, and is back afterwards", async (_, leave, why) => {
  const b = await beating();
  expect(b.receiver.received).toHaveLength(1);
  expect(await b.passes(2)).toBe(2);
  const end = await leave(b);
  expect(await b.passes(6)).toBeLessThanOrEqual(3);
  expect(await b.passes(5)).toBe(0);
  expect(b.logged.filter(({ message }) => message === "no heartbeat")).toEqual([
    { message: "no heartbeat", fields: { why } },
  ]);
  await end();
  expect(await b.passes(3)).toBe(3);
});

it("stays away while a part says that something is wrong", async () => {
  const b = await beating();
  b.config.health = ["Telegram cannot be reached"];
  expect(await b.passes(3)).toBe(0);
  b.config.health = [];
  expect(await b.passes(3)).toBe(3);
});

it("that is refused or reaches nobody is logged once and called again the next minute", async () => {
  const b = await beating([{ status: 404 }, { status: 404 }]);
  expect(await b.passes(2)).toBe(2);
  b.config.url = `http://127.0.0.1:${await closedPort()}/secret`;
  await b.passes(2);
  expect(b.logged.map(({ fields }) => fields)).toEqual([{ why: "HTTP 404" }, {}, { why: "ECONNREFUSED" }]);
});

it("calls nobody without an address, and one that is configured later", async () => {
  const b = await beating();
  const { url } = b.config;
  b.config.url = null;
  expect(await b.passes(3)).toBe(0);
  b.config.url = url;
  expect(await b.passes(1)).toBe(1);
});

it("that gets no answer ends with Belfry", async () => {
  const b = await beating();
  const hanging = await startReceiver(["hang"]);
  b.config.url = hanging.url;
  await b.clock.advance(minute);
  await expect.poll(() => hanging.received).toHaveLength(1);
  await b.heartbeat.stop();
  expect(b.clock.nextAlarm()).toBeNull();
  await hanging.close();
});
