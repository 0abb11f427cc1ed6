/** Why an action did or does not run. */
import type { View } from "../../core/view.ts";
import type { Hold } from "../../core/why.ts";
import { named } from "../../texts/person.ts";
import { bold, joined, type Piece, styled } from "../../texts/styled.ts";
import { type Message, words } from "../message.ts";
import { gateWords } from "./gates.ts";
import { outcomeLines } from "./outcomes.ts";
import type { Scene } from "./scene.ts";
import { moments } from "./times.ts";

export function renderWhy({ card, lines, holds }: Extract<View, { view: "why" }>, scene: Scene): Message {
  const { why: say } = scene.texts;
  const head = styled`${bold(named(card.title))} · ${scene.describe(card.schedule, card.cause)}`;
  const past = lines.length === 0 ? [say.neverRan] : outcomeLines(lines, scene);
  const now = holds.map((hold) => joined(["•", holdWords(hold, scene)], " "));
  const next = card.next.length === 0 ? [] : [say.next(moments(card.next.slice(0, 2), scene))];
  return words(joined([head, ...past, ...(now.length > 0 ? [say.now, ...now] : [say.free]), ...next], "\n"));
}

function holdWords(hold: Hold, scene: Scene): Piece {
  const { why: say, status } = scene.texts;
  const { when } = scene.dates;
  switch (hold.hold) {
    case "clock":
      return status.held(hold.code);
    case "paused":
      if (hold.crashes !== undefined) return say.pausedCrashing(hold.crashes);
      if (hold.failures !== undefined) return say.pausedFailing(hold.failures);
      return hold.until === null ? say.paused : say.pausedUntil(when(hold.until));
    case "skip":
      return say.skip(when(hold.slot));
    case "gate":
      return joined(
        [gateWords(hold.gate, scene), say.gate[hold.shut === null ? "asked" : hold.shut ? "shut" : "open"]],
        ": ",
      );
    case "cooldown":
    case "quiet":
    case "maintenance":
      return say[hold.hold](when(hold.until));
    case "causeGone":
      return say.causeGone(named(hold.title));
    default:
      return say[hold.hold];
  }
}
