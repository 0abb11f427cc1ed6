import { z } from "zod";
import { draftOf } from "../draft.ts";
import { removeMessage } from "../messages.ts";
import type { Operation } from "../operation.ts";
import { openQuestion } from "../questions.ts";
import { id } from "./inputs.ts";

const input = z.object({
  /** Without it the newest open one of the person in this chat. */
  question: id.optional(),
});

export const cancelQuestion: Operation<z.infer<typeof input>> = {
  name: "questions.cancel",
  summary: "Closes a question unanswered.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const open = input.question ?? (await belfry.store.questions.openFor(call.chat, call.actor.id))[0]?.id;
    if (open === undefined)
      return { show: [{ view: { view: "notice", code: "nothingToCancel", args: {} } }], changes: [] };
    const question = await openQuestion(belfry, call, open);
    const { asked, card } = draftOf(question);
    const close = { do: "closeQuestion", id: question.id, state: "answered" } as const;
    const said = { show: [{ view: { view: "notice", code: "cancelled", args: {} } as const }], changes: [close] };
    if (!asked) return said;
    // Said once: where it was asked, unless a card asked, which stays while the question goes.
    if (card === null || card === question.delivery)
      return {
        show: [{ view: { view: "questionClosed", how: "cancelled" }, edits: question.delivery }],
        changes: [close],
      };
    const gone = await removeMessage(belfry, call.key, question.delivery);
    return { show: call.pressed === null ? said.show : [], changes: [close, ...gone] };
  },
};
