/** What a reply means beyond its delivery. Everything here may be done twice. */
import type { Belfry } from "../../core/belfry.ts";
import type { Delivery, NewDelivery } from "../../core/delivery.ts";
import type { Change } from "../../core/store.ts";
import { destinationName } from "../destination.ts";
import { tellTried } from "../escalating/trial.ts";
import { passOnNotice } from "../escalator.ts";
import { listKey } from "../listing.ts";
import { tellOwners } from "./notices.ts";
import type { Verdict } from "./verdict.ts";

const dayMs = 24 * 60 * 60_000;

export async function aftermath(
  belfry: Belfry,
  delivery: Delivery,
  { besides, patch }: { besides: Verdict["besides"] | "diverted"; patch: Partial<Delivery> },
): Promise<void> {
  if (typeof besides === "object") await belfry.store.chats.migrate(delivery.chat, besides.migrateTo);
  else if (besides === "chatClosed") await closeChat(belfry, delivery.chat);
  else if (besides === "sentAnew") await noteList(belfry, delivery);
  else if (besides === "diverted" || besides === "topicGone") await tellDiverted(belfry, delivery, patch.error ?? "");
  else if (besides !== "nothing") await tellLoss(belfry, delivery, besides, patch.error ?? "");
  const lost = besides === "chatClosed" || patch.state === "failed";
  if (lost && delivery.escalation !== null) await passOnNotice(belfry, delivery);
  if (delivery.payload.view === "routeTrial") await tellTried(belfry, delivery, patch);
}

/** The chat's deliveries rest until Telegram says that it is open again. Owners hear of it once a day: it may open and refuse again. */
async function closeChat(belfry: Belfry, id: number): Promise<void> {
  const chat = await belfry.store.chats.get(id);
  if (chat && chat.blockedAt !== null) return;
  const now = belfry.clock.now();
  const notices = await tellOwners(belfry, `closed/${id}/${Math.floor(now / dayMs)}`, "chatClosed", {
    chat: id,
    title: chat?.title ?? "",
  });
  await belfry.store.commit([{ do: "putChat", id, patch: { blockedAt: now } }, ...notices.filter(elsewhereThan(id))]);
}

/** It comes home instead, behind a message that says why. */
async function tellDiverted(belfry: Belfry, delivery: Delivery, reason: string): Promise<void> {
  const { id, chat, thread, instead, action } = delivery;
  if (instead === null) return;
  const now = belfry.clock.now();
  const place = await destinationName(belfry, delivery);
  const title = (action === null ? null : await belfry.store.actions.get(action))?.title ?? "";
  const changes: Change[] = [];
  if (reason === "topicGone" && thread !== null) changes.push({ do: "nameTopic", row: { chat, thread, name: null } });
  const payload = { view: "notice", code: "diverted", args: { title, place, reason } } as const;
  const row = { chat: instead.chat, thread: instead.thread, dedupeKey: `diverted/${id}`, action };
  const notice = { ...row, id: await belfry.store.newId("delivery"), payload, dueAt: now, createdAt: now };
  const moved = { ...whole(delivery), ...row, id: await belfry.store.newId("delivery"), instead: null, replyTo: null };
  const back = { ...moved, dedupeKey: `${delivery.dedupeKey}/home`, dueAt: now, createdAt: now };
  await belfry.store.commit([...changes, { do: "addDelivery", row: notice }, { do: "addDelivery", row: back }]);
}

/** As it was before any of it was sent. */
function whole(delivery: Delivery): NewDelivery {
  const { state: _, attempts, uncertain, sentAt, messageId, parts, error, ...rest } = delivery;
  return rest;
}

/** The list has another message now. */
async function noteList(belfry: Belfry, { id, chat, thread, payload }: Delivery): Promise<void> {
  if (payload.view !== "list") return;
  await belfry.store.commit([{ do: "putMeta", key: listKey({ chat, thread }), value: String(id) }]);
}

/** A notice that is lost is not worth another one. */
async function tellLoss(
  belfry: Belfry,
  { id, chat, address, payload }: Delivery,
  code: "undelivered" | "rejected",
  detail: string,
): Promise<void> {
  if (payload.view === "notice") return;
  const title = address ?? (await belfry.store.chats.get(chat))?.title ?? "";
  const changes = await tellOwners(belfry, `${code}/${id}`, code, { chat, title, detail });
  // A chat that takes no message at all is not told in itself; one that refused this message is.
  await belfry.store.commit(code === "rejected" ? changes : changes.filter(elsewhereThan(chat)));
}

function elsewhereThan(chat: number): (change: Change) => boolean {
  return (change) => change.do === "addDelivery" && change.row.chat !== chat;
}
