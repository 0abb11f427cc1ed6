/** Cards and rows: what an action looks like, read from its row and the ledger. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { CardNote } from "../core/card-note.ts";
import { eventOf, happenings, readEvent } from "../core/event.ts";
import type { Hook } from "../core/hook.ts";
import type { CheckPart } from "../core/reading.ts";
import type { Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { ActionCard, ActionStatus, CardChange, RunLine, TitledLine, View } from "../core/view.ts";
import type { GateView } from "../core/why.ts";
import { nextSlot } from "../time/next-slot.ts";
import { oddities } from "../time/oddities.ts";
import { quietUntil } from "../time/quiet.ts";
import { approvableOf, unapproved } from "./approval.ts";
import { told, toldIn } from "./destination.ts";
import { addressOf, hookOf } from "./hooks.ts";
import { specText } from "./reminder.ts";
import { settingsFor } from "./settings.ts";

export type CardView = Extract<View, { view: "card" }>;

const shownSlots = 5;

export function statusOf(action: Action, now: Instant): ActionStatus {
  if (action.deletedAt !== null) return "deleted";
  if (action.pause && (action.pause.until === null || action.pause.until > now)) return "paused";
  if (action.schedule.type === "manual") return "someday";
  if (action.schedule.type === "event") return "active";
  return action.nextAt === null ? "finished" : "active";
}

/** The next slots that will ring: none while paused for good or deleted, none that are skipped. At most `count`. */
export function upcoming(action: Action, now: Instant, count: number, until = Number.POSITIVE_INFINITY): Instant[] {
  const paused = statusOf(action, now) === "paused";
  if (action.deletedAt !== null || (paused && action.pause?.until === null)) return [];
  const slots: Instant[] = [];
  // An instant is strictly later than the one before, so a pause ends one before its last.
  let after = Math.max(now, action.skipUntil ?? now, paused ? (action.pause?.until ?? now) - 1 : now);
  while (slots.length < count) {
    const slot = nextSlot(action.schedule, after);
    if (slot === null || slot >= until) break;
    slots.push(slot);
    after = slot;
  }
  return slots;
}

export function cardOf(action: Action, now: Instant): ActionCard {
  const { id, revision, title, kind, schedule, leads, nag, critical, silent, policies, owner, chat } = action;
  const status = statusOf(action, now);
  return {
    ...{ id, revision, title, kind, schedule, leads, nag, critical, silent, policies, owner, chat, status },
    pause: status === "paused" ? action.pause : null,
    next: upcoming(action, now, shownSlots),
  };
}

/** The card after `change`; `undo` is the revision that takes it back. */
export async function cardView(
  belfry: Belfry,
  action: Action,
  change: CardChange,
  more: Partial<Pick<CardView, "undo" | "before" | "outcomes" | "editing" | "page">> & {
    run?: number;
    hook?: Hook | null;
    /** Whether its command is approved, where that is part of this write. */
    approved?: boolean;
  } = {},
): Promise<CardView> {
  const now = belfry.clock.now();
  const text = specText(action);
  const cause = await causeOf(belfry, action);
  const { run = null, hook, approved = null, ...rest } = more;
  return {
    view: "card",
    card: {
      ...cardOf(action, now),
      ...(cause ? { cause: cause.title } : {}),
      ...(await gatesOf(belfry, action)),
      ...(await told(belfry, action)),
      ...(await calledAt(belfry, action, hook ?? null)),
    },
    change,
    undo: null,
    before: null,
    notes: [
      ...(change === "started" ? [] : await notesOf(belfry, action)),
      ...(await followNotes(belfry, action, cause)),
    ],
    outcomes: [],
    text: text === action.title ? null : text,
    editing: false,
    page: null,
    ...(await checkOf(belfry, action, { run, hook: hook ?? null, approved })),
    ...rest,
  };
}

/** What a check looks at and what it saw last. `run` is one whose result is to come; hook and approval are of this write. */
async function checkOf(
  belfry: Belfry,
  action: Action,
  { run, hook: made, approved }: { run: number | null; hook: Hook | null; approved: boolean | null },
): Promise<Pick<CardView, "check">> {
  const about = belfry.kinds.get(action.kind)?.about?.(action.spec);
  if (!about) return {};
  const last = run === null ? await belfry.store.runs.history(action.id, 1) : [];
  const hook = about.graceMs === undefined ? null : (made ?? (await belfry.store.hooks.ofAction(action.id)));
  const called = hook ? { address: addressOf(belfry, hook, "ping") } : {};
  const wanted = approved === null ? await unapproved(belfry, action) : approved ? null : approvableOf(belfry, action);
  const asks = wanted ? { approvable: wanted, ...(await askedElsewhere(belfry, action)) } : {};
  return { check: { about, ...called, ...asks, run, reading: last[0]?.data ?? null } };
}

