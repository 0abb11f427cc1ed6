/** What a sentence would make, or what would be asked about it. */
import type { View } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { joined } from "../../texts/styled.ts";
import { type Message, words } from "../message.ts";
import { renderQuestion } from "./question.ts";
import type { Scene } from "./scene.ts";
import { moments } from "./times.ts";
import { whenLine } from "./when.ts";

export function renderUnderstood({ said, next }: Extract<View, { view: "understood" }>, scene: Scene): Message {
  const { card: say } = scene.texts;
  const sentence = scene.texts.understood[said.intent]({
    target: named(said.target, longest),
    detail: named(said.detail, longest),
  });
  const times = next.length > 0 ? say.nextLine(moments(next, scene)) : "";
  return words(joined([`👁 ${sentence}`, times, say.nothingSaved], "\n"));
}

/** So much of a person's words is repeated, UTF-16 units. */
const longest = 200;

export function renderPreview(view: Extract<View, { view: "preview" }>, scene: Scene): Message {
  const { card: say } = scene.texts;
  if (view.question !== null) {
    const { title, question } = view;
    const asked = renderQuestion({ view: "question", question: 0, title, free: false, ...question }, scene);
    return words(joined([asked.body, say.nothingSaved], "\n"));
  }
  const list = view.next.length > 1 && view.leads.length === 0;
  const when = whenLine(list ? { ...view, next: [] } : view, scene);
  const times = list ? say.nextLine(moments(view.next, scene)) : "";
  return words(joined([say.preview(named(view.title), when), times, say.nothingSaved], "\n"));
}
