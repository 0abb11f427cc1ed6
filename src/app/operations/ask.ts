import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { editPurpose } from "../edit.ts";
import { withAction } from "../find.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { askRepeat, askWhen } from "../purpose.ts";
import { ask, named } from "../questions.ts";
import { askMissed, askNotify, askPolicy, askRest } from "../rules.ts";
import { suggested, suggestedOnce } from "../suggestions.ts";
import { target } from "./inputs.ts";

const input = z.object({
  ...target,
  what: z.enum(["time", "title", "repeat", "pause", "edit", "policy", "missed", "rest", "notify"]),
});

type Input = z.infer<typeof input>;

export const askAction: Operation<Input> = {
  name: "actions.ask",
  summary: "Asks for a new time, title, repetition, end of pause or rule, or for the whole sentence anew.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, askAction, input, "edit", (action) => questions[input.what](belfry, call, action)),
};

const questions: Record<Input["what"], (belfry: Belfry, call: Call, action: Action) => Promise<Done>> = {
  time: (belfry, call, action) => askWhen(belfry, call, editPurpose(action, {}), call.pressed),
  title: (belfry, call, action) => askWords(belfry, call, action, "title", "title"),
  edit: (belfry, call, action) => askWords(belfry, call, action, "edit", "words"),
  repeat: (belfry, call, action) => {
    const { schedule } = action;
    const once =
      schedule.type === "once" ? schedule : suggestedOnce("tomorrow9", belfry.clock.now(), call.settings.zone);
    return askRepeat(belfry, call, editPurpose(action, {}), once, call.pressed);
  },
  pause: (belfry, call, action) => {
    const until = (name: "tomorrow9" | "monday9") => suggested(name, belfry.clock.now(), call.settings.zone);
    const pause = (choice: string, input: object) => ({
      operation: "actions.pause",
      input: { action: action.id, ...input },
      choice: named(choice),
    });
    const choices = [
      pause("untilResumed", {}),
      pause("tomorrow9", { until: until("tomorrow9") }),
      pause("monday9", { until: until("monday9") }),
    ];
    const card = call.pressed;
    return ask(belfry, call, { code: "pauseUntil", title: action.title, phrase: "", choices, words: null, card });
  },
  policy: (belfry, call, action) => askPolicy(belfry, call, action),
  missed: (belfry, call, action) => askMissed(belfry, call, [action]),
  rest: (belfry, call, action) => askRest(belfry, call, [action]),
  notify: (belfry, call, action) => askNotify(belfry, call, action),
};

function askWords(belfry: Belfry, call: Call, action: Action, code: string, field: string): Promise<Done> {
  const words = { operation: "actions.edit", input: { action: action.id }, field };
  return ask(belfry, call, { code, title: action.title, phrase: "", choices: [], words, card: call.pressed });
}
