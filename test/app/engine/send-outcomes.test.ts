import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SendResult } from "../../../src/core/channel.ts";
import { type Bench, bench, day, hour, minute, onceAt, second, start } from "./bench.ts";
import { closed, delivery, lost, notices, offline, post, script, sent, throttled } from "./post.ts";

let b: Bench;
beforeEach(async () => {
  b = await bench();
  await b.engine.start();
});
afterEach(() => b.close());

describe("a server that asks to wait", () => {
  it("is obeyed to the second by that chat, while others flow", async () => {
    script(b, throttled(3_600));
    await post(b, { chat: 1 });
    for (let n = 0; n < 5; n++) await post(b, { chat: 2 });
    await b.travel(start + hour - 1);
    expect(b.channel.sent.map(({ delivery }) => delivery.chat)).toEqual([1, 2, 2, 2, 2, 2]);
    await b.travel(start + hour);
    expect(b.channel.sent.at(-1)).toMatchObject({ at: start + hour, delivery: { chat: 1 } });
  });

  it("again and again gets no call before its wait is over, and everything in the end", async () => {
    const until = new Map<number, number>();
    const seed = { value: 7 };
    let early = 0;
    const accept = b.channel.answer;
    b.channel.answer = (delivery) => {
      if (b.clock.now() < (until.get(delivery.chat) ?? 0)) early += 1;
      if (b.clock.now() > start + 5 * minute) return accept(delivery);
      seed.value = (seed.value * 1_103_515_245 + 12_345) % 2 ** 31;
      const seconds = 1 + (seed.value % 30);
      until.set(delivery.chat, b.clock.now() + seconds * second);
      return throttled(seconds);
    };
    for (let n = 0; n < 100; n++) await post(b, { chat: 1 + (n % 20) });
    await b.travel(start + 12 * minute);
    expect(early).toBe(0);
    expect(await b.store.deliveries.waiting()).toBe(0);
    const perChat = new Map<number, number>();
    for (const { delivery, result } of b.channel.sent) {
      if (result.result !== "sent") continue;
      expect(delivery.id).toBeGreaterThan(perChat.get(delivery.chat) ?? 0);
      perChat.set(delivery.chat, delivery.id);
    }
  });

  it("is still obeyed after a restart", async () => {
    script(b, throttled(600));
    await post(b);
    await b.engine.idle();
    await b.away(minute);
    await b.travel(start + 10 * minute - 1);
    expect(sent(b)).toHaveLength(1);
    await b.travel(start + 10 * minute);
    expect(sent(b)).toHaveLength(2);
  });
});

describe("a reply that never came", () => {
  it("is followed by one marked copy", async () => {
    script(b, lost);
    const id = await post(b);
    await b.travel(start + hour);
    expect(sent(b)).toEqual(["1 0", "1! 30"]);
    expect(await delivery(b, id)).toMatchObject({ state: "sent", uncertain: 1 });
  });

  it("to chatter is left at that", async () => {
    script(b, lost);
    const id = await post(b, { must: false });
    await b.travel(start + hour);
    expect(sent(b)).toEqual(["1 0"]);
    expect(await delivery(b, id)).toMatchObject({ state: "dropped", uncertain: 1 });
  });

  it("eight times over is given up, and the owner is told elsewhere", async () => {
    const accept = b.channel.answer;
    b.channel.answer = (delivery) => (delivery.chat === 5 ? lost : accept(delivery));
    const id = await post(b, { chat: 5 });
    await b.travel(start + day);
    expect(await delivery(b, id)).toMatchObject({ state: "failed", uncertain: 8 });
    expect(b.channel.sent.filter(({ delivery }) => delivery.id === id)).toHaveLength(8);
    expect(notices(b)).toEqual(["undelivered"]);
  });
});

