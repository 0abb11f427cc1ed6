/**
 * What reaches a chat while many checks go to and fro every ten seconds, on a clock moved by hand; the web server, the
 * database and Telegram's local stand-in are real.
 *
 *   npx tsx bench/storm.ts [checks, by default 200] [minutes, by default 60]
 */
import { flapStorm } from "../test/support/flap-storm.ts";

const [checks = 200, minutes = 60] = process.argv.slice(2).map(Number);
const begun = performance.now();
/** Steady after ten quiet minutes, which is told as well. */
const { looks, messages, worst, warnings } = await flapStorm(checks, minutes * 6, 72);
const seconds = Math.round((performance.now() - begun) / 1_000);
console.log(
  `${checks} checks, ${looks} looks in ${seconds} s: ${messages.length} messages, ${worst} in a minute at most; ${warnings.length} warnings`,
);
