/** What a check looks at and expects, in a few technical words for its card. */
import type { CheckAbout } from "../../core/reading.ts";
import type { CheckSpec, ProbeSpec } from "./spec.ts";

export function aboutOf({ probe, goodWhen, badWhen, alertAfter }: CheckSpec): CheckAbout {
  const conditions = [goodWhen, badWhen === null ? null : `not ${badWhen}`].filter((one) => one !== null);
  const grace = probe.type === "ping" ? { graceMs: probe.graceMs } : {};
  return { target: targetOf(probe), expects: [...expectsOf(probe), ...conditions], alertAfter, ...grace };
}

function targetOf(probe: ProbeSpec): string {
  switch (probe.type) {
    case "http":
    case "page":
      return probe.url;
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
  if (probe.type !== "http") return [];
  const { status, contains, lacks } = probe;
  const codes = typeof status === "number" ? String(status) : Array.isArray(status) ? status.join(" ") : "";
  return [codes, contains === null ? "" : `“${contains}”`, lacks === null ? "" : `no “${lacks}”`].filter(Boolean);
}
