/** Somebody who was to be told cannot be reached. */
import type { Escalation } from "../../core/escalation.ts";
import { type At, ring, type Step } from "./step.ts";

/** Tells the next ones at once, where nobody else of those who were told can be reached. */
export function passOn(escalation: Escalation, at: At): Step | null {
  const { state, told, gaveUpAt } = escalation;
  if (state !== "open" || gaveUpAt !== null || told.some(at.reaches)) return null;
  const step = ring(escalation, "raised", at);
  const anew = step.notices.some(({ targets }) => targets.some(at.reaches));
  return anew ? step : null;
}
