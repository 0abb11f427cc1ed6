import type { PlaygroundEvent } from "../../src/playground/world/events.ts";

/** All events of a playground since its start, also across restarts, and a way to wait for the next. */
export interface Chronicle {
  events: PlaygroundEvent[];
  add(event: PlaygroundEvent): void;
  /** The first event from index `from` on that fits, now or later. Rejects after `timeoutMs` (a minute), naming `wanted`. */
  find(
    from: number,
    fits: (event: PlaygroundEvent) => boolean,
    wanted: string,
    timeoutMs?: number,
  ): Promise<{ event: PlaygroundEvent; at: number }>;
}

/** An empty chronicle. */
export function createChronicle(): Chronicle {
  const events: PlaygroundEvent[] = [];
  const watchers = new Set<() => void>();
  return {
    events,
    add(event) {
      events.push(event);
      for (const watch of [...watchers]) watch();
    },
    find(from, fits, wanted, timeoutMs = 60_000) {
      return new Promise((resolve, reject) => {
        let next = from;
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`Waited ${timeoutMs} ms for ${wanted}`));
        }, timeoutMs);
        const look = () => {
          for (; next < events.length; next += 1) {
            const event = events[next];
            if (!event || !fits(event)) continue;
            clearTimeout(timer);
            watchers.delete(look);
            resolve({ event, at: next });
            return;
          }
        };
        watchers.add(look);
        look();
      });
    },
  };
}
