import { afterEach, describe, expect, it } from "vitest";
import { callOperation, type Operation } from "../../../src/app/operation.ts";
import { resumeAction } from "../../../src/app/operations/resume.ts";
import { undo } from "../../../src/app/operations/undo.ts";
import type { Schedule } from "../../../src/core/schedule.ts";
import type { View } from "../../../src/core/view.ts";
import { ana, type Bench, bench, hour, minute, onceAt, second, start } from "./bench.ts";
import { type Slow, slow } from "./kinds.ts";

let b: Bench;
let kind: Slow;
afterEach(() => b.close());

async function begin(repeatable = true): Promise<void> {
  kind = slow(repeatable);
  b = await bench({ kinds: [kind] });
  await b.engine.start();
}

/** The process dies and the next one does what is due. */
async function dies(): Promise<void> {
  await b.crash();
  kind.working.length = 0;
  await b.reopen();
  await b.clock.advance(second);
}

/** Returns what is shown. `after`: so much later. */
async function says<I>(operation: Operation<I>, input: I, after = second): Promise<View[]> {
  const person = await b.store.people.get(ana);
  if (!person) throw new Error("nobody there");
  const settings = { zone: "Europe/Berlin", language: "en", quiet: null };
  const asked = {
    actor: person,
    chat: ana,
    thread: null,
    settings,
    source: null,
    pressed: null,
    key: `${b.clock.now()}`,
  };
  const shown = await callOperation(b.belfry, operation, input, { ...asked, answer: async () => [] });
  if (after > 0) await b.clock.advance(after);
  return shown;
}

const at = { type: "every", ms: hour, from: start } as const;
const raised = () =>
  b.channel.sent.filter(({ delivery }) => delivery.payload.view === "escalation" && delivery.payload.kind === "raised");

describe("an action that is at work each time the process dies", () => {
  it("is paused after three in a row, raised once, and the others go on", async () => {
    await begin();
    const poison = await b.add({ kind: "slow", title: "Poison", schedule: at });
    const tea = await b.add({ schedule: onceAt(start + 2 * hour) });
    await b.clock.set(start + hour);
    await dies();
    await dies();
    expect(raised()).toEqual([]);
    await dies();
    expect(kind.working).toEqual([]);
    expect(await b.runs(poison.id)).toMatchObject([{ outcome: "failed", reason: "crashed: 3", attempts: 3 }]);
    expect(await b.store.actions.get(poison.id)).toMatchObject({ pause: { until: null } });
    expect(await b.store.escalations.open()).toMatchObject([{ action: poison.id, severity: "high" }]);
    expect(raised()).toHaveLength(1);
    await dies();
    await b.clock.set(start + 2 * hour);
    expect(kind.working).toEqual([]);
    expect(await b.runs(tea.id)).toMatchObject([{ state: "waiting" }]);
    expect(raised()).toHaveLength(1);
  });

  it("is counted over its runs where none may be done twice", async () => {
    await begin(false);
    const poison = await b.add({ kind: "slow", schedule: at });
    for (let n = 1; n <= 3; n++) {
      await b.clock.set(start + n * hour);
      expect(kind.working).toHaveLength(1);
      await dies();
    }
    expect((await b.runs(poison.id)).map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      "interrupted crashed: 1",
      "interrupted crashed: 2",
      "interrupted crashed: 3",
    ]);
    expect(await b.store.actions.get(poison.id)).toMatchObject({ pause: { until: null } });
  });

  it("is counted anew once it has come back, however badly", async () => {
    await begin();
    const long = await b.add({ kind: "slow", schedule: at, policies: { ...kind.policies(at), attempts: 9 } });
    await b.clock.set(start + hour);
    await dies();
    await dies();
    kind.working[0]?.end({ result: "failure", error: "no route" });
    await b.engine.idle();
    await b.clock.set(b.clock.now() + minute);
    await dies();
    await dies();
    kind.working[0]?.end();
    await b.engine.idle();
    await b.clock.set(start + 2 * hour);
    await dies();
    expect(await b.store.actions.get(long.id)).toMatchObject({ pause: null });
  });

  it.each([
    ["resumes it", (action: number) => says(resumeAction, { action, page: null })],
    ["takes its stop back", () => says(undo, {})],
  ])("comes back when somebody %s, and what was its only time is done then", async (_, letsRun) => {
    await begin();
    const once = await b.add({ kind: "slow", schedule: onceAt(start + hour) });
    await b.clock.set(start + hour);
    for (let n = 1; n <= 3; n++) await dies();
    expect(kind.working).toEqual([]);
    await letsRun(once.id);
    expect(await b.store.escalations.open()).toEqual([]);
    kind.working[0]?.end();
    await b.engine.idle();
    expect(await b.runs(once.id)).toMatchObject([{ outcome: "failed" }, { outcome: "succeeded", trigger: "manual" }]);
  });
});

