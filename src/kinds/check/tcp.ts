/** Whether something answers at a port. */
import { z } from "zod";
import { dial } from "./net/dial.ts";
import { type Probe, within } from "./probe.ts";

export const hostName = z
  .string()
  .max(255)
  .regex(/^(?:\[[\da-fA-F:.]+\]|[\w.:-]+)$/, "is no host name or address");

export const portNumber = z.number().int().min(1).max(65_535);

export const tcpSpec = z.strictObject({
  type: z.literal("tcp"),
  host: hostName,
  port: portNumber,
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
});

export const tcp: Probe<z.infer<typeof tcpSpec>> = async (spec, context) => {
  const started = context.clock.monotonic();
  const socket = await within(context, spec.timeoutMs, (signal) => dial(spec, context.network, signal));
  socket.destroy();
  const ms = Math.round(context.clock.monotonic() - started);
  return {
    verdict: "good",
    summary: { probe: "tcp", ms },
    measure: ms,
    unit: "ms",
    errorClass: null,
    detail: null,
    keep: null,
  };
};
