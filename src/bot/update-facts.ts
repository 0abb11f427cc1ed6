/**
 * What must be known of an update to store it, whatever its shape: nothing here trusts that Telegram, or whoever
 * speaks for it, kept to its own documentation.
 */

/** The value at a path of field names; undefined where the path breaks off. */
function dig(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}

const carriers = ["message", "edited_message", "my_chat_member"];

/** Chat of the update, or the person where there is no chat: what is handled in order. 0 when neither is told. */
export function laneOf(update: unknown): number {
  const chats = carriers.map((name) => dig(update, name, "chat", "id"));
  const press = dig(update, "callback_query", "message", "chat", "id");
  const person = dig(update, "callback_query", "from", "id");
  const lane = [...chats, press, person].find((id) => Number.isSafeInteger(id));
  return typeof lane === "number" ? lane : 0;
}

/**
 * Names an update for a bot. After a quiet week Telegram may number anew from any number, so the number alone names
 * nothing: the date, or the press's own id, comes with it.
 */
export function keyOf(bot: number, update: unknown): string {
  const dates = carriers.map((name) => dig(update, name, "edit_date") ?? dig(update, name, "date"));
  const mark = [...dates, dig(update, "callback_query", "id")].find((value) => value !== undefined);
  return [bot, dig(update, "update_id"), laneOf(update), mark]
    .map((part) => String(part))
    .join(":")
    .slice(0, 200);
}

/** False for what no handler could read: ids that are no numbers, texts that are no texts. */
export function isReadable(update: unknown): boolean {
  const message = dig(update, "message") ?? dig(update, "edited_message") ?? dig(update, "my_chat_member");
  const press = dig(update, "callback_query");
  if (message === undefined && press === undefined) return false;
  const from = dig(message ?? press, "from", "id");
  const chat = press === undefined ? dig(message, "chat", "id") : dig(press, "message", "chat", "id");
  const texts = [dig(message, "text"), dig(message, "caption"), dig(press, "data")];
  const lists = [dig(message, "entities"), dig(message, "caption_entities")];
  return (
    [from, chat].every((id) => Number.isSafeInteger(id)) &&
    texts.every((text) => text === undefined || typeof text === "string") &&
    lists.every((list) => list === undefined || Array.isArray(list))
  );
}

/** Highest number in a batch; null when none has one. */
export function lastId(updates: readonly unknown[]): number | null {
  const ids = updates.map((update) => dig(update, "update_id")).filter((id) => typeof id === "number");
  return ids.length === 0 ? null : Math.max(...ids);
}
