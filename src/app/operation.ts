/**
 * An operation is one thing Belfry can do, said once; chat, HTTP, CLI and MCP are doors to it. It looks at the state
 * and returns what to change and what to show; `callOperation` validates, authorises and commits, in one write with
 * the door's own answer.
 */
import type { ZodType } from "zod";
import type { MessageRef } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Person, Role, Settings } from "../core/chat.ts";
import { BelfryError, Conflict } from "../core/errors.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change, Question } from "../core/store.ts";
import type { View } from "../core/view.ts";
import { refuseForeignPlace } from "./access.ts";
import { endOlder } from "./waits.ts";

/** One thing to show, and where. */
export interface Shown {
  view: View;
  /**
   * Delivery whose message it replaces: always the one that first sent the message, never an edit of it. Without
   * `edits` and `id` the door decides: a press edits the pressed message, words are answered by a message of their own.
   */
  edits?: number;
  /** A message of its own under this delivery number, which is drawn already because a row of the same write names it. */
  id?: number;
}

/** Who asks, from where, and how the door answers. */
export interface Call {
  actor: Person;
  chat: number;
  thread: number | null;
  settings: Settings;
  /** The message with the sentence, where there is one. */
  source: MessageRef | null;
  /** Delivery whose button was pressed: the one that first sent the message. Null for everything that is not a press. */
  pressed: number | null;
  /** When it was said, where that was a while ago: relative times count from there. */
  saidAt?: Instant;
  /** The same request again has the same key. */
  key: string;
  /** Set by `questions.answer` alone: what is being answered, so that a follow-up question takes its place. */
  question?: Question;
  /**
   * The door's part of the write: the deliveries that show the views, the mark that the request is handled. Called
   * again when the write is tried again. A delivery that shows a card names its action, one that shows a ring its run.
   */
  answer(shown: Shown[]): Promise<Change[]>;
}

/** What an operation wants written and shown. */
export interface Done {
  /** Usually one; none when there is nothing to say. */
  show: Shown[];
  changes: Change[];
}

export interface Operation<I> {
  /** `actions.pause` */
  name: string;
  summary: string;
  /** Least role that may call it; what may be done with whose action is checked in `run` by `access.ts`. */
  needs: Role;
  input: ZodType<I>;
  run(belfry: Belfry, input: I, call: Call): Promise<Done>;
}

const rank: Record<Role, number> = { stranger: 0, member: 1, owner: 2 };
/** Somebody else may change the same row between reading and writing; looking again settles it. */
const tries = 3;

/**
 * Validates, authorises, runs and commits. Returns what was shown.
 * @throws BelfryError `invalidInput`, `notAllowed`, `changedMeanwhile` or what the operation throws; nothing is written then.
 */
export async function callOperation<I>(
  belfry: Belfry,
  operation: Operation<I>,
  input: unknown,
  call: Call,
): Promise<View[]> {
  refuseUnlessRole(operation, call);
  await refuseForeignPlace(belfry, call, operation.name);
  const parsed = parseInput(operation, input);
  for (let attempt = 1; ; attempt++) {
    const done = await operation.run(belfry, parsed, call);
    try {
      const older = await endOlder(belfry, call, done);
      await belfry.store.commit([...done.changes, ...older, ...(await call.answer(done.show))]);
      belfry.wake();
      return done.show.map(({ view }) => view);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (attempt === tries) throw new BelfryError("changedMeanwhile");
    }
  }
}

/** What another operation stands for: the same right is needed and the same input, and it is written with that one. */
export async function standFor<I>(belfry: Belfry, operation: Operation<I>, input: unknown, call: Call): Promise<Done> {
  refuseUnlessRole(operation, call);
  return operation.run(belfry, parseInput(operation, input), call);
}

function refuseUnlessRole({ needs }: Pick<Operation<unknown>, "needs">, { actor }: Call): void {
  if (rank[actor.role] < rank[needs]) throw new BelfryError("notAllowed");
}

/** @throws BelfryError `invalidInput` with the field. */
export function parseInput<I>(operation: Operation<I>, input: unknown): I {
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new BelfryError("invalidInput", { field: issue?.path.join(".") ?? "" });
}
