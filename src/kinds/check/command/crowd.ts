/** Whether a command has become a crowd. The kernel counts per user only, so that a limit there would be everybody's. */
import { sizeOf, threadCount } from "./proc.ts";

/** Calls after which it is counted even when nothing has come: what came may have taken the place of what went. */
const COUNTED_AFTER = 40;

/**
 * Returns what tells, each time it is called, whether the leader has more than `limit` processes. To count them means
 * to look at every process of the machine, which is done when a quarter of the limit has come to the machine since the
 * last time, and now and then anyway: a crowd is seen at five quarters of the limit at the latest, or a little later
 * while others end in the same moment. When many have come at once, `hold` is called first, since what multiplies could
 * do so faster than it is counted.
 */
export function crowdWatch(leader: number, limit: number, hold: (on: boolean) => void): () => boolean {
  const seen = { fewest: threadCount(), calls: 0 };
  return () => {
    const threads = threadCount();
    const come = threads - seen.fewest;
    seen.calls += 1;
    seen.fewest = Math.min(seen.fewest, threads);
    if (come < limit / 4 && seen.calls < COUNTED_AFTER) return false;
    seen.fewest = threads;
    seen.calls = 0;
    if (come <= limit) return sizeOf(leader) > limit;
    hold(true);
    const isCrowd = sizeOf(leader) > limit;
    if (!isCrowd) hold(false);
    return isCrowd;
  };
}
