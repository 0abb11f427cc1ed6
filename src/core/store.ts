/**
 * The store as the application sees it. Every method is atomic; no transaction crosses a method. What a person
 * changes goes through `commit`, one list of changes for one transaction; what the engine does a thousand times
 * has its own batched methods.
 */
import type { Action, MessageRef } from "./action.ts";
import type { Approval, ApprovalChange } from "./approval.ts";
import type { Chat, ChatStore, Person, Role, TopicName, TopicStore } from "./chat.ts";
import type { Delivery, NewDelivery, Way } from "./delivery.ts";
import type { Escalation, EscalationStore, Maintenance, MaintenanceStore } from "./escalation.ts";
import type { HookChange, HookStore } from "./hook.ts";
import type { InboxStore } from "./inbox.ts";
import type { AmissRun, NewRun, Run, RunState } from "./run.ts";
import type { Instant } from "./schedule.ts";
import type { PastStore } from "./store-past.ts";
import type { View } from "./view.ts";

/** Something asked with buttons or for free text; lives 15 minutes and survives restarts. */
export interface Question {
  id: number;
  chat: number;
  thread: number | null;
  /** Who may answer. */
  person: number;
  code: string;
  /** What is being decided; belongs to the operation that asked. */
  draft: unknown;
  state: "open" | "answered" | "expired";
  /** The delivery that shows it. */
  delivery: number;
  createdAt: Instant;
  expiresAt: Instant;
}

/** One change a person made, kept so that it can be taken back. */
export interface Revision {
  id: number;
  entity: "action" | "run" | "chat" | "maintenance" | "escalation";
  entityId: number;
  /** Row before and after; null before means it was created. */
  before: unknown;
  after: unknown;
  actor: number;
  /** What was done, in one word (`created`, `moved`, `paused`, …). */
  what: string;
  at: Instant;
  undone: boolean;
  /** Revisions made together are taken back together. */
  group: number;
}

/** One entry of an atomic write. Entries with an expectation roll the whole list back when it does not hold. */
export type Change =
  | { do: "addAction"; row: Action }
  /** Expects the revision; the patch carries the new one. The tick's own fields do not count as a change. */
  | { do: "setAction"; id: number; expectRevision: number; patch: Partial<Action> }
  | { do: "addRun"; row: NewRun }
  /** Expects one of the states. */
  | { do: "setRun"; id: number; expectState: RunState[]; patch: Partial<Run> }
  /** Takes a run out of the ledger, for one that stands for it from now on. Expects it to be settled. */
  | { do: "dropRun"; id: number }
  /** Same dedupe key again: ignored. An edit replaces earlier unsent edits of the same message. */
  | { do: "addDelivery"; row: NewDelivery }
  /** Drops deliveries of a run that are still queued. */
  | { do: "dropQueued"; run: number }
  /** What a delivery shows from now on. `untried`: expects that nothing has been tried with it. */
  | { do: "setDelivery"; id: number; payload: View; untried: boolean }
  /** Expects that none is open for the same cause. */
  | { do: "addEscalation"; row: Escalation }
  /** Expects the revision; the patch carries the new one. */
  | { do: "setEscalation"; id: number; expectRevision: number; patch: Partial<Escalation> }
  /** Drops deliveries that tell of this escalation and are not on their way. */
  | { do: "dropNotices"; escalation: number }
  | { do: "putMaintenance"; row: Maintenance }
  | HookChange
  | ApprovalChange
  | { do: "addQuestion"; row: Question }
  /** Expects it to be open. */
  | { do: "closeQuestion"; id: number; state: "answered" | "expired" }
  | { do: "addRevision"; row: Revision }
  /** Expects it not to be undone yet. */
  | { do: "markUndone"; id: number }
  | { do: "putChat"; id: number; patch: Partial<Chat> }
  | { do: "nameTopic"; row: TopicName }
  | { do: "putPerson"; id: number; patch: Partial<Person> }
  /** Expects that nobody is owner yet. */
  | { do: "claimOwner"; person: number }
  /** Expects it to be new. */
  | { do: "inboxDone"; id: number }
  | { do: "putMeta"; key: string; value: string };

