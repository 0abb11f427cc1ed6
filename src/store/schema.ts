/** The tables, once for every database. Names in SQL are spelled out, so renaming a field here moves no data. */
import { sql } from "drizzle-orm";
import type { Action, Gate, MessageRef, Nag, Policies } from "../core/action.ts";
import type { Delivery } from "../core/delivery.ts";
import type { RunData } from "../core/reading.ts";
import type { Schedule } from "../core/schedule.ts";
import type { View } from "../core/view.ts";
import type { Kit } from "./columns.ts";
import { digestTable } from "./schema-digests.ts";
import { escalationTable, maintenanceTable } from "./schema-escalations.ts";
import { approvalTable, hookTable } from "./schema-hooks.ts";
import { peopleTables } from "./schema-people.ts";

/**
 * The conditions of the partial indexes. A query finds such an index only if it repeats the condition word for
 * word, so both sides take it from here. SQLite recognises comparisons, but no list of values.
 */
export const awaitsEvent = sql.raw("event is not null");
export const hasParent = sql.raw("parent is not null");
export const wakingRun = sql.raw("wake_at is not null");
export const endedRun = sql.raw("ended_at is not null");
export const queuedDelivery = sql.raw("state = 'queued'");
export const sendingDelivery = sql.raw("state = 'sending'");
export const shownCard = sql.raw("shows = 'card'");
export const newInbox = sql.raw("state = 'new'");
export const alarm = sql.raw("escalation is not null");
export const labelledRun = sql.raw("labels is not null");
const withOutput = sql.raw("output is not null");
const deletedAction = sql.raw("deleted_at is not null");
export const openQuestion = sql.raw("state = 'open'");

function actionTables({ table, text, int, bool, instant, json, index }: Kit) {
  const actions = table(
    "actions",
    {
      id: int("id").primaryKey(),
      title: text("title").notNull(),
      kind: text("kind").notNull(),
      spec: json<unknown>("spec"),
      schedule: json<Schedule>("schedule").notNull(),
      leads: json<number[]>("leads").notNull(),
      nag: json<Nag>("nag"),
      critical: bool("critical").notNull(),
      silent: bool("silent").notNull().default(false),
      policies: json<Policies>("policies").notNull(),
      gates: json<Gate[]>("gates").notNull().default([]),
      labels: json<string[]>("labels").notNull().default([]),
      parent: int("parent"),
      owner: int("owner").notNull(),
      chat: int("chat").notNull(),
      thread: int("thread"),
      destination: json<NonNullable<Action["destination"]>>("destination"),
      source: json<MessageRef>("source"),
      /** The `on` of an event schedule and the parts of `source`, to find it by. */
      event: text("event"),
      sourceChat: int("source_chat"),
      sourceMessage: int("source_message"),
      pause: json<NonNullable<Action["pause"]>>("pause"),
      skipUntil: instant("skip_until"),
      revision: int("revision").notNull(),
      createdAt: instant("created_at").notNull(),
      updatedAt: instant("updated_at").notNull(),
      deletedAt: instant("deleted_at"),
    },
    (t) => [
      index("actions_chat").on(t.chat),
      index("actions_owner").on(t.owner),
      index("actions_source").on(t.sourceChat, t.sourceMessage),
      index("actions_event").on(t.event).where(awaitsEvent),
      index("actions_parent").on(t.parent).where(hasParent),
      index("actions_deleted").on(t.deletedAt).where(deletedAction),
    ],
  );
  /**
   * The clock hands (`Action.nextAt`), apart from the actions: the tick moves one with every run, and moving it
   * within the wide row costs three times as much. An action with nothing ahead, or deleted, has none.
   */
  const hands = table("hands", { action: int("action").primaryKey(), at: instant("at").notNull() }, (t) => [
    index("hands_at").on(t.at),
  ]);
  return { actions, hands };
}

function runTable({ table, text, oneOf, int, instant, json, index, uniqueIndex }: Kit) {
  return table(
    "runs",
    {
      id: int("id").primaryKey(),
      key: text("key").notNull(),
      action: int("action").notNull(),
      slot: instant("slot"),
      lead: int("lead").notNull(),
      slotTo: instant("slot_to"),
      count: int("count").notNull(),
      trigger: oneOf("trigger", ["schedule", "manual", "forced", "created", "event"]).notNull(),
      state: oneOf("state", ["open", "running", "waiting", "settled"]).notNull(),
      outcome: oneOf("outcome", ["succeeded", "failed", "skipped", "missed", "interrupted"]),
      reason: text("reason"),
      dueAt: instant("due_at").notNull(),
      startedAt: instant("started_at"),
      endedAt: instant("ended_at"),
      attempts: int("attempts").notNull(),
      crashes: int("crashes").notNull().default(0),
      missed: int("missed").notNull(),
      /** Set while the run is open, running or waiting, and only then: the index of live runs rests on it. */
      wakeAt: instant("wake_at"),
      note: text("note"),
      rings: int("rings").notNull(),
      output: text("output"),
      data: json<RunData>("data"),
      answeredBy: int("answered_by"),
      labels: json<string[]>("labels"),
    },
    (t) => [
      uniqueIndex("runs_key").on(t.key),
      index("runs_action").on(t.action, t.id),
      // Claiming a run changes none of these columns, so it need not touch this index.
      index("runs_wake").on(t.wakeAt, t.id).where(wakingRun),
      index("runs_ended").on(t.endedAt, t.outcome).where(endedRun),
      index("runs_labelled").on(t.dueAt, t.id).where(labelledRun),
      index("runs_output").on(t.endedAt).where(withOutput),
    ],
  );
}

