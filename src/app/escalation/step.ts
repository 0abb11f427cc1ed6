/** What every change of an escalation is made of: who is told, and when to look at it again. All pure. */
import type { Escalation, EscalationNotice, NoticeKind, Severity, Target } from "../../core/escalation.ts";
import { severities } from "../../core/escalation.ts";
import type { Instant } from "../../core/schedule.ts";

const minute = 60_000;

/** Four changes within ten minutes are flapping; ten minutes without one end it; meanwhile a summary each 30 minutes. */
export const flaps = { changes: 4, withinMs: 10 * minute, summaryMs: 30 * minute } as const;
/** Two notices to one route that nobody caused are never closer than this. */
export const apartMs = 5 * minute;

/** The moment of a change, and who can be reached then. */
export interface At {
  now: Instant;
  reaches(target: Target): boolean;
}

/** An escalation after a change, and what the change says. */
export interface Step {
  escalation: Escalation;
  notices: EscalationNotice[];
  /** Notices that are queued and not on their way are not sent any more. */
  stop: boolean;
}

/** Nothing to tell. */
export function quietly(escalation: Escalation, now: Instant, stop = false): Step {
  return { escalation: planned(escalation, now), notices: [], stop };
}

/** Tells the route of its severity: the next notice of the cycle. */
export function ring(escalation: Escalation, kind: NoticeKind, { now, reaches }: At): Step {
  const targets = routeOf(escalation, reaches);
  const notice = { kind, cycle: escalation.cycle, step: escalation.step, targets };
  const next = {
    ...escalation,
    step: escalation.step + 1,
    notices: escalation.notices + 1,
    noticedAt: now,
    told: united(escalation.told, targets),
  };
  return { escalation: planned(next, now), notices: [notice], stop: false };
}

/** Tells others than the route: everybody who was told, or the owners. */
export function tell(escalation: Escalation, kind: NoticeKind, targets: Target[], now: Instant): Step {
  const notice = { kind, cycle: escalation.cycle, step: escalation.step, targets };
  const next = { ...escalation, step: escalation.step + 1, told: united(escalation.told, targets) };
  return { escalation: planned(next, now), notices: targets.length > 0 ? [notice] : [], stop: false };
}

/** Begins a cycle. `anew`: somebody has answered since, so it may become worse five times again. */
export function cycled(escalation: Escalation, cycleAt: Instant, anew: boolean): Escalation {
  const cycle = escalation.cycle + 1;
  return { ...escalation, cycle, cycleAt, step: 0, round: anew ? cycle : escalation.round, gaveUpAt: null };
}

/** The next severity up; critical stays. */
export function worse(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? "critical";
}

export function isWorse(severity: Severity, than: Severity): boolean {
  return severities.indexOf(severity) > severities.indexOf(than);
}

/** Changes that still count. */
export function recentChanges(changes: Instant[], now: Instant): Instant[] {
  return changes.filter((at) => at > now - flaps.withinMs);
}

/** When flapping is over if nothing changes any more. */
export function steadyAt({ changes }: Escalation): Instant {
  return (changes.at(-1) ?? 0) + flaps.withinMs;
}

/** When the present cycle is over, which is never right after a notice. */
export function staleAt({ cycleAt, noticedAt, policy }: Escalation): Instant {
  return Math.max(cycleAt + policy.staleMs, (noticedAt ?? cycleAt) + apartMs);
}

/** When whoever took it is asked again, or has had it too long. */
export function askAt({ ackedAt, asked, policy }: Escalation): Instant {
  return (ackedAt ?? 0) + Math.min(policy.askAgainMs * (asked + 1), policy.ackMs);
}

/** Who is told at its severity; where nobody of them can be reached, the next severity's route, at last the owners. */
function routeOf({ policy, severity }: Escalation, reaches: At["reaches"]): Target[] {
  const up = severities.slice(severities.indexOf(severity)).map((step) => policy.routes[step]);
  for (const route of [...up, policy.owners]) {
    const reachable = route.filter(reaches);
    if (reachable.length > 0) return united([], reachable);
  }
  return united([], policy.routes[severity]);
}

function united(some: Target[], more: Target[]): Target[] {
  const all = [...some, ...more];
  return all.filter((target, i) => all.findIndex((other) => sameTarget(other, target)) === i);
}

export function sameTarget(a: Target, b: Target): boolean {
  return a.channel === b.channel && a.chat === b.chat && a.thread === b.thread && a.address === b.address;
}

/** With the instant of its next step; what is due already is due now. */
function planned(escalation: Escalation, now: Instant): Escalation {
  const waits = [ownStep(escalation, now), escalation.flapping ? steadyAt(escalation) : null];
  const known = waits.filter((at) => at !== null);
  return { ...escalation, nextStepAt: known.length > 0 ? Math.max(now, Math.min(...known)) : null };
}

function ownStep(escalation: Escalation, now: Instant): Instant | null {
  switch (escalation.state) {
    case "resolved":
      return escalation.flapping ? summaryAt(escalation) : null;
    case "silenced":
      return escalation.silencedUntil;
    case "acked":
      return askAt(escalation);
    case "open":
      if (escalation.gaveUpAt !== null) return null;
      return Math.min(staleAt(escalation), escalation.flapping ? summaryAt(escalation) : rungAt(escalation, now));
  }
}

function summaryAt({ noticedAt, openedAt }: Escalation): Instant {
  return (noticedAt ?? openedAt) + flaps.summaryMs;
}

/** The next rung of the ladder; one that would come right before the cycle's end gives way to it. */
function rungAt(escalation: Escalation, now: Instant): Instant {
  const { cycleAt, noticedAt, policy } = escalation;
  const end = staleAt(escalation);
  const earliest = Math.max(now + 1, (noticedAt ?? cycleAt) + apartMs);
  const last = policy.repeatMs.at(-1) ?? policy.staleMs;
  let at = cycleAt;
  for (let i = 0; at < earliest && at < end; i++) at += Math.max(policy.repeatMs[i] ?? last, apartMs);
  return at > end - apartMs ? end : at;
}
