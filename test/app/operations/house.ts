/** Belfry with everything but Telegram: real store, real engine, a clock moved by hand, and a door that is a function. */
import { onTestFinished } from "vitest";
import { type Call, callOperation, type Operation, type Shown } from "../../../src/app/operation.ts";
import { say } from "../../../src/app/operations/say.ts";
import { settingsFor } from "../../../src/app/settings.ts";
import type { Action } from "../../../src/core/action.ts";
import type { Person, Role } from "../../../src/core/chat.ts";
import type { Delivery } from "../../../src/core/delivery.ts";
import { BelfryError } from "../../../src/core/errors.ts";
import type { Change } from "../../../src/core/store.ts";
import type { View } from "../../../src/core/view.ts";
import { ana, type Bench, bench } from "../engine/bench.ts";

/** An owner is Ana; Boris is a member, Carla a stranger. They share a group. */
export const boris = 1002;
export const carla = 1003;
export const group = -5001;
/** A chat takes about one message in a second. */
const patience = 5_000;

export type ViewOf<Name extends View["view"]> = Extract<View, { view: Name }>;

/** Who speaks, where, and what of. */
export interface Where {
  as?: number;
  chat?: number;
  thread?: number;
  /** Delivery whose button is pressed. */
  pressed?: number;
  /** Message id of the sentence. */
  message?: number;
  key?: string;
}

export interface House extends Bench {
  /** Calls an operation; the views it showed. */
  call(operation: Operation<unknown>, input?: unknown, where?: Where): Promise<View[]>;
  /** The same, for operations that show one view of a known sort. */
  see<Name extends View["view"]>(
    name: Name,
    operation: Operation<unknown>,
    input?: unknown,
    where?: Where,
  ): Promise<ViewOf<Name>>;
  /** Says a sentence. */
  say<Name extends View["view"]>(name: Name, text: string, where?: Where & { reply?: object }): Promise<ViewOf<Name>>;
  /** The code a call is refused with. */
  refusal(operation: Operation<unknown>, input?: unknown, where?: Where): Promise<string>;
  /** What was shown last, as deliveries. */
  shown: Delivery[];
  action(id: number): Promise<Action>;
  person(id: number): Promise<Person>;
  /** The newest message that rings. */
  ring(): Promise<Delivery & { payload: ViewOf<"ring"> }>;
  /** What a message shows when its lane has come to rest, a few seconds later. */
  showing(delivery: number): Promise<View | null>;
}

/** Wall time in Berlin on 24 Nov 2026, or `days` later. */
export function berlin(clock: string, days = 0): number {
  return Date.parse(`2026-11-24T${clock}:00+01:00`) + days * 86_400_000;
}

export async function house(setup: Parameters<typeof bench>[0] = {}): Promise<House> {
  const made = (await bench(setup)) as House;
  onTestFinished(() => made.close());
  const putPerson = (id: number, name: string, role: Role): Change => ({
    do: "putPerson",
    id,
    patch: { name, role, username: name.toLowerCase() },
  });
  await made.store.commit([
    putPerson(ana, "Ana", "owner"),
    putPerson(boris, "Boris", "member"),
    putPerson(carla, "Carla", "stranger"),
    { do: "putChat", id: group, patch: { type: "group", title: "Home", granted: true } },
  ]);
  await made.engine.start();
  let calls = 0;
  const messages = { next: 1 };

  made.person = async (id) => (await made.store.people.get(id)) as Person;
  made.action = async (id) => (await made.store.actions.get(id)) as Action;
  made.shown = [];
  made.call = async (operation, input = {}, where = {}) => {
    const actor = await made.person(where.as ?? ana);
    const chat = where.chat ?? actor.id;
    const key = where.key ?? `call/${++calls}`;
    const call: Call = {
      ...{ actor, chat, thread: where.thread ?? null, key, pressed: where.pressed ?? null },
      settings: await settingsFor(made.belfry, chat, actor.id),
      source: { chat, message: where.message ?? messages.next++ },
      answer: (shown) => answer(made, call, shown),
    };
    const views = await callOperation(made.belfry, operation, input, call);
    await made.engine.idle();
    return views;
  };
  made.see = async (name, operation, input, where) => {
    const [view] = await made.call(operation, input, where);
    if (view?.view !== name) throw new Error(`expected ${name}, saw ${JSON.stringify(view)}`);
    return view as ViewOf<typeof name>;
  };
  made.say = (name, text, { reply, ...where } = {}) =>
    made.see(name, say, { text, ...(reply ? { reply } : {}) }, where);
  made.refusal = async (operation, input, where) => {
    try {
      await made.call(operation, input, where);
      return "done";
    } catch (error) {
      if (error instanceof BelfryError) return error.code;
      throw error;
    }
  };
  made.ring = async () => {
    const rings = made.channel.sent.filter(
      ({ delivery }) => delivery.payload.view === "ring" && delivery.operation === "send",
    );
    const last = await made.store.deliveries.get(rings[rings.length - 1]?.delivery.id ?? 0);
    if (last?.payload.view !== "ring") throw new Error("nothing has rung");
    return { ...last, payload: last.payload };
  };
  made.showing = async (delivery) => {
    await made.travel(made.clock.now() + patience);
    const of = made.channel.sent
      .map((sent) => sent.delivery)
      .filter(({ id, edits }) => id === delivery || edits === delivery);
    const last = of[of.length - 1];
    return last === undefined || last.operation === "delete" ? null : last.payload;
  };
  return made;
}

/** What a door adds to the write: a message for each view, an edit where one is pressed or named. */
async function answer(made: House, call: Call, shown: Shown[]): Promise<Change[]> {
  const now = made.clock.now();
  const changes: Change[] = [];
  made.shown = [];
  for (const [index, { view, edits, id }] of shown.entries()) {
    const target = edits ?? (id === undefined ? call.pressed : null);
    const row = {
      ...{ id: id ?? (await made.store.newId("delivery")), dedupeKey: `${call.key}#${index}`, chat: call.chat },
      ...{ payload: view, dueAt: now, createdAt: now, thread: call.thread },
      ...(target === null ? {} : ({ operation: "edit", edits: target } as const)),
      action: view.view === "card" ? view.card.id : null,
      run: view.view === "rung" ? view.run : null,
    };
    changes.push({ do: "addDelivery", row });
    made.shown.push(row as unknown as Delivery);
  }
  return changes;
}
