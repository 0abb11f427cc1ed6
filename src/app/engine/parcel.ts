/** A delivery made ready: who it is for, which message it changes, and the one request that is next. */
import type { Belfry } from "../../core/belfry.ts";
import type { Part } from "../../core/channel.ts";
import { type Delivery, isLane } from "../../core/delivery.ts";
import type { Instant } from "../../core/schedule.ts";
import { mayTell } from "../destination.ts";
import { unanswered } from "../escalating/unanswered.ts";
import { settingsFor } from "../settings.ts";
import { home, type Verdict } from "./verdict.ts";

type Besides = Verdict["besides"] | "diverted";

export type Parcel =
  | { ready: true; part: Part; parts: number; target: number | null; group: boolean }
  /** It ends without being sent. */
  | { ready: false; patch: Partial<Delivery>; besides: Besides };

/** A delivery that cannot be rendered fails alone. */
export async function parcel(belfry: Belfry, delivery: Delivery, now: Instant): Promise<Parcel> {
  const chat = await belfry.store.chats.get(delivery.chat);
  const barred = delivery.instead && (await whyNot(belfry, delivery, delivery.instead));
  if (barred) return over(home(delivery, now, barred), "diverted");
  const group = chat ? chat.type === "group" : delivery.chat < 0;
  const edited = delivery.edits === null ? null : await belfry.store.deliveries.get(delivery.edits);
  // A group that became a supergroup numbers its messages anew: that number is another message's there.
  if (edited !== null && edited.chat !== delivery.chat) return overMoved(delivery, now);
  const target = delivery.editsMessage ?? edited?.messageId ?? null;
  if (delivery.operation !== "send" && target === null) return over({ state: "dropped", error: "nothing to change" });
  const payload = await unanswered(belfry, delivery);
  if (payload === null) return over({ state: "dropped", error: "answered meanwhile" });
  const settings = await settingsFor(
    belfry,
    delivery.chat,
    group || isLane(delivery.chat) ? await ownerOf(belfry, delivery) : delivery.chat,
  );
  const repeat = delivery.operation === "send" && delivery.uncertain > 0;
  try {
    const channel = delivery.channel === "telegram" ? belfry.channel : belfry.outside(delivery.channel);
    if (channel === null) return over({ state: "failed", error: "there is no such channel any more" });
    const parts = channel.compose({ delivery: { ...delivery, payload }, settings, target, repeat, now });
    const part = parts[delivery.parts.length];
    if (!part) return over({ state: "sent", sentAt: now, messageId: delivery.parts.at(-1) ?? null });
    return { ready: true, part, parts: parts.length, target, group };
  } catch (error) {
    belfry.log.error({ delivery: delivery.id, error: String(error) }, "a delivery cannot be rendered");
    const lost = delivery.operation === "send" && delivery.must;
    return over({ state: "failed", error: "cannot be rendered" }, lost ? "rejected" : "nothing");
  }
}

function over(patch: Partial<Delivery>, besides: Besides = "nothing"): Parcel {
  return { ready: false, patch, besides };
}

/** What somebody has just asked for is a message of its own then; other changes of messages left behind are over. */
function overMoved({ answers, operation }: Delivery, now: Instant): Parcel {
  if (answers === null || operation !== "edit") return over({ state: "dropped", error: "the chat has moved" });
  return over({ state: "queued", dueAt: now, operation: "send", edits: null }, "sentAnew");
}

/** Why something for elsewhere may not go there now; null where it may. A place that cannot be asked is tried. */
async function whyNot(
  belfry: Belfry,
  { chat, parts }: Delivery,
  { chat: home, person }: NonNullable<Delivery["instead"]>,
): Promise<"chatClosed" | "notThere" | null> {
  const there = await belfry.store.chats.get(chat);
  if (there === null || there.blockedAt !== null) return "chatClosed";
  if (parts.length > 0 || chat === home) return null;
  return (await mayTell(belfry, await belfry.store.people.get(person), there)) === false ? "notThere" : null;
}

/** In a group the zone and language are those of whoever made the action or asked, unless the group has its own. */
async function ownerOf(belfry: Belfry, { action, answers, chat }: Delivery): Promise<number> {
  return (action === null ? null : await belfry.store.actions.get(action))?.owner ?? answers ?? chat;
}
