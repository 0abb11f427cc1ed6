/** What a check looks at and expects, in a few technical words for its card. */
import type { CheckAbout } from "../../core/reading.ts";
import type { CheckSpec, ProbeSpec } from "./spec.ts";

export function aboutOf({ probe, goodWhen, badWhen, alertAfter }: CheckSpec): CheckAbout {
  const grace = probe.type === "ping" ? { graceMs: probe.graceMs } : {};
  const expects = [...expectsOf(probe), ...(goodWhen === null ? [] : [goodWhen])];
  return { target: targetOf(probe), expects, ...(badWhen === null ? {} : { badWhen }), alertAfter, ...grace };
}

function targetOf(probe: ProbeSpec): string {
  switch (probe.type) {
    case "http":
      return probe.url;
    case "page":
      return `page ${probe.url}`;
    case "tcp":
    case "tls":
      return `${probe.type} ${probe.host}:${probe.port}`;
    case "dns":
      return `dns ${probe.name} ${probe.record}`;
    case "domain":
      return `domain ${probe.domain}`;
    case "command":
    case "tests":
      return "named" in probe.run ? probe.run.named : probe.run.argv.join(" ");
    case "ping":
      return "ping";
  }
}

function expectsOf(probe: ProbeSpec): string[] {
  switch (probe.type) {
    case "http": {
      const { status, contains, lacks, maxMs, minTlsDays } = probe;
      const texts = [contains === null ? "" : `“${contains}”`, lacks === null ? "" : `no “${lacks}”`];
      const limits = [maxMs === null ? "" : `≤ ${maxMs} ms`, minTlsDays === null ? "" : `TLS ≥ ${minTlsDays} d`];
      return [codesOf(status), ...texts, ...limits].filter(Boolean);
    }
    case "tls":
    case "domain":
      return [`≥ ${probe.minDays} d`];
    case "dns":
      return probe.expected === null ? [] : [probe.expected];
    default:
      return [];
  }
}

/** Nothing for what is expected without a word: 200 to 299. */
function codesOf(status: Extract<ProbeSpec, { type: "http" }>["status"]): string {
  if (typeof status === "number") return String(status);
  if (Array.isArray(status)) return status.join(" ");
  return status.from === 200 && status.to === 299 ? "" : `${status.from}–${status.to}`;
}
