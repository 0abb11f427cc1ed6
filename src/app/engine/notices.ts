/** What people are told about things nobody asked for: failed runs, closed chats, a wrong clock. */
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import type { NoticeCode } from "../../core/notice.ts";
import type { Run } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";

/** Tells the action's chat that a run has failed for good, or was interrupted. */
export async function failureNotice(
  belfry: Belfry,
  run: Run,
  action: Action,
  reason: string,
  now: Instant,
): Promise<Change> {
  const { id: number, title, chat, thread } = action;
  const payload = { view: "failed", action: number, title, reason, attempts: run.attempts } as const;
  const id = await belfry.store.newId("delivery");
  const dedupeKey = `failed/${run.id}/${run.attempts}`;
  const row = { id, dedupeKey, chat, thread, payload, must: true, dueAt: now, createdAt: now };
  return { do: "addDelivery", row: { ...row, run: run.id, action: number } };
}

/** Tells every owner who can be reached. `occasion` names what happened: the same occasion is told once. */
export async function tellOwners(
  belfry: Belfry,
  occasion: string,
  code: NoticeCode,
  args: Record<string, string | number>,
): Promise<Change[]> {
  const now = belfry.clock.now();
  const changes: Change[] = [];
  for (const owner of await belfry.store.people.withRole("owner")) {
    const chat = await belfry.store.chats.get(owner.id);
    if (!chat || chat.blockedAt !== null) continue;
    const id = await belfry.store.newId("delivery");
    const payload = { view: "notice", code, args } as const;
    const dedupeKey = `notice/${occasion}/${owner.id}`;
    changes.push({ do: "addDelivery", row: { id, dedupeKey, chat: chat.id, payload, dueAt: now, createdAt: now } });
  }
  return changes;
}
