/** What a step of an escalation writes: its row, what is stopped, what is told, what messages show from now on. */
import type { Belfry } from "../../core/belfry.ts";
import type { Delivery } from "../../core/delivery.ts";
import type { Escalation, Target } from "../../core/escalation.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";
import type { Told } from "../escalation/spread.ts";
import { type Step, sameTarget } from "../escalation/step.ts";
import { escalationCard } from "./cards.ts";
import { noticeLetters } from "./letters.ts";

/** A step, and the row it starts from; null for a new one. */
export interface Work {
  before: Escalation | null;
  step: Step;
  /** Its messages show how it stands, whatever the step says. */
  shown?: true;
  /** Where somebody has just said so in words, and the revision that takes it back. */
  said?: { chat: number; thread: number | null; undo: number } | null;
}

/** The row of an escalation as it will be once the work is written. */
export function after({ before, step }: Work): Escalation {
  return { ...step.escalation, revision: before === null ? 1 : before.revision + 1 };
}

/**
 * The changes of each, in the same order. What is told at the same moment shares messages where it is much.
 * `pressed`: the delivery whose message the door itself draws anew.
 */
export async function writing(
  belfry: Belfry,
  works: readonly Work[],
  now: Instant,
  pressed: number | null = null,
): Promise<Change[][]> {
  const tolds = works.map(toldOf);
  const letters = await noticeLetters(belfry, tolds.flat(), now);
  return Promise.all(
    works.map(async (work, i) => {
      const { before, step } = work;
      const { id, ...patch } = after(work);
      const row: Change =
        before === null
          ? { do: "addEscalation", row: { id, ...patch } }
          : { do: "setEscalation", id, expectRevision: before.revision, patch };
      const stop: Change[] = step.stop ? [{ do: "dropNotices", escalation: id }] : [];
      const redrawn = step.stop || work.shown ? await redraw(belfry, after(work), now, pressed) : [];
      return [row, ...stop, ...(tolds[i] ?? []).flatMap((told) => letters.get(told) ?? []), ...redrawn];
    }),
  );
}

/** Whether one of the messages comes there: then that is the answer to whoever has caused it there. */
export function comesThere(written: readonly Change[], { chat, thread }: Pick<Target, "chat" | "thread">): boolean {
  return written.some(
    (one) =>
      one.do === "addDelivery" &&
      one.row.operation !== "edit" &&
      one.row.chat === chat &&
      (one.row.thread ?? null) === thread,
  );
}

function toldOf(work: Work): Told[] {
  const escalation = after(work);
  const known = work.before?.told ?? [];
  return work.step.notices.flatMap(({ kind, cycle, step, targets }) => {
    const added = targets.filter((target) => !known.some((one) => sameTarget(one, target)));
    const also = kind === "stale" || kind === "worse" ? added : [];
    const key = `E${escalation.id}/${cycle}/${step}`;
    return targets.map((target) => ({ escalation, kind, key, target, also, ...undoOf(work, target) }));
  });
}

function undoOf({ said }: Work, { chat, thread }: Target): Pick<Told, "undo"> {
  return said && said.chat === chat && said.thread === thread ? { undo: said.undo } : {};
}

/** The newest message in each chat shows how it stands: who took it, or that it is over, and then no buttons. */
async function redraw(belfry: Belfry, escalation: Escalation, now: Instant, pressed: number | null): Promise<Change[]> {
  const newest = new Map<number, Delivery>();
  for (const one of await belfry.store.deliveries.ofEscalation(escalation.id)) {
    const shown = one.channel === "telegram" && (one.state === "sent" || one.state === "sending");
    // What has told that it is over goes on to say so, although it may be open again.
    const isOpen = one.payload.view === "escalation" && one.payload.kind !== "recovered";
    if (shown && isOpen) newest.set(one.chat, one);
  }
  const card = await escalationCard(belfry, escalation);
  const changes: Change[] = [];
  for (const { id: edits, chat, thread, payload } of newest.values()) {
    if (edits === pressed || payload.view !== "escalation") continue;
    const id = await belfry.store.newId("delivery");
    const row = { id, dedupeKey: `E${escalation.id}!${escalation.revision}/${chat}`, chat, thread, edits };
    const rest = { operation: "edit", payload: { ...payload, card }, dueAt: now, createdAt: now } as const;
    changes.push({ do: "addDelivery", row: { ...row, ...rest } });
  }
  return changes;
}
