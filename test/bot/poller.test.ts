import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyOf, laneOf } from "../../src/bot/update-facts.ts";
import { listening, textOf, until } from "./listening.ts";

let setup: Awaited<ReturnType<typeof listening>>;
beforeEach(async () => {
  setup = await listening();
});
afterEach(() => setup.close());

describe("the poller", () => {
  it("stores what comes, in order, with the chat it came from", async () => {
    const { telegram, poll, rows } = setup;
    telegram.ana.say("one");
    telegram.boris.say("two");
    poll();
    expect((await rows(2)).map((row) => [textOf(row), row.lane])).toEqual([
      ["one", 1001],
      ["two", 1002],
    ]);
  });

  it("tells Telegram that an update has come only after it is stored", async () => {
    const { telegram, poll, rows, store, clock } = setup;
    const broken = { tries: 0 };
    const failing = {
      ...store,
      inbox: {
        ...store.inbox,
        add: () => {
          broken.tries += 1;
          return Promise.reject(new Error("disk full"));
        },
      },
    };
    telegram.ana.say("precious");
    const poller = poll({ store: failing });
    await until(clock, () => broken.tries === 3);
    await poller.stop();
    expect(telegram.faults.calls.filter(({ values }) => values.offset !== undefined)).toEqual([]);
    poll();
    expect((await rows(1)).map(textOf)).toEqual(["precious"]);
  });

  it("hears updates that are numbered anew below the ones before", async () => {
    const { telegram, poll, rows } = setup;
    const update = (update_id: number, date: number) => ({
      update_id,
      message: { message_id: update_id, date, chat: { id: 7 }, text: `at ${date}` },
    });
    poll();
    telegram.pushUpdate(update(900_000_000, 1));
    await rows(1);
    telegram.pushUpdate(update(5, 2));
    expect((await rows(2)).map(textOf)).toEqual(["at 1", "at 2"]);
  });

  it("goes on when the server is away and comes back", async () => {
    const { telegram, poll, rows, clock } = setup;
    await telegram.shut();
    const poller = poll();
    await until(clock, () => poller.trouble() === "Telegram cannot be reached");
    await telegram.open();
    telegram.ana.say("hello");
    const stored = { rows: null as unknown[] | null };
    void rows(1).then((found) => {
      stored.rows = found;
    });
    await until(clock, () => stored.rows !== null);
    await until(clock, () => poller.trouble() === null);
  });

  it("leaves a connection that hangs", async () => {
    const { telegram, poll, rows, clock } = setup;
    const fault = telegram.faults.script({ method: "getUpdates", reply: "hang" });
    const poller = poll({ timeoutMs: 100 });
    await fault.hit;
    await until(clock, () => poller.trouble() !== null);
    telegram.ana.say("hello");
    const stored = { rows: null as unknown[] | null };
    void rows(1).then((found) => {
      stored.rows = found;
    });
    await until(clock, () => stored.rows !== null);
  });

  it("stays up with a token that is refused, and looks again each minute", async () => {
    const { telegram, poll, clock } = setup;
    telegram.faults.script({ method: "getUpdates", reply: "401", times: 3 });
    const start = clock.now();
    const poller = poll();
    await until(clock, () => poller.trouble() === "Telegram refuses the token");
    await until(clock, () => telegram.faults.calls.length >= 4);
    expect(clock.now() - start).toBe(180_000);
  });

  it("backs off from another poller, and gives up after ten minutes", async () => {
    const { telegram, poll, clock, taken } = setup;
    telegram.faults.script({ method: "getUpdates", reply: "409", times: 1000 });
    const waits: number[] = [];
    const poller = poll();
    let last = clock.now();
    await until(clock, () => {
      if (clock.now() !== last) waits.push(clock.now() - last);
      last = clock.now();
      return taken.times > 0;
    });
    expect(waits.slice(0, 5)).toEqual([5000, 10_000, 20_000, 40_000, 60_000]);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(600_000);
    expect(poller.trouble()).toBe("another process fetches this bot's updates");
  });
});

describe("an update's key", () => {
  it("is more than its number, which may come again", () => {
    const message = (date: number) => ({ update_id: 5, message: { date, chat: { id: 1 } } });
    expect(keyOf(1, message(10))).not.toBe(keyOf(1, message(20)));
    expect(keyOf(1, message(10))).not.toBe(keyOf(2, message(10)));
    expect(keyOf(1, message(10))).toBe(keyOf(1, message(10)));
  });
  it("and its lane can be told of anything", () => {
    for (const update of [null, 5, "x", [], { message: { chat: { id: "x" } } }, { callback_query: {} }]) {
      expect(laneOf(update)).toBe(0);
      expect(typeof keyOf(1, update)).toBe("string");
    }
    expect(laneOf({ callback_query: { from: { id: 9 } } })).toBe(9);
  });
});
