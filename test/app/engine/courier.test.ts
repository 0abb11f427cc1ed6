import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SendResult } from "../../../src/core/channel.ts";
import { ana, type Bench, bench, minute, second, start } from "./bench.ts";
import { delivery, lost, notices, ok, post, script, sent, throttled } from "./post.ts";

let b: Bench;
beforeEach(async () => {
  b = await bench();
  await b.engine.start();
});
afterEach(() => b.close());

describe("a chat's messages", () => {
  it("arrive in order, however some of them fare", async () => {
    script(b, throttled(5), ok, lost);
    for (let n = 0; n < 4; n++) await post(b);
    await b.travel(start + minute);
    expect(sent(b)).toEqual(
      ["1 0", "1 5", "2 5", "2! 35", "3 35", "4 36"].map((line) => expect.stringContaining(line.split(" ")[0] ?? "")),
    );
    expect(b.channel.sent.map(({ delivery }) => delivery.id)).toEqual([1, 1, 2, 2, 3, 4]);
  });

  it("come at the pace a chat allows", async () => {
    for (let n = 0; n < 10; n++) await post(b);
    await b.travel(start + minute);
    const times = b.channel.sent.map(({ at }) => at - start);
    expect(times.slice(0, 3)).toEqual([0, 0, 0]);
    expect(times.at(-1)).toBeGreaterThanOrEqual(7 * second);
    expect(times.at(-1)).toBeLessThan(8 * second);
  });

  it("of which one cannot be rendered lose only that one", async () => {
    const compose = b.channel.compose;
    b.channel.compose = (outgoing) => {
      if (outgoing.delivery.id === 1) throw new Error("no words");
      return compose(outgoing);
    };
    const [broken, good] = [await post(b), await post(b)];
    await b.engine.idle();
    expect([(await delivery(b, broken)).state, (await delivery(b, good)).state]).toEqual(["failed", "sent"]);
    expect(notices(b)).toEqual(["rejected"]);
  });
});

describe("three requests at most", () => {
  it("are under way at once, one per chat", async () => {
    const replies: (() => void)[] = [];
    b.channel.answer = () => new Promise((resolve) => replies.push(() => resolve(ok)));
    for (const chat of [1, 1, 2, 3, 4]) await post(b, { chat });
    await b.clock.advance(0);
    expect(b.channel.sent.map(({ delivery }) => delivery.chat)).toEqual([1, 2, 3]);
    replies.shift()?.();
    await b.clock.advance(0);
    expect(b.channel.sent.map(({ delivery }) => delivery.chat)).toHaveLength(4);
    for (let n = 0; n < 5; n++) {
      for (const reply of replies.splice(0)) reply();
      await b.clock.advance(0);
    }
    expect(b.channel.sent).toHaveLength(5);
  });
});

describe("a long text", () => {
  it("is sent part by part, and after a crash goes on with the part that is missing, marked", async () => {
    b.channel.parts = 3;
    let count = 0;
    const accept = b.channel.answer;
    b.channel.answer = (delivery) => (++count === 2 ? new Promise(() => {}) : accept(delivery));
    const id = await post(b);
    await b.clock.advance(0);
    await b.crash();
    await b.restart();
    await b.travel(start + minute);
    expect(b.channel.sent.map(({ part, repeat }) => `${part}${repeat ? "!" : ""}`)).toEqual(["0", "1", "1!", "2"]);
    const { parts, messageId } = await delivery(b, id);
    expect(parts).toHaveLength(3);
    expect(messageId).toBe(parts[2]);
  });
});

describe("edits", () => {
  it("go to the message they change", async () => {
    const id = await post(b);
    await b.engine.idle();
    const edit = await post(b, { operation: "edit", edits: id });
    await b.travel(start + minute);
    expect(await delivery(b, edit)).toMatchObject({ state: "sent", messageId: null });
    expect(
      await b.store.deliveries.byMessage({ chat: ana, message: (await delivery(b, id)).messageId ?? 0 }),
    ).toMatchObject({
      id,
    });
  });

  it("of what never arrived are dropped", async () => {
    script(b, { result: "refused", reason: "rejected", detail: "no" });
    const id = await post(b);
    const edit = await post(b, { operation: "edit", edits: id });
    await b.travel(start + minute);
    expect(await delivery(b, id)).toMatchObject({ state: "failed", error: "no" });
    expect(await delivery(b, edit)).toMatchObject({ state: "dropped" });
  });
});

it("a message that was being sent when the process died is sent again, marked; chatter is not", async () => {
  b.channel.answer = () => new Promise(() => {});
  await post(b);
  const chatter = await post(b, { chat: 2, must: false });
  await b.clock.advance(0);
  await b.crash();
  b.channel.answer = () => ok;
  await b.restart();
  expect(sent(b)).toEqual(["1 0", "2 0", "1! 0"]);
  expect(await delivery(b, chatter)).toMatchObject({ state: "dropped", uncertain: 1 });
});

it("stopping waits for the reply that is under way", async () => {
  let reply = (_: SendResult) => {};
  b.channel.answer = () => new Promise((resolve) => (reply = resolve));
  const id = await post(b);
  await post(b, { chat: 9 });
  await b.clock.advance(0);
  const stopped = b.engine.stop(10 * second);
  await b.clock.advance(second);
  reply(ok);
  await b.clock.advance(20 * second);
  await stopped;
  expect(["sent", "sending"]).toContain((await delivery(b, id)).state);
});
