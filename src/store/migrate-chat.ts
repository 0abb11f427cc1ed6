/** A group became a supergroup and has another id. */
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Action } from "../core/action.ts";
import type { Target } from "../core/escalation.ts";
import type { Store } from "../core/store.ts";
import { atomic, type Connection, type Sync } from "./connection.ts";
import { openQuestion } from "./schema.ts";
import { openEscalation, steppingEscalation } from "./schema-escalations.ts";
import {
  actions,
  chats,
  conversations,
  deliveries,
  escalations,
  inbox,
  maintenance,
  questions,
  revisions,
  topics,
} from "./tables.ts";

/**
 * Rewrites what is still to happen. Messages that were sent stay where they are: a supergroup numbers its messages
 * from 1 again, so an old number under the new chat would name somebody else's message. For the same reason an
 * action forgets the message it was made by.
 */
export function chatMigrator(connection: Connection): Sync<Store["chats"]>["migrate"] {
  const { db } = connection;
  return atomic(connection, (from: number, to: number) => {
    moveChatRow(connection, from, to);
    db.update(actions)
      .set({ source: null, sourceChat: null, sourceMessage: null })
      .where(eq(actions.sourceChat, from))
      .run();
    const moved = db
      .update(actions)
      .set({ chat: to })
      .where(eq(actions.chat, from))
      .returning({ id: actions.id })
      .all();
    const redirected = moveDestinations(connection, from, to);
    rewriteRevisions(connection, [...moved.map((row) => row.id), ...redirected], from, to);
    db.update(deliveries)
      .set({ chat: to })
      .where(and(eq(deliveries.chat, from), inArray(deliveries.state, ["queued", "sending"])))
      .run();
    moveAlarms(connection, from, to);
    moveTalk(connection, from, to);
    // They were numbered by messages of the old one.
    db.delete(topics).where(eq(topics.chat, from)).run();
    db.update(inbox).set({ lane: to }).where(eq(inbox.lane, from)).run();
    db.update(revisions)
      .set({ entityId: to })
      .where(and(eq(revisions.entity, "chat"), eq(revisions.entityId, from)))
      .run();
  });
}

/** What goes there goes to where it is now; the topics of before are none of its. Returns the actions. */
function moveDestinations({ db }: Connection, from: number, to: number): number[] {
  const aimed = db
    .select({ id: actions.id, destination: actions.destination })
    .from(actions)
    .where(isNotNull(actions.destination))
    .all()
    .filter(({ destination }) => destination?.chat === from);
  const destination = { chat: to, thread: null };
  for (const { id } of aimed) db.update(actions).set({ destination }).where(eq(actions.id, id)).run();
  const waiting = db
    .select({ id: deliveries.id, instead: deliveries.instead })
    .from(deliveries)
    .where(and(isNotNull(deliveries.instead), inArray(deliveries.state, ["queued", "sending"])))
    .all();
  for (const { id, instead } of waiting) {
    if (instead?.chat !== from) continue;
    db.update(deliveries)
      .set({ instead: { ...instead, chat: to } })
      .where(eq(deliveries.id, id))
      .run();
  }
  return aimed.map(({ id }) => id);
}

/** Whoever is still to hear of an escalation hears it where the chat is now. */
function moveAlarms({ db }: Connection, from: number, to: number): void {
  db.update(maintenance).set({ chat: to }).where(eq(maintenance.chat, from)).run();
  const move = (targets: Target[]) =>
    targets.map((target) => (target.chat === from ? { ...target, chat: to } : target));
  const rows = db
    .select({ id: escalations.id, policy: escalations.policy, told: escalations.told })
    .from(escalations)
    .where(or(openEscalation, steppingEscalation))
    .all();
  for (const { id, policy, told } of rows) {
    const routes = {
      ...{ low: move(policy.routes.low), medium: move(policy.routes.medium) },
      ...{ high: move(policy.routes.high), critical: move(policy.routes.critical) },
    };
    const moved = { policy: { ...policy, routes, owners: move(policy.owners) }, told: move(told) };
    db.update(escalations).set(moved).where(eq(escalations.id, id)).run();
  }
}

/** What is asked, wherever it is asked, and who is about to answer in words. */
function moveTalk({ db }: Connection, from: number, to: number): void {
  db.update(questions).set({ chat: to }).where(eq(questions.chat, from)).run();
  for (const { id, draft } of db.select().from(questions).where(openQuestion).all())
    db.update(questions)
      .set({ draft: renamed(draft, from, to) })
      .where(eq(questions.id, id))
      .run();
  for (const { key } of db.select({ key: conversations.key }).from(conversations).all()) {
    const [chat, person] = key.split(":");
    if (chat !== String(from)) continue;
    const moved = `${to}:${person}`;
    db.delete(conversations).where(eq(conversations.key, moved)).run();
    db.update(conversations).set({ key: moved }).where(eq(conversations.key, key)).run();
  }
}

/** The same with the chat's new id wherever it is named; its topics and messages of before are none any more. */
function renamed(value: unknown, from: number, to: number): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, from, to));
  if (typeof value !== "object" || value === null) return value;
  const row = value as Record<string, unknown>;
  if (row.chat === from)
    return "message" in row ? null : { ...row, chat: to, ...("thread" in row && { thread: null }) };
  return Object.fromEntries(Object.entries(row).map(([key, part]) => [key, renamed(part, from, to)]));
}

/** The old row's settings win; whatever was made for the new id meanwhile is replaced. */
function moveChatRow({ db }: Connection, from: number, to: number): void {
  const old = db.select().from(chats).where(eq(chats.id, from)).get();
  if (!old) return;
  db.delete(chats).where(eq(chats.id, to)).run();
  db.update(chats).set({ id: to, blockedAt: null }).where(eq(chats.id, from)).run();
}

/** Taking a change back must not move an action back into a chat that is gone. */
function rewriteRevisions({ db }: Connection, moved: number[], from: number, to: number): void {
  const rewrite = (image: unknown) => {
    const action = image as Action | null;
    const home = action?.chat === from ? { chat: to, source: null } : {};
    const aim = action?.destination?.chat === from ? { destination: { chat: to, thread: null } } : {};
    return action && { ...action, ...home, ...aim };
  };
  const rows = db
    .select()
    .from(revisions)
    .where(and(eq(revisions.entity, "action"), inArray(revisions.entityId, moved)))
    .all();
  for (const { id, before, after } of rows) {
    db.update(revisions)
      .set({ before: rewrite(before), after: rewrite(after) })
      .where(eq(revisions.id, id))
      .run();
  }
}
