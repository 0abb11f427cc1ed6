/** A delivery made ready: who it is for, which message it changes, and the one request that is next. */
import type { Belfry } from "../../core/belfry.ts";
import type { Part } from "../../core/channel.ts";
import { type Delivery, isLane } from "../../core/delivery.ts";
import type { Instant } from "../../core/schedule.ts";
import { settingsFor } from "../settings.ts";

export type Parcel =
  | { ready: true; part: Part; parts: number; target: number | null; group: boolean }
  /** It ends without being sent. */
  | { ready: false; patch: Partial<Delivery>; besides: "nothing" | "rejected" };

/** A delivery that cannot be rendered fails alone. */
export async function parcel(belfry: Belfry, delivery: Delivery, now: Instant): Promise<Parcel> {
  const chat = await belfry.store.chats.get(delivery.chat);
  const group = chat ? chat.type === "group" : delivery.chat < 0;
  const target = await targetOf(belfry, delivery);
  if (delivery.operation !== "send" && target === null) return over({ state: "dropped", error: "nothing to change" });
  const settings = await settingsFor(
    belfry,
    delivery.chat,
    group || isLane(delivery.chat) ? await ownerOf(belfry, delivery) : delivery.chat,
  );
  const repeat = delivery.operation === "send" && delivery.uncertain > 0;
  try {
    const channel = delivery.channel === "telegram" ? belfry.channel : belfry.outside(delivery.channel);
    if (channel === null) return over({ state: "failed", error: "there is no such channel any more" });
    const parts = channel.compose({ delivery, settings, target, repeat, now });
    const part = parts[delivery.parts.length];
    if (!part) return over({ state: "sent", sentAt: now, messageId: delivery.parts.at(-1) ?? null });
    return { ready: true, part, parts: parts.length, target, group };
  } catch (error) {
    belfry.log.error({ delivery: delivery.id, error: String(error) }, "a delivery cannot be rendered");
    const lost = delivery.operation === "send" && delivery.must;
    return over({ state: "failed", error: "cannot be rendered" }, lost ? "rejected" : "nothing");
  }
}

function over(patch: Partial<Delivery>, besides: "nothing" | "rejected" = "nothing"): Parcel {
  return { ready: false, patch, besides };
}

async function targetOf(belfry: Belfry, { edits, editsMessage }: Delivery): Promise<number | null> {
  if (editsMessage !== null) return editsMessage;
  return edits === null ? null : ((await belfry.store.deliveries.get(edits))?.messageId ?? null);
}

/** In a group the zone and language are those of whoever made the action, unless the group has its own. */
async function ownerOf(belfry: Belfry, { action, chat }: Delivery): Promise<number> {
  return (action === null ? null : await belfry.store.actions.get(action))?.owner ?? chat;
}
