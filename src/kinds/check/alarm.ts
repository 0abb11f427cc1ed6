/** What a check says of how it stands, to escalations and to its chat. */
import type { Alarm, RunContext } from "../../core/kind.ts";
import type { ErrorClass } from "../../core/reading.ts";
import type { View } from "../../core/view.ts";
import type { Judgement } from "./judge.ts";
import type { Reading } from "./probe.ts";
import type { CheckSpec } from "./spec.ts";

/** So much of what was printed is told, its end. */
const longestText = 1_000;
/** What warns while it still works: to have taken it, or silenced it, says nothing of an outage. */
const warnings: ReadonlySet<ErrorClass> = new Set(["expiring", "slow", "value"]);

type News = Extract<View, { view: "checkNews" }>;

/** The reason is a class of trouble and its technical word, for each language to put in words; a status says itself. */
export function alarmOf(reading: Reading, { current }: Judgement, spec: CheckSpec): Alarm | null {
  switch (current.state) {
    case "bad": {
      const { since, lastGood, count } = current;
      return { ...failing(reading, spec), outage: { since, lastGood, failed: count, of: spec.alertAfter } };
    }
    case "flapping": {
      const { reason, severity } = failing(reading, spec);
      return { alarm: "flapping", turns: current.turns, reason, severity };
    }
    case "good":
      return { alarm: "fine", back: { since: current.since, good: current.count, of: spec.recoverAfter } };
    default:
      return null;
  }
}

function failing(
  { summary, errorClass, detail }: Reading,
  { severity }: Pick<CheckSpec, "severity">,
): Extract<Alarm, { alarm: "failing" }> {
  // One outage is one cause, whatever it shows itself as: what dies answers 502, then not in time, then not at all.
  const cause = errorClass !== null && warnings.has(errorClass) ? errorClass : "down";
  const status = errorClass === "status" && "status" in summary && summary.status !== null;
  const reason = status
    ? `HTTP ${summary.status}`
    : [errorClass ?? "bad", detail].filter((word) => word !== null).join(" ");
  return { alarm: "failing", cause, reason, severity };
}

/** What is told besides: that what is seen has changed, or each result. */
export function newsOf(
  { action, run }: Pick<RunContext<unknown>, "action" | "run">,
  { output, keep: _, attachment, ...reading }: Reading,
  told: News["told"],
): News {
  const news = { view: "checkNews", action: action.id, run: run.id, title: action.title, reading, told } as const;
  if (told !== "result") return news;
  if (attachment) return { ...news, log: attachment };
  return output === undefined ? news : { ...news, text: output.slice(-longestText) };
}
