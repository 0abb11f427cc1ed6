/** What is typed after the commands of escalations. */
import type { Operation } from "../app/operation.ts";
import { listEscalations } from "../app/operations/escalations.ts";
import { tryRoutes } from "../app/operations/try-routes.ts";
import { type Raised, raiseWords } from "../app/raise-words.ts";
import { severities } from "../core/escalation.ts";

/** `E41`, `41`, `shop` or nothing. */
export function escalationNamed(args: string): { escalation?: string } {
  return args === "" ? {} : { escalation: args };
}

/** `high The door is open, source: porch`: see `raiseWords`. */
export function raisedBy(args: string): Raised {
  const severity = severities.find((one) => new RegExp(`^${one}(?!\\S)`, "i").test(args));
  return severity ? { severity, ...raiseWords(args.slice(severity.length)) } : raiseWords(args);
}

/** `high`, `stale`, `high stale`, `source nas` or nothing lists; `test`, `test high` tries the routes. Flags are the same. */
export function listOrTest(args: string): { operation: Operation<unknown>; input: unknown } {
  const [before = "", source] = args.split(/(?:^|\s)(?:--|—)?(?:source|from|quelle|von)[\s:=]+(.+)$/iu);
  const words = before.toLowerCase().split(/[\s=]+|(?:--|—)/);
  const severity = severities.find((one) => words.includes(one));
  const of = severity ? { severity } : {};
  if (words.includes("test")) return { operation: tryRoutes, input: of };
  const from = source === undefined ? {} : { source };
  return { operation: listEscalations, input: { ...of, ...from, stale: words.includes("stale") } };
}
