/** Waiting with an end. */
import type { Belfry } from "../../core/belfry.ts";
import type { Clock } from "../../core/clock.ts";

type Alarm = ReturnType<Clock["alarm"]>;

/** Waits for the promise, but no longer than `ms`. */
export async function soon({ clock }: Pick<Belfry, "clock">, promise: Promise<void>, ms: number): Promise<void> {
  let alarm: Alarm | null = null;
  const late = new Promise<void>((resolve) => {
    alarm = clock.alarm(clock.now() + ms, resolve);
  });
  await Promise.race([promise, late]);
  (alarm as Alarm | null)?.cancel();
}
