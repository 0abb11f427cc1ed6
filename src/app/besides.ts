/** What a sentence says besides of what it makes: labels, gates with the actions they are about, when it pauses. */
import type { Gate } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Notify } from "../core/notify.ts";
import type { Besides, GateWords, Question, Request } from "../language/request.ts";
import { findActions } from "./find.ts";
import type { Call } from "./operation.ts";

export interface Said {
  labels: string[];
  gates: Gate[];
  pauseAfter: number | null;
  notify: Notify | null;
  digest: boolean;
}

export function besidesOf(read: Request | Question): Besides | null {
  const made = read.intent === "question" ? read.draft : read;
  return "besides" in made ? (made.besides ?? null) : null;
}

/**
 * Null where a condition names nothing there is: then the words mean something else.
 * @throws BelfryError `several` where it names several
 */
export async function meant(belfry: Belfry, call: Call, besides: Besides | null): Promise<Said | null> {
  const gates: Gate[] = [];
  for (const words of besides?.gates ?? []) {
    const gate = await gateOf(belfry, call, words);
    if (gate === null) return null;
    gates.push(gate);
  }
  const { labels = [], pauseAfter = null, notify = null, digest = true } = besides ?? {};
  return { labels, gates, pauseAfter, notify, digest };
}

async function gateOf(belfry: Belfry, call: Call, words: GateWords): Promise<Gate | null> {
  if (words.type === "cooldown") return words;
  const { target, is } = words;
  const [action, other] = await findActions(belfry, call, target);
  if (other) throw new BelfryError("several", { target });
  if (action) return { type: "condition", action: action.id, is };
  const named = belfry.kinds
    .get("check")
    ?.names?.()
    .find((name) => name === target);
  return named === undefined ? null : { type: "command", named, is };
}
