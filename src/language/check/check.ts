/**
 * Sentences that ask for something to be looked at again and again: "check example.com every 5 min". Only what cannot
 * be an errand of a person: an address, a port, a named command. What is left of the sentence has to be its time.
 */
import type { Notify } from "../../core/notify.ts";
import { clauseReaders, type Making } from "./clauses.ts";
import { type CheckSaid, formReaders } from "./forms.ts";
import { compiled } from "./pattern.ts";
import type { CheckTable } from "./table.ts";

/** What a sentence says of a check, its time left over. */
export interface CheckWords {
  title: string;
  spec: CheckSaid["spec"];
  notify?: Notify;
  /** The rest of the sentence, in each way in which it may be a time; the first that is one counts. */
  times: string[];
  /** It goes on: a single time is none of its. */
  lasts: boolean;
}

export type CheckReader = (text: string, commands: readonly string[]) => CheckWords | null;

/** A reader of the sentences of one language. `commands`: the named ones, which alone may be meant by "run". */
export function checkReader(table: CheckTable): CheckReader {
  const forms = formReaders.flatMap(([name, read]) =>
    table.forms[name].map((pattern) => ({ name, read, pattern: compiled(pattern, table.terms) })),
  );
  const clauses = clauseReaders.map(([name, read]) => {
    const joint = "(?<![\\s,;])[\\s,;]*(?:\\b(?:and|but|und|aber)\\s+)?";
    return { read, patterns: table.clauses[name].map((pattern) => compiled(pattern, table.terms, joint)) };
  });
  return (text, commands) => {
    for (const { name, read, pattern } of forms) {
      const found = pattern(text);
      const said = found && read(found.groups, commands, table);
      if (!found || !said) continue;
      const making: Making = { ...said, good: [], bad: [] };
      let rest = `${text.slice(0, found.index)} , ${text.slice(found.index + found.length)}`;
      for (const clause of clauses) {
        for (const one of clause.patterns) {
          const place = one(rest);
          if (!place || clause.read(making, place.groups, table) === false) continue;
          rest = `${rest.slice(0, place.index)} ${rest.slice(place.index + place.length)}`;
          break;
        }
      }
      const time = (table.noise ? rest.replace(table.noise, " ") : rest).replace(/[\s,;]+/gu, " ").trim();
      const notify = making.notify === undefined ? {} : { notify: making.notify };
      return {
        title: making.title,
        spec: specOf(making),
        ...notify,
        lasts: name === "ping" || table.lasting.test(text),
        times: name === "ping" ? byTimes(time, table) : [time === "" && said.isDaily ? table.daily : time],
      };
    }
    return null;
  };
}

function specOf({ spec, good, bad }: Making): CheckSaid["spec"] {
  return {
    ...spec,
    ...(good.length > 0 ? { goodWhen: good.join(" and ") } : {}),
    ...(bad.length > 0 ? { badWhen: bad.join(" or ") } : {}),
  };
}

/** "by 3:30" is each day at half past three in the night. */
function byTimes(time: string, { by: [words, at], daily }: CheckTable): string[] {
  const said = time
    .replace(words, `${at} `)
    .replace(/(?<!\d)(\d):(\d\d)(?!\s*[ap]\.?m)/iu, "0$1:$2")
    .replace(
      /(?<=^(?:at|um) |\s(?:at|um) )(\d{1,2})(?=$|\s(?!(?:[ap]\.?m|uhr|o'clock)))/iu,
      (hour) => `${hour.padStart(2, "0")}:00`,
    );
  return [said, `${daily} ${said}`];
}
