import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Change, Question } from "../../core/store.ts";
import { isCourtesy } from "../../language/courtesy.ts";
import { titleOf } from "../../language/task.ts";
import { ordinal } from "../choosing.ts";
import { draftOf, type Prepared } from "../draft.ts";
import { removeMessage } from "../messages.ts";
import { type Call, type Done, type Operation, type Shown, standFor } from "../operation.ts";
import { askFor, choiceOf } from "../purpose.ts";
import { openQuestion } from "../questions.ts";
import { doSentence } from "../say.ts";
import { readNewTime, readSentence } from "../words.ts";
import { addAction } from "./add.ts";
import { addCheck } from "./add-check.ts";
import { amendAction } from "./amend.ts";
import { askAction } from "./ask.ts";
import { askRun } from "./ask-run.ts";
import { deleteAction } from "./delete.ts";
import { dependAction } from "./depend.ts";
import { doneRun } from "./done.ts";
import { editAction } from "./edit.ts";
import { follow } from "./follow.ts";
import { showHistory } from "./history.ts";
import { id, schedule } from "./inputs.ts";
import { labelAction } from "./label.ts";
import { addLead } from "./lead.ts";
import { addMaintenance } from "./maintain.ts";
import { setMisfire } from "./misfire.ts";
import { moveAction } from "./move.ts";
import { nextSlots } from "./next.ts";
import { pageQuestion } from "./page.ts";
import { pauseAction } from "./pause.ts";
import { setQuiet } from "./quiet.ts";
import { redirect } from "./redirect.ts";
import { addReport } from "./report-add.ts";
import { editReport } from "./report-edit.ts";
import { showReport } from "./report-show.ts";
import { askTopic } from "./report-topic.ts";
import { resumeAction } from "./resume.ts";
import { showAction } from "./show.ts";
import { skipNext } from "./skip.ts";
import { skipRun } from "./skip-run.ts";
import { snoozeRun } from "./snooze.ts";
import { startAction } from "./start.ts";
import { explain } from "./why.ts";

/** Everything a question may be about. */
const answers: Operation<unknown>[] = [
  addAction,
  addCheck,
  addLead,
  addMaintenance,
  addReport,
  amendAction,
  askAction,
  askRun,
  askTopic,
  deleteAction,
  dependAction,
  doneRun,
  editAction,
  editReport,
  explain,
  follow,
  labelAction,
  moveAction,
  nextSlots,
  pageQuestion,
  pauseAction,
  redirect,
  resumeAction,
  setMisfire,
  setQuiet,
  showAction,
  showHistory,
  showReport,
  skipNext,
  skipRun,
  snoozeRun,
  startAction,
];

const input = z.object({
  question: id,
  /** Index in the question's choices. */
  choice: z.number().int().min(0).optional(),
  words: z.string().min(1).max(4096).optional(),
});

type Input = z.infer<typeof input>;

export const answerQuestion: Operation<Input> = {
  name: "questions.answer",
  summary: "Answers a question by choice or in words.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const question = await openQuestion(belfry, call, input.question);
    const { card, source } = draftOf(question);
    // Words are answered where a press would be: in the card that asked, else in the question's own message.
    const pressed = card ?? question.delivery;
    const answering = { ...call, question, source, pressed };
    let done: Done;
    try {
      done =
        (await askAgain(belfry, answering, question, input)) ??
        (await carryOut(belfry, chosen(belfry, answering, question, input), answering));
    } catch (error) {
      if (input.words === undefined) throw error;
      return instead(belfry, call, question, input.words, error);
    }
    const close: Change = { do: "closeQuestion", id: question.id, state: "answered" };
    const placed = await place(belfry, call, question, pressed, done);
    return { show: placed.show, changes: [close, ...placed.changes] };
  },
};

function chosen(belfry: Belfry, call: Call, question: Question, { choice, words }: Input): Prepared {
  const draft = draftOf(question);
  const index = choice ?? (words === undefined ? null : placeOf(belfry, call, question, words));
  const prepared = index === null ? undefined : draft.choices[index];
  if (prepared) return prepared;
  if (words === undefined || !draft.words) throw new BelfryError("invalidInput", { field: "choice" });
  const { operation, input, field, against } = draft.words;
  const time = against && readNewTime(belfry, call, words, against);
  const said = question.code === "noTask" ? titleOf(words) : words;
  return { operation, input: { ...input, ...(time?.found ? { schedule: time.schedule } : { [field]: said }) } };
}

