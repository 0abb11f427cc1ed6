/** Notices as deliveries: alone, or several in one message where a chat gets many. */
import type { Belfry } from "../../core/belfry.ts";
import { type Delivery, laneOf, type NewDelivery } from "../../core/delivery.ts";
import type { Target } from "../../core/escalation.ts";
import type { EscalationLine, EscalationView } from "../../core/escalation-view.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";
import { type Parcel, type Recently, spread, stormCap, type Told } from "../escalation/spread.ts";
import { escalationCard } from "./cards.ts";

/** Lines a digest shows. */
const mostLines = 20;

type Digest = Extract<EscalationView, { view: "escalationDigest" }>;

/** What has to be written so that each is told; a shared message is written with each of those that share it. */
export async function noticeLetters(belfry: Belfry, tolds: Told[], now: Instant): Promise<Map<Told, Change[]>> {
  const late = new Map<number, Delivery[]>();
  for (const { target } of tolds) {
    const chat = chatOf(target);
    if (!late.has(chat)) late.set(chat, await belfry.store.deliveries.alarms(chat, now - stormCap.withinMs));
  }
  const writes = new Map<Told, Change[]>();
  for (const parcel of spread(tolds, (target) => recently(late.get(chatOf(target)) ?? []))) {
    const changes = await written(belfry, parcel, late, now);
    for (const told of parcel.how === "alone" ? [parcel.told] : parcel.tolds) writes.set(told, changes);
  }
  return writes;
}

/** The number of the lane a target's messages are in. */
function chatOf({ channel, chat, address }: Target): number {
  return channel === "telegram" ? chat : laneOf(channel, address);
}

function recently(late: Delivery[]): Recently {
  const counted = late.filter(({ payload }) => payload.view !== "escalation" || payload.card.severity !== "critical");
  return { messages: counted.length, digest: newestDigest(late) !== undefined };
}

function newestDigest(late: Delivery[]): (Delivery & { payload: Digest }) | undefined {
  return late.findLast((one): one is Delivery & { payload: Digest } => one.payload.view === "escalationDigest");
}

async function written(belfry: Belfry, parcel: Parcel, late: Map<number, Delivery[]>, now: Instant): Promise<Change[]> {
  if (parcel.how === "alone") return [await alone(belfry, parcel.told, now)];
  const { target, tolds } = parcel;
  const lines = tolds.map(lineOf);
  const known = parcel.joins ? newestDigest(late.get(chatOf(target)) ?? []) : undefined;
  if (known) return joined(belfry, known, lines, now);
  const id = await belfry.store.newId("delivery");
  // Where a message cannot be changed any more it waits for what else the minute brings.
  const dueAt = target.channel === "telegram" ? now : now + stormCap.withinMs;
  const row = { ...base(target, now), id, dedupeKey: `escalations/${id}`, dueAt, escalation: 0 };
  return [{ do: "addDelivery", row: { ...row, payload: digest(lines, 0) } }];
}

/** The row always holds all lines, so that the next one joins them; what was sent is edited to show them. */
async function joined(
  belfry: Belfry,
  known: Delivery & { payload: Digest },
  lines: EscalationLine[],
  now: Instant,
): Promise<Change[]> {
  const payload = digest([...known.payload.lines, ...lines], known.payload.more);
  const outside = known.channel !== "telegram";
  const change: Change = { do: "setDelivery", id: known.id, payload, untried: outside };
  if (outside) return [change];
  const id = await belfry.store.newId("delivery");
  const { chat, thread } = known;
  const edit = {
    id,
    dedupeKey: `escalations/${known.id}/${id}`,
    chat,
    thread,
    operation: "edit",
    edits: known.id,
  } as const;
  return [change, { do: "addDelivery", row: { ...edit, payload, dueAt: now, createdAt: now } }];
}

function digest(lines: EscalationLine[], before: number): Digest {
  const more = before + Math.max(0, lines.length - mostLines);
  return { view: "escalationDigest", lines: lines.slice(0, mostLines), more };
}

function lineOf({ escalation: { id, action, title, reason, severity }, kind }: Told): EscalationLine {
  return { id, action, title, reason, severity, kind, answer: null };
}

/** A chat by its person's or its own name, everything else by its channel and address. */
export async function namesOf({ store }: Belfry, targets: Target[]): Promise<string[]> {
  return Promise.all(
    targets.map(async ({ channel, chat, address }) => {
      if (channel !== "telegram") return address === "" ? channel : address;
      const person = await store.people.get(chat);
      // Somebody who was only named in the configuration has no name here yet.
      const name = person && (person.username === null ? person.name : `@${person.username}`);
      return name || (await store.chats.get(chat))?.title || String(chat);
    }),
  );
}

async function alone(belfry: Belfry, told: Told, now: Instant): Promise<Change> {
  const { escalation, kind, key, target, also, undo } = told;
  const id = await belfry.store.newId("delivery");
  const card = await escalationCard(belfry, escalation);
  const where = base(target, now);
  const row: NewDelivery = {
    ...{ ...where, id, dedupeKey: `${key}/${where.chat}/${where.thread ?? ""}`, dueAt: now },
    payload: { view: "escalation", card, kind, at: now, also: await namesOf(belfry, also), ...(undo && { undo }) },
    replyTo: kind === "raised" ? null : await firstMessage(belfry, escalation.id, where.chat),
    ...{ escalation: escalation.id, action: escalation.action },
  };
  return { do: "addDelivery", row };
}

/** The message that opened the thread in this chat. */
async function firstMessage(belfry: Belfry, escalation: number, chat: number): Promise<number | null> {
  const told = await belfry.store.deliveries.ofEscalation(escalation);
  return told.find((one) => one.chat === chat && one.parts.length > 0)?.parts[0] ?? null;
}

/** Where a message to somebody of a route goes. */
export function base(target: Target, now: Instant) {
  const { channel, thread, address } = target;
  return {
    ...{ channel, chat: chatOf(target), thread, must: true, createdAt: now },
    address: channel === "telegram" ? null : address,
  };
}
