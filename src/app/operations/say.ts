import { z } from "zod";
import type { Action, MessageRef } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Question, Request } from "../../language/request.ts";
import { mayEdit } from "../access.ts";
import { draftOf } from "../draft.ts";
import { editByRequest } from "../edit.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { askRepeat, choiceOf, scheduleOr } from "../purpose.ts";
import { ask, named } from "../questions.ts";
import { amend, correct } from "../replied.ts";
import { doSentence, doText } from "../say.ts";
import { type Suggestion, suggestedOnce } from "../suggestions.ts";
import { readAll, readSentence, readTime } from "../words.ts";
import { addAction, addPurpose } from "./add.ts";
import { answerQuestion } from "./answer.ts";
import { id, messageRef } from "./inputs.ts";

const input = z.object({
  text: z.string().max(4096),
  /** It was forwarded, or is a thing: never a command, only something to be reminded of. */
  forwarded: z
    .object({
      original: messageRef,
      excerpt: z.string().max(4096),
      /** The words under a picture of one's own, which may say when. */
      caption: z.string().max(4096).optional(),
    })
    .optional(),
  /** What the replied-to message of ours shows. */
  reply: z.object({ run: id.optional(), action: id.optional(), question: id.optional() }).optional(),
  /** The sentence is a new version of this message. */
  edits: messageRef.optional(),
  /** The time in words of its own, as in `add "…" --due "1w Sunday"`; `text` is the title then. */
  due: z.string().max(200).optional(),
  /** `due` is to repeat. */
  recurring: z.boolean().default(false),
});

export const say: Operation<z.infer<typeof input>> = {
  name: "say",
  summary: "Understands a sentence and does what it says.",
  needs: "member",
  input,
  run: async (belfry, { text, forwarded, reply, edits, due, recurring }, call) => {
    if (forwarded) return remindOf(belfry, call, forwarded);
    if (edits) return newVersion(belfry, { ...call, source: edits }, edits, text);
    if (text.trim() === "") throw new BelfryError("notUnderstood", { text });
    if (due !== undefined) return addDue(belfry, call, text, due, recurring);
    if (reply?.question) {
      const question = await belfry.store.questions.get(reply.question);
      if (question?.state === "open") return answerQuestion.run(belfry, { question: question.id, words: text }, call);
    }
    const about = reply ? await amend(belfry, call, reply, text) : await correct(belfry, call, text);
    return about ?? doText(belfry, call, text);
  },
};

async function addDue(belfry: Belfry, call: Call, title: string, due: string, recurring: boolean): Promise<Done> {
  const purpose = addPurpose({ title });
  const read = await scheduleOr(belfry, call, due, readTime(belfry, call, due), purpose);
  if ("asked" in read) return read.asked;
  // One time does not say how often: that is asked, not guessed.
  if (recurring && read.schedule.type === "once") return askRepeat(belfry, call, purpose, read.schedule);
  return addAction.run(belfry, addAction.input.parse({ title, schedule: read.schedule }), call);
}

const offered: Suggestion[] = ["in1h", "tonight", "tomorrow9"];

/** A caption that is clear says when; what was forwarded is asked about, whatever it says. */
async function remindOf(
  belfry: Belfry,
  call: Call,
  { caption = "", ...forwarded }: { original: MessageRef; excerpt: string; caption?: string | undefined },
): Promise<Done> {
  const read = readSentence(belfry, call, caption);
  const unclear = read.intent === "question" && read.code !== "noTime";
  if (caption === "" || !(unclear || (read.intent === "remind" && read.schedule)))
    return askWhenForwarded(belfry, call, forwarded);
  return doSentence(belfry, call, read, { original: forwarded.original });
}

function askWhenForwarded(
  belfry: Belfry,
  call: Call,
  forwarded: { original: MessageRef; excerpt: string },
): Promise<Done> {
  const purpose = addPurpose({ title: forwarded.excerpt.trim() || "📎", original: forwarded.original });
  const { operation, input, field } = purpose;
  const now = belfry.clock.now();
  const choices = offered.map((name) => choiceOf(purpose, suggestedOnce(name, now, call.settings.zone), name));
  return ask(belfry, call, {
    code: "forwarded",
    ...{ title: purpose.title, phrase: "", forwarded, words: { operation, input, field } },
    choices: [...choices, { operation, input, choice: named("other") }],
  });
}

/** A sentence edited by its author changes the action it made, or the question it led to; anything else stays as it was. */
async function newVersion(belfry: Belfry, call: Call, message: MessageRef, text: string): Promise<Done> {
  const made = (await belfry.store.actions.bySource(message)).filter((action) => action.deletedAt === null);
  if (made.length > 1) return newVersions(belfry, call, made, text);
  const [action] = made.filter((action) => mayEdit(call, action));
  if (action) return rewrite(belfry, call, action, readSentence(belfry, call, text), text);
  const open = await belfry.store.questions.openFor(call.chat, call.actor.id);
  const question = open.find((one) => JSON.stringify(draftOf(one).source) === JSON.stringify(message));
  const read = readSentence(belfry, call, text);
  if (!question || (read.intent !== "remind" && read.intent !== "question")) return { show: [], changes: [] };
  const done = await doSentence(belfry, { ...call, question, pressed: question.delivery }, read);
  const placed = inPlaceOf(done, question.delivery);
  return { ...placed, changes: [{ do: "closeQuestion", id: question.id, state: "answered" }, ...placed.changes] };
}

/** The card of an action, made what the new sentence says. */
async function rewrite(
  belfry: Belfry,
  call: Call,
  action: Action,
  read: Request | Question,
  text: string,
): Promise<Done> {
  const done = await editByRequest(belfry, call, action, read, text);
  if (done.changes.length === 0) return { show: [], changes: [] };
  const card = await belfry.store.deliveries.cardOf(action.id, call.chat);
  return inPlaceOf(done, card ? (card.edits ?? card.id) : null);
}

/** A message that made several actions, where it still asks for as many. */
async function newVersions(belfry: Belfry, call: Call, made: Action[], text: string): Promise<Done> {
  const all: Done = { show: [], changes: [] };
  const requests = readAll(belfry, call, text);
  if (requests.length !== made.length) return all;
  for (const [index, action] of made.sort((a, b) => a.id - b.id).entries()) {
    const read = requests[index];
    if (read?.intent !== "remind" || !mayEdit(call, action)) continue;
    const { show, changes } = await rewrite(belfry, call, action, read, text);
    all.show.push(...show);
    all.changes.push(...changes);
  }
  return all;
}

/** The same, shown by the message of an earlier delivery. */
function inPlaceOf(done: Done, delivery: number | null): Done {
  if (delivery === null) return done;
  return { ...done, show: done.show.map((shown) => (shown.edits || shown.id ? shown : { ...shown, edits: delivery })) };
}
