import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import type { Quiet } from "../../core/chat.ts";
import { BelfryError } from "../../core/errors.ts";
import { setChat } from "../chat-settings.ts";
import type { Call, Operation } from "../operation.ts";
import { readSentence } from "../words.ts";
import { askQuiet } from "./ask-quiet.ts";
import { localTime } from "./inputs.ts";

const input = z.object({
  quiet: z.object({ start: localTime, end: localTime }).nullable().optional(),
  /** "22 to 7", "off" */
  words: z.string().max(200).optional(),
});

export const setQuiet: Operation<z.infer<typeof input>> = {
  name: "settings.quiet",
  summary: "Sets or ends the quiet hours of the chat.",
  needs: "member",
  input,
  run: async (belfry, { quiet: given, words = "" }, call) => {
    const quiet = given === undefined ? hoursIn(belfry, call, words) : given;
    if (quiet === undefined) {
      if (call.question) throw new BelfryError("notUnderstood", { text: words });
      return askQuiet.run(belfry, {}, call);
    }
    if (quiet && quiet.start === quiet.end) throw new BelfryError("invalidInput", { field: "quiet" });
    const { revision, changes } = await setChat(belfry, call, "quiet", quiet, "quiet");
    return { show: [{ view: { view: "quiet", quiet, undo: revision } }], changes };
  },
};

/** Null for none; undefined when the words are no hours. */
function hoursIn(belfry: Belfry, call: Call, words: string): Quiet | null | undefined {
  for (const said of [words, `quiet ${words}`, `quiet from ${words}`, `Ruhe ${words}`, `Ruhe von ${words}`]) {
    const read = readSentence(belfry, call, said);
    if (read.intent === "quietOff") return null;
    if (read.intent === "quiet") return { start: read.start, end: read.end };
  }
  return undefined;
}
