import { HOUR, MINUTE, SECOND } from "../when/duration.ts";

/** Milliseconds between slots in a language's words for hours, minutes and seconds: `["1 h", "30 min"]`. */
export function elapsedParts(ms: number, [h, min, s]: readonly [string, string, string]): string[] {
  const parts = [
    [Math.trunc(ms / HOUR), h],
    [Math.trunc((ms % HOUR) / MINUTE), min],
    [(ms % MINUTE) / SECOND, s],
  ] as const;
  return parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}`);
}
