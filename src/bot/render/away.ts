/** What is told after Belfry was away. */
import type { AwayView, Delayed } from "../../core/away.ts";
import { named, shortened } from "../../texts/person.ts";
import { bold, joined, type Piece, styled } from "../../texts/styled.ts";
import { button } from "../data.ts";
import type { Message } from "../message.ts";
import { undoButton } from "./card-buttons.ts";
import type { Scene } from "./scene.ts";

/** So many are named; of more only the number is told. */
const most = 8;

type Of<V extends AwayView["view"]> = Extract<AwayView, { view: V }>;

export function renderAway(view: Of<"away">, scene: Scene): Message {
  const { away: say, buttons } = scene.texts;
  const lines = (["late", "skipped", "rung"] as const).map((name) =>
    view[name].length === 0
      ? ""
      : styled`${say[name]}: ${list(
          view[name].map((one) => delayed(one, scene)),
          scene,
        )}`,
  );
  const { skipped, started } = view;
  const again = started === null ? [] : [say.started(started)];
  const rerun = skipped.length > 0 && started === null ? [button(buttons.runSkipped, "catchup")] : [];
  return {
    body: joined([bold(say.head(scene.length(view.to - view.from))), ...lines, ...again], "\n"),
    buttons: [[...rerun, button(buttons.policy, "misfire")]],
  };
}

function delayed({ title, missed }: Delayed, scene: Scene): Piece {
  const name = shortened(named(title), 40);
  return missed > 1 ? `${name} (${scene.texts.ring.missed(missed)})` : name;
}

function list(names: Piece[], scene: Scene): Piece {
  const more = names.length > most ? [scene.texts.away.more(names.length - most)] : [];
  return joined([...names.slice(0, most), ...more], ", ");
}

export function renderMisfire({ misfire, ...view }: Of<"misfire">, scene: Scene): Message {
  return ruled(view, scene.texts.card.misfire[misfire], scene);
}

export function renderRest({ pauseAfter, ...view }: Of<"rest">, scene: Scene): Message {
  const { card: say } = scene.texts;
  return ruled(view, pauseAfter === null ? say.pauseNever : say.pauseAfter(pauseAfter), scene);
}

function ruled({ titles, undo }: Pick<Of<"rest">, "titles" | "undo">, rule: string, scene: Scene): Message {
  const names = titles.map((title) => shortened(named(title), 40));
  return { body: styled`✏️ ${bold(list(names, scene))}\n${rule}`, buttons: [undoButton(undo, scene)] };
}
