/** Lets everything else that waits for this process have its turn: sockets, promises, other passes. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
