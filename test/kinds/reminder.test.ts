import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Schedule } from "../../src/core/schedule.ts";
import type { View } from "../../src/core/view.ts";
import { reminder } from "../../src/kinds/reminder.ts";
import { ana, type Bench, bench, day, hour, minute, onceAt, start } from "../app/engine/bench.ts";
import { offline } from "../app/engine/post.ts";

let b: Bench;
beforeEach(async () => {
  b = await bench();
  await b.engine.start();
});
afterEach(() => b.close());

const daily: Schedule = { type: "rule", rules: ["FREQ=DAILY"], start: "2026-11-24T15:05:00", tz: "Europe/Berlin" };

/** What was sent since the last call, in short: minutes after the start, and what it says. */
function told(): string[] {
  return b.channel.sent.splice(0).map(({ at, delivery }) => `${(at - start) / minute} ${say(delivery.payload)}`);
}

function say(view: View): string {
  switch (view.view) {
    case "ring":
      return `ring ${view.ring}/${view.rings}${view.lead ? ` lead ${view.lead / minute}` : ""}`;
    case "rung":
      return view.state;
    case "ringDigest":
      return `digest ${view.why} ${view.items.map(({ title }) => title).join(", ")}`;
    default:
      return view.view;
  }
}

describe("a reminder", () => {
  it("rings once and is given up after a day, said on its message", async () => {
    const tea = await b.add({ schedule: onceAt(start + 4 * minute) });
    await b.travel(start + 2 * day);
    expect(told()).toEqual(["4 ring 1/1", `${4 + 24 * 60} expired`]);
    expect(await b.runs(tea.id)).toMatchObject([{ state: "settled", outcome: "skipped", reason: "expired", rings: 1 }]);
  });

  it("asks again as often as it was told, each time taking the buttons off the message before", async () => {
    const nag = { everyMs: 10 * minute, max: 3 };
    const pills = await b.add({ schedule: onceAt(start + 5 * minute), nag });
    await b.travel(start + hour);
    expect(told()).toEqual(["5 ring 1/3", "15 ring 2/3", "15 askedAgain", "25 ring 3/3", "25 askedAgain"]);
    expect(await b.runs(pills.id)).toMatchObject([{ state: "waiting", note: "expire", rings: 3, attempts: 0 }]);
  });

  it("that was snoozed rings again at its new time, and the series does not move", async () => {
    const tea = await b.add({ schedule: daily });
    await b.travel(start + hour);
    const [run] = await b.runs(tea.id);
    const patch = { wakeAt: start + 3 * hour, note: "ring" };
    await b.belfry.store.commit([{ do: "setRun", id: run?.id ?? 0, expectState: ["waiting"], patch }]);
    b.engine.wake();
    await b.travel(start + 4 * hour);
    expect(told()).toEqual(["60 ring 1/1", "180 ring 2/1", "180 askedAgain"]);
    expect((await b.store.actions.get(tea.id))?.nextAt).toBe(start + hour + day);
  });

  it("that is not answered gives way to the next ring of its series", async () => {
    const tea = await b.add({ schedule: daily });
    await b.travel(start + hour + 2 * day);
    expect(told()).toEqual([
      "60 ring 1/1",
      `${60 + 24 * 60} ring 1/1`,
      `${60 + 24 * 60} replaced`,
      `${60 + 48 * 60} ring 1/1`,
      `${60 + 48 * 60} replaced`,
    ]);
    expect((await b.runs(tea.id)).map(({ reason }) => reason)).toEqual(["replaced", "replaced", null]);
  });

  it("is given up at its next slot although that one does not ring", async () => {
    const tea = await b.add({ schedule: daily });
    await b.travel(start + hour);
    await b.store.commit([
      {
        do: "setAction",
        id: tea.id,
        expectRevision: 1,
        patch: { nextAt: null, pause: { from: start + hour, until: null } },
      },
    ]);
    await b.travel(start + 2 * day);
    expect(told()).toEqual(["60 ring 1/1", `${61 + 24 * 60} expired`]);
  });

  it("rings before its time where asked, and the slot's ring takes the place of that", async () => {
    await b.add({ schedule: onceAt(start + 2 * hour), leads: [hour] });
    await b.travel(start + 2 * hour);
    expect(told()).toEqual(["60 ring 1/1 lead 60", "120 ring 1/1", "120 replaced"]);
  });

  it("whose action is deleted does not ring", async () => {
    const tea = await b.add({ schedule: onceAt(start + hour), nag: { everyMs: 10 * minute, max: 6 } });
    await b.travel(start + hour);
    await b.store.commit([{ do: "setAction", id: tea.id, expectRevision: 1, patch: { deletedAt: start + hour } }]);
    await b.travel(start + 2 * hour);
    expect(told()).toEqual(["60 ring 1/6"]);
    expect(await b.runs(tea.id)).toMatchObject([{ outcome: "skipped", reason: "deleted" }]);
  });

  it("replies to the message it reminds of, in that message's chat", async () => {
    const spec = { text: "the whole text", original: { chat: ana, message: 55 } };
    await b.add({ schedule: onceAt(start + hour), spec });
    await b.add({ schedule: onceAt(start + 2 * hour), spec, chat: -5 });
    await b.travel(start + 2 * hour);
    expect(b.channel.sent.map(({ delivery }) => delivery.replyTo)).toEqual([55, null]);
    expect(b.channel.sent[0]?.delivery.payload).toMatchObject({ text: "the whole text" });
  });
});

