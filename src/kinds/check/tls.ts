/** How long a server's certificate still holds, and whether name and chain are right. */
import { z } from "zod";
import { dial } from "./net/dial.ts";
import { daysUntil, secure } from "./net/secure.ts";
import { type Probe, within } from "./probe.ts";
import { hostName, portNumber } from "./tcp.ts";

export const tlsSpec = z.strictObject({
  type: z.literal("tls"),
  host: hostName,
  port: portNumber.default(443),
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
  /** Fewer days left, on any certificate of the chain, is bad. */
  minDays: z.number().int().nonnegative().default(14),
});

export const tls: Probe<z.infer<typeof tlsSpec>> = async (spec, context) => {
  const started = context.clock.monotonic();
  const certificates = await within(context, spec.timeoutMs, async (signal) => {
    const socket = await dial(spec, context.network, signal);
    try {
      return (await secure(socket, spec.host, context.network, signal)).certificates;
    } finally {
      socket.destroy();
    }
  });
  const now = context.clock.now();
  const tlsDays = daysUntil(certificates.endsAt, now);
  const chainDays = daysUntil(certificates.chainEndsAt, now);
  const { problem } = certificates;
  const errorClass = problem ? "certificate" : chainDays < spec.minDays ? "expiring" : null;
  const ms = Math.round(context.clock.monotonic() - started);
  return {
    verdict: errorClass ? "bad" : "good",
    summary: { probe: "tls", ms, tlsDays, chainDays, problem },
    measure: tlsDays,
    unit: "days",
    errorClass,
    detail: problem ?? (errorClass ? `${chainDays} d` : null),
    keep: null,
  };
};
