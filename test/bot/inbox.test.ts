import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openInbox } from "../../src/bot/inbox.ts";
import type { InboxRow } from "../../src/core/inbox.ts";
import type { Store } from "../../src/core/store.ts";
import { openStore } from "../../src/store/open.ts";
import { type ManualClock, manualClock } from "../support/manual-clock.ts";
import { tuesday } from "../support/world.ts";
import { silent } from "./listening.ts";

let clock: ManualClock;
let dataDir: string;
let store: Store;
beforeEach(async () => {
  clock = manualClock(tuesday);
  dataDir = mkdtempSync(join(tmpdir(), "belfry-inbox-"));
  store = await openStore({ dataDir, log: silent, now: clock.now });
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function stored(...lanes: number[]): Promise<InboxRow[]> {
  const rows = lanes.map((lane, i) => ({ key: `${lane}/${i}`, lane, update: { i }, receivedAt: clock.now() }));
  return store.inbox.add(rows);
}

/** An inbox whose handler ends when told; `begun` and `givenUp` list row ids in order. */
function controlled(fails: (row: InboxRow) => boolean = () => false) {
  const begun: number[] = [];
  const givenUp: number[] = [];
  const ends = new Map<number, () => void>();
  const waiting: (() => void)[] = [];
  const inbox = openInbox({
    ...{ store, clock, log: silent },
    handle: async (row) => {
      begun.push(row.id);
      for (const tell of waiting.splice(0)) tell();
      if (fails(row)) throw new Error("no");
      await new Promise<void>((resolve) => ends.set(row.id, resolve));
      return false;
    },
    giveUp: async (row) => void givenUp.push(row.id),
  });
  /** Resolves when so many handlers have begun. */
  const running = async (count: number) => {
    while (begun.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return { inbox, begun, givenUp, running, end: (id: number) => ends.get(id)?.() };
}

describe("the inbox", () => {
  it("handles one chat's updates in order, chats side by side", async () => {
    const rows = await stored(1, 1, 2);
    const [a, b, c] = rows.map(({ id }) => id) as [number, number, number];
    const { inbox, begun, running, end } = controlled();
    inbox.wake();
    await running(2);
    expect(begun).toEqual([a, c]);
    end(a);
    await running(3);
    expect(begun).toEqual([a, c, b]);
    end(b);
    end(c);
    await inbox.idle();
    expect(await store.inbox.open(10)).toEqual([]);
  });

  it("handles at most eight chats at once", async () => {
    const rows = await stored(...Array.from({ length: 12 }, (_, i) => i + 1));
    const { inbox, begun, running, end } = controlled();
    inbox.wake();
    await running(8);
    expect(begun).toHaveLength(8);
    for (const { id } of rows.slice(0, 8)) end(id);
    await running(12);
    for (const { id } of rows) end(id);
    await inbox.idle();
  });

  it("lets nobody wait behind a chat with hundreds of updates", async () => {
    const rows = await stored(...Array.from({ length: 300 }, () => 1), 2);
    const { inbox, begun, running } = controlled();
    inbox.wake();
    await running(2);
    expect(begun).toEqual([rows[0]?.id, rows[300]?.id]);
  });

  it("tries three times, then gives up and goes on", async () => {
    const [bad, good] = (await stored(1, 1)).map(({ id }) => id) as [number, number];
    const { inbox, begun, givenUp, running, end } = controlled((row) => row.id === bad);
    inbox.wake();
    await inbox.idle();
    for (let i = 0; i < 3; i++) {
      await clock.advance(1000);
    }
    await running(4);
    expect(begun).toEqual([bad, bad, bad, good]);
    expect(givenUp).toEqual([bad]);
    end(good);
    await inbox.idle();
    expect(await store.inbox.open(10)).toEqual([]);
  });

  it("counts a try before it begins, so that what kills the process is given up too", async () => {
    const [row] = await stored(1);
    for (let i = 0; i < 20; i++) await store.inbox.attempt(row?.id ?? 0);
    const { inbox, begun, givenUp } = controlled();
    await inbox.idle();
    expect(begun).toEqual([]);
    expect(givenUp).toEqual([row?.id]);
  });

  it("still handles what was begun when the process was killed a few times", async () => {
    const [row] = await stored(1);
    for (let i = 0; i < 10; i++) await store.inbox.attempt(row?.id ?? 0);
    const { inbox, begun, givenUp, running, end } = controlled();
    inbox.wake();
    await running(1);
    end(row?.id ?? 0);
    await inbox.idle();
    expect([begun, givenUp]).toEqual([[row?.id], []]);
  });

  it("leaves what hangs, and tries it again", async () => {
    await stored(1);
    const { inbox, begun, running } = controlled();
    inbox.wake();
    await running(1);
    await clock.advance(61_000);
    await clock.advance(1000);
    await running(2);
    expect(begun).toHaveLength(2);
    await clock.advance(0);
  });

  it("takes up nothing more once it is stopped, and leaves the rest for the next start", async () => {
    const [first] = (await stored(1, 1)).map(({ id }) => id);
    const { inbox, begun, running, end } = controlled();
    inbox.wake();
    await running(1);
    const stopped = inbox.stop();
    end(first ?? 0);
    await stopped;
    expect(begun).toEqual([first]);
    expect(await store.inbox.open(10)).toHaveLength(1);
  });
});
