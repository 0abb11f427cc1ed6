/** Rules of actions as questions: what becomes of missed times, when it pauses itself, what is told of it. */
import type { Action, Misfire } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { notifies } from "../core/notify.ts";
import { kindOf } from "./kinds.ts";
import type { Call, Done } from "./operation.ts";
import { type Ask, ask, named } from "./questions.ts";

export const misfires = ["once", "skip", "all"] as const satisfies Misfire[];
/** Failed runs in a row after which it pauses itself; null is never. */
const limits = [null, 3, 5, 10] as const;

/** Which rule? What has no results cannot fail, and tells of none. */
export function askPolicy(belfry: Belfry, call: Call, action: Action): Promise<Done> {
  const asks = (what: string) => ({
    ...{ operation: "actions.ask", input: { action: action.id, what } },
    choice: named(`policy.${what}`),
  });
  const digest = action.policies.digest === false;
  const inDigest = {
    ...{ operation: "actions.edit", input: { action: action.id, digest } },
    choice: named(digest ? "policy.digest" : "policy.undigested"),
  };
  return asked(belfry, call, [action], "policy", [
    asks("missed"),
    ...(hasResults(belfry, action) ? [asks("rest"), asks("notify")] : []),
    ...(action.kind === "report" ? [] : [inDigest]),
  ]);
}

/** `others`: what else may be set for these. */
export function askMissed(belfry: Belfry, call: Call, actions: Action[], others: Ask["choices"] = []): Promise<Done> {
  const ids = actions.map(({ id }) => id);
  const choices = misfires.map((misfire) => ({
    ...{ operation: "absence.policy", input: { actions: ids, misfire } },
    choice: named(`misfire.${misfire}`),
  }));
  return asked(belfry, call, actions, "misfire", [...choices, ...others]);
}

/** Those that can fail; null where none can. */
export function restChoice(belfry: Belfry, actions: Action[]): Ask["choices"][number] | null {
  const ids = actions.filter((action) => hasResults(belfry, action)).map(({ id }) => id);
  const input = { actions: ids, ask: true };
  return ids.length === 0 ? null : { operation: "absence.policy", input, choice: named("policy.rest") };
}

export function askRest(belfry: Belfry, call: Call, actions: Action[]): Promise<Done> {
  const ids = actions.map(({ id }) => id);
  const [only, other] = ids;
  const choices = limits.map((pauseAfter) => ({
    ...(other === undefined
      ? { operation: "actions.edit", input: { action: only, pauseAfter } }
      : { operation: "absence.policy", input: { actions: ids, pauseAfter } }),
    choice: named(`rest.${pauseAfter ?? "never"}`),
  }));
  return asked(belfry, call, actions, "rest", choices);
}

export function askNotify(belfry: Belfry, call: Call, action: Action): Promise<Done> {
  const choices = notifies.map((notify) => ({
    ...{ operation: "actions.edit", input: { action: action.id, notify } },
    choice: named(`notify.${notify}`),
  }));
  return asked(belfry, call, [action], "notify", choices);
}

/** One is called by its name, several are counted. Where a card asked, the answer takes its place. */
async function asked(
  belfry: Belfry,
  call: Call,
  actions: Action[],
  code: string,
  choices: Ask["choices"],
): Promise<Done> {
  const [only, other] = actions;
  const title = only && !other ? only.title : "";
  const pressed = call.pressed === null ? null : await belfry.store.deliveries.get(call.pressed);
  const card = pressed?.payload.view === "card" ? call.pressed : null;
  return ask(belfry, call, { code, title, phrase: String(actions.length), choices, words: null, card });
}

function hasResults(belfry: Belfry, action: Action): boolean {
  return kindOf(belfry, action).notify !== undefined;
}
