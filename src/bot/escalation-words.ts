/** What is typed after the commands of escalations. */
import type { Operation } from "../app/operation.ts";
import { listEscalations } from "../app/operations/escalations.ts";
import { tryRoutes } from "../app/operations/try-routes.ts";
import { BelfryError } from "../core/errors.ts";
import { type Severity, severities } from "../core/escalation.ts";

/** `E41`, `41`, `shop` or nothing. */
export function escalationNamed(args: string): { escalation?: string } {
  return args === "" ? {} : { escalation: args };
}

/** `high The door is open`, the rest of the lines being the body. @throws BelfryError `howToEscalate` where nothing is wrong */
export function raiseWords(args: string): { severity?: Severity; subject: string; body: string } {
  const [first = "", ...lines] = args.split("\n");
  const severity = severities.find((one) => `${first.toLowerCase()} `.startsWith(`${one} `));
  const subject = severity ? first.slice(severity.length).trim() : first.trim();
  if (subject === "") throw new BelfryError("howToEscalate");
  return { ...(severity ? { severity } : {}), subject, body: lines.join("\n").trim() };
}

/** `high`, `stale`, `high stale` or nothing lists; `test`, `test high` tries the routes. */
export function listOrTest(args: string): { operation: Operation<unknown>; input: unknown } {
  const words = args.toLowerCase().split(/\s+/);
  const severity = severities.find((one) => words.includes(one));
  const of = severity ? { severity } : {};
  if (words.includes("test")) return { operation: tryRoutes, input: of };
  return { operation: listEscalations, input: { ...of, stale: words.includes("stale") } };
}
