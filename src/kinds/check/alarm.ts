/** What a check says of how it stands, to escalations and to its chat. */

import type { Severity } from "../../core/escalation.ts";
import type { Alarm, RunContext } from "../../core/kind.ts";
import type { View } from "../../core/view.ts";
import type { CheckNews } from "./judge.ts";
import type { Reading } from "./probe.ts";

/** So much of what was printed is told, its end. */
const longestText = 1_000;

type News = Extract<View, { view: "checkNews" }>;

/** The technical words are the same in every language. */
export function failing({ summary, errorClass, detail }: Reading, severity: Severity): Alarm {
  const cause = errorClass ?? "bad";
  const status = errorClass === "status" && "status" in summary && summary.status !== null;
  const words = { late: "no call", called: "exit", exit: "exit" }[cause as string] ?? cause;
  const reason = status ? `HTTP ${summary.status}` : [words, detail].filter((word) => word !== null).join(" ");
  return { alarm: "failing", cause, reason, severity };
}

export function newsOf(
  { action, run }: Pick<RunContext<unknown>, "action" | "run">,
  { output, keep: _, attachment: __, ...reading }: Reading,
  news: Exclude<CheckNews, { news: "down" | "up" }> | { news: "result" },
): News {
  const about = { action: action.id, run: run.id, title: action.title, reading };
  const text = news.news === "result" && output !== undefined ? { text: output.slice(-longestText) } : {};
  return {
    view: "checkNews",
    ...about,
    ...text,
    told: news.news,
    changes: news.news === "flapping" ? news.changes : 0,
  };
}
