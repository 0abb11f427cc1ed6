/** What a check says of how it stands, to escalations and to its chat. */
import type { Alarm, RunContext } from "../../core/kind.ts";
import type { View } from "../../core/view.ts";
import type { CheckNews } from "./judge.ts";
import type { Reading } from "./probe.ts";

type News = Extract<View, { view: "checkNews" }>;

/** The technical words are the same in every language. */
export function failing({ summary, errorClass, detail }: Reading): Alarm {
  const cause = errorClass ?? "bad";
  const status = errorClass === "status" && "status" in summary && summary.status !== null;
  const reason = status ? `HTTP ${summary.status}` : [cause, detail].filter((word) => word !== null).join(" ");
  return { alarm: "failing", cause, reason, severity: "high" };
}

export function newsOf(
  { action, run }: Pick<RunContext<unknown>, "action" | "run">,
  { output: _, keep: __, attachment: ___, ...reading }: Reading,
  news: Exclude<CheckNews, { news: "down" | "up" }>,
): News {
  const about = { action: action.id, run: run.id, title: action.title, reading };
  return { view: "checkNews", ...about, told: news.news, changes: news.news === "flapping" ? news.changes : 0 };
}
