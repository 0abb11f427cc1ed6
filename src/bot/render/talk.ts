/** Status, help, people and small sentences. */
import type { View } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { joined, styled } from "../../texts/styled.ts";
import { button } from "../data.ts";
import { type Message, words } from "../message.ts";
import type { Scene } from "./scene.ts";

export function renderStatus(view: Extract<View, { view: "status" }>, scene: Scene): Message {
  const { status: say, reason } = scene.texts;
  return {
    body: joined(
      [
        say.head(view.active, view.paused),
        view.held === null ? "" : say.held(view.held),
        ...view.failing.map((one) =>
          say.failing(named(one.title), one.reason === null ? null : named(reason(one.reason))),
        ),
        ...view.ringing.map((one) => say.ringing(named(one.title))),
        view.next === null ? "" : say.next(named(view.next.title), scene.dates.when(view.next.at)),
        view.waitingDeliveries > 0 ? say.waiting(view.waitingDeliveries) : "",
        say.day(view.runs24h, view.failed24h),
      ],
      "\n",
    ),
    buttons: [[button(scene.texts.buttons.graph, "graph")]],
  };
}

export function renderHelp(view: Extract<View, { view: "help" }>, scene: Scene): Message {
  return words(scene.texts.help(view.role));
}

export function renderPeople(view: Extract<View, { view: "people" }>, scene: Scene): Message {
  const { people: say } = scene.texts;
  const lines = view.people.map((one) => say.line(named(one.name) || say.unnamed, one.id, say.roles[one.role]));
  return words(joined([say.head, ...lines], "\n"));
}

export function renderNotice(view: Extract<View, { view: "notice" }>, scene: Scene): Message {
  return words(styled`${scene.texts.notices[view.code](view.args)}`);
}
