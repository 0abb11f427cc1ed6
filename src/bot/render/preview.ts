/** What a sentence would make, or what would be asked about it. */
import type { View } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { joined } from "../../texts/styled.ts";
import { type Message, words } from "../message.ts";
import { renderQuestion } from "./question.ts";
import type { Scene } from "./scene.ts";
import { whenLine } from "./when.ts";

export function renderPreview(view: Extract<View, { view: "preview" }>, scene: Scene): Message {
  const { card: say } = scene.texts;
  if (view.question !== null) {
    const { title, question } = view;
    const asked = renderQuestion({ view: "question", question: 0, title, free: false, ...question }, scene);
    return words(joined([asked.body, say.nothingSaved], "\n"));
  }
  return words(joined([say.preview(named(view.title), whenLine(view, scene)), say.nothingSaved], "\n"));
}
