import { describe, expect, it } from "vitest";
import { judge, type Sent } from "../../../src/app/engine/verdict.ts";
import type { SendResult } from "../../../src/core/channel.ts";
import type { Delivery } from "../../../src/core/delivery.ts";
import { hour, minute, second, start } from "./bench.ts";

function sent(patch: Partial<Delivery> = {}, more: Partial<Sent> = {}): Sent {
  const delivery: Delivery = {
    ...{
      id: 1,
      dedupeKey: "k",
      channel: "telegram",
      address: null,
      escalation: null,
      instead: null,
      chat: 5,
      thread: null,
      operation: "send",
      edits: null,
      editsMessage: null,
      replyTo: null,
    },
    ...{
      payload: { view: "ready", zone: "UTC" },
      must: true,
      silent: false,
      answers: null,
      state: "queued",
      attempts: 0,
      uncertain: 0,
    },
    ...{
      dueAt: start,
      createdAt: start,
      sentAt: null,
      messageId: null,
      parts: [],
      error: null,
      run: null,
      action: null,
    },
    ...patch,
  };
  return { delivery, parts: 1, target: null, outages: 1, now: start, ...more };
}

const throttled = (retryAfterMs: number): SendResult => ({
  result: "notSent",
  reason: "429",
  retryAfterMs,
  scope: "chat",
});
const unknown: SendResult = { result: "unknown", reason: "timeout" };
const refused = (reason: "closed" | "topicGone" | "unauthorized" | "gone" | "moot" | "rejected"): SendResult => ({
  ...{ result: "refused", reason, detail: "no" },
});

describe("a message that arrived", () => {
  it("is sent, with its number", () => {
    const verdict = judge(sent(), { result: "sent", message: 9 });
    expect(verdict.patch).toEqual({ state: "sent", sentAt: start, parts: [9], messageId: 9, error: null });
  });

  it("goes on with its next part, whose tries begin anew", () => {
    const verdict = judge(sent({ parts: [8], attempts: 4, uncertain: 2 }, { parts: 3 }), {
      result: "sent",
      message: 9,
    });
    expect(verdict.patch).toMatchObject({ state: "queued", parts: [8, 9], attempts: 0, uncertain: 0 });
  });

  it("that was an edit leaves the number to the message it edits", () => {
    expect(judge(sent({ operation: "edit" }), { result: "sent", message: 9 }).patch.messageId).toBeUndefined();
  });
});

describe("a message that was certainly not sent", () => {
  it("waits as long as the server asks, and its chat with it", () => {
    expect(judge(sent(), throttled(30 * second))).toMatchObject({
      patch: { state: "queued", dueAt: start + 30 * second },
      hold: { scope: "throttled", ms: 30 * second },
    });
  });

  it.each([
    [-5_000, second],
    [0, second],
    [Number.NaN, second],
    [3_600_000, hour],
    [Number.POSITIVE_INFINITY, hour],
  ])("an absurd wait of %d becomes %d", (asked, ms) => {
    expect(judge(sent(), throttled(asked)).hold?.ms).toBe(ms);
  });

  it("holds everybody where the server says so", () => {
    const reply: SendResult = { result: "notSent", reason: "429", retryAfterMs: 5_000, scope: "all" };
    expect(judge(sent(), reply).hold).toEqual({ scope: "all", ms: 5_000 });
  });

  it("is tried again after 1 s, 2 s, 4 s, … at most 5 min, for ever", () => {
    const reply: SendResult = { result: "notSent", reason: "busy", retryAfterMs: null, scope: "chat" };
    const waits = [0, 1, 2, 8, 9, 500].map((attempts) => judge(sent({ attempts }), reply).hold?.ms);
    expect(waits).toEqual([second, 2 * second, 4 * second, 256 * second, 5 * minute, 5 * minute]);
  });

  it("because nothing can be reached holds everybody, at most a minute, and stays first in its lane", () => {
    const reply: SendResult = { result: "notSent", reason: "ECONNREFUSED", retryAfterMs: null, scope: "all" };
    const verdicts = [1, 2, 20].map((outages) => judge(sent({}, { outages }), reply));
    expect(verdicts.map(({ hold }) => hold?.ms)).toEqual([second, 2 * second, minute]);
    expect(verdicts[2]?.patch).toMatchObject({ state: "queued", dueAt: start });
  });
});

describe("a message nobody knows about", () => {
  it("is sent again, marked, after 30 s, 1 min, … at most 10 min", () => {
    const verdicts = [0, 1, 6].map((uncertain) => judge(sent({ uncertain }), unknown));
    expect(verdicts.map(({ patch }) => [patch.state, patch.uncertain, (patch.dueAt ?? 0) - start])).toEqual([
      ["queued", 1, 30 * second],
      ["queued", 2, minute],
      ["queued", 7, 10 * minute],
    ]);
  });

  it("is given up after eight sends or a day, and owners hear of it", () => {
    const given = { patch: { state: "failed" }, besides: "undelivered" };
    expect(judge(sent({ uncertain: 7 }), unknown)).toMatchObject(given);
    expect(judge(sent({ createdAt: start - 24 * hour }), unknown)).toMatchObject(given);
  });

  it("is dropped when it is chatter", () => {
    expect(judge(sent({ must: false }), unknown)).toMatchObject({ patch: { state: "dropped", uncertain: 1 } });
  });

  it("that is an edit is tried again even when it is chatter: twice is the same as once", () => {
    expect(judge(sent({ must: false, operation: "edit" }), unknown).patch.state).toBe("queued");
  });
});

describe("a message that is refused", () => {
  it("because the chat is closed rests", () => {
    expect(judge(sent(), refused("closed"))).toMatchObject({ patch: { state: "queued" }, besides: "chatClosed" });
  });

  it("because the token is not good holds everybody for five minutes", () => {
    expect(judge(sent(), refused("unauthorized"))).toMatchObject({
      patch: { state: "queued", dueAt: start },
      hold: { scope: "all", ms: 5 * minute },
    });
  });

  it("because it already is as it should be counts as sent", () => {
    expect(judge(sent({ operation: "edit" }), refused("moot")).patch.state).toBe("sent");
  });

  it("because its topic is gone is over there, so that it comes home", () => {
    const instead = { chat: 7, thread: 3, person: 7 };
    const delivery = { chat: -5, thread: 9, instead, parts: [41], attempts: 2, uncertain: 1 };
    expect(judge(sent(delivery, { parts: 2 }), refused("topicGone"))).toMatchObject({
      patch: { state: "dropped" },
      besides: "topicGone",
    });
  });

  it("because its message is gone is sent anew where it is chatter, and is over where it is not", () => {
    expect(judge(sent({ operation: "edit", edits: 3, must: false }), refused("gone"))).toMatchObject({
      patch: { state: "queued", operation: "send", edits: null },
      besides: "sentAnew",
    });
    expect(judge(sent({ operation: "edit", edits: 3, must: true }), refused("gone")).patch.state).toBe("sent");
  });

  it("for any other reason has failed, and owners hear of what was to arrive", () => {
    expect(judge(sent(), refused("rejected"))).toMatchObject({
      patch: { state: "failed", error: "no" },
      besides: "rejected",
    });
    for (const chatter of [sent({ must: false }), sent({ operation: "edit" })])
      expect(judge(chatter, refused("rejected"))).toMatchObject({ patch: { state: "failed" }, besides: "nothing" });
  });

  it("because the group has a new number goes there", () => {
    const verdict = judge(sent(), { result: "migrated", chat: -100 });
    expect(verdict).toMatchObject({ patch: { state: "queued", dueAt: start }, besides: { migrateTo: -100 } });
  });
});
