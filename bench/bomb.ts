/**
 * How late this process's timers are while commands take all they can get: a fork bomb without a bound, one that leaves
 * its group, one endless loop per core, and a process that never collects its dead. Each is ended by Belfry's own limits.
 *
 *   npx tsx bench/bomb.ts [rounds, by default 10]
 *
 * Should the limits fail, the machine is full of processes; where Linux has a pid_max per namespace (6.14), run it in one:
 *
 *   unshare --pid --fork --mount-proc sh -c 'echo 3000 > /proc/sys/kernel/pid_max; npx tsx bench/bomb.ts'
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { openChildren } from "../src/kinds/check/command/children.ts";
import { defaultLimits, findContainment, groupOnly } from "../src/kinds/check/command/containment.ts";
import { runCommand } from "../src/kinds/check/command/run.ts";
import { allowance, systemNetwork } from "../src/kinds/check/net/network.ts";
import { systemClock } from "../src/time/clock.ts";

const [rounds = 10] = process.argv.slice(2).map(Number);
const tickMs = 10;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const machine = await findContainment();
const dir = mkdtempSync(join(tmpdir(), "belfry-bomb-"));
const children = await openChildren(join(dir, "children"), quiet);

const context = {
  ...{ signal: new AbortController().signal, clock: systemClock(console.error), log: quiet, previous: null },
  ...{ idempotencyKey: "bench", survives: false, network: systemNetwork(allowance([]), []), calls: null },
};

const loops = Array.from({ length: availableParallelism() * 2 }, () => "while :; do :; done &").join(" ");
const ways: [string, string, number, typeof machine][] = [
  ["a fork bomb in its group alone", ":(){ :|:& };:; sleep 60", 30_000, groupOnly],
  ["a fork bomb held as this machine can", ":(){ :|:& };:; sleep 60", 30_000, machine],
  ["endless loops, two per core", `${loops} wait`, 3_000, machine],
  ["200 dead that nobody collects", "exec perl -e 'fork or exit for 1..200; sleep 60'", 30_000, machine],
];
if (machine.namespace) {
  ways.push([
    "a fork bomb that leaves its group",
    'b(){ setsid bash -c "$(declare -f b); b" & b & }; b; sleep 60',
    30_000,
    machine,
  ]);
}

for (const [name, script, timeoutMs, held] of ways) {
  const lags: number[] = [];
  const ends = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const seen = { at: performance.now() };
    const timer = setInterval(() => {
      const now = performance.now();
      lags.push(Math.max(0, now - seen.at - tickMs));
      seen.at = now;
    }, tickMs);
    const commands = {
      ...{ named: {}, workspace: dir, inherited: { PATH: process.env.PATH ?? "" }, containment: held, children },
      ...{ limits: { ...defaultLimits, graceMs: 500 }, approved: () => true },
    };
    const ended = await runCommand({ argv: [script], cwd: null, shell: true }, timeoutMs, { ...context, commands });
    clearInterval(timer);
    ends.add(ended.by);
  }
  lags.sort((one, other) => one - other);
  const at = (part: number) => `${(lags[Math.floor((lags.length - 1) * part)] ?? 0).toFixed(0)} ms`;
  console.log(`${name}: ended by ${[...ends].join(", ")}; late p50 ${at(0.5)}, p99 ${at(0.99)}, at most ${at(1)}`);
}
rmSync(dir, { recursive: true });
