import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { besidesOf, meant } from "../besides.ts";
import type { Operation } from "../operation.ts";
import { ask } from "../questions.ts";
import { doReport } from "../report-sentence.ts";
import { readSentence } from "../words.ts";

const input = z.object({
  /** The report in words, asked for where there are none. */
  sentence: z.string().max(4096).optional(),
});

export const editReport: Operation<z.infer<typeof input>> = {
  name: "reports.edit",
  summary: "Asks for the sentence of a report anew, before the report is kept.",
  needs: "member",
  input,
  run: async (belfry, { sentence }, call) => {
    if (sentence === undefined) {
      const words = { operation: editReport.name, input: {}, field: "sentence" };
      return ask(belfry, call, { code: "editReport", title: "", phrase: "", choices: [], words });
    }
    const read = readSentence(belfry, call, sentence);
    const said = await meant(belfry, call, besidesOf(read));
    if (read.intent !== "report" || said === null) throw new BelfryError("notUnderstood", { text: sentence });
    return doReport(belfry, call, read, said);
  },
};
