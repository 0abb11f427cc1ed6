import { describe, expect, it } from "vitest";
import { addAction } from "../../../src/app/operations/add.ts";
import { answerQuestion } from "../../../src/app/operations/answer.ts";
import { askAction } from "../../../src/app/operations/ask.ts";
import { cancelQuestion } from "../../../src/app/operations/cancel.ts";
import { pauseAction } from "../../../src/app/operations/pause.ts";
import { say } from "../../../src/app/operations/say.ts";
import { expireQuestions } from "../../../src/app/waits.ts";
import { ana, hour, minute, start } from "../engine/bench.ts";
import { berlin, boris, group, type House, house, type ViewOf } from "./house.ts";

type QuestionView = ViewOf<"question">;

async function row(h: House, view: { question: number }) {
  const found = await h.store.questions.get(view.question);
  if (!found) throw new Error("no such question");
  return found;
}

async function press<Name extends Parameters<House["see"]>[0]>(
  h: House,
  name: Name,
  view: QuestionView,
  choice: number,
  as = ana,
) {
  const { delivery, chat } = await row(h, view);
  return h.see(name, answerQuestion, { question: view.question, choice }, { as, chat, pressed: delivery });
}

describe("a question", () => {
  it("stores nothing until it is answered, then becomes the card in the same message", async () => {
    const h = await house();
    const asked = await h.say("question", "meet Ana friday at 8");
    expect(asked).toMatchObject({ code: "clock", title: "Meet Ana" });
    expect(asked.choices).toHaveLength(2);
    expect(await h.store.actions.count({})).toBe(0);
    const card = await press(h, "card", asked, 1);
    expect(card.card.next).toEqual([berlin("20:00", 3)]);
    const { delivery, state } = await row(h, asked);
    expect(state).toBe("answered");
    expect(h.shown).toMatchObject([{ operation: "edit", edits: delivery }]);
    expect(await h.showing(delivery)).toMatchObject({ view: "card" });
  });

  it("survives a restart", async () => {
    const h = await house();
    const asked = await h.say("question", "meet Ana friday at 8");
    await h.crash();
    await h.restart();
    expect((await press(h, "card", asked, 0)).card.next).toEqual([berlin("08:00", 3)]);
  });

  it("can be answered once, and only by the person asked", async () => {
    const h = await house();
    const asked = await h.say("question", "meet Ana friday at 8", { as: boris, chat: group });
    const answer = { question: asked.question, choice: 0 };
    expect(await h.refusal(answerQuestion, answer, { chat: group })).toBe("notAllowed");
    expect(await h.refusal(answerQuestion, answer, { as: boris })).toBe("questionOver");
    expect(await h.refusal(answerQuestion, answer, { as: boris, chat: group })).toBe("done");
    expect(await h.refusal(answerQuestion, answer, { as: boris, chat: group })).toBe("questionOver");
    expect(await h.refusal(answerQuestion, { question: 999 }, { as: boris })).toBe("questionOver");
    expect(await h.store.actions.count({})).toBe(1);
  });

  it("refuses a choice it does not offer", async () => {
    const h = await house();
    const asked = await h.say("question", "meet Ana friday at 8");
    expect(await h.refusal(answerQuestion, { question: asked.question, choice: 9 })).toBe("invalidInput");
  });

  it("is over after fifteen minutes and its buttons go", async () => {
    const h = await house();
    const asked = await h.say("question", "meet Ana friday at 8");
    await h.clock.advance(15 * minute);
    expect(await h.refusal(answerQuestion, { question: asked.question, choice: 0 })).toBe("questionOver");
    await h.engine.idle();
    const { delivery, state } = await row(h, asked);
    expect(state).toBe("expired");
    expect(await h.showing(delivery)).toEqual({ view: "questionClosed", how: "expired" });
    expect(await expireQuestions(h.belfry)).toBe(0);
  });

  it("can be cancelled by its button or in words", async () => {
    const h = await house();
    const first = await h.say("question", "meet Ana friday at 8");
    await h.call(cancelQuestion, {});
    expect(h.shown).toMatchObject([{ operation: "edit", payload: { view: "questionClosed", how: "cancelled" } }]);
    expect(await h.showing((await row(h, first)).delivery)).toMatchObject({ how: "cancelled" });
    const second = await h.say("question", "meet Ana friday at 8");
    const { delivery } = await row(h, second);
    await h.call(cancelQuestion, { question: second.question }, { pressed: delivery });
    expect(await h.showing(delivery)).toMatchObject({ how: "cancelled" });
    expect(await h.see("notice", cancelQuestion)).toMatchObject({ code: "nothingToCancel" });
  });
});

describe("a time that has passed", () => {
  it("is asked about, with the same clock tomorrow, an hour from now, and another time", async () => {
    const h = await house();
    const asked = await h.say("question", "remind me today at 9 to water plants");
    expect(asked).toMatchObject({ code: "past", title: "Water plants" });
    expect(asked.choices.map(({ name }) => name)).toEqual(["tomorrow9", "in1h", "other"]);
    expect((await press(h, "card", asked, 0)).card.next).toEqual([berlin("09:00", 1)]);
  });

  it("is asked about too when it comes as a schedule, and [Other] asks for words", async () => {
    const h = await house();
    const schedule = { type: "once", at: "2026-11-24T10:30:00", tz: "Europe/Berlin" };
    const asked = await h.see("question", addAction, { title: "Late", schedule });
    expect(asked.choices[0]?.schedule).toMatchObject({ at: "2026-11-25T10:30:00" });
    const other = await press(h, "question", asked, 2);
    expect(other).toMatchObject({ code: "when", free: true });
    expect((await row(h, other)).delivery).toBe((await row(h, asked)).delivery);
    const card = await h.see("card", answerQuestion, { question: other.question, words: "in 2 hours" });
    expect(card.card).toMatchObject({ title: "Late", next: [start + 2 * hour] });
    expect(await h.showing((await row(h, other)).delivery)).toMatchObject({ view: "card" });
  });
});

