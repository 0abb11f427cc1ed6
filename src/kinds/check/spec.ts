/** What a check is told to look at and when that is bad. Read when it is saved and again each time it runs. */
import { z } from "zod";
import { commandSpec } from "./command/command.ts";
import { conditionText, parseCondition, testsOf } from "./condition/condition.ts";
import { dnsSpec } from "./dns.ts";
import { domainSpec } from "./domain.ts";
import { factType, fitsFact } from "./facts.ts";
import { httpSpec } from "./http/http.ts";
import { pageSpec } from "./page.ts";
import { pingSpec } from "./ping.ts";
import { tcpSpec } from "./tcp.ts";
import { testsSpec } from "./tests/tests.ts";
import { tlsSpec } from "./tls.ts";

export const probeSpec = z.discriminatedUnion("type", [
  commandSpec,
  httpSpec,
  tcpSpec,
  dnsSpec,
  tlsSpec,
  domainSpec,
  pageSpec,
  pingSpec,
  testsSpec,
]);

export type ProbeSpec = z.infer<typeof probeSpec>;

export const checkSpec = z
  .strictObject({
    probe: probeSpec,
    /** Bad unless this holds. */
    goodWhen: conditionText.nullable().default(null),
    /** Bad when this holds, or when what it asks about is not known. */
    badWhen: conditionText.nullable().default(null),
    alertAfter: z.number().int().min(1).max(100).default(3),
    recoverAfter: z.number().int().min(1).max(100).default(2),
    /** Of the escalation that it raises. */
    severity: z.enum(["low", "medium", "high", "critical"]).default("high"),
  })
  .superRefine((spec, context) => {
    for (const field of ["goodWhen", "badWhen"] as const) {
      const message = unknownFact(spec.probe, spec[field]);
      if (message) context.addIssue({ code: "custom", path: [field], message });
    }
  });

export type CheckSpec = z.infer<typeof checkSpec>;

/** The first name in a condition that this probe does not have or that is compared with the wrong thing. */
function unknownFact(probe: ProbeSpec, text: string | null): string | null {
  if (text === null || !conditionText.safeParse(text).success) return null;
  for (const { name, test, value } of testsOf(parseCondition(text))) {
    const type = factType(probe.type, name);
    if (type === null) return `${name} is not known for ${probe.type}`;
    if (!fitsFact(type, test, value)) return `${name} is a ${type}`;
    if (name === "value" && "number" in probe && probe.number === null)
      return "value needs number: first, last or like";
  }
  return null;
}

/** What the doors answer for a spec that cannot be saved; the strings are those of the compatible doors. */
export type SpecCode =
  | "invalid_spec"
  | "invalid_cmd"
  | "invalid_cwd"
  | "cwd_outside_repo"
  | "unknown_command"
  | "needs_approval";

export interface SpecProblem {
  code: SpecCode;
  /** Where in the spec, with dots. */
  at: string;
  /** In English, to be quoted at most. */
  detail: string;
}

/** Every problem zod found, each with its code. */
export function problemsOf(error: z.ZodError): SpecProblem[] {
  return error.issues.map(({ path, message }) => {
    const at = path.join(".");
    const code = /\bcwd$/.test(at) ? "invalid_cwd" : /^probe\.run/.test(at) ? "invalid_cmd" : "invalid_spec";
    return { code, at, detail: message };
  });
}
