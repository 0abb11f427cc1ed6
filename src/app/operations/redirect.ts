import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import type { Destination, Person } from "../../core/chat.ts";
import { BelfryError } from "../../core/errors.ts";
import { mayTell } from "../destination.ts";
import { withDestination } from "../destinations.ts";
import { applyEdits } from "../edit.ts";
import { withAction } from "../find.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { report } from "../report.ts";
import { destination, target } from "./inputs.ts";

/** Neither `to` nor `place` is here. */
const input = z.object({ ...target, ...destination });

type Input = z.infer<typeof input>;

export const redirect: Operation<Input> = {
  name: "actions.redirect",
  summary: "Sends what a report tells to another chat or topic.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(
      belfry,
      call,
      redirect,
      input,
      "edit",
      (action) => aim(belfry, call, action, input),
      ({ kind }) => kind === report,
    ),
};

/** It needs the right of whoever made it, since it goes there in their name. */
async function aim(belfry: Belfry, call: Call, action: Action, input: Input): Promise<Done> {
  if (action.kind !== report) throw new BelfryError("staysHome", { title: action.title });
  const teller = (await belfry.store.people.get(action.owner)) ?? call.actor;
  const asking = { operation: redirect.name, input: { ...input, action: action.id } };
  return withDestination(belfry, call, asking, teller, async (chosen) => {
    const to = chosen ?? { chat: call.chat, thread: call.thread };
    const isHome = to.chat === action.chat && to.thread === action.thread;
    if (!isHome) await refuseForTeller(belfry, action, teller, to);
    return applyEdits(belfry, call, action, { destination: isHome ? null : to }, "edited");
  });
}

/**
 * That somebody says it there gives whoever made it no right to be told there. Asked again when it is sent.
 * @throws BelfryError `notTheirs`
 */
async function refuseForTeller(belfry: Belfry, { title }: Action, teller: Person, to: Destination): Promise<void> {
  const chat = await belfry.store.chats.get(to.chat);
  if (!chat || (await mayTell(belfry, teller, chat)) === false) throw new BelfryError("notTheirs", { title });
}
