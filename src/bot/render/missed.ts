/** What somebody missed who was not here. */
import type { MissedLine } from "../../core/run-view.ts";
import type { View } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { bold, joined, type Piece, styled } from "../../texts/styled.ts";
import { type Message, words } from "../message.ts";
import type { Scene } from "./scene.ts";

const signs: Record<MissedLine["what"], string> = { rings: "⏰", notDone: "⌛", leftOut: "⏭", failed: "🔴" };

export function renderMissed(view: Extract<View, { view: "missed" }>, scene: Scene): Message {
  const { missed: say } = scene.texts;
  const since = scene.dates.when(view.since);
  if (view.lines.length === 0) return words(say.nothing(since));
  const more = view.more > 0 ? say.more(view.more) : "";
  return words(joined([bold(say.head(since)), ...view.lines.map((line) => lineOf(line, scene)), more], "\n"));
}

/** `🔴 shop × 5 · last Tue 24 Nov 03:10 · HTTP 502`. */
function lineOf(line: MissedLine, scene: Scene): Piece {
  const { missed: say, outcome } = scene.texts;
  const { title, what, count, at, undelivered } = line;
  const when = scene.dates.when(at);
  return joined(
    [
      styled`${signs[what]} ${bold(named(title))}${count > 1 ? ` ${outcome.range(count)}` : ""}`,
      count > 1 ? say.last(when) : when,
      whatWords(line, scene),
      undelivered ? say.undelivered : "",
    ],
    " · ",
  );
}

/** Why it was not answered is nothing to tell: nobody did. */
function whatWords({ what, reason }: MissedLine, { texts }: Scene): string {
  const because = reason === null ? "" : named(texts.reason(reason));
  if (what === "failed" && because !== "") return because;
  return what === "leftOut" && because !== "" ? `${texts.missed.leftOut}: ${because}` : texts.missed[what];
}