/** Index of the choice that words mean. */
function placeOf(belfry: Belfry, call: Call, question: Question, words: string): number | null {
  return ordinal(words, draftOf(question).choices.length) ?? halfOf(belfry, call, question, words);
}

/** "morning" where eight in the morning or in the evening was asked: the choice that stays as it is with these words. */
function halfOf(belfry: Belfry, call: Call, question: Question, words: string): number | null {
  if (question.code !== "clock") return null;
  const fitting = draftOf(question).choices.flatMap(({ input }, index) => {
    const time = schedule.safeParse((input as { schedule?: unknown }).schedule).data;
    if (time?.type !== "once" && time?.type !== "rule") return [];
    const [hour = "", minutes] = (time.type === "once" ? time.at : time.start).slice(11, 16).split(":");
    const same = readNewTime(belfry, call, `${Number(hour) % 12 || 12}:${minutes} ${words}`, time);
    return same.found && JSON.stringify(same.schedule) === JSON.stringify(time) ? [index] : [];
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** "tomorrow" says no clock where the clock was asked for: each of the choices keeps its own on the new day. */
async function askAgain(belfry: Belfry, call: Call, question: Question, { words }: Input): Promise<Done | null> {
  const draft = draftOf(question);
  if (question.code !== "clock" || words === undefined || !draft.words) return null;
  if (placeOf(belfry, call, question, words) !== null) return null;
  const { operation, input: wanted, field } = draft.words;
  const moved = draft.choices.flatMap(({ input }) => {
    const before = schedule.safeParse((input as { schedule?: unknown }).schedule);
    const time = before.success ? readNewTime(belfry, call, words, before.data) : null;
    return time?.found ? [time.schedule] : [];
  });
  const [first, ...others] = moved;
  const isOne = others.every((one) => JSON.stringify(one) === JSON.stringify(first));
  if (!first || isOne || moved.length < draft.choices.length) return null;
  const purpose = { title: draft.title, operation, input: wanted, field, other: null, without: null };
  const choices = moved.map((one) => choiceOf(purpose, one, null));
  return askFor(belfry, call, purpose, { code: "clock", phrase: words, choices }, first);
}

function carryOut(belfry: Belfry, prepared: Prepared, call: Call): Promise<Done> {
  const operation = answers.find(({ name }) => name === prepared.operation);
  if (!operation) throw new Error(`A question cannot be about ${prepared.operation}`);
  return standFor(belfry, operation, prepared.input, call);
}

/** Of an answer that is none. */
const noAnswer: ReadonlySet<string> = new Set([
  "notUnderstood",
  "invalidInput",
  "nothingMatches",
  "notFound",
  "isDeleted",
]);

/** Words that are no answer may be a sentence of their own: it is done, and being newer it ends the question. */
async function instead(belfry: Belfry, call: Call, question: Question, text: string, error: unknown): Promise<Done> {
  if (!(error instanceof BelfryError) || !noAnswer.has(error.code)) throw error;
  const read = readSentence(belfry, call, text);
  if (read.intent !== "question" && !isCourtesy(read)) return doSentence(belfry, call, read);
  throw new BelfryError("notAnAnswer", { text: text.slice(0, 100), title: draftOf(question).title });
}

/**
 * The answer takes the question's place, or the card's that asked, and then the question goes. A follow-up question has
 * found its place itself, and so has a list; the card of another action does not take the place of the one that waits.
 */
async function place(belfry: Belfry, call: Call, question: Question, pressed: number, done: Done): Promise<Done> {
  if (done.changes.some((change) => change.do === "addQuestion")) return done;
  const waits = (await belfry.store.deliveries.get(pressed))?.action ?? null;
  const isOther = ({ view }: Shown) => waits !== null && view.view === "card" && view.card.id !== waits;
  const show = done.show.map((shown) =>
    shown.edits || shown.id || isOther(shown) ? shown : { ...shown, edits: pressed },
  );
  const kept = !draftOf(question).asked || show.some(({ edits }) => edits === question.delivery);
  const gone = kept ? [] : await removeMessage(belfry, call.key, question.delivery);
  return { show, changes: [...done.changes, ...gone] };
}
