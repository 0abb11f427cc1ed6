import { describe, expect, it } from "vitest";
import * as lanes from "../../../src/app/engine/lanes.ts";
import { hour, minute, second } from "./bench.ts";

/** Sends to the chats in turn as soon as each may be sent to; returns when. */
function drain(chats: number[], group = false): number[] {
  const state = lanes.newLanes();
  const sent: number[] = [];
  let now = 0;
  for (const chat of chats) {
    now += Math.max(lanes.waitFor(state, chat, now), lanes.waitForAll(state, now));
    lanes.take(state, chat, group, now);
    sent.push(now);
  }
  return sent;
}

/** The most that were sent within any stretch of so many milliseconds. */
function densest(sent: number[], ms: number): number {
  return Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + ms).length));
}

describe("lanes", () => {
  it("let thirty a second through to different chats", () => {
    const sent = drain(Array.from({ length: 300 }, (_, chat) => chat));
    expect(sent.at(-1)).toBeLessThan(10 * second);
    for (const seconds of [1, 2, 5]) expect(densest(sent, seconds * second)).toBeLessThanOrEqual(30 + 30 * seconds);
  });

  it("let a short burst through to one chat, then one a second", () => {
    const sent = drain(Array.from({ length: 20 }, () => 7));
    expect(sent.slice(0, 3)).toEqual([0, 0, 0]);
    expect(densest(sent.slice(3), second)).toBe(1);
    expect(sent.at(-1)).toBeLessThan(18 * second);
  });

  it("let twenty a minute through to a group", () => {
    const sent = drain(
      Array.from({ length: 60 }, () => -7),
      true,
    );
    expect(densest(sent, minute)).toBe(20);
    expect(sent.at(-1)).toBeLessThan(2 * minute + 20 * second);
  });

  it("hold a chat the server asked to wait, and only that", () => {
    const state = lanes.newLanes();
    lanes.throttle(state, 1, 30 * second, 0);
    expect(lanes.waitFor(state, 1, 10 * second)).toBe(20 * second);
    expect(lanes.waitFor(state, 2, 0)).toBe(0);
    expect(lanes.waitForAll(state, 0)).toBe(0);
    expect(lanes.closedLanes(state, 0)).toEqual([1]);
    expect(lanes.nextOpening(state, 10 * second)).toBe(20 * second);
  });

  it("hold everybody when two chats are asked to wait, but never others for an hour", () => {
    const state = lanes.newLanes();
    lanes.throttle(state, 1, hour, 0);
    lanes.throttle(state, 2, hour, second);
    expect(lanes.waitForAll(state, second)).toBe(minute);
    expect(lanes.waitFor(state, 2, second)).toBe(hour);
  });

  it("do not hold everybody for two waits that follow each other", () => {
    const state = lanes.newLanes();
    lanes.throttle(state, 1, second, 0);
    lanes.throttle(state, 2, second, 5 * second);
    expect(lanes.waitForAll(state, 5 * second)).toBe(0);
  });

  it("are forgotten at rest, and never while they hold something back", () => {
    const state = lanes.newLanes();
    lanes.throttle(state, -1, hour, 0);
    for (let chat = 1; chat <= 5_000; chat++) lanes.take(state, chat, false, chat * 100);
    expect(state.byChat.size).toBeLessThan(2_100);
    expect(lanes.waitFor(state, -1, 0)).toBe(hour);
  });
});
