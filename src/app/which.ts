/** "Which one?": the same operation with the number of each. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Instant } from "../core/schedule.ts";
import { upcoming } from "./cards.ts";
import type { Prepared } from "./draft.ts";
import type { Call, Done } from "./operation.ts";
import { type Ask, ask, named } from "./questions.ts";

const perPage = 8;
/** So many are kept for leafing; a name finds any. */
const most = 200;

/** The page of an action list that is to be chosen from. */
export interface Which {
  prepared: Prepared;
  /** As said; empty where nothing was. */
  words: string;
  ids: number[];
  page: number;
  /** Which part of the input the answer is. */
  field: string;
}

export function askWhich(
  belfry: Belfry,
  call: Call,
  prepared: Prepared,
  actions: Action[],
  words: string,
  field = "action",
): Promise<Done> {
  const ids = actions.slice(0, most).map(({ id }) => id);
  return askPage(belfry, call, { prepared, words, ids, page: 1, field }, actions);
}

/** Asks with one page of them; a name or a number is taken too, whether it is on the page or not. */
export function askPage(belfry: Belfry, call: Call, which: Which, actions: Action[]): Promise<Done> {
  const { prepared, words, ids, page, field } = which;
  const shown = ids.slice((page - 1) * perPage, page * perPage);
  const choices = shown.flatMap((id) => {
    const action = actions.find((one) => one.id === id);
    return action ? [choiceOf(prepared, field, action, upcoming(action, belfry.clock.now(), 1)[0] ?? null)] : [];
  });
  const leaf = (name: string, to: number) => ({
    operation: "questions.page",
    input: { ...which, page: to },
    choice: named(name),
  });
  const back = page > 1 ? [leaf("earlier", page - 1)] : [];
  const more = ids.length > page * perPage ? [leaf("more", page + 1)] : [];
  return ask(belfry, call, {
    ...{ code: "which", title: words, phrase: words },
    choices: [...choices, ...back, ...more],
    words: { ...prepared, field },
  });
}

function choiceOf(
  { operation, input }: Prepared,
  field: string,
  { id, title }: Action,
  next: Instant | null,
): Ask["choices"][number] {
  return {
    operation,
    input: { ...input, [field]: id },
    choice: { name: null, schedule: null, action: { id, title, next } },
  };
}
