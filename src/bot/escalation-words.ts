/** What is typed after the commands of escalations. */
import { type Severity, severities } from "../core/escalation.ts";

const number = /^#?e?(\d{1,9})\b\s*/i;
const units = { m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `E41`, `41` or nothing. */
export function escalationNumber(args: string): { escalation?: number } {
  const found = number.exec(args);
  return found ? { escalation: Number(found[1]) } : {};
}

/** `E41 2h`, `2 h`, `E41` (until it is fixed). */
export function silenceWords(args: string): { escalation?: number; forMs?: number } {
  const time = /(\d{1,5})\s*(min|m|h|d)\s*$/i.exec(args);
  const rest = time ? args.slice(0, time.index) : args;
  const ms = time ? Number(time[1]) * units[time[2]?.toLowerCase() as keyof typeof units] : null;
  return { ...escalationNumber(rest), ...(ms === null ? {} : { forMs: ms }) };
}

/** `high The door is open`, the rest of the lines being the body. */
export function raiseWords(args: string): { severity?: Severity; subject: string; body: string } {
  const [first = "", ...lines] = args.split("\n");
  const severity = severities.find((one) => first.toLowerCase().startsWith(`${one} `));
  const subject = severity ? first.slice(severity.length).trim() : first.trim();
  return { ...(severity ? { severity } : {}), subject, body: lines.join("\n").trim() };
}

/** `high`, `stale`, `high stale` or nothing. */
export function listWords(args: string): { severity?: Severity; stale: boolean } {
  const words = args.toLowerCase().split(/\s+/);
  const severity = severities.find((one) => words.includes(one));
  return { ...(severity ? { severity } : {}), stale: words.includes("stale") };
}