async function askedElsewhere({ store }: Belfry, { chat }: Action): Promise<Pick<CheckPart, "askedElsewhere">> {
  const person = chat > 0 ? await store.people.get(chat) : null;
  return person === null || person.role === "owner" ? {} : { askedElsewhere: true };
}

/** Where a call starts it. `made`: its own hook, which is of this write. */
async function calledAt(
  belfry: Belfry,
  { id, schedule }: Action,
  made: Hook | null,
): Promise<Pick<ActionCard, "calledAt">> {
  const of = hookOf(schedule);
  const hook = of === null ? null : ((of === id ? made : null) ?? (await belfry.store.hooks.ofAction(of)));
  return hook ? { calledAt: addressOf(belfry, hook, "event") } : {};
}

/** The action whose runs this one waits for. */
async function causeOf({ store }: Belfry, { schedule }: Action): Promise<Action | null> {
  const event = schedule.type === "event" ? readEvent(schedule.on) : null;
  return event && "action" in event ? store.actions.get(event.action) : null;
}

/** None of both is said on the card of an action that has none. */
async function gatesOf({ store }: Belfry, { gates, labels }: Action): Promise<Pick<ActionCard, "gates" | "labels">> {
  const views: GateView[] = [];
  for (const gate of gates) {
    if (gate.type !== "condition") views.push(gate);
    else views.push({ ...gate, title: (await store.actions.get(gate.action))?.title ?? `#${gate.action}` });
  }
  return { ...(gates.length > 0 ? { gates: views } : {}), ...(labels.length > 0 ? { labels } : {}) };
}

/** What waits for this one, and whether what it waits for is no more. */
async function followNotes({ store }: Belfry, action: Action, cause: Action | null): Promise<CardNote[]> {
  const events = happenings.map((happening) => eventOf(happening, action.id));
  const titles = (await store.actions.awaiting(events)).map(({ title }) => title);
  const deleted = action.deletedAt !== null;
  const notes: CardNote[] = titles.length === 0 ? [] : [{ note: deleted ? "forsaken" : "followed", titles }];
  const lost = cause !== null && cause.deletedAt !== null && !deleted;
  return lost ? [...notes, { note: "causeGone", title: cause.title }] : notes;
}

async function notesOf(belfry: Belfry, action: Action): Promise<CardNote[]> {
  const now = belfry.clock.now();
  const [next] = upcoming(action, now, 1);
  if (next === undefined) return [];
  const notes = oddities(action.schedule, now).map(
    (odd): CardNote => (odd.note === "clockChange" ? { note: odd.note, at: odd.at } : odd),
  );
  const until = await quietEnd(belfry, action, next);
  return until === null ? notes : [...notes, { note: "quiet", until }];
}

/** When quiet hours let through what would ring at `at`; null where they do not hold it. A check looks whatever the hour. */
export async function quietEnd(belfry: Belfry, action: Action, at: Instant): Promise<Instant | null> {
  if (belfry.kinds.get(action.kind)?.about) return null;
  const { quiet, zone } = await settingsFor(belfry, toldIn(action), action.owner);
  return quiet && !action.critical ? quietUntil({ ...quiet, tz: zone }, at) : null;
}

export function runLine(run: Run): RunLine {
  const { id, slot, trigger, lead, startedAt, endedAt, dueAt, reason, count, attempts, rings, data } = run;
  return {
    ...(data ? { reading: data } : {}),
    ...{ run: id, slot, trigger, lead, startedAt, endedAt, reason, count, attempts, rings },
    lateMs: Math.max(0, (startedAt ?? dueAt) - dueAt),
    outcome: run.outcome ?? (run.state === "settled" ? "succeeded" : run.state),
  };
}

/** Runs of several actions, each with the title its action has now. */
export function titledLines({ store }: Belfry, runs: Run[]): Promise<TitledLine[]> {
  return Promise.all(
    runs.map(async (run) => ({ title: (await store.actions.get(run.action))?.title ?? "", line: runLine(run) })),
  );
}
