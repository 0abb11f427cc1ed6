/**
 * Next slots per second for typical schedules in a zone with clock changes, beside Croner with reused objects.
 * Run with `npx tsx bench/schedule.ts`. Medians of five rounds; each round starts a year of slots anew.
 */
import { Cron } from "croner";
import type { Instant, Schedule } from "../src/core/schedule.ts";
import { nextSlot } from "../src/time/next-slot.ts";

const tz = "Europe/Berlin";
const start = "2026-01-05T09:00:00";
const from = Date.UTC(2026, 0, 5);
const ROUNDS = 5;
const CALLS = 30_000;
const YEAR = 365 * 86_400_000;

const crons = ["0 9 * * *", "25 9 * * 1-5", "30 2,14 * * *", "*/15 * * * *", "0 10 L * *", "0 9 * * 1#1"];
const rules = [
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=MO,WE,FR",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
  "FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
  "FREQ=YEARLY",
];
const window = { tz, days: ["MO", "TU", "WE", "TH", "FR"] as const, start: "09:00", end: "18:00" };

function perSecond(next: (after: Instant) => Instant | null): number {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    let at = from;
    for (let call = 0; call < CALLS; call++) {
      const slot = next(at);
      at = slot === null || slot > from + YEAR ? from : slot;
    }
    rates.push(CALLS / ((performance.now() - began) / 1000));
  }
  rates.sort((a, b) => a - b);
  return Math.round(rates[Math.floor(ROUNDS / 2)] ?? 0);
}

function print(name: string, rate: number, beside?: number) {
  const ratio = beside ? `  ${String(beside).padStart(10)} croner  ×${(rate / beside).toFixed(1)}` : "";
  console.log(`${name.padEnd(55)}${String(rate).padStart(10)}/s${ratio}`);
}

const measure = (schedule: Schedule) => perSecond((after) => nextSlot(schedule, after));

for (const cron of crons) {
  const job = new Cron(cron, { timezone: tz });
  const croner = perSecond((after) => job.nextRun(new Date(after))?.getTime() ?? null);
  print(`cron ${cron}`, measure({ type: "cron", cron, tz }), croner);
}
for (const text of rules) print(`rule ${text}`, measure({ type: "rule", rules: [text], start, tz }));
print("rule of two", measure({ type: "rule", rules: ["FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=SA"], start, tz }));
print("every 2 min", measure({ type: "every", ms: 120_000, from }));
print(
  "every 3 h, weekdays 09:00–18:00",
  measure({ type: "every", ms: 10_800_000, from, window: { ...window, days: [...window.days] } }),
);
print("once", measure({ type: "once", at: "2026-07-01T09:00:00", tz }));
