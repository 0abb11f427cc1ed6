/** What is typed after the commands of escalations. */
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

/** `high`, `stale`, `high stale` or nothing. */
export function listWords(args: string): { severity?: Severity; stale: boolean } {
  const words = args.toLowerCase().split(/\s+/);
  const severity = severities.find((one) => words.includes(one));
  return { ...(severity ? { severity } : {}), stale: words.includes("stale") };
}
