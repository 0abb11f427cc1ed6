import { describe, expect, it } from "vitest";
import { deleteAction } from "../../../src/app/operations/delete.ts";
import { say } from "../../../src/app/operations/say.ts";
import { berlin, house } from "./house.ts";

describe("editing one's own sentence", () => {
  it("changes the action it made and its card in place", async () => {
    const h = await house();
    const { card } = await h.say("card", "meet Ana friday at 8 pm", { message: 70 });
    const shown = h.shown[0]?.id;
    const edits = { chat: card.chat, message: 70 };
    const view = await h.see("card", say, {
      text: "meet Ana and Ben friday at 9 pm",
      edits,
    });
    expect(view).toMatchObject({
      change: "edited",
      card: { id: card.id, title: "Meet Ana and Ben", next: [berlin("21:00", 3)] },
    });
    expect(view.undo).not.toBeNull();
    expect(h.shown).toMatchObject([{ operation: "edit", edits: shown }]);
    expect(await h.store.actions.count({})).toBe(1);
  });
});

describe("editing a sentence that led to a question", () => {
  it("answers in the question's place, and asks anew where it is still unclear", async () => {
    const h = await house();
    const { question } = await h.say("question", "meet Ana friday at 8", { message: 71 });
    const row = await h.store.questions.get(question);
    const edits = { chat: row?.chat, message: 71 };
    const again = await h.see("question", say, { text: "meet Ben friday at 8", edits });
    expect(h.shown).toMatchObject([{ edits: row?.delivery }]);
    expect((await h.store.questions.get(question))?.state).toBe("answered");
    expect((await h.see("card", say, { text: "meet Ben friday at 8 pm", edits })).card.title).toBe("Meet Ben");
    expect(h.shown).toMatchObject([{ edits: row?.delivery }]);
    expect((await h.store.questions.get(again.question))?.state).toBe("answered");
  });

  it("does nothing for a message that led to nothing, or whose action is deleted", async () => {
    const h = await house();
    const edits = { chat: 1001, message: 5 };
    expect(await h.call(say, { text: "tea in 4 min", edits })).toEqual([]);
    const { card } = await h.say("card", "tea in 4 min", { message: 5 });
    expect(await h.call(say, { text: "tea in 4 min", edits })).toEqual([]);
    expect(await h.call(say, { text: "tea in 5 min", edits })).toMatchObject([{ card: { id: card.id } }]);
    await h.call(deleteAction, { action: card.id });
    expect(await h.call(say, { text: "tea in 5 min", edits })).toEqual([]);
    expect(await h.store.actions.count({})).toBe(0);
  });
});

describe("a time given apart", () => {
  it("leaves the text as the title", async () => {
    const h = await house();
    const view = await h.see("card", say, { text: "Call at 5 Elm Street", due: "tomorrow at 9 am" });
    expect(view.card).toMatchObject({ title: "Call at 5 Elm Street", next: [berlin("09:00", 1)] });
    expect(await h.refusal(say, { text: "Call", due: "blue" })).toBe("notUnderstood");
    expect(await h.see("question", say, { text: "Call", due: "today at 9 am" })).toMatchObject({
      code: "past",
      title: "Call",
    });
  });
});
