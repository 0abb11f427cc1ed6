/**
 * Questions. Each choice is an operation with its input, all decided when the question is asked; answering runs it.
 * So nothing is stored while something is unclear, and a question survives a restart.
 */
import type { MessageRef } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Choice } from "../core/choice.ts";
import { BelfryError } from "../core/errors.ts";
import type { Change, Question } from "../core/store.ts";
import type { View } from "../core/view.ts";
import { MINUTE } from "../time/wall.ts";
import { type Draft, draftOf, type Prepared, type Words } from "./draft.ts";
import type { Call, Done } from "./operation.ts";

const lifetime = 15 * MINUTE;

export interface Ask {
  /** What is unclear; the texts have words for it. */
  code: string;
  title: string;
  /** The words in question, as said. */
  phrase: string;
  choices: (Prepared & { choice: Choice })[];
  words: Words | null;
  card?: number | null;
  /** Names there are in place of one that is not, the likeliest first. */
  known?: string[];
  /** Something forwarded, of which nobody has said when. */
  forwarded?: { original: MessageRef; excerpt: string };
}

export function named(name: string): Choice {
  return { name, schedule: null, action: null };
}

/** Asks the person of this call. A question that comes of a question takes its place, others are messages. */
export async function ask(belfry: Belfry, call: Call, question: Ask): Promise<Done> {
  const id = await belfry.store.newId("question");
  const { code, title, choices, words } = question;
  const earlier = call.question ? draftOf(call.question) : null;
  const follows = earlier?.asked ? call.question?.delivery : undefined;
  const delivery = follows ?? (await belfry.store.newId("delivery"));
  const draft: Draft = {
    choices: choices.map(({ operation, input }) => ({ operation, input })),
    ...{ words, title, card: earlier?.card ?? question.card ?? null, asked: true, source: call.source },
  };
  const row = rowOf(belfry, call, { id, code, draft, delivery });
  const view = viewOf(id, question);
  return {
    show: [follows === undefined ? { view, id: delivery } : { view, edits: delivery }],
    changes: [{ do: "addQuestion", row }],
  };
}

/** The next words of this person are for the card that `delivery` shows; nothing is asked. */
export async function waitForWords(
  belfry: Belfry,
  call: Call,
  wait: { code: string; title: string; words: Words; delivery: number },
): Promise<Change> {
  const { code, title, words, delivery } = wait;
  const id = await belfry.store.newId("question");
  const draft: Draft = { choices: [], words, title, card: delivery, asked: false, source: call.source };
  return { do: "addQuestion", row: rowOf(belfry, call, { id, code, draft, delivery }) };
}

function rowOf(belfry: Belfry, call: Call, rest: Pick<Question, "id" | "code" | "draft" | "delivery">): Question {
  const { chat, thread, actor } = call;
  const now = belfry.clock.now();
  return { ...rest, chat, thread, person: actor.id, state: "open", createdAt: now, expiresAt: now + lifetime };
}

function viewOf(question: number, { code, title, phrase, choices, words, known, forwarded }: Ask): View {
  if (forwarded) return { view: "forwarded", question, ...forwarded };
  const offered = choices.map(({ choice }) => choice);
  return {
    view: "question",
    question,
    code,
    title,
    phrase,
    choices: offered,
    free: words !== null,
    ...(known ? { known } : {}),
  };
}

/** @throws BelfryError `questionOver`, `notAllowed` for a question to somebody else */
export async function openQuestion(belfry: Belfry, call: Call, id: number): Promise<Question> {
  const question = await belfry.store.questions.get(id);
  if (!question || question.chat !== call.chat) throw new BelfryError("questionOver");
  if (question.person !== call.actor.id) throw new BelfryError("notAllowed", { reason: "question" });
  if (question.state !== "open" || question.expiresAt <= belfry.clock.now()) throw new BelfryError("questionOver");
  return question;
}
