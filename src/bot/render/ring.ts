/** What rings, and what became of it. */
import type { RingItem, View } from "../../core/view.ts";
import { named, quoted } from "../../texts/person.ts";
import { joined, type Piece, styled } from "../../texts/styled.ts";
import { button } from "../data.ts";
import { type Message, words } from "../message.ts";
import { undoButton } from "./card-buttons.ts";
import type { Scene } from "./scene.ts";

const minute = 60_000;

export function renderRing(view: Extract<View, { view: "ring" }>, scene: Scene): Message {
  const { ring: say, buttons } = scene.texts;
  const line = joined(
    [
      say.line(named(view.title)),
      view.lead > 0 && view.slot !== null ? say.lead(scene.dates.when(view.slot), scene.relative(view.slot)) : "",
      view.lateMs > minute ? say.late(scene.length(view.lateMs)) : "",
      view.missed > 0 ? say.missed(view.missed) : "",
      view.ring > 1 && view.ring <= view.rings ? say.asked(view.ring, view.rings) : "",
    ],
    " · ",
  );
  return {
    body: joined([line, view.text === null ? "" : quoted(view.text)], "\n"),
    buttons: [
      [
        button(buttons.done, "done", view.run),
        button(scene.length(10 * minute), "snooze", view.run, "in10min"),
        button(scene.length(60 * minute), "snooze", view.run, "in1h"),
      ],
      [
        ...(scene.tonight ? [button(buttons.tonight, "snooze", view.run, "tonight")] : []),
        button(buttons.tomorrow, "snooze", view.run, "tomorrow9"),
        button(buttons.more, "later", view.run),
      ],
    ],
  };
}

export function renderRung(view: Extract<View, { view: "rung" }>, scene: Scene): Message {
  const quiet = view.quietUntil === undefined ? "" : scene.texts.card.quiet(scene.dates.when(view.quietUntil));
  return {
    body: joined([rungLine(view, scene), quiet], "\n"),
    buttons: [undoButton(view.undo, scene)].filter((row) => row.length > 0),
  };
}

function rungLine(view: Extract<View, { view: "rung" }>, scene: Scene): Piece & object {
  const { ring: say } = scene.texts;
  const title = named(view.title);
  const by = scene.group && view.by !== null ? named(view.by) : null;
  switch (view.state) {
    case "done":
      return say.done(title, scene.dates.time(view.at), by);
    case "snoozed":
      return say.snoozed(title, scene.dates.when(view.until ?? view.at));
    case "skipped":
      return say.skipped(title, by);
    case "expired":
      return say.expired(title);
    case "replaced":
      return say.replaced(title);
    case "askedAgain":
      return say.askedAgain(title, scene.dates.time(view.at));
  }
}

export function renderRingDigest(view: Extract<View, { view: "ringDigest" }>, scene: Scene): Message {
  const { ring: say, buttons } = scene.texts;
  const open = view.items.filter((item) => item.state === null);
  return {
    body: joined([say.digest[view.why], ...view.items.map((item) => itemLine(item, scene))], "\n"),
    buttons: open.map((item) => [
      button(`✅ ${named(item.title, 24)}`, "done", item.run),
      button(scene.length(60 * minute), "snooze", item.run, "in1h"),
      button(buttons.tomorrow, "snooze", item.run, "tomorrow9"),
    ]),
  };
}

function itemLine(item: RingItem, scene: Scene): Piece {
  const mark = { done: "✅", snoozed: "😴", skipped: "⏭" };
  const when = item.slot === null ? "" : `${scene.dates.when(item.slot)} `;
  return styled`${item.state === null ? "⏰" : mark[item.state]} ${when}${named(item.title)}`;
}

export function renderFailed(view: Extract<View, { view: "failed" }>, scene: Scene): Message {
  return words(scene.texts.ring.failed(named(view.title), view.attempts, named(scene.texts.reason(view.reason))));
}
