/** Maintenance windows as people make, see and end them. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Maintenance } from "../core/escalation.ts";
import type { MaintenanceCard } from "../core/escalation-view.ts";
import { manualRunKey } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change } from "../core/store.ts";
import { maySee, type Place } from "./access.ts";
import { statusOf } from "./cards.ts";
import { quietly } from "./escalation/step.ts";
import { covers, maintained } from "./held.ts";
import { bestMatches } from "./match.ts";
import type { Call, Shown } from "./operation.ts";
import { remember } from "./revise.ts";

/** A window, and the action it is about. */
export interface Here {
  window: Maintenance;
  action: Action | null;
}

/** Those that are not over and are known here, each with its action. */
export async function windowsHere(belfry: Belfry, place: Place): Promise<Here[]> {
  const found: Here[] = [];
  for (const window of await belfry.store.maintenance.ahead(belfry.clock.now())) {
    const action = window.action === null ? null : await belfry.store.actions.get(window.action);
    const here = action === null ? window.chat === place.chat : maySee(place, action);
    const calledOff = window.until <= window.from;
    if (here && !calledOff && (action?.deletedAt ?? null) === null) found.push({ window, action });
  }
  return found;
}

/** Those of the action that is meant by number or words; all for no words. */
export function windowsOf(here: Here[], words: string): Here[] {
  if (words.trim() === "") return here;
  const number = Number(/^#?(\d{1,9})$/.exec(words.trim())?.[1] ?? Number.NaN);
  const titled = here.map((one) => ({ one, title: one.action?.title ?? "" }));
  const named = bestMatches(titled, words).map(({ one }) => one);
  return here.filter((one) => (Number.isNaN(number) ? named.includes(one) : one.action?.id === number));
}

export function maintenanceCard(window: Maintenance, action: Action | null, now: Instant): MaintenanceCard {
  const { id, from, until } = window;
  const state = until <= from ? "off" : until <= now ? "over" : from <= now ? "running" : "ahead";
  return { id, title: action?.title ?? null, from, until, state };
}

/** Writes the window and shows it; `before` is null for a new one. */
export async function putWindow(
  belfry: Belfry,
  call: Call,
  before: Maintenance | null,
  after: Maintenance,
  action: Action | null,
): Promise<{ show: Shown; changes: Change[] }> {
  const now = belfry.clock.now();
  const entity = { entity: "maintenance", entityId: after.id, before, after } as const;
  const { revision, change } = await remember(belfry, call, entity, "maintenance");
  // One that had not begun kept nothing quiet.
  const again =
    before === null || before.from > now ? [] : await lookAgain(belfry, after, `${call.key}/${after.id}`, now);
  return {
    show: { view: { view: "maintenance", card: maintenanceCard(after, action, now), undo: revision } },
    changes: [{ do: "putMaintenance", row: after }, change, ...again],
  };
}

/** What is red when a window ends early is told at once: its reminders go on, and it is looked at anew. */
async function lookAgain(belfry: Belfry, ended: Maintenance, key: string, now: Instant): Promise<Change[]> {
  const { store } = belfry;
  const others = (await store.maintenance.ahead(now)).filter(({ id }) => id !== ended.id);
  const all = ended.action === null ? await store.actions.list({ chat: ended.chat }) : [];
  const one = ended.action === null ? null : await store.actions.get(ended.action);
  const freed = (one ? [one] : all).filter(
    (action) => covers(ended, action) && maintained(others, action, now).length === 0,
  );
  const open = await store.escalations.open();
  const changes: Change[] = [];
  for (const action of freed) {
    for (const escalation of open.filter((one) => one.action === action.id)) {
      const { id, state, revision, nextStepAt } = escalation;
      // Somebody who has it, or wants it silent, is asked or told when that is over and not before.
      const due = state === "open" ? now : quietly(escalation, now).escalation.nextStepAt;
      if (nextStepAt === null || nextStepAt <= now || due === nextStepAt) continue;
      const patch = { nextStepAt: due, revision: revision + 1 };
      changes.push({ do: "setEscalation", id, expectRevision: revision, patch });
    }
    const [last] = await store.runs.history(action.id, 1);
    if (statusOf(action, now) !== "active" || last?.data?.verdict !== "bad") continue;
    const run = { key: manualRunKey(action.id, key), action: action.id, slot: null, lead: 0 } as const;
    changes.push({ do: "addRun", row: { ...run, trigger: "manual", dueAt: now, wakeAt: now } });
  }
  return changes;
}
