import { describe, expect, it } from "vitest";
import type { EscalationRules } from "../../../src/core/escalation.ts";
import { hour, minute, second } from "./bench.ts";
import { chat, owner, rules, shop } from "./shop.ts";

/** The usual rules, all their times divided. */
function faster(by: number): EscalationRules {
  const { staleMs, repeatMs, askAgainMs, ackMs, ...rest } = rules({});
  const times = { staleMs: staleMs / by, askAgainMs: askAgainMs / by, ackMs: ackMs / by };
  return { ...rest, ...times, repeatMs: repeatMs.map((ms) => ms / by) };
}

describe("a run that says it is red", () => {
  it("raises in the write that settles it, and the next one only counts", async () => {
    const { run, told, store } = await shop();
    await run();
    await run();
    expect(told()).toEqual([`raised → ${owner}`]);
    const [one] = await store.escalations.open();
    expect(one).toMatchObject({ id: 1, cause: "1/http 5xx", count: 2, revision: 2, run: 1, title: "shop" });
    expect((await store.runs.history(1, 9)).map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
  });

  it("many times in one pass is raised once", async () => {
    const { run, told, store, action } = await shop();
    await run(
      ...Array.from({ length: 12 }, () => ({ ...action, policies: { ...action.policies, overlap: "allow" } }) as const),
    );
    expect(told()).toEqual([`raised → ${owner}`]);
    const counted = (await store.runs.history(1, 20)).filter(({ outcome }) => outcome === "failed").length;
    expect((await store.escalations.get(1))?.count).toBe(counted);
  });

  it("is over with the first green one: a reply in the thread, and the red card loses its buttons", async () => {
    const made = await shop();
    await made.run();
    made.light.red = null;
    await made.travel(made.clock.now() + 31 * minute);
    await made.run();
    await made.travel(made.clock.now() + 10 * second);
    expect(made.told()).toEqual([`raised → ${owner}`, `reminder → ${owner}`, `recovered → ${owner}`]);
    const [first] = made.sentOf("escalation");
    expect(made.sentOf("escalation").at(-1)?.replyTo).toBe(
      (await made.store.deliveries.get(first?.id ?? 0))?.messageId,
    );
    const edits = made.channel.sent.filter(({ delivery }) => delivery.operation === "edit");
    expect(edits.at(-1)?.delivery.payload).toMatchObject({ view: "escalation", card: { state: "resolved" } });
  });

  it("of two kinds has an escalation for each, and green ends both", async () => {
    const made = await shop();
    await made.run();
    made.light.red = "timeout";
    await made.run();
    expect((await made.store.escalations.open()).map(({ cause }) => cause)).toEqual(["1/http 5xx", "1/timeout"]);
    made.light.red = null;
    await made.run();
    expect(await made.store.escalations.open()).toEqual([]);
  });

  it("is not told during maintenance, nor is what was open before", async () => {
    const made = await shop();
    await made.run();
    const from = made.clock.now();
    const window = { id: 1, action: made.action.id, chat: owner, from, until: from + 2 * hour, by: owner };
    await made.store.commit([{ do: "putMaintenance", row: window }]);
    made.light.red = "timeout";
    await made.run();
    await made.travel(from + 2 * hour - second);
    expect(made.told()).toEqual([`raised → ${owner}`]);
    await made.travel(from + 2 * hour + minute);
    expect(made.told()).toEqual([`raised → ${owner}`, `reminder → ${owner}`]);
  });
});

describe("an escalation nobody answers", () => {
  it("goes its way through restarts, and is silent after the last word", async () => {
    // Three times as fast as usual, which notices five minutes apart allow: the same steps, a third of the minutes.
    const made = await shop({ rules: faster(3) });
    await made.run();
    const from = made.clock.now();
    await made.travel(from + 35 * minute);
    await made.away(minute);
    await made.travel(from + 40 * hour);
    const told = made.told().map((line) => line.split(" ")[0]);
    expect(told.filter((kind) => kind === "stale")).toHaveLength(2);
    expect(told.at(-1)).toBe("gaveUp");
    expect(told.filter((kind) => kind === "reminder")).toHaveLength(27);
    expect(await made.store.escalations.nextStepAt()).toBeNull();
  });

  it("is told within a second of its time", async () => {
    const made = await shop();
    await made.run();
    const from = made.clock.now();
    await made.travel(from + 50 * minute);
    const at = made.channel.sent.map((one) => one.at - from).filter((ms) => ms > 0);
    expect(at).toEqual([15 * minute, 45 * minute]);
  });
});

describe("many at once", () => {
  it("share a message", async () => {
    const made = await shop();
    const more = [];
    for (let i = 0; i < 30; i++)
      more.push(await made.add({ title: `shop ${i}`, kind: "lamp", policies: made.action.policies }));
    await made.run(...more);
    await made.travel(made.clock.now() + 10 * second);
    expect(made.told()).toEqual([]);
    expect(made.sentOf("escalationDigest").map(({ payload }) => payload)).toMatchObject([
      { more: 10, lines: { length: 20 } },
    ]);
    expect(await made.store.escalations.open()).toHaveLength(30);
  });

  it("one after the other are five messages in a minute at most; the last one grows", async () => {
    const made = await shop();
    for (let i = 0; i < 20; i++) {
      await made.run(await made.add({ title: `shop ${i}`, kind: "lamp", policies: made.action.policies }));
      await made.travel(made.clock.now() + 2 * second);
    }
    await made.travel(made.clock.now() + minute);
    expect(made.told()).toHaveLength(4);
    const [digest, ...others] = made.sentOf("escalationDigest");
    expect(others).toEqual([]);
    expect((await made.store.deliveries.get(digest?.id ?? 0))?.payload).toMatchObject({ lines: { length: 16 } });
    const edits = made.channel.sent.filter(({ delivery }) => delivery.edits === digest?.id);
    expect(edits.at(-1)?.delivery.payload).toMatchObject({ lines: { length: 16 } });
  });

  it("that are critical each come alone", async () => {
    const made = await shop();
    made.light.severity = "critical";
    for (let i = 0; i < 15; i++) {
      await made.run(await made.add({ title: `shop ${i}`, kind: "lamp", policies: made.action.policies }));
    }
    await made.travel(made.clock.now() + minute);
    expect(made.told()).toHaveLength(15);
  });
});

describe("a chat that has shut Belfry out", () => {
  it("is left alone, and the next ones are told at once", async () => {
    const made = await shop({ rules: rules({ medium: [chat(-7)], high: [chat(owner)] }) });
    await made.store.commit([{ do: "putChat", id: -7, patch: { type: "group", title: "Ops", granted: true } }]);
    made.channel.answer = ({ chat: to }) =>
      to === -7 ? { result: "refused", reason: "closed", detail: "kicked" } : { result: "sent", message: 5 };
    await made.run();
    await made.travel(made.clock.now() + 4 * second);
    expect(made.told()).toEqual(["raised → -7", `raised → ${owner}`]);
    await made.travel(made.clock.now() + hour);
    expect(made.told().filter((line) => line.endsWith("-7"))).toHaveLength(1);
  });
});

describe("the auditor", () => {
  it("tells of an open escalation that nobody looks at, and looks again each minute", async () => {
    const made = await shop();
    await made.run();
    await made.travel(made.clock.now() + minute);
    expect(made.engine.forgotten()).toEqual([]);
    const { revision = 0 } = (await made.store.escalations.get(1)) ?? {};
    const patch = { nextStepAt: null, revision: revision + 1 };
    await made.store.commit([{ do: "setEscalation", id: 1, expectRevision: revision, patch }]);
    await made.travel(made.clock.now() + 2 * minute);
    expect(made.engine.forgotten()).toEqual([1]);
    expect(made.logged.some(({ message }) => message === "an escalation is not looked at")).toBe(true);
  });
});
