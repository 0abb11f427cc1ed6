/**
 * The messages of the runs that ended together, as deliveries. Rings that waited for the end of quiet hours, that come
 * after a long absence, or of which one chat gets more than its lane takes at once, share messages.
 */
import type { Belfry } from "../../core/belfry.ts";
import type { Delivery } from "../../core/delivery.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";
import type { RingItem, View } from "../../core/view.ts";
import type { Finish, Message } from "./perform.ts";

/** Rings of one chat and one pass that come as messages of their own. */
const MOST_ALONE = 5;
/** Rings in one message; each has its buttons. */
const MOST_ITEMS = 20;

type Digest = Extract<View, { view: "ringDigest" }>;
type Letter = Message & { finish: Finish };

/** What each run's settling has to write so that its messages are sent. A shared message is part of each of its runs. */
export async function letters(belfry: Belfry, finishes: Finish[], now: Instant): Promise<Map<Finish, Change[]>> {
  const writes = new Map<Finish, Change[]>(finishes.map((finish) => [finish, []]));
  for (const group of grouped(finishes)) {
    const change = await delivery(belfry, group, now);
    for (const { finish } of group) writes.get(finish)?.push(change);
  }
  return writes;
}

/** In order of the runs; a group takes the place of its first. */
function grouped(finishes: Finish[]): Letter[][] {
  const all = finishes.flatMap((finish) => finish.messages.map((message) => ({ ...message, finish })));
  const perChat = new Map<string, number>();
  for (const letter of all) {
    if (letter.view.view === "ring") perChat.set(place(letter), (perChat.get(place(letter)) ?? 0) + 1);
  }
  const open = new Map<string, Letter[]>();
  const groups: Letter[][] = [];
  for (const letter of all) {
    const why = whyShared(letter, (perChat.get(place(letter)) ?? 0) > MOST_ALONE);
    const key = `${place(letter)} ${why}`;
    const group = why === null ? undefined : open.get(key);
    if (group && group.length < MOST_ITEMS) {
      group.push(letter);
      continue;
    }
    const fresh = [letter];
    groups.push(fresh);
    if (why !== null) open.set(key, fresh);
  }
  return groups;
}

function place(letter: Letter): string {
  const { chat, thread } = whereTo(letter);
  return `${chat}/${thread}`;
}

/** What may be lost on its way out comes home. */
function whereTo({ options, finish: { action } }: Letter): Pick<Delivery, "chat" | "thread" | "instead"> {
  const { chat, thread, owner: person, destination } = action;
  if (!options.outward || destination === null) return { chat, thread, instead: null };
  return { ...destination, instead: { chat, thread, person } };
}

function whyShared({ view, options, finish }: Letter, many: boolean): Digest["why"] | null {
  if (view.view !== "ring") return null;
  return options.digest ?? (many && !finish.action.critical ? "busy" : null);
}

async function delivery(belfry: Belfry, group: Letter[], now: Instant): Promise<Change> {
  const first = group[0];
  if (!first) throw new Error("a message without a letter");
  const { run, action } = first.finish;
  const silent = group.every((letter) => letter.finish.action.silent);
  const id = await belfry.store.newId("delivery");
  const row = { id, ...whereTo(first), silent, must: true, dueAt: now, createdAt: now };
  if (group.length > 1) {
    return { do: "addDelivery", row: { ...row, dedupeKey: `digest/${id}`, payload: digest(group) } };
  }
  const { view: payload, options } = first;
  // The nth ring of a run is sent once whatever happens; other messages are held apart by their number.
  const dedupeKey = payload.view === "ring" ? `ring/${run.id}/${payload.ring}` : `run/${run.id}/${id}`;
  const of = { run: run.id, action: action.id, replyTo: options.replyTo ?? null };
  return { do: "addDelivery", row: { ...row, ...of, dedupeKey, payload } };
}

function digest(group: Letter[]): Digest {
  const why = group[0]?.options.digest ?? "busy";
  const items: RingItem[] = group.map(({ finish: { run, action } }) => ({
    ...{ run: run.id, action: action.id, title: action.title, slot: run.slot, state: null },
  }));
  return { view: "ringDigest", why, items };
}
