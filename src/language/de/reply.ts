/** Answers and corrections in German. */
import { replyWords } from "../reply-words.ts";

export const DE_REPLY = replyWords({
  before: "ok|okay|ja|also|dann|bitte",
  after: "bitte|dann|danke",
  contrary: "nein|nee|ne|doch|halt|sorry|ups|eher|lieber|eigentlich|stattdessen|ich meinte?",
  back: "(?:vergiss|lass|streich|streiche) (?:es|das)(?: wieder)?|doch nicht|abbrechen|abbruch|stopp?",
  to: "auf",
  by: "um",
  it: "(?:mach|mache|stell|stelle|leg|lege|verleg|verlege|verschieb|verschiebe|ändere?) (?:es|das)",
  earlier: "früher|eher",
  later: "später",
});