it("a server that is away for ten minutes gets everything once when it is back", async () => {
  const accept = b.channel.answer;
  b.channel.answer = (delivery) => (b.clock.now() < start + 10 * minute ? offline : accept(delivery));
  for (let chat = 1; chat <= 50; chat++) await post(b, { chat });
  await b.travel(start + 10 * minute - 1);
  expect(b.channel.sent.length).toBeLessThan(20);
  await b.travel(start + 12 * minute);
  const arrived = b.channel.sent.filter(({ result }) => result.result === "sent").map(({ delivery }) => delivery.chat);
  expect(arrived.sort((a, c) => a - c)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  expect(b.channel.sent.some(({ repeat }) => repeat)).toBe(false);
});

it("a ring that is refused for good is told to its owner, once and in the same chat", async () => {
  const no: SendResult = { result: "refused", reason: "rejected", detail: "Bad Request: something new" };
  const accept = b.channel.answer;
  b.channel.answer = (delivery) => (delivery.payload.view === "ring" ? no : accept(delivery));
  await b.add({ schedule: onceAt(start + minute) });
  await b.travel(start + hour);
  expect(notices(b)).toEqual(["rejected"]);
  expect(b.channel.sent.at(-1)?.delivery.payload).toMatchObject({ args: { detail: "Bad Request: something new" } });
});

describe("a chat that is closed", () => {
  it("is called once and rests; its owner is told once; it goes on when it opens", async () => {
    const accept = b.channel.answer;
    b.channel.answer = (delivery) => (delivery.chat === 5 ? closed : accept(delivery));
    for (let n = 0; n < 3; n++) await post(b, { chat: 5 });
    await b.travel(start + day);
    expect(b.channel.sent.filter(({ delivery }) => delivery.chat === 5)).toHaveLength(1);
    expect(notices(b)).toEqual(["chatClosed"]);
    b.channel.answer = accept;
    await b.store.commit([{ do: "putChat", id: 5, patch: { blockedAt: null } }]);
    b.engine.wake();
    await b.travel(start + day + minute);
    expect(
      b.channel.sent.filter(({ delivery, result }) => delivery.chat === 5 && result.result === "sent"),
    ).toHaveLength(3);
  });

  it("and seems to open whenever somebody speaks there is told once", async () => {
    const accept = b.channel.answer;
    b.channel.answer = (delivery) => (delivery.chat === 5 ? closed : accept(delivery));
    await post(b, { chat: 5 });
    for (let n = 1; n <= 3; n++) {
      await b.travel(start + n * minute);
      await b.store.commit([{ do: "putChat", id: 5, patch: { blockedAt: null } }]);
      b.engine.wake();
      await b.engine.idle();
    }
    expect(notices(b)).toEqual(["chatClosed"]);
  });

  it("keeps of a series the newest ring only, however long it is closed", async () => {
    const accept = b.channel.answer;
    b.channel.answer = (delivery) => (delivery.chat === 5 ? closed : accept(delivery));
    await b.add({ chat: 5, schedule: { type: "every", ms: minute, from: start + minute } });
    await b.travel(start + hour);
    expect(await b.store.deliveries.waiting()).toBe(1);
  });

  it("that is the only owner's own is told to nobody", async () => {
    script(b, closed);
    await post(b);
    await b.travel(start + day);
    expect(notices(b)).toEqual([]);
  });
});

it("a group with a new number gets everything there, in order", async () => {
  const accept = b.channel.answer;
  b.channel.answer = (delivery) => (delivery.chat === -5 ? { result: "migrated", chat: -1005 } : accept(delivery));
  const action = await b.add({ chat: -5, schedule: { type: "every", ms: hour, from: start + hour } });
  for (let n = 0; n < 3; n++) await post(b, { chat: -5 });
  await b.travel(start + hour);
  expect(b.channel.sent.map(({ delivery: { chat, id } }) => [chat, id])).toEqual([
    [-5, 1],
    [-1005, 1],
    [-1005, 2],
    [-1005, 3],
    [-1005, 4],
  ]);
  expect((await b.store.actions.get(action.id))?.chat).toBe(-1005);
});

it("a token that is refused stops sending, which is tried again every five minutes", async () => {
  const accept = b.channel.answer;
  const refused: SendResult = { result: "refused", reason: "unauthorized", detail: "Unauthorized" };
  b.channel.answer = (delivery) => (b.clock.now() < start + 12 * minute ? refused : accept(delivery));
  for (let chat = 1; chat <= 10; chat++) await post(b, { chat });
  await b.travel(start + 11 * minute);
  expect(b.engine.refused()).toBe(true);
  // The three that were under way together hear it, then one at a time.
  expect(b.channel.sent.length).toBeLessThanOrEqual(5);
  await b.travel(start + 16 * minute);
  expect(b.engine.refused()).toBe(false);
  expect(await b.store.deliveries.waiting()).toBe(0);
});
