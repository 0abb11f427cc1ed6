/** What a name resolves to. */
import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import { z } from "zod";
import { codeOf } from "./net/dial.ts";
import { permits } from "./net/network.ts";
import { type Probe, Trouble, within } from "./probe.ts";
import { hostName } from "./tcp.ts";

export const dnsSpec = z.strictObject({
  type: z.literal("dns"),
  name: hostName,
  record: z.enum(["A", "AAAA", "CNAME", "MX", "NS", "TXT", "SRV", "CAA", "PTR"]).default("A"),
  /** Has to be one of the records: an address, a name, `10 mail.example.com`, a whole text. */
  expected: z.string().min(1).max(1_024).nullable().default(null),
  /** An address of a name server, with a port or without; those of the machine when null. */
  server: z
    .string()
    .max(60)
    .refine((text) => serverAddress(text) !== null, "is no address of a name server")
    .nullable()
    .default(null),
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
});

type DnsSpec = z.infer<typeof dnsSpec>;

export const dns: Probe<DnsSpec> = async (spec, context) => {
  const started = context.clock.monotonic();
  const server = spec.server === null ? null : (serverAddress(spec.server) ?? "");
  if (server !== null && !permits(context.network.allow, server, server)) throw new Trouble("forbidden", server);
  const records = await within(context, spec.timeoutMs, (signal) => ask(spec, signal));
  const ms = Math.round(context.clock.monotonic() - started);
  const keep = records.join("\n");
  const expected = spec.expected === null ? null : plain(spec.expected);
  const errorClass = expected !== null && !records.some((record) => plain(record) === expected) ? "record" : null;
  return {
    verdict: errorClass ? "bad" : "good",
    summary: { probe: "dns", ms, records, changed: context.previous !== null && context.previous !== keep },
    measure: ms,
    unit: "ms",
    errorClass,
    detail: errorClass ? (records[0] ?? null) : null,
    keep,
    text: keep,
  };
};

async function ask({ name, record, server, timeoutMs }: DnsSpec, signal: AbortSignal): Promise<string[]> {
  // Two tries within the time: a lost packet is not worth an alert.
  const resolver = new Resolver({ timeout: Math.ceil(timeoutMs / 3), tries: 2 });
  if (server !== null) resolver.setServers([server]);
  const stop = () => resolver.cancel();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return (await resolve(resolver, name, record)).slice(0, 100).sort();
  } catch (error) {
    signal.throwIfAborted();
    const code = codeOf(error);
    throw new Trouble(code === "ETIMEOUT" ? "timeout" : "dns", code);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function resolve(resolver: Resolver, name: string, record: DnsSpec["record"]): Promise<string[]> {
  switch (record) {
    case "A":
      return resolver.resolve4(name);
    case "AAAA":
      return resolver.resolve6(name);
    case "CNAME":
      return resolver.resolveCname(name);
    case "NS":
      return resolver.resolveNs(name);
    case "PTR":
      return isIP(name) ? resolver.reverse(name) : resolver.resolvePtr(name);
    case "TXT":
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(""));
    case "MX":
      return (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`);
    case "SRV":
      return (await resolver.resolveSrv(name)).map((at) => `${at.priority} ${at.weight} ${at.port} ${at.name}`);
    case "CAA":
      return (await resolver.resolveCaa(name)).map(({ critical, ...rest }) => {
        const [tag = "", value = ""] = Object.entries(rest)[0] ?? [];
        return `${critical} ${tag} ${value}`;
      });
  }
}

/**
 * `192.0.2.1`, `192.0.2.1:5353`, `[::1]:53` → the address alone; null for anything else. Port 0 would end the process: an
 * assertion in Node's resolver.
 */
function serverAddress(text: string): string | null {
  if (isIP(text)) return text;
  const [, address = "", port = "53"] = /^\[?(.*?)\]?(?::(\d{1,5}))?$/.exec(text) ?? [];
  return isIP(address) && Number(port) >= 1 && Number(port) <= 65_535 ? address : null;
}

/** Names are the same in any case, with the closing dot or without. */
function plain(record: string): string {
  return record.toLowerCase().replace(/\.$/, "");
}
