/** How long a domain is still registered, by RDAP (RFC 9083 §4.5). */
import { domainToASCII } from "node:url";
import { z } from "zod";
import { fetchAnswer, textOf } from "./http/fetch.ts";
import { webAddress } from "./http/http.ts";
import { daysUntil } from "./net/secure.ts";
import { type Probe, Trouble, within } from "./probe.ts";

export const domainSpec = z.strictObject({
  type: z.literal("domain"),
  domain: z
    .string()
    .max(253)
    .refine((text) => /^(?:[\w-]+\.)+[\w-]+$/.test(domainToASCII(text)), "is no domain"),
  /** Fewer days left is bad. */
  minDays: z.number().int().nonnegative().default(30),
  /** A server that knows every registry and redirects to it, or the registry's own. */
  server: webAddress.default("https://rdap.org"),
  timeoutMs: z.number().int().min(100).max(60_000).default(20_000),
});

const answerSpec = z.object({
  events: z.array(z.object({ eventAction: z.string(), eventDate: z.string() })),
});

export const domain: Probe<z.infer<typeof domainSpec>> = async (spec, context) => {
  const url = `${spec.server.replace(/\/+$/, "")}/domain/${domainToASCII(spec.domain)}`;
  const answer = await within(context, spec.timeoutMs, (signal) =>
    fetchAnswer({ url, method: "GET", redirects: "follow" }, { ...context, signal }),
  );
  if (answer.status !== 200) throw new Trouble("status", String(answer.status));
  const expiresAt = expiry(textOf(answer));
  if (expiresAt === null) throw new Trouble("json", "expiration");
  const days = daysUntil(expiresAt, context.clock.now());
  const errorClass = days < spec.minDays ? "expiring" : null;
  return {
    verdict: errorClass ? "bad" : "good",
    summary: { probe: "domain", ms: answer.ms, days, expiresAt },
    measure: days,
    unit: "days",
    errorClass,
    detail: errorClass ? `${days} d` : null,
    keep: null,
  };
};

function expiry(text: string): number | null {
  const read = answerSpec.safeParse(parsed(text));
  const event = read.data?.events.find(({ eventAction }) => eventAction === "expiration");
  const at = Date.parse(event?.eventDate ?? "");
  return Number.isNaN(at) ? null : at;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