describe("resuming what was stopped, taken back", () => {
  const stopped = async (schedule: Schedule) => {
    await begin();
    const poison = await b.add({ kind: "slow", title: "Poison", schedule });
    await b.clock.set(start + hour);
    for (let n = 1; n <= 3; n++) await dies();
    return poison.id;
  };
  const stands = async (id: number) => {
    expect(await b.store.actions.get(id)).toMatchObject({ pause: { crashes: 3, until: null } });
    expect(await b.store.escalations.open()).toMatchObject([{ action: id, state: "open", resolvedAt: null }]);
  };

  it("stops it again and raises it again, to everybody who heard that it was over", async () => {
    const id = await stopped(at);
    await says(resumeAction, { action: id, page: null });
    expect(await b.store.escalations.open()).toEqual([]);
    await says(undo, {});
    await stands(id);
    const kinds = b.channel.sent.flatMap(({ delivery: { payload, operation } }) =>
      payload.view === "escalation" && operation === "send" ? payload.kind : [],
    );
    expect(kinds).toEqual(["raised", "recovered", "reminder"]);
    await b.clock.set(start + 3 * hour);
    expect(kind.working).toEqual([]);
  });

  it("says that the run which came of it stays, where it has begun", async () => {
    const id = await stopped(onceAt(start + hour));
    await says(resumeAction, { action: id, page: null });
    expect(kind.working).toHaveLength(1);
    const shown = await says(undo, {});
    expect(shown).toMatchObject([{ view: "card", change: "restored", notes: [{ note: "ran" }] }]);
    await stands(id);
    expect(await b.runs(id)).toMatchObject([{ outcome: "failed" }, { state: "running" }]);
  });

  it("takes a run back that has not begun", async () => {
    const id = await stopped(onceAt(start + hour));
    await says(resumeAction, { action: id, page: null }, 0);
    await says(undo, {});
    await stands(id);
    expect(await b.runs(id)).toMatchObject([{ outcome: "failed" }]);
    expect(kind.working).toEqual([]);
  });
});

it("of several at work when the process died one at a time is tried, so only the one that brings it down is stopped", async () => {
  await begin();
  const actions = [];
  for (const title of ["One", "Two", "Poison", "Four", "Five"])
    actions.push(await b.add({ kind: "slow", title, schedule: onceAt(start + hour) }));
  const poison = actions[2]?.id;
  await b.clock.set(start + hour);
  expect(kind.working).toHaveLength(5);
  for (let life = 1; life <= 40 && (await b.store.escalations.open()).length === 0; life++) {
    const [working] = kind.working;
    if (working === undefined || working.run.action === poison || kind.working.length > 1) await dies();
    else {
      kind.working.shift()?.end();
      await b.clock.advance(second);
    }
  }
  expect(await b.store.escalations.open()).toMatchObject([{ action: poison }]);
  const paused = await Promise.all(actions.map(async ({ id }) => (await b.store.actions.get(id))?.pause !== null));
  expect(paused).toEqual([false, false, true, false, false]);
});
