import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import type { CardNote } from "../../core/card-note.ts";
import { cardView, runLine } from "../cards.ts";
import { parentNote } from "../depending.ts";
import { withAction } from "../find.ts";
import type { Call, Operation } from "../operation.ts";
import { waitForWords } from "../questions.ts";
import { listPage, target } from "./inputs.ts";

const outcomesShown = 3;

const input = z.object({
  ...target,
  page: listPage,
  editing: z.boolean().default(false),
});

async function recordNote({ store }: Belfry, { id }: Action): Promise<CardNote[]> {
  const { runs, failed } = await store.runs.stats(id);
  return runs === 0 ? [] : [{ note: "record", runs, failureRate: failed / runs }];
}

async function ownerNote({ store }: Belfry, { actor }: Call, { owner }: Action): Promise<CardNote[]> {
  const name = owner === actor.id ? undefined : (await store.people.get(owner))?.name;
  return name === undefined ? [] : [{ note: "owner", name }];
}

export const showAction: Operation<z.infer<typeof input>> = {
  name: "actions.show",
  summary: "Shows the card of an action.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, showAction, input, "see", async (action) => {
      const { page, editing } = input;
      const outcomes = editing ? [] : (await belfry.store.runs.history(action.id, outcomesShown)).map(runLine);
      const view = await cardView(belfry, action, "shown", { outcomes, page, editing });
      view.notes.push(...(await parentNote(belfry, action, belfry.clock.now())));
      if (!editing) view.notes.push(...(await recordNote(belfry, action)), ...(await ownerNote(belfry, call, action)));
      if (!editing) return { show: [{ view }], changes: [] };
      // The next words are for this card: a new time, "rename to x", "delete".
      const delivery = call.pressed ?? (await belfry.store.newId("delivery"));
      const words = { operation: "actions.amend", input: { action: action.id }, field: "words" };
      const wait = await waitForWords(belfry, call, { code: "card", title: action.title, words, delivery });
      return { show: [call.pressed === null ? { view, id: delivery } : { view, edits: delivery }], changes: [wait] };
    }),
};
