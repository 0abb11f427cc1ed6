/** Taking back a setting of a chat. */
import type { Belfry } from "../../core/belfry.ts";
import type { Chat } from "../../core/chat.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Revision } from "../../core/store.ts";
import type { Call } from "../operation.ts";
import { settingsFor } from "../settings.ts";
import type { Restored } from "./restored.ts";

/** @throws BelfryError `nothingToUndo` from another chat, `undoRefused` when the setting was changed again */
export async function restoreChat(belfry: Belfry, call: Call, revision: Revision): Promise<Restored> {
  if (revision.entityId !== call.chat) throw new BelfryError("nothingToUndo");
  const chat = await belfry.store.chats.get(call.chat);
  const asChanged = Object.entries(revision.after as Partial<Chat>).every(
    ([name, value]) => JSON.stringify(chat?.[name as keyof Chat] ?? null) === JSON.stringify(value),
  );
  if (!asChanged) throw new BelfryError("undoRefused");
  const patch = revision.before as Partial<Chat>;
  const settings = await settingsFor(belfry, call.chat, call.actor.id, patch);
  return {
    view: { view: "undone", what: revision.what, title: null, settings },
    changes: [{ do: "putChat", id: revision.entityId, patch }],
  };
}
