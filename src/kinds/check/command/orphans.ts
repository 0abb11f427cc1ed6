/** Ends what a killed Belfry has left running and nobody takes up. */
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../../../core/log.ts";
import { keyVariable, type Noted } from "./place.ts";
import { allProcesses, statOf, wasGiven } from "./proc.ts";

/** A second in all. */
const looks = 20;
const lookMs = 50;

/**
 * The leader is the one it was; or it has gone and others of the group live on: then nobody else can have got its pid,
 * but a group of the same number may have come and lost its leader as well, so they must have the run's key.
 */
function isOurs({ pid, started, key }: Noted): boolean {
  const leader = statOf(pid);
  if (leader) return leader.started === started;
  return living(pid).some((member) => wasGiven(member.pid, keyVariable, key));
}

function living(group: number) {
  return allProcesses().filter((one) => one.group === group && !one.dead);
}

/** Asks their groups to end, and after a second makes them. */
export async function endAll(notes: Noted[], log: Log): Promise<void> {
  const orphans = notes.filter((one) => living(one.pid).length > 0 && isOurs(one));
  for (const { pid, key } of orphans) {
    log.warn({ pid, run: key }, "a command was still running from before; it is ended");
    signal(pid, "SIGTERM");
  }
  // The supervisor stays when it is asked; it is no use waiting for it alone.
  await leftOf(orphans, ({ pid }) => living(pid).some((one) => one.pid !== pid));
  for (const one of orphans) if (isOurs(one)) signal(one.pid, "SIGKILL");
  const left = await leftOf(orphans, ({ pid }) => living(pid).length > 0);
  for (const { pid, key } of left) log.error({ pid, run: key }, "a command cannot be ended");
}

/** Those of which something lives on after a second. */
async function leftOf(orphans: Noted[], isLeft: (one: Noted) => boolean): Promise<Noted[]> {
  const left = () => orphans.filter((one) => isLeft(one) && isOurs(one));
  for (let look = 0; look < looks && left().length > 0; look++) await pause(lookMs);
  return left();
}

/** One that has gone meanwhile, or has changed its user, is left. */
function signal(group: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(-group, name);
  } catch {}
}
