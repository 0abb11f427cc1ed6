/** Commands without a name run only after an owner has approved them; until then their action is paused. */
import type { Action } from "../core/action.ts";
import type { Approvable } from "../core/approval.ts";
import type { Belfry } from "../core/belfry.ts";
import type { CardNote } from "../core/card-note.ts";
import type { Person } from "../core/chat.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change } from "../core/store.ts";
import type { View } from "../core/view.ts";
import { editMessage } from "./messages.ts";

/** What has to be approved of an action, whether it is or not. */
export function approvableOf({ kinds }: Belfry, { kind, spec }: Pick<Action, "kind" | "spec">): Approvable | null {
  return kinds.get(kind)?.approvable?.(spec) ?? null;
}

/** What is not approved yet of an action; null where nothing is missing. */
export async function unapproved(
  belfry: Belfry,
  action: Pick<Action, "id" | "kind" | "spec">,
): Promise<Approvable | null> {
  const wanted = approvableOf(belfry, action);
  if (wanted === null) return null;
  return (await belfry.store.approvals.of(action.id))?.key === wanted.key ? null : wanted;
}

/** For the card: who has decided about what somebody else has proposed. */
export function decisionNote(
  { owner }: Pick<Action, "owner">,
  decision: "approved" | "denied",
  { id, name }: Person,
  at: Instant,
): CardNote[] {
  return owner === id ? [] : [{ note: decision, by: name, at }];
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

/** The cards that ask for it show `view` instead, but for the one that was pressed. Nothing where nobody was asked. */
export async function withdrawQuestion(
  belfry: Belfry,
  action: Action,
  view: View,
  pressed: number | null,
): Promise<Change[]> {
  if ((await unapproved(belfry, action)) === null) return [];
  const owners = await belfry.store.people.withRole("owner");
  const changes: Change[] = [];
  for (const chat of new Set([action.chat, ...owners.map(({ id }) => id)])) {
    const card = await belfry.store.deliveries.cardOf(action.id, chat);
    const shown = card && (card.edits ?? card.id);
    if (!card || shown === null || shown === pressed || !asks(card.payload)) continue;
    changes.push(...(await editMessage(belfry, `withdrawn/${action.id}/${action.revision}`, shown, view)));
  }
  return changes;
}

function asks(view: View): boolean {
  return view.view === "card" && view.check?.approvable !== undefined;
}
