/**
 * Whether it is we who are cut off. Only asked when a check failed in a way a broken line of ours would explain; when
 * no anchor answers either, the reading does not count.
 */
import { z } from "zod";
import type { ErrorClass } from "../../core/reading.ts";
import { dial, type Place } from "./net/dial.ts";
import type { ProbeContext, Reading } from "./probe.ts";
import { Trouble, within } from "./probe.ts";
import { hostName, portNumber } from "./tcp.ts";

/** Places that nearly always answer, best run by different people. */
export const anchorsSpec = z.array(z.strictObject({ host: hostName, port: portNumber })).max(8);

export const defaultAnchors: readonly Place[] = [
  { host: "1.1.1.1", port: 443 },
  { host: "9.9.9.9", port: 443 },
  { host: "8.8.8.8", port: 443 },
];

const ANCHOR_MS = 3_000;

const lineTrouble: ReadonlySet<ErrorClass> = new Set(["timeout", "dns", "unreachable", "reset"]);

/** Whether our own outage could be the reason. A refused connection or a wrong answer came from the other side. */
function mayBeOurs({ summary, errorClass }: Pick<Reading, "summary" | "errorClass">): boolean {
  const asksOut = !["command", "tests", "ping"].includes(summary.probe);
  return asksOut && errorClass !== null && lineTrouble.has(errorClass);
}

/** `unknown` without anchors. One that answers, or refuses, is enough. */
export async function ownConnectivity(
  anchors: readonly Place[],
  context: Pick<ProbeContext, "network" | "signal">,
): Promise<"online" | "offline" | "unknown"> {
  const answers = await Promise.all(anchors.map((anchor) => anchorAnswers(anchor, context)));
  return connectivity(answers);
}

/** @param answers whether each anchor answered */
export function connectivity(answers: readonly boolean[]): "online" | "offline" | "unknown" {
  if (answers.length === 0) return "unknown";
  return answers.some(Boolean) ? "online" : "offline";
}

/** Whether a reading is to be judged at all. */
export function counts(
  reading: Pick<Reading, "summary" | "errorClass">,
  own: "online" | "offline" | "unknown",
): boolean {
  return !(own === "offline" && mayBeOurs(reading));
}

async function anchorAnswers(anchor: Place, context: Pick<ProbeContext, "network" | "signal">): Promise<boolean> {
  try {
    const socket = await within(context, ANCHOR_MS, (signal) => dial(anchor, context.network, signal));
    socket.destroy();
    return true;
  } catch (error) {
    context.signal.throwIfAborted();
    return error instanceof Trouble && error.errorClass === "refused";
  }
}
