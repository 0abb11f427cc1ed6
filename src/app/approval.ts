/** Commands without a name run only after an owner has approved them; until then their action is paused. */
import type { Action } from "../core/action.ts";
import type { Approvable } from "../core/approval.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Change } from "../core/store.ts";
import type { View } from "../core/view.ts";

/** What is not approved yet of an action; null where nothing is missing. */
export async function unapproved(
  { store, kinds }: Belfry,
  { id, kind, spec }: Pick<Action, "id" | "kind" | "spec">,
): Promise<Approvable | null> {
  const wanted = kinds.get(kind)?.approvable?.(spec) ?? null;
  if (wanted === null) return null;
  return (await store.approvals.of(id))?.key === wanted.key ? null : wanted;
}

/** Shows the card to the owners, but for the one who sees it anyway. */
export async function askOwners(belfry: Belfry, action: Action, payload: View, seenBy: number): Promise<Change[]> {
  const now = belfry.clock.now();
  const changes: Change[] = [];
  for (const { id: chat } of await belfry.store.people.withRole("owner")) {
    if (chat === seenBy || !(await belfry.store.chats.get(chat))) continue;
    const id = await belfry.store.newId("delivery");
    const dedupeKey = `approval/${action.id}/${action.revision}/${chat}`;
    const row = { id, dedupeKey, chat, payload, must: true, dueAt: now, createdAt: now, action: action.id };
    changes.push({ do: "addDelivery", row });
  }
  return changes;
}
