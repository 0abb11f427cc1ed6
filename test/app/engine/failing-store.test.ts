import { afterEach, describe, expect, it } from "vitest";
import type { Store } from "../../../src/core/store.ts";
import { type Bench, bench, hour, minute, onceAt, second, start } from "./bench.ts";
import { closed, delivery, notices, post } from "./post.ts";

let b: Bench;
afterEach(() => b.close());

/** A store whose writes fail while `broken` says so, as on a full disk. */
function faulty(broken: { now: boolean; writes: string[] }): (store: Store) => Store {
  const guard = <Args extends unknown[], Result>(name: string, write: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      if (broken.now && broken.writes.includes(name)) throw new Error("diskFull");
      return write(...args);
    };
  };
  return (store) => ({
    ...store,
    fire: guard("fire", store.fire),
    actions: { ...store.actions, nextAt: guard("look", store.actions.nextAt) },
    runs: { ...store.runs, claim: guard("claim", store.runs.claim), settle: guard("settle", store.runs.settle) },
    deliveries: {
      ...store.deliveries,
      claim: guard("send", store.deliveries.claim),
      update: guard("sent", store.deliveries.update),
    },
  });
}

describe("a store that cannot be written", () => {
  it.each(["fire", "claim", "settle", "send", "sent"])("at %s delays a ring and never repeats it", async (name) => {
    const broken = { now: true, writes: [name] };
    b = await bench({ wrap: faulty(broken) });
    await b.engine.start();
    const tea = await b.add({ schedule: onceAt(start + minute) });
    await b.travel(start + 5 * minute);
    broken.now = false;
    await b.travel(start + 5 * minute + second);
    expect(await b.runs(tea.id)).toMatchObject([{ state: "waiting", rings: 1 }]);
    expect(b.channel.sent).toHaveLength(1);
    await b.travel(start + hour);
    expect(b.channel.sent).toHaveLength(1);
    expect(b.logged.some(({ message }) => message.startsWith("a part of the engine failed"))).toBe(true);
  });

  it("after a chat turned out to be closed tells owners once all the same", async () => {
    const broken = { now: true, writes: ["sent"] };
    b = await bench({ wrap: faulty(broken) });
    await b.engine.start();
    const accept = b.channel.answer;
    b.channel.answer = (delivery) => (delivery.chat === 5 ? closed : accept(delivery));
    await post(b, { chat: 5 });
    await b.travel(start + 10 * second);
    broken.now = false;
    await b.travel(start + minute);
    expect(notices(b)).toEqual(["chatClosed"]);
  });

  it("for runs still lets messages out", async () => {
    const broken = { now: true, writes: ["fire", "claim", "settle"] };
    b = await bench({ wrap: faulty(broken) });
    await b.engine.start();
    await b.add({ schedule: onceAt(start + minute) });
    await b.travel(start + 2 * minute);
    const id = await post(b);
    await b.engine.idle();
    expect(await delivery(b, id)).toMatchObject({ state: "sent" });
  });
});

it("a store that could not be asked for the next instant is asked again a second later", async () => {
  const broken = { now: true, writes: ["look"] };
  b = await bench({ wrap: faulty(broken) });
  await b.engine.start();
  await b.add({ schedule: onceAt(start + minute) });
  await b.engine.idle();
  broken.now = false;
  // Nobody wakes it from here on.
  for (let seconds = 0; seconds < 65; seconds++) await b.clock.advance(second);
  expect(b.channel.sent).toMatchObject([{ at: start + minute }]);
});
