/** Handles stored updates: those of one chat in order, chats side by side, each until it is done or given up. */
import type { Clock } from "../core/clock.ts";
import type { InboxRow } from "../core/inbox.ts";
import type { Log } from "../core/log.ts";
import type { Store } from "../core/store.ts";

export interface InboxParts {
  store: Store;
  clock: Clock;
  log: Log;
  /** Resolves true when the row was marked as done by the handler's own write. */
  handle(row: InboxRow): Promise<boolean>;
  /** The row is given up; whoever wrote it should be told. */
  giveUp(row: InboxRow): Promise<void>;
}

export interface Inbox {
  /** Something new is stored. */
  wake(): void;
  /** Resolves when nothing is left to do now; what waits for its next try does not count. */
  idle(): Promise<void>;
  /** Takes up nothing new; resolves when what is being handled is done. */
  stop(): Promise<void>;
}

/** Chats handled at the same time. */
const width = 8;
/** Failures of its handler before an update is given up. */
const tries = 3;
/**
 * Times an update may have been begun in all: one that brings the process down must not do so for ever, but a process
 * that is killed again and again for other reasons must not lose what it happened to be at.
 */
const begins = 20;
/** Milliseconds before the next try. */
const restMs = 1000;
/** Milliseconds a handler may take. */
const patienceMs = 60_000;

export function openInbox(parts: InboxParts): Inbox {
  const lanes = new Set<number>();
  const waiting: (() => void)[] = [];
  /** Lanes whose row waits for its next try, and how to end that. */
  const resting = new Map<number, () => void>();
  const state = { looking: false, again: false, stopped: false, open: true };

  const rest = (lane: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        alarm.cancel();
        resting.delete(lane);
        resolve();
      };
      const alarm = parts.clock.alarm(parts.clock.now() + restMs, end);
      resting.set(lane, end);
      wake();
    });

  const work = async (row: InboxRow) => {
    for (let failed = 0; !state.stopped && (await once(parts, row, failed)); failed++) await rest(row.lane);
  };

  /** Takes up the head of one lane after the other, however many rows wait behind it. */
  const look = async () => {
    for (;;) {
      const [row] = await parts.store.inbox.open(1, [...lanes]);
      state.open = row !== undefined;
      if (row === undefined || state.stopped || lanes.size >= width) return;
      lanes.add(row.lane);
      void work(row).finally(() => {
        lanes.delete(row.lane);
        wake();
      });
    }
  };

  const lookUntilQuiet = async () => {
    state.looking = true;
    do {
      state.again = false;
      try {
        await look();
      } catch (error) {
        parts.log.error({ err: error }, "the inbox cannot be read");
        parts.clock.alarm(parts.clock.now() + restMs, wake);
      }
    } while (state.again && !state.stopped);
    state.looking = false;
    if (lanes.size === resting.size && (!state.open || state.stopped)) for (const tell of waiting.splice(0)) tell();
  };

  function wake(): void {
    state.again = true;
    if (!state.looking) void lookUntilQuiet();
  }

  const idle = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      wake();
    });

  return {
    wake,
    idle,
    stop() {
      state.stopped = true;
      for (const end of [...resting.values()]) end();
      return idle();
    },
  };
}

/** One try, after so many that failed. True when the row is still open and should be tried again. */
async function once(parts: InboxParts, row: InboxRow, failed: number): Promise<boolean> {
  try {
    const attempt = await parts.store.inbox.attempt(row.id);
    if (attempt > begins || failed >= tries) {
      parts.log.error({ row: row.id, key: row.key }, "an update is given up");
      await parts
        .giveUp(row)
        .catch((error: unknown) => parts.log.error({ err: error, row: row.id }, "nobody was told"));
      await parts.store.inbox.finish(row.id, "failed");
      return false;
    }
    if (!(await inTime(parts, row))) await parts.store.inbox.finish(row.id, "done");
    return false;
  } catch (error) {
    parts.log.error({ err: error, row: row.id }, "an update could not be handled");
    return true;
  }
}

function inTime(parts: InboxParts, row: InboxRow): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const alarm = parts.clock.alarm(parts.clock.now() + patienceMs, () => reject(new Error("the handler hangs")));
    parts
      .handle(row)
      .then(resolve, reject)
      .finally(() => alarm.cancel());
  });
}
