/** What a series leaves out, in English. */
import { table } from "../grammar/table.ts";
import { daysOf, monthsOf, weekdaysOf } from "../when/except.ts";
import { likely } from "../when/phrase.ts";

const phrase = table("phrase");

const EXCEPT =
  "[,] (except|excluding|but not|not|without|skipping|skip|but|apart from|other than|unless|save|minus|bar) [(for|on|in|during|it is|its)] [(the|every|each)]";

export const EN_EXCEPTIONS = [
  phrase(`${EXCEPT} <days>` as "<days>", (m) =>
    likely({ is: "except", days: daysOf(m.days), weekdays: weekdaysOf(m.days), months: monthsOf(m.days) }),
  ),
  phrase(`${EXCEPT} <weekdays>` as "<weekdays>", (m) =>
    likely({ is: "except", days: [], weekdays: m.weekdays, months: [] }),
  ),
  phrase("[,] (except|excluding|but not|not|apart from|other than) [(for|on|in)] <months>", (m) =>
    likely({ is: "except", days: [], weekdays: [], months: m.months }),
  ),
  phrase(`${EXCEPT} <weekdays> [,] and [(in|during)] <months>` as "<weekdays> <months>", (m) =>
    likely({ is: "except", days: [], weekdays: m.weekdays, months: m.months }),
  ),
  phrase(`${EXCEPT} [from] <dateRange>` as "<dateRange>", (m) =>
    likely({ is: "except", days: [], weekdays: [], months: [], ranges: [m.dateRange] }),
  ),
  phrase(`${EXCEPT} between <betweenDates>` as "<betweenDates>", (m) =>
    likely({ is: "except", days: [], weekdays: [], months: [], ranges: [m.betweenDates] }),
  ),
];
