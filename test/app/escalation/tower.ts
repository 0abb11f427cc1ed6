import { acknowledge, silence } from "../../../src/app/escalation/answer.ts";
import { patrol } from "../../../src/app/escalation/patrol.ts";
import { type Failure, raise } from "../../../src/app/escalation/raise.ts";
import { resolve } from "../../../src/app/escalation/resolve.ts";
import type { At, Step } from "../../../src/app/escalation/step.ts";
import type { Escalation, EscalationNotice, EscalationPolicy, Target } from "../../../src/core/escalation.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const start = Date.UTC(2026, 10, 24, 3, 10);

const chat = (id: number): Target => ({ channel: "telegram", chat: id, thread: null, address: "" });
export const mail = (address: string): Target => ({ channel: "email", chat: 0, thread: null, address });

export const ops = chat(-100);
export const ana = chat(1001);
export const boris = mail("boris@example.com");

export function policy(given: Partial<EscalationPolicy> = {}): EscalationPolicy {
  return {
    routes: { low: [ops], medium: [ops], high: [ops, ana], critical: [ops, ana, boris] },
    owners: [ana],
    staleMs: 4 * hour,
    cycles: 5,
    repeatMs: [15 * minute, 30 * minute, hour],
    askAgainMs: 4 * hour,
    ackMs: 24 * hour,
    ...given,
  };
}

export function failure(given: Partial<Failure> = {}): Failure {
  const what = { cause: "17/http 5xx", action: 17, run: 1, title: "shop", reason: "HTTP 502" };
  return { ...what, severity: "medium", ...given };
}

/** One line of what was told: when, what, which number in the cycle, at which severity. */
export interface Line extends EscalationNotice {
  at: number;
  severity: Escalation["severity"];
  /** The escalation it tells of. */
  id: number;
}

/** One escalation on a clock moved by hand; what it tells is kept. */
export function tower(given: Partial<EscalationPolicy> = {}) {
  const lines: Line[] = [];
  const unreachable = new Set<Target>();
  let now = start;
  let escalation: Escalation | null = null;
  let ids = 0;
  const at = (): At => ({ now, reaches: (target) => ![...unreachable].some((one) => same(one, target)) });
  const take = (step: Step | null) => {
    if (!step) return false;
    escalation = step.escalation;
    for (const notice of step.notices)
      lines.push({ ...notice, at: now, severity: escalation.severity, id: escalation.id });
    return true;
  };
  const present = () => {
    if (!escalation) throw new Error("nothing was raised");
    return escalation;
  };
  const answered = (result: ReturnType<typeof acknowledge>) => ("late" in result ? result : void take(result));
  return {
    lines,
    unreachable,
    now: () => now,
    present,
    fail(what: Partial<Failure> = {}) {
      ids += 1;
      take(raise({ ...failure(what), id: ids, policy: policy(given) }, escalation, at()));
    },
    pass: (by: number | null = null) => take(resolve(present(), by, at())),
    ack: (by: number) => answered(acknowledge(present(), by, now)),
    hush: (by: number, ms: number | null) => answered(silence(present(), by, ms === null ? null : now + ms, now)),
    /** Lets time pass; every step is taken when it is due. */
    wait(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = escalation?.nextStepAt ?? null;
        if (next === null || next > end) break;
        now = Math.max(now, next);
        if (!take(patrol(present(), at()))) throw new Error("a step was due and nothing happened");
      }
      now = end;
    },
    /** Lets time pass unseen: Belfry was away. */
    sleep(ms: number) {
      now += ms;
      take(escalation && patrol(escalation, at()));
    },
    /** `0:15 reminder`: hours and minutes since the start. */
    told: () => lines.map((line) => `${clock(line.at - start)} ${line.kind}`),
  };
}

export function clock(ms: number): string {
  const minutes = Math.floor(ms / minute);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function same(a: Target, b: Target): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
