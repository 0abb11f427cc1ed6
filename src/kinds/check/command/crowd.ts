/** Whether a command has become a crowd. The kernel counts per user only, so that a limit there would be everybody's. */
import { sizeOf, threadCount } from "./proc.ts";

/**
 * Returns what tells, each time it is called, whether the leader has more than `limit` processes. To count them means
 * to look at every process of the machine, which is done only when a quarter of the limit has come to the machine since
 * the last time: a crowd is seen at five quarters of the limit at the latest. When many have come at once, `hold` is
 * called first, since what multiplies could do so faster than it is counted.
 */
export function crowdWatch(leader: number, limit: number, hold: (on: boolean) => void): () => boolean {
  const seen = { fewest: threadCount() };
  return () => {
    const threads = threadCount();
    const come = threads - seen.fewest;
    seen.fewest = come < limit / 4 ? Math.min(seen.fewest, threads) : threads;
    if (come < limit / 4) return false;
    if (come <= limit) return sizeOf(leader) > limit;
    hold(true);
    const isCrowd = sizeOf(leader) > limit;
    if (!isCrowd) hold(false);
    return isCrowd;
  };
}
