/** Changing what earlier messages show. */
import type { Belfry } from "../core/belfry.ts";
import type { Change } from "../core/store.ts";
import type { View } from "../core/view.ts";

/** Makes the message of `delivery` show `view`. `key` names the occasion: the same occasion edits once. Nothing when the delivery is unknown. */
export async function editMessage(belfry: Belfry, key: string, delivery: number, view: View): Promise<Change[]> {
  return change(belfry, key, delivery, view, "edit");
}

/** Takes the message of `delivery` away. */
export async function removeMessage(belfry: Belfry, key: string, delivery: number): Promise<Change[]> {
  return change(belfry, key, delivery, { view: "questionClosed", how: "answered" }, "delete");
}

async function change(
  belfry: Belfry,
  key: string,
  delivery: number,
  payload: View,
  operation: "edit" | "delete",
): Promise<Change[]> {
  const shown = await belfry.store.deliveries.get(delivery);
  if (!shown) return [];
  const now = belfry.clock.now();
  const { chat, thread, run, action } = shown;
  const id = await belfry.store.newId("delivery");
  const dedupeKey = `${key}/${operation}/${delivery}`;
  const row = {
    id,
    dedupeKey,
    chat,
    thread,
    operation,
    edits: delivery,
    payload,
    must: true,
    dueAt: now,
    createdAt: now,
  };
  return [{ do: "addDelivery", row: { ...row, run, action } }];
}