function deliveryTable({ table, text, oneOf, int, bool, instant, json, index, uniqueIndex }: Kit) {
  return table(
    "deliveries",
    {
      id: int("id").primaryKey(),
      dedupeKey: text("dedupe_key").notNull(),
      channel: text("channel").notNull().default("telegram"),
      address: text("address"),
      chat: int("chat").notNull(),
      thread: int("thread"),
      operation: oneOf("operation", ["send", "edit", "delete"]).notNull(),
      edits: int("edits"),
      editsMessage: int("edits_message"),
      answers: int("answers"),
      replyTo: int("reply_to"),
      payload: json<View>("payload").notNull(),
      /** The payload's `view`, to find cards by. */
      shows: text("shows").notNull(),
      must: bool("must").notNull(),
      silent: bool("silent").notNull().default(false),
      state: oneOf("state", ["queued", "sending", "sent", "failed", "dropped"]).notNull(),
      attempts: int("attempts").notNull(),
      uncertain: int("uncertain").notNull(),
      dueAt: instant("due_at").notNull(),
      createdAt: instant("created_at").notNull(),
      sentAt: instant("sent_at"),
      messageId: int("message_id"),
      parts: json<number[]>("parts").notNull(),
      error: text("error"),
      run: int("run"),
      action: int("action"),
      instead: json<NonNullable<Delivery["instead"]>>("instead"),
      escalation: int("escalation"),
    },
    (t) => [
      uniqueIndex("deliveries_key").on(t.dedupeKey),
      index("deliveries_queue").on(t.chat, t.id).where(queuedDelivery),
      index("deliveries_sending").on(t.chat, t.id).where(sendingDelivery),
      index("deliveries_due").on(t.dueAt, t.id).where(queuedDelivery),
      index("deliveries_message").on(t.chat, t.messageId),
      index("deliveries_run").on(t.run, t.id),
      index("deliveries_card").on(t.action, t.chat, t.id).where(shownCard),
      index("deliveries_shown").on(t.chat, t.id).where(shownCard),
      index("deliveries_alarms").on(t.chat, t.createdAt, t.id).where(alarm),
      index("deliveries_escalation").on(t.escalation, t.id).where(alarm),
    ],
  );
}

function talkTables({ table, text, oneOf, int, bool, instant, json, index, uniqueIndex }: Kit) {
  const inbox = table(
    "inbox",
    {
      id: int("id").primaryKey(),
      key: text("key").notNull(),
      lane: int("lane").notNull(),
      update: json<unknown>("update"),
      state: oneOf("state", ["new", "done", "failed", "expired"]).notNull(),
      attempts: int("attempts").notNull(),
      receivedAt: instant("received_at").notNull(),
    },
    (t) => [uniqueIndex("inbox_key").on(t.key), index("inbox_new").on(t.id).where(newInbox)],
  );
  const questions = table(
    "questions",
    {
      id: int("id").primaryKey(),
      chat: int("chat").notNull(),
      thread: int("thread"),
      person: int("person").notNull(),
      code: text("code").notNull(),
      draft: json<unknown>("draft"),
      state: oneOf("state", ["open", "answered", "expired"]).notNull(),
      delivery: int("delivery").notNull(),
      createdAt: instant("created_at").notNull(),
      expiresAt: instant("expires_at").notNull(),
    },
    (t) => [
      index("questions_open").on(t.chat, t.person, t.id).where(openQuestion),
      index("questions_expiry").on(t.expiresAt).where(openQuestion),
    ],
  );
  const revisions = table(
    "revisions",
    {
      id: int("id").primaryKey(),
      entity: oneOf("entity", ["action", "run", "chat", "maintenance", "escalation"]).notNull(),
      entityId: int("entity_id").notNull(),
      before: json<unknown>("before"),
      after: json<unknown>("after"),
      actor: int("actor").notNull(),
      what: text("what").notNull(),
      at: instant("at").notNull(),
      undone: bool("undone").notNull(),
      group: int("group_id").notNull(),
    },
    (t) => [
      index("revisions_actor").on(t.actor, t.id),
      index("revisions_entity").on(t.entity, t.entityId, t.id),
      index("revisions_group").on(t.group),
    ],
  );
  return { inbox, questions, revisions };
}

export function defineSchema(kit: Kit) {
  return {
    ...actionTables(kit),
    runs: runTable(kit),
    digests: digestTable(kit),
    deliveries: deliveryTable(kit),
    escalations: escalationTable(kit),
    maintenance: maintenanceTable(kit),
    hooks: hookTable(kit),
    approvals: approvalTable(kit),
    ...talkTables(kit),
    ...peopleTables(kit),
  };
}