describe("a sentence without a time", () => {
  it("offers times, and to be kept without one", async () => {
    const h = await house();
    const asked = await h.say("question", "asdf");
    expect(asked.code).toBe("noTime");
    const last = asked.choices.length - 1;
    expect(asked.choices[last]?.name).toBe("noTime");
    expect((await press(h, "card", asked, last)).card).toMatchObject({ status: "someday", title: "Asdf" });
  });

  it("takes the time from the next words, and another sentence for what it is", async () => {
    const h = await house();
    const asked = await h.say("question", "asdf", { message: 50 });
    const { question } = asked;
    expect(await h.refusal(answerQuestion, { question, words: "qwertz" })).toBe("notAnAnswer");
    expect((await row(h, asked)).state).toBe("open");
    const tea = await h.see("card", answerQuestion, { question, words: "tea in 4 min" });
    expect(tea.card.title).toBe("Tea");
    expect((await row(h, asked)).state).toBe("open");
    const card = await h.see("card", answerQuestion, { question, words: "tomorrow at 9" });
    expect(card.card).toMatchObject({ title: "Asdf", next: [berlin("09:00", 1)] });
    expect((await h.action(card.card.id)).source).toEqual({ chat: ana, message: 50 });
  });

  it("takes a reply to the question as its answer", async () => {
    const h = await house();
    const { question } = await h.say("question", "asdf");
    expect((await h.say("card", "tomorrow at 9", { reply: { question } })).card.title).toBe("Asdf");
  });
});

describe("something forwarded", () => {
  it("is never a command; it asks when, and the reminder replies to it", async () => {
    const h = await house();
    const forwarded = { original: { chat: ana, message: 31 }, excerpt: "delete everything\nnow" };
    const asked = await h.see("forwarded", say, { text: "", forwarded });
    expect(asked).toMatchObject(forwarded);
    const { delivery } = await row(h, asked);
    const where = { pressed: delivery };
    const when = await h.see("question", answerQuestion, { question: asked.question, choice: 3 }, where);
    expect(when.code).toBe("when");
    const { card } = await h.see("card", answerQuestion, { question: when.question, words: "in 1 hour" });
    expect(card.title).toBe("delete everything now");
    await h.travel(start + hour + minute);
    expect(await h.ring()).toMatchObject({ replyTo: 31 });
  });

  it("may have no words at all", async () => {
    const h = await house();
    const forwarded = { original: { chat: ana, message: 31 }, excerpt: "" };
    const { question } = await h.see("forwarded", say, { text: "", forwarded });
    expect((await h.see("card", answerQuestion, { question, choice: 0 })).card.next).toEqual([start + hour]);
  });
});

describe("a question from a card", () => {
  it("is a message of its own that goes when the card shows the answer", async () => {
    const h = await house();
    const made = await h.say("card", "tea tomorrow at 9");
    const card = h.shown[0]?.id ?? 0;
    const action = made.card.id;
    const asked = await h.see("question", askAction, { action, what: "repeat", revision: 1 }, { pressed: card });
    const { delivery } = await row(h, asked);
    expect(delivery).not.toBe(card);
    expect(asked.choices.map(({ name }) => name)).toEqual(["daily", "weekdays", "weekly", "monthly"]);
    const answered = await press(h, "card", asked, 0);
    expect(answered).toMatchObject({ change: "edited", card: { schedule: { type: "rule" } } });
    expect(answered.card.next.slice(0, 2)).toEqual([berlin("09:00", 1), berlin("09:00", 2)]);
    expect(h.shown).toMatchObject([{ edits: card }]);
    expect(await h.showing(delivery)).toBeNull();
  });

  it("asks for a new name, a new time, the whole sentence, or the end of a pause", async () => {
    const h = await house();
    const { card } = await h.say("card", "tea tomorrow at 9");
    const ask = (what: string) => h.see("question", askAction, { action: card.id, what });
    const answer = async (what: string, words: string) =>
      h.see("card", answerQuestion, { question: (await ask(what)).question, words });
    expect((await answer("title", "Green tea")).card.title).toBe("Green tea");
    expect((await answer("time", "10:30")).card.next).toEqual([berlin("10:30", 1)]);
    expect((await answer("edit", "11:00")).card.next).toEqual([berlin("11:00", 1)]);
    expect((await answer("edit", "black tea tomorrow at 12:15")).card).toMatchObject({
      title: "Black tea",
      next: [berlin("12:15", 1)],
    });
    const asked = await ask("pause");
    expect((await press(h, "card", asked, 1)).card.pause?.until).toBe(berlin("09:00", 1));
  });
});

describe("a name that fits several", () => {
  it("is asked about, and the rest of the request is kept", async () => {
    const h = await house();
    await h.say("card", "standup team every weekday at 9:25");
    await h.say("card", "standup office every weekday at 10");
    const asked = await h.see("question", pauseAction, { action: "standup", until: berlin("00:00", 6) });
    expect(asked).toMatchObject({ code: "which", phrase: "standup", free: true });
    expect(asked.choices.map(({ action }) => action?.title)).toEqual(["Standup team", "Standup office"]);
    const card = await press(h, "card", asked, 1);
    expect(card.card).toMatchObject({ title: "Standup office", pause: { until: berlin("00:00", 6) } });
  });
});
