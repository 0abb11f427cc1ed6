import { describe, expect, it } from "vitest";
import { newClaimCode } from "../../../src/app/claim.ts";
import type { Operation } from "../../../src/app/operation.ts";
import { allow } from "../../../src/app/operations/allow.ts";
import { claim } from "../../../src/app/operations/claim.ts";
import { deny } from "../../../src/app/operations/deny.ts";
import { operations } from "../../../src/app/operations/index.ts";
import { listPeople } from "../../../src/app/operations/people.ts";
import { showStatus } from "../../../src/app/operations/status.ts";
import { setZone } from "../../../src/app/operations/zone.ts";
import { ana, minute, start } from "../engine/bench.ts";
import { boris, carla, group, type House, house } from "./house.ts";

const dora = 1004;

/** An input that each operation accepts, about this action, run or revision. */
function inputFor(name: string, { action, run, revision }: { action: number; run: number; revision: number }): object {
  const inputs: Record<string, object> = {
    say: { text: `pause #${action}` },
    "actions.add": { title: "X", schedule: { type: "manual" } },
    "actions.move": { action, to: "10:30" },
    "actions.edit": { action, title: "Y" },
    "actions.lead": { action, ms: 3_600_000 },
    "actions.ask": { action, what: "time" },
    "actions.label": { action, label: "ops" },
    "actions.follow": { action, event: "failed", does: { intent: "run", target: `#${action}` } },
    "runs.snooze": { run, choice: "in1h" },
    undo: { revision },
    "questions.answer": { question: 1, choice: 0 },
    agenda: { from: start, to: start + 86_400_000 },
    "settings.zone": { zone: "Tokyo" },
    "settings.quiet": { quiet: null },
    "settings.language": { language: "de" },
    claim: { code: "nonsense" },
    "people.allow": { person: dora },
    "people.deny": { person: dora },
  };
  if (name.startsWith("runs.") && !inputs[name]) return { run };
  return inputs[name] ?? (name.startsWith("actions.") && name !== "actions.list" ? { action } : {});
}

/** An action of `owner` said in `chat` that rings. */
async function ringing(h: House, owner: number, chat: number) {
  const view = await h.say("card", "tea in 4 min", { as: owner, chat });
  await h.travel(start + 4 * minute);
  const [run] = await h.store.runs.waiting([view.card.id]);
  return { action: view.card.id, run: run?.id ?? 0, revision: view.undo ?? 0 };
}

async function state(h: House) {
  const people = [ana, boris, carla, dora].map((id) => h.store.people.get(id));
  const actions = await h.store.actions.list({});
  const runs = await Promise.all(actions.map(({ id }) => h.store.runs.history(id, 9)));
  return JSON.stringify([await Promise.all(people), actions, runs, await h.store.chats.list()]);
}

const edits = ["pause", "resume", "skip", "run", "move", "edit", "lead", "ask", "delete"].map(
  (name) => `actions.${name}`,
);
const looks = ["actions.show", "actions.next", "actions.history"];
const answers = ["runs.done", "runs.snooze", "runs.skip", "runs.ask"];
const owners = ["people.allow", "people.deny", "people.list", "checks.approve"];
const settings = ["settings.zone", "settings.quiet", "settings.language", "settings.moveAll"];

/** Who asks, where, about whose action said where; and what comes of the operations about it. */
const cases = [
  { who: "the creator in private", as: boris, chat: boris, owner: boris, said: boris, edit: "done", answer: "done" },
  { who: "the creator in the group", as: boris, chat: group, owner: boris, said: group, edit: "done", answer: "done" },
  {
    who: "the creator in private, of a group's",
    as: boris,
    chat: boris,
    owner: boris,
    said: group,
    edit: "done",
    answer: "done",
  },
  {
    who: "the creator in the group, of a private one",
    as: boris,
    chat: group,
    owner: boris,
    said: boris,
    edit: "notFound",
    answer: "notFound",
  },
  {
    who: "another member in the group",
    as: dora,
    chat: group,
    owner: boris,
    said: group,
    edit: "notAllowed",
    answer: "done",
  },
  {
    who: "another member in private",
    as: dora,
    chat: dora,
    owner: boris,
    said: boris,
    edit: "notFound",
    answer: "notFound",
  },
  {
    who: "another member in private, of a group's",
    as: dora,
    chat: dora,
    owner: boris,
    said: group,
    edit: "notFound",
    answer: "notFound",
  },
  { who: "an owner in the group", as: ana, chat: group, owner: boris, said: group, edit: "done", answer: "done" },
  { who: "an owner in private", as: ana, chat: ana, owner: boris, said: boris, edit: "done", answer: "done" },
];

async function peopled() {
  const h = await house();
  await h.store.commit([{ do: "putPerson", id: dora, patch: { name: "Dora", role: "member" } }]);
  return h;
}

describe.each(cases)("$who", ({ as, chat, owner, said, edit, answer }) => {
  const about = [...edits.map((name) => [name, edit]), ...answers.map((name) => [name, answer])];
  const seen = looks.map((name) => [name, edit === "notAllowed" ? "done" : edit]);
  it.each([...about, ...seen])("%s: %s", async (name = "", expected) => {
    const h = await peopled();
    const target = await ringing(h, owner, said);
    const before = await state(h);
    const operation = operations.find((one) => one.name === name) as Operation<unknown>;
    expect(await h.refusal(operation, inputFor(name, target), { as, chat })).toBe(expected);
    if (expected !== "done") expect(await state(h)).toBe(before);
  });
});

