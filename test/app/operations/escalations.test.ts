import { describe, expect, it } from "vitest";
import { ackEscalation } from "../../../src/app/operations/ack.ts";
import { raiseEscalation } from "../../../src/app/operations/escalate.ts";
import { listEscalations } from "../../../src/app/operations/escalations.ts";
import { logEscalation } from "../../../src/app/operations/log.ts";
import { resolveEscalation } from "../../../src/app/operations/resolve.ts";
import { silenceEscalation } from "../../../src/app/operations/silence.ts";
import type { View } from "../../../src/core/view.ts";
import { hour, minute } from "../engine/bench.ts";
import { lamp } from "../engine/shop.ts";
import { boris, carla, group, house } from "./house.ts";

/** The group's door is open: red, and told in the group. */
async function door() {
  const light = { red: "open" as string | null, severity: "high" as const };
  const made = await house({ kinds: [lamp(() => light)] });
  const policies = { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 1 } as const;
  const action = await made.add({ title: "door", kind: "lamp", chat: group, policies });
  let runs = 0;
  const run = async () => {
    const key = `${action.id}!${++runs}`;
    const row = { key, action: action.id, slot: null, lead: 0, trigger: "manual", dueAt: made.clock.now() } as const;
    await made.store.commit([{ do: "addRun", row }]);
    made.engine.wake();
    await made.engine.idle();
  };
  await run();
  const card = await made.store.deliveries.ofEscalation(1);
  return { ...made, light, run, card: card[0]?.id ?? 0 };
}

const state = (views: View[]) => views.map((view) => (view.view === "escalation" ? view.card.state : view.view));

describe("an escalation", () => {
  it("is taken by whoever of the group presses first; the second is told who that was", async () => {
    const { call, refusal, clock, store } = await door();
    const taken = await call(ackEscalation, { escalation: 1 }, { as: boris, chat: group });
    expect(taken).toMatchObject([{ card: { state: "acked", by: "Boris", until: clock.now() + 4 * hour } }]);
    expect(await refusal(ackEscalation, { escalation: 1 }, { chat: group })).toBe("alreadyAnswered");
    expect(await store.escalations.get(1)).toMatchObject({ ackedBy: boris, revision: 2 });
  });

  it("pressed by many at once is taken once", async () => {
    const { refusal, store } = await door();
    const tries = await Promise.all(
      [boris, 1001, boris, 1001].map((as) => refusal(ackEscalation, { escalation: 1 }, { as, chat: group })),
    );
    const [first] = [(await store.escalations.get(1))?.ackedBy];
    // Whoever has it may say so again.
    expect(tries.filter((code) => code === "alreadyAnswered")).toHaveLength(2);
    expect([boris, 1001]).toContain(first);
  });

  it("is not rung once it is taken, nor what was queued", async () => {
    const { call, store, clock, travel, channel } = await door();
    const before = channel.sent.length;
    await call(ackEscalation, { escalation: 1 }, { chat: group });
    await travel(clock.now() + 3 * hour);
    const rung = channel.sent
      .slice(before)
      .filter(({ delivery }) => delivery.operation === "send" && delivery.escalation);
    expect(rung).toEqual([]);
    expect((await store.escalations.get(1))?.notices).toBe(1);
  });

  it("changes the pressed card once, and the cards elsewhere", async () => {
    const { call, card, channel, clock, travel } = await door();
    await call(ackEscalation, { escalation: 1 }, { chat: group, pressed: card });
    await travel(clock.now() + minute);
    expect(channel.sent.filter(({ delivery }) => delivery.edits === card)).toHaveLength(1);
  });

  it("is silent for an hour or until it is fixed", async () => {
    const { call, clock, refusal } = await door();
    const [hushed] = await call(silenceEscalation, { escalation: 1, forMs: hour }, { chat: group });
    expect(hushed).toMatchObject({ card: { state: "silenced", until: clock.now() + hour } });
    const [fixed] = await call(silenceEscalation, {}, { chat: group });
    expect(fixed).toMatchObject({ card: { state: "silenced", until: null } });
    expect(await refusal(silenceEscalation, { escalation: 1, until: clock.now() }, { chat: group })).toBe("past");
  });

  it("is over when a person says so, and the next failure raises it again", async () => {
    const { call, run, store } = await door();
    // The notice in the thread is the answer.
    expect(await call(resolveEscalation, { escalation: 1 }, { chat: group })).toEqual([]);
    expect(state(await call(resolveEscalation, { escalation: 1 }, { chat: group }))).toEqual(["resolved"]);
    await run();
    expect(await store.escalations.get(1)).toMatchObject({ state: "open", count: 2 });
  });

  it("shows its log as a message of its own", async () => {
    const { call, card, shown } = await door();
    const [log] = await call(logEscalation, { escalation: 1 }, { chat: group, pressed: card });
    expect(log).toMatchObject({ view: "history", lines: [{ outcome: "failed", reason: "open" }] });
    expect(shown).toBeDefined();
  });

  it("is nobody's business elsewhere", async () => {
    const { refusal } = await door();
    expect(await refusal(ackEscalation, { escalation: 1 }, { as: boris })).toBe("notFound");
    expect(await refusal(ackEscalation, { escalation: 1 }, { as: carla, chat: group })).toBe("notAllowed");
    expect(await refusal(ackEscalation, { escalation: 2 })).toBe("notFound");
    expect(await refusal(ackEscalation, { escalation: 1 })).toBe("done");
  });
});

describe("raising by hand", () => {
  it("tells the chat it is raised in, counts the same again, and rings until somebody answers", async () => {
    const { call, channel, store, clock, travel } = await house();
    const told = () =>
      channel.sent.filter(({ delivery: { payload } }) => payload.view === "escalation" && payload.kind !== "shown")
        .length;
    expect(await call(raiseEscalation, { severity: "high", subject: "The cellar is wet", body: "5 cm" })).toEqual([]);
    await call(raiseEscalation, { severity: "high", subject: "the cellar is wet" });
    expect(await store.escalations.open()).toMatchObject([{ title: "The cellar is wet", count: 2, action: null }]);
    expect(told()).toBe(1);
    await travel(clock.now() + 15 * minute);
    expect(told()).toBe(2);
    expect(await call(resolveEscalation)).toEqual([]);
    const kinds = channel.sent.flatMap(({ delivery: { payload } }) => ("kind" in payload ? [payload.kind] : []));
    expect(kinds.filter((kind) => kind === "recovered" || kind === "shown")).toEqual(["shown", "recovered"]);
  });
});

describe("the list", () => {
  it("shows what is open here, by severity or gone stale", async () => {
    const { call, clock, travel } = await door();
    await call(raiseEscalation, { severity: "low", subject: "Milk" });
    const ids = async (input: object) => {
      const [view] = await call(listEscalations, input);
      return view?.view === "escalations" ? view.cards.map(({ id }) => id) : [];
    };
    expect(await ids({})).toEqual([1, 2]);
    expect(await ids({ severity: "low" })).toEqual([2]);
    expect(await ids({ stale: true })).toEqual([]);
    await call(ackEscalation, { escalation: 2 });
    await travel(clock.now() + 4 * hour + minute);
    expect(await ids({ stale: true })).toEqual([1]);
  });
});
