/** How numbers are spread. */
import type { Values } from "../../../core/digest.ts";

export interface Spread {
  count: number;
  min: number;
  mean: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** Null when there are none. `squashed` are further ones, of which only rounded values are known. */
export function spreadOf(values: readonly number[], squashed: readonly Values[] = []): Spread | null {
  const count = values.length + total(squashed, "count");
  if (count === 0) return null;
  const own = Float64Array.from(values).sort();
  const parts = squashed.flatMap((one) => one.parts).sort(([a], [b]) => a - b);
  const sum = own.reduce((all, value) => all + value, 0) + total(squashed, "sum");
  const at = (percent: number) => ranked(own, parts, Math.max(1, Math.ceil((percent / 100) * count)));
  return {
    count,
    min: Math.min(own[0] ?? Number.POSITIVE_INFINITY, ...squashed.map((one) => one.min)),
    mean: sum / count,
    ...{ p50: at(50), p95: at(95), p99: at(99) },
    max: Math.max(own.at(-1) ?? Number.NEGATIVE_INFINITY, ...squashed.map((one) => one.max)),
  };
}

/** Nearest rank: the smallest value that at least `rank` of all are not above. Both lists are in order. */
function ranked(own: Float64Array, parts: Values["parts"], rank: number): number {
  if (parts.length === 0) return own[rank - 1] ?? Number.NaN;
  let [before, i] = [0, 0];
  for (const [value, times] of parts) {
    while (i < own.length && (own[i] ?? 0) <= value) {
      i += 1;
      before += 1;
      if (before >= rank) return own[i - 1] ?? Number.NaN;
    }
    before += times;
    if (before >= rank) return value;
  }
  return own[i + rank - before - 1] ?? Number.NaN;
}

function total(squashed: readonly Values[], what: "count" | "sum"): number {
  return squashed.reduce((sum, one) => sum + one[what], 0);
}
