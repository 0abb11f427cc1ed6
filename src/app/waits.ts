/**
 * The ends of questions. Whatever a person says next, and every new question, ends the one before, so that old
 * questions never take words meant for something newer. Only where a sentence would be lost the question goes on: its
 * buttons stay for its fifteen minutes.
 */
import type { Belfry } from "../core/belfry.ts";
import { Conflict } from "../core/errors.ts";
import type { Change, Question } from "../core/store.ts";
import type { View } from "../core/view.ts";
import type { Place } from "./access.ts";
import { draftOf } from "./draft.ts";
import { editMessage, removeMessage } from "./messages.ts";

/** Operations that make something new of a sentence. */
const makers: ReadonlySet<string> = new Set(["actions.add", "reports.add"]);

type Ending = Extract<View, { view: "questionClosed" }>["how"];

/**
 * What becomes of the message of a question that is over. It goes where a card had asked, since the card is still
 * there; a card that only waited for words stays as it is.
 */
async function endMessage(belfry: Belfry, key: string, question: Question, how: Ending): Promise<Change[]> {
  const { asked, card } = draftOf(question);
  if (!asked) return [];
  if (card !== null && card !== question.delivery) return removeMessage(belfry, key, question.delivery);
  return editMessage(belfry, key, question.delivery, { view: "questionClosed", how });
}

/** The part of a call, and of what came of it, that decides which questions are over. */
interface Asker extends Place {
  pressed: number | null;
  key: string;
}
interface Outcome {
  show: { edits?: number }[];
  changes: Change[];
}

/** A card that waits for words waits no longer when one of its buttons was pressed. */
function isOf(question: Question, pressed: number): boolean {
  return !draftOf(question).asked && question.delivery === pressed;
}

/** Nothing is stored yet of what somebody said, and a button would store it. */
export function keepsSentence(question: Question): boolean {
  const { asked, card, choices } = draftOf(question);
  return asked && card === null && choices.some(({ operation }) => makers.has(operation));
}

/** Ends what this person was asked before, unless a button elsewhere was pressed that asks nothing. */
export async function endOlder(belfry: Belfry, call: Asker, done: Outcome): Promise<Change[]> {
  const asks = done.changes.some((change) => change.do === "addQuestion");
  const closed = new Set(done.changes.map((change) => (change.do === "closeQuestion" ? change.id : null)));
  const shown = new Set(done.show.map(({ edits }) => edits));
  const changes: Change[] = [];
  for (const question of await belfry.store.questions.openFor(call.chat, call.actor.id)) {
    const over = call.pressed === null || asks || isOf(question, call.pressed);
    if (closed.has(question.id) || !over || keepsSentence(question)) continue;
    changes.push({ do: "closeQuestion", id: question.id, state: "answered" });
    if (!shown.has(question.delivery)) changes.push(...(await endMessage(belfry, call.key, question, "setAside")));
  }
  return changes;
}

/** Closes questions nobody answered in time and takes the buttons off their messages. Returns how many. */
export async function expireQuestions(belfry: Belfry): Promise<number> {
  const expired = await belfry.store.questions.expired(belfry.clock.now(), 100);
  for (const question of expired) {
    const edit = await endMessage(belfry, `question/${question.id}/expired`, question, "expired");
    try {
      await belfry.store.commit([{ do: "closeQuestion", id: question.id, state: "expired" }, ...edit]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error; // answered at the last moment
    }
  }
  return expired.length;
}