describe("while Telegram cannot be reached", () => {
  const back = start + 5 * hour;
  beforeEach(() => {
    const accept = b.channel.answer;
    b.channel.answer = (delivery) => (b.clock.now() < back ? offline : accept(delivery));
  });
  const arrived = () => {
    b.channel.sent = b.channel.sent.filter(({ result }) => result.result === "sent");
    return told().map((line) => line.split(" ").slice(1).join(" "));
  };

  it("a series does not pile up: the newest ring alone arrives", async () => {
    await b.add({ schedule: { type: "every", ms: hour, from: start + 30 * minute } });
    await b.travel(back + minute);
    expect(arrived()).toEqual(["ring 1/1"]);
  });

  it("asking again does not pile up either", async () => {
    await b.add({ schedule: onceAt(start + hour), nag: { everyMs: 10 * minute, max: 4 } });
    await b.travel(back + minute);
    expect(arrived()).toEqual(["ring 4/4"]);
  });
});

describe("in quiet hours", () => {
  beforeEach(() => b.store.commit([{ do: "putChat", id: ana, patch: { quiet: { start: "22:00", end: "07:00" } } }]));
  const evening = Date.parse("2026-11-24T22:30:00+01:00");
  const morning = Date.parse("2026-11-25T07:00:00+01:00");

  it("rings wait for the morning and come in one message", async () => {
    await b.add({ title: "Tea", schedule: onceAt(evening) });
    await b.add({ title: "Cats", schedule: onceAt(evening + hour) });
    await b.travel(morning - 1);
    expect(told()).toEqual([]);
    await b.travel(morning);
    expect(told()).toEqual([`${(morning - start) / minute} digest quiet Tea, Cats`]);
  });

  it("are those of the chat's own zone", async () => {
    await b.store.commit([{ do: "putChat", id: ana, patch: { zone: "Asia/Tokyo" } }]);
    // 23:00 in Tokyo, 15:00 in Berlin; 07:00 in Tokyo is 23:00 in Berlin.
    const night = Date.parse("2026-11-24T23:00:00+09:00");
    await b.add({ schedule: onceAt(night) });
    await b.travel(morning);
    expect(b.channel.sent).toMatchObject([{ at: Date.parse("2026-11-25T07:00:00+09:00") }]);
  });

  it("a single one comes as itself, and is not late", async () => {
    await b.add({ schedule: onceAt(evening) });
    await b.travel(morning);
    expect(b.channel.sent).toMatchObject([
      { at: morning, delivery: { payload: { view: "ring", lateMs: 0, slot: evening } } },
    ]);
  });

  it("what is critical comes all the same", async () => {
    await b.add({ schedule: onceAt(evening), critical: true });
    await b.travel(evening);
    expect(told()).toEqual([`${(evening - start) / minute} ring 1/1`]);
  });

  it("asking again waits too", async () => {
    await b.add({ schedule: onceAt(evening - 35 * minute), nag: { everyMs: 10 * minute, max: 3 } });
    await b.travel(morning);
    const begin = (evening - start) / minute - 35;
    const late = (morning - start) / minute;
    expect(told()).toEqual([`${begin} ring 1/3`, `${late} ring 2/3`, `${late} askedAgain`]);
  });
});

describe("many at once", () => {
  it("of one chat share messages of at most twenty", async () => {
    for (let n = 1; n <= 45; n++) await b.add({ title: `T${n}`, schedule: onceAt(start + hour) });
    await b.travel(start + 2 * hour);
    const items = b.channel.sent.map(({ delivery }) =>
      delivery.payload.view === "ringDigest" ? delivery.payload.items.length : 1,
    );
    expect(items).toEqual([20, 20, 5]);
  });

  it("of several chats come one by one", async () => {
    for (let n = 1; n <= 45; n++) await b.add({ chat: n, schedule: onceAt(start + hour) });
    await b.travel(start + 2 * hour);
    expect(b.channel.sent.every(({ delivery }) => delivery.payload.view === "ring")).toBe(true);
    expect(b.channel.sent).toHaveLength(45);
  });

  it("that are more than a day late come in one message", async () => {
    for (const title of ["Tea", "Cats"]) await b.add({ title, schedule: onceAt(start + hour) });
    await b.away(3 * day);
    expect(told()).toEqual([`${3 * 24 * 60} digest late Tea, Cats`]);
  });
});

it("a reminder's rules: a one-shot always rings, a series if it is not a day old", () => {
  const policies = reminder.policies;
  expect(policies?.(onceAt(start))).toEqual({ misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 8 });
  expect(policies?.(daily)).toEqual({ misfire: "once", misfireWindowMs: day, overlap: "allow", attempts: 8 });
});