describe("a stranger", () => {
  it.each(operations.map(({ name }) => name))("may not: %s", async (name) => {
    const h = await peopled();
    const target = await ringing(h, boris, group);
    const before = await state(h);
    const operation = operations.find((one) => one.name === name) as Operation<unknown>;
    for (const chat of [carla, group]) {
      expect(await h.refusal(operation, inputFor(name, target), { as: carla, chat })).toBe("notAllowed");
    }
    expect(await state(h)).toBe(before);
  });
});

describe("a member", () => {
  it("may only answer what rings in a group that no owner has allowed, an owner may do anything", async () => {
    const h = await peopled();
    await h.call(deny, {}, { chat: group });
    for (const operation of operations) {
      const input = inputFor(operation.name, { action: 1, run: 1, revision: 1 });
      const refusal = await h.refusal(operation, input, { as: boris, chat: group });
      expect(refusal === "notAllowed", operation.name).toBe(!/^(runs|questions\.answer)/.test(operation.name));
    }
    expect(await h.refusal(showStatus, {}, { chat: group })).toBe("done");
    await h.call(allow, {}, { chat: group });
    expect(await h.refusal(showStatus, {}, { as: boris, chat: group })).toBe("done");
  });

  it.each(owners)("may not: %s", async (name) => {
    const h = await peopled();
    const operation = operations.find((one) => one.name === name) as Operation<unknown>;
    expect(await h.refusal(operation, { person: dora }, { as: boris })).toBe("notAllowed");
  });

  it.each(settings)("may not in a group: %s", async (name) => {
    const h = await peopled();
    const operation = operations.find((one) => one.name === name) as Operation<unknown>;
    const input = inputFor(name, { action: 1, run: 1, revision: 1 });
    expect(await h.refusal(operation, input, { as: boris, chat: group })).toBe("notAllowed");
    expect(await h.refusal(operation, input, { as: boris })).toBe("done");
  });
});

describe("letting people in", () => {
  it("works by number and by name, and shutting out pauses what is theirs", async () => {
    const h = await house();
    expect(await h.see("notice", allow, { person: 4711, name: "Emil" })).toMatchObject({
      code: "allowed",
      args: { name: "Emil" },
    });
    await h.call(allow, { person: "@carla" });
    expect((await h.person(carla)).role).toBe("member");
    expect((await h.see("people", listPeople)).people.map(({ name }) => name)).toEqual([
      "Ana",
      "Boris",
      "Carla",
      "Emil",
    ]);
    const { card } = await h.say("card", "tea in 4 min", { as: carla });
    await h.call(deny, { person: "carla" });
    expect((await h.person(carla)).role).toBe("stranger");
    await h.travel(start + 9 * minute);
    expect(h.channel.sent.some(({ delivery }) => delivery.payload.view === "ring")).toBe(false);
    expect((await h.action(card.id)).pause).not.toBeNull();
    expect(await h.refusal(allow, { person: "@nobody" })).toBe("notFound");
    expect(await h.refusal(allow, {})).toBe("invalidInput");
    expect(await h.refusal(deny, { person: ana })).toBe("notAllowed");
    await h.call(allow, { person: ana });
    expect((await h.person(ana)).role).toBe("owner");
  });
});

describe("the code from the console", () => {
  async function unowned() {
    const h = await house();
    await h.store.commit([{ do: "putPerson", id: ana, patch: { role: "stranger" } }]);
    const code = newClaimCode(h.clock.now());
    h.belfry.claim = code;
    return { h, code };
  }

  it("makes one owner, however many bring it at once", async () => {
    const { h, code } = await unowned();
    const people = Array.from({ length: 50 }, (_, i) => 7_000 + i);
    await h.store.commit(people.map((id) => ({ do: "putPerson", id, patch: { name: `P${id}`, role: "stranger" } })));
    const results = await Promise.all(people.map((as) => h.refusal(claim, { code: code.code }, { as })));
    expect(results.filter((result) => result === "done")).toHaveLength(1);
    expect(results.filter((result) => result === "notAllowed")).toHaveLength(49);
    expect(await h.store.people.withRole("owner")).toHaveLength(1);
  });

  it("is good for five wrong tries; ten thousand more find it closed, and so does the right one", async () => {
    const { h, code } = await unowned();
    let reasons = "";
    for (let n = 0; n < 10_000; n++) reasons += code.try(`${n}`, h.clock.now()) === "wrong" ? "w" : "l";
    expect(reasons).toBe(`wwwww${"l".repeat(9_995)}`);
    await expect(h.call(claim, { code: code.code }, { as: carla })).rejects.toMatchObject({
      args: { reason: "locked" },
    });
    expect(await h.store.people.withRole("owner")).toEqual([]);
  });

  it("is good for fifteen minutes, in private, and whatever its case and dashes", async () => {
    const { h, code } = await unowned();
    expect(code.code.replaceAll("-", "")).toMatch(/^[0-9a-f]{32}$/);
    expect(newClaimCode(0).code).not.toBe(code.code);
    expect(await h.refusal(claim, { code: code.code }, { as: carla, chat: group })).toBe("notAllowed");
    expect(code.try(code.code, code.expiresAt)).toBe("expired");
    await h.clock.advance(15 * minute - 1);
    const views = await h.call(claim, { code: code.code.replaceAll("-", "").toUpperCase() }, { as: carla });
    expect(views).toMatchObject([{ code: "claimed" }, { view: "welcome", name: "Carla" }]);
    expect((await h.person(carla)).role).toBe("owner");
    expect(await h.refusal(setZone, {}, { as: carla })).toBe("done");
  });
});
