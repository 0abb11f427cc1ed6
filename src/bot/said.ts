/** The sentences that some commands stand for, in the language their words are in: the person's own, or English. */
import { readSentence } from "../app/words.ts";
import { BelfryError } from "../core/errors.ts";
import { textsFor } from "../texts/all.ts";
import type { Texts } from "../texts/en.ts";
import { callOf } from "./call.ts";
import { type Talk, textsOf } from "./talk.ts";

type Say = Texts["said"];

function both(talk: Talk): [Say, Say] {
  return [textsOf(talk).said, textsFor("en").said];
}

/** `standup until monday` → `pause standup until monday`; null where no time is said. */
export function pauseSaid(talk: Talk, args: string): string | null {
  return (
    both(talk)
      .find(({ hasTime }) => hasTime.test(args))
      ?.pause(args) ?? null
  );
}

/** `standup to 9:40` → `move standup to 9:40`; null where no new time is said. */
export function moveSaid(talk: Talk, args: string): string | null {
  return (
    both(talk)
      .find(({ hasNewTime }) => hasNewTime.test(args))
      ?.move(args) ?? null
  );
}

/** `tomorrow` → `what's tomorrow?` @throws BelfryError `invalidInput` for what is no day */
export function agendaSaid(talk: Talk, args: string): string {
  const [own, english] = both(talk);
  const asked = args === "" ? [] : [own.agenda(args), english.agenda(args)];
  const read = (text: string) => readSentence(talk.belfry, callOf(talk, null), text).intent;
  const found = args === "" ? own.agenda(own.today) : asked.find((text) => read(text) === "agenda");
  if (found === undefined) throw new BelfryError("invalidInput", { field: "day" });
  return found;
}

/** `shop tonight 23 to 1` → `/maintenance shop tonight 23 to 1`; @throws BelfryError `howToMaintain` */
export function maintenanceSaid(talk: Talk, args: string): string {
  const text = `/maintenance ${args}`;
  if (readSentence(talk.belfry, callOf(talk, null), text).intent.startsWith("maintenance")) return text;
  throw new BelfryError("howToMaintain");
}
