/** Waiting longer after each failure. Plain doubling without jitter: there is one process, and tests count on it. */

/** Milliseconds to wait after the `failures`th failure in a row: `first`, twice that, … up to `most`. */
export function backoff(failures: number, first: number, most: number): number {
  return Math.min(most, first * 2 ** Math.min(30, Math.max(0, failures - 1)));
}
