/** Work that is done in rounds, never two at once, and again whenever somebody asks while it is going on. */
import { turn } from "./turn.ts";

export interface Loop {
  /** Goes round once more. */
  wake(): void;
  /** Goes round once more and resolves when that is over and nothing is under way. */
  idle(): Promise<void>;
  /** No further round begins. */
  close(): void;
}

/** `round` returns whether another one has to follow at once, and never throws; `busy` whether work is under way that will wake the loop. */
export function createLoop(round: () => Promise<boolean>, busy: () => boolean): Loop {
  const state = { open: true, going: false, again: false };
  let idlers: (() => void)[] = [];

  async function run(): Promise<void> {
    do {
      await turn();
      state.again = false;
      if (await round()) state.again = true;
    } while (state.again && state.open);
    state.going = false;
    if (busy() && state.open) return;
    const waiting = idlers;
    idlers = [];
    for (const resolve of waiting) resolve();
  }

  function wake(): void {
    state.again = true;
    if (state.going || !state.open) return;
    state.going = true;
    void run();
  }

  return {
    wake,
    idle() {
      if (!state.open) return Promise.resolve();
      return new Promise((resolve) => {
        idlers.push(resolve);
        wake();
      });
    },
    close() {
      state.open = false;
    },
  };
}
