import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import type { AmissRun, Run } from "../../core/run.ts";
import type { MissedLine } from "../../core/run-view.ts";
import type { Instant } from "../../core/schedule.ts";
import { DAY } from "../../time/wall.ts";
import { scopeOf } from "../access.ts";
import type { Call, Operation } from "../operation.ts";

/** Looked back so far at most, however long somebody has not been here. */
const longestMs = 14 * DAY;
const mostLines = 20;

/** Why a slot was left out though nobody wished it. */
const unwished: ReadonlySet<string> = new Set(["away", "overlap", "offline", "loop"]);
/** It rang, and nobody answered. */
const unanswered: ReadonlySet<string> = new Set(["expired", "replaced"]);

const input = z.object({});

export const showMissed: Operation<z.infer<typeof input>> = {
  name: "missed",
  summary:
    "Shows what failed, was left out or was never answered in the last day, or since the person last did anything.",
  needs: "member",
  input,
  run: async (belfry, _input, call) => {
    const since = await lastHere(belfry, call);
    const lines = [...(await ringing(belfry, call)), ...(await amiss(belfry, call, since))];
    const shown = lines.slice(0, mostLines);
    return {
      show: [{ view: { view: "missed", since, lines: shown, more: lines.length - shown.length } }],
      changes: [],
    };
  },
};

/** A day ago, or when the person last changed or answered anything. */
async function lastHere({ store, clock }: Belfry, { actor }: Call): Promise<Instant> {
  const now = clock.now();
  const last = await store.revisions.newest(actor.id, now - longestMs);
  return Math.min(now - DAY, last?.at ?? now);
}

/** What waits for an answer at this moment. */
async function ringing(belfry: Belfry, call: Call): Promise<MissedLine[]> {
  const all = await belfry.store.actions.list(scopeOf(call));
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  const runs = (await belfry.store.runs.waiting([...titles.keys()])).filter(({ rings }) => rings > 0);
  return Promise.all(
    runs.map(async (run) => ({
      ...{ action: run.action, title: titles.get(run.action) ?? "", what: "rings", count: 1, at: run.dueAt },
      ...{ reason: null, undelivered: await isUndelivered(belfry, run) },
    })),
  );
}

/** What ended otherwise than it should have: one line for each action and way. */
async function amiss(belfry: Belfry, call: Call, since: Instant): Promise<MissedLine[]> {
  const lines = new Map<string, MissedLine>();
  for (const run of await belfry.store.runs.amiss(since, scopeOf(call))) {
    const what = whatOf(run);
    if (what === null) continue;
    const key = `${run.action} ${what}`;
    const { action, title, dueAt: at, reason } = run;
    const undelivered = what === "notDone" && (await isUndelivered(belfry, run));
    const known = lines.get(key) ?? { ...{ action, title, what, count: 0, at, reason }, undelivered };
    // The newest speaks for all.
    lines.set(key, { ...known, count: known.count + run.count, at, reason, undelivered });
  }
  return [...lines.values()].sort((a, b) => b.at - a.at);
}

function whatOf({ outcome, reason }: AmissRun): MissedLine["what"] | null {
  if (outcome === "failed" || outcome === "interrupted") return "failed";
  if (unanswered.has(reason ?? "")) return "notDone";
  return unwished.has(reason ?? "") ? "leftOut" : null;
}

/** Its last message never reached the chat. */
async function isUndelivered({ store }: Belfry, { id }: Pick<Run, "id">): Promise<boolean> {
  const last = (await store.deliveries.ofRun(id)).find(({ operation }) => operation === "send");
  return last !== undefined && (last.state === "failed" || (last.state === "queued" && last.attempts > 0));
}
