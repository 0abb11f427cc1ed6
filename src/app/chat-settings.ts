/** Changing what holds in a chat. In a group that is the owners' business, because it concerns everybody there. */
import type { Belfry } from "../core/belfry.ts";
import type { Chat } from "../core/chat.ts";
import { BelfryError } from "../core/errors.ts";
import type { Change } from "../core/store.ts";
import { isPrivate, type Place } from "./access.ts";
import type { Call } from "./operation.ts";
import { remember } from "./revise.ts";

/** @throws BelfryError `notAllowed` for members in a group */
export function refuseUnlessSettler(place: Place): void {
  if (!isPrivate(place) && place.actor.role !== "owner") throw new BelfryError("notAllowed");
}

type ChatSettings = Pick<Chat, "zone" | "language" | "quiet">;

/** Writes a setting and remembers what it was. @throws BelfryError `notAllowed` */
export async function setChat<Name extends keyof ChatSettings>(
  belfry: Belfry,
  call: Call,
  name: Name,
  value: ChatSettings[Name],
  what: string,
): Promise<{ revision: number; changes: Change[] }> {
  refuseUnlessSettler(call);
  const chat = await belfry.store.chats.get(call.chat);
  const [before, after] = [{ [name]: chat?.[name] ?? null }, { [name]: value }];
  const entity = { entity: "chat" as const, entityId: call.chat, before, after };
  const { revision, change } = await remember(belfry, call, entity, what);
  return { revision, changes: [{ do: "putChat", id: call.chat, patch: after }, change] };
}