export type Entity = "action" | "delivery" | "escalation" | "maintenance" | "question" | "revision" | "run";

/** What the tick does with one due action: writes its runs and moves its clock hand. */
export interface Fire {
  action: number;
  /** Compare-and-set: nothing is written for this action when the hand is elsewhere already, */
  expectNextAt: Instant;
  /** or when a person has changed it since it was read (paused it, say): it is still due then, and is read again. */
  expectRevision: number;
  nextAt: Instant | null;
  runs: NewRun[];
  /** The pause is over. */
  unpause: boolean;
}

/** How one claimed run ended its try. */
export interface Settle {
  run: number;
  /** The attempt that was claimed: a later claim makes this one void (fence). */
  attempt: number;
  patch: Partial<Run>;
  changes: Change[];
}

/** Where to look for actions of a person or a chat. */
export interface Scope {
  /** Actions of this chat, whoever made them. */
  chat?: number;
  owner?: number;
  /** Only those of which something is to come or to be answered: by the clock, by hand, after a pause, or ringing. */
  live?: true;
}

export interface Store {
  /** The next free number; never handed out twice. */
  newId(entity: Entity): Promise<number>;
  /** All or nothing. Throws `Conflict` when an expectation does not hold. */
  commit(changes: Change[]): Promise<void>;
  actions: {
    get(id: number): Promise<Action | null>;
    /** Not deleted, in order of `nextAt` then id. */
    list(scope: Scope): Promise<Action[]>;
    count(scope: Scope): Promise<number>;
    /** Not deleted, and depending on this one. */
    children(parent: number): Promise<Action[]>;
    bySource(source: MessageRef): Promise<Action[]>;
    /** Not deleted, waiting for one of these events (`on`). */
    awaiting(events: string[]): Promise<Action[]>;
    due(now: Instant, limit: number): Promise<Action[]>;
    nextAt(): Promise<Instant | null>;
    /** Every action with a schedule, in pages by id: for recomputing the clock hand when zone rules change. */
    page(afterId: number, limit: number): Promise<Action[]>;
    /** Moves clock hands without a person's change, each compare-and-set. */
    rehand(hands: { id: number; expectNextAt: Instant | null; nextAt: Instant | null }[]): Promise<number>;
  };
  /** One transaction for the whole batch; a run whose key exists is left alone. Returns how many actions moved. */
  fire(fires: Fire[]): Promise<number>;
  runs: {
    get(id: number): Promise<Run | null>;
    byKey(key: string): Promise<Run | null>;
    /** Open or waiting runs whose `wakeAt` has come, oldest due first, without those named. */
    due(now: Instant, limit: number, without: number[]): Promise<Run[]>;
    nextWakeAt(): Promise<Instant | null>;
    /** Marks them running, counts the attempt; returns those that could be claimed, with their actions. */
    claim(ids: number[], now: Instant): Promise<{ run: Run; action: Action }[]>;
    /** One transaction for all. Returns the indexes that were void. A conflict in one entry's changes voids that entry only. */
    settle(settles: Settle[]): Promise<number[]>;
    /** Runs of these actions that wait for an answer. */
    waiting(actions: number[]): Promise<Run[]>;
    /** Newest first; one that is not due yet is no history. */
    history(action: number, limit: number): Promise<Run[]>;
    /** Those that had this label, of the actions in scope, newest first. */
    labelled(label: string, scope: Scope, limit: number): Promise<Run[]>;
    /** Those that did something (succeeded, failed, interrupted), newest first; by their numbers below `below`. */
    finished(action: number, limit: number, below?: number): Promise<Run[]>;
    /** How many have failed in a row and ended after `since`; those of which nothing was to be told do not count. */
    failures(action: number, since: Instant): Promise<number>;
    /** The newest that did something, rang or waits. */
    lastActive(action: number): Promise<Run | null>;
    /** Those of an action that were due at or after `from` and before `to`, by their numbers above `after`; without outputs. */
    dueBetween(action: number, from: Instant, to: Instant, after: number, limit: number): Promise<Run[]>;
    /** Runs that were running when the process died. */
    orphans(): Promise<{ run: Run; action: Action }[]>;
    /** Over all time, squashed days too. */
    stats(action: number): Promise<{ runs: number; failed: number; last: Run | null }>;
    /** Ended since then, of the actions in scope; without a scope of all. */
    since(at: Instant, scope?: Scope): Promise<{ runs: number; failed: number }>;
    /** Ended since then as failed, interrupted, missed or skipped, the first to end first; not of deleted actions. */
    amiss(at: Instant, scope: Scope): Promise<AmissRun[]>;
    /** Ended since then, of the actions in scope, the newest first. */
    ended(at: Instant, scope: Scope, limit: number): Promise<Run[]>;
    /** Failed since then, and nothing of the same action has come after it. */
    lastFailed(at: Instant): Promise<Run[]>;
  };
  deliveries: {
    get(id: number): Promise<Delivery | null>;
    byKey(dedupeKey: string): Promise<Delivery | null>;
    byMessage(ref: MessageRef): Promise<Delivery | null>;
    /** Newest first. */
    ofRun(run: number): Promise<Delivery[]>;
    /** Newest sent or pending delivery that shows this action's card. */
    cardOf(action: number, chat: number): Promise<Delivery | null>;
    /** The newest card that answered this person in this chat and topic, written at or after `since`. */
    lastCard(place: { chat: number; thread: number | null }, person: number, since: Instant): Promise<Delivery | null>;
    /** For each chat not named (and not blocked), its oldest queued delivery that is due and is not behind an undue one. */
    due(way: Way, now: Instant, limit: number, withoutChats: number[]): Promise<Delivery[]>;
    nextDueAt(): Promise<Instant | null>;
    /** Marks it sending, counts the attempt. False when somebody else has it. */
    claim(ids: number[]): Promise<number[]>;
    update(id: number, patch: Partial<Delivery>): Promise<void>;
    /** Deliveries that were being sent when the process died. */
    orphans(): Promise<Delivery[]>;
    /** Queued or being sent, to this chat or to any. */
    waiting(chat?: number): Promise<number>;
    /** Messages about escalations to this chat, edits left out, written after `since`. Oldest first. */
    alarms(chat: number, since: Instant): Promise<Delivery[]>;
    /** Everything that told of one escalation, oldest first. */
    ofEscalation(escalation: number): Promise<Delivery[]>;
  };
  escalations: EscalationStore;
  maintenance: MaintenanceStore;
  hooks: HookStore;
  approvals: { of(action: number): Promise<Approval | null> };
  past: PastStore;
  inbox: InboxStore;
  questions: {
    get(id: number): Promise<Question | null>;
    /** The open question in this chat that waits for words of this person, newest first. */
    openFor(chat: number, person: number): Promise<Question[]>;
    expired(now: Instant, limit: number): Promise<Question[]>;
    nextExpiry(): Promise<Instant | null>;
  };
  revisions: {
    get(id: number): Promise<Revision | null>;
    /** The newest not undone change of this person, made at or after `since`. */
    newest(actor: number, since: Instant): Promise<Revision | null>;
    /** The newest not undone change of an entity, whoever made it. */
    latestOf(entity: Revision["entity"], id: number): Promise<Revision | null>;
    group(group: number): Promise<Revision[]>;
  };
  chats: ChatStore;
  topics: TopicStore;
  people: {
    get(id: number): Promise<Person | null>;
    byUsername(username: string): Promise<Person | null>;
    withRole(role: Role): Promise<Person[]>;
  };
  meta: { get(key: string): Promise<string | null> };
  /** State of free-text asks; a cache beside the question rows. */
  conversations: {
    read(key: string): Promise<unknown>;
    write(key: string, value: unknown): Promise<void>;
    remove(key: string): Promise<void>;
  };
  /** Free pages and space: false when new work must be refused until space is freed. */
  writable(): Promise<boolean>;
  close(): Promise<void>;
}
