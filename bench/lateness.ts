/**
 * How late runs begin: 10,000 actions that recur every minute, 9,000 of them spread over it and 1,000 in the same
 * instant. Milliseconds between a slot and the beginning of its run, the run itself doing nothing.
 *
 *   npx tsx bench/lateness.ts [minutes] [further actions that are not due]     3 and 0 by default
 */
import { fill, noop, open, quantile, sink } from "./parts.ts";

const MINUTE = 60_000;
const SPREAD = 9_000;
const BURST = 1_000;
/** Time for filling before the first slot. */
const LEAD_IN = 15_000;

const [minutes = 3, further = 0] = process.argv.slice(2).map(Number);

const late: number[] = [];
const lateInBurst: number[] = [];
const { store, engine, belfry, close } = await open(
  noop(({ action, run }) => {
    const ms = belfry.clock.now() - run.dueAt;
    late.push(ms);
    if (action.title === "burst") lateInBurst.push(ms);
  }),
  sink,
);

const first = Math.ceil(belfry.clock.now() / 1_000) * 1_000 + LEAD_IN + further / 20;
await fill(store, SPREAD + BURST, (n) => {
  const burst = n >= SPREAD;
  const from = first + (burst ? MINUTE / 2 : Math.floor((n * MINUTE) / SPREAD));
  return { title: burst ? "burst" : "spread", schedule: { type: "every", ms: MINUTE, from }, nextAt: from };
});
const never = Date.UTC(2090, 0, 1);
await fill(store, further, () => ({ schedule: { type: "once", at: "2090-01-01T00:00:00", tz: "UTC" }, nextAt: never }));
if (belfry.clock.now() > first) throw new Error("filling took longer than the time for it");
await engine.start();

await new Promise((resolve) => setTimeout(resolve, first - belfry.clock.now() - 100));
const [cpu, began] = [process.cpuUsage(), performance.now()];
await new Promise((resolve) => setTimeout(resolve, minutes * MINUTE));
const { user, system } = process.cpuUsage(cpu);
const percent = (user + system) / 10 / (performance.now() - began);

const row = (name: string, numbers: number[]) =>
  console.log(
    `${name.padEnd(7)} ${numbers.length} runs: p50 ${quantile(numbers, 0.5)} ms, p99 ${quantile(numbers, 0.99)} ms, worst ${quantile(numbers, 1)} ms`,
  );
row("all", late);
row("burst", lateInBurst);
console.log(`${percent.toFixed(1)} % of one core`);
await close();
