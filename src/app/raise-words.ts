/** What somebody raises by hand, in their words. */
import { BelfryError } from "../core/errors.ts";
import { type Severity, severities } from "../core/escalation.ts";

export interface Raised {
  subject: string;
  body: string;
  /** Who or what found it; empty where that is not said. */
  source: string;
  severity?: Severity;
}

/** Flags as on a command line; phones make one long dash of two short ones. Each goes on to the next one. */
const flag = /(?:^|\s)(?:--|—)(severity|subject|body|source)(?=\s|=|$)=?/iu;
/** At the end of a line, after a comma or with a colon: "…, source nas", "source: nas"; "source code leaked" is none. */
const sourceSaid = /(?:[,;]\s*(?:source|quelle):?\s+|(?:^|\s)(?:source|quelle):\s*)([^,;\n]{1,100})$/imu;

/**
 * `The door is open, source: porch`; further lines are the body. Or with flags: `--subject The door is open --body
 * since 9 --source porch`.
 * @throws BelfryError `howToEscalate` where nothing is said to be wrong, or the severity is none
 */
export function raiseWords(text: string): Raised {
  const [plain = "", ...flagged] = text.split(flag);
  const given: Record<string, string> = {};
  for (let i = 0; i < flagged.length; i += 2) given[(flagged[i] ?? "").toLowerCase()] = unquoted(flagged[i + 1] ?? "");
  const source = sourceSaid.exec(plain);
  const words = source ? `${plain.slice(0, source.index)}${plain.slice(source.index + source[0].length)}` : plain;
  const [first = "", ...lines] = words.trim().split("\n");
  const subject = given.subject ?? first.trim();
  const severity = severities.find((one) => one === given.severity?.toLowerCase());
  if (subject === "" || (given.severity !== undefined && !severity)) throw new BelfryError("howToEscalate");
  const body = given.body ?? lines.join("\n").trim();
  return { ...{ subject, body, source: given.source ?? source?.[1]?.trim() ?? "" }, ...(severity && { severity }) };
}

function unquoted(text: string): string {
  return text.trim().replace(/^["“](.*)["”]$/su, "$1");
}
