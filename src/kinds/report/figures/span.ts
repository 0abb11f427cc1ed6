/** Stretches of time. `from` belongs to a span, `to` does not. */
import type { Instant } from "../../../core/schedule.ts";

export interface Span {
  from: Instant;
  to: Instant;
}

export function lengthOf({ from, to }: Span): number {
  return Math.max(0, to - from);
}

/** Null when they have no moment in common. */
export function overlap(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** In order, and those that touch made one. Empty ones are left out. */
export function united(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

export function covers(spans: readonly Span[], at: Instant): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}
