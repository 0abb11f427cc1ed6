/** What depends on what. */
import type { View } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { joined } from "../../texts/styled.ts";
import type { Message } from "../message.ts";
import { undoButton } from "./card-buttons.ts";
import type { Scene } from "./scene.ts";

export function renderDepends({ title, on, undo }: Extract<View, { view: "depends" }>, scene: Scene): Message {
  const { depends: say } = scene.texts.check;
  const line = on === null ? say.nothing(named(title)) : say.on(named(title), named(on));
  return { body: joined([line], ""), buttons: [undoButton(undo, scene)] };
}
