/**
 * Sentences that wait for something else than a time: "when backup-db fails, run verify". Which actions there are is
 * not known here; what the sentence would be without one of that name stands beside.
 */
import { analyse } from "./analyse.ts";
import { type Language, languagesOf } from "./languages.ts";
import type { Followed, FollowRequest, LanguageContext, Question, Request } from "./request.ts";
import { titleOf } from "./task.ts";

export type Understand = (text: string, context: LanguageContext) => Request | Question;

/** "what happens when shop fails" asks something. */
const asks = /^(?:what|why|how|who|which|where|was|warum|wieso|wie|wer|welche\w?|wo)(?![\p{L}\d])/iu;

/** Null for a sentence that waits for nothing. `plain` reads one that is known to wait for nothing. */
export function understandFollow(text: string, context: LanguageContext, plain: Understand): FollowRequest | null {
  for (const language of languagesOf(context.locale)) {
    for (const { event, cause, body, what } of readings(language, text)) {
      // "when school is done at 3" waits for a time.
      if (asks.test(body) || (cause !== "" && analyse(cause, context).when !== null)) continue;
      const said = thingToDo(body, context, plain);
      if (!said) continue;
      // "tell me when backup-db fails" tells that.
      const does = what && said.intent === "remind" ? { ...said, title: titleOf(what) } : said;
      const otherwise = plain(text, context);
      // "tell me only when shop fails" is about shop itself.
      return otherwise.intent === "notify" ? null : { intent: "follow", event, cause, does, otherwise };
    }
  }
  return null;
}

/** "after mirror succeeds send the failed runs" is about mirror: what names the least is meant. */
function readings({ follow }: Language, text: string) {
  const found = follow.flatMap(({ event, pattern, told }) => {
    const { body, cause = "", what = "" } = pattern.exec(text)?.groups ?? {};
    return body === undefined ? [] : [{ event, cause, body, what: told.test(body) ? what : "" }];
  });
  return found.sort((a, b) => a.cause.length - b.cause.length);
}

/** Null for what has a time of its own, or is nothing that can be done when something happens. */
export function thingToDo(body: string, context: LanguageContext, plain: Understand): Followed | null {
  const commands = context.commands ?? [];
  const checks = languagesOf(context.locale).map((language) => language.check(body, commands));
  const check = checks.find((words) => words?.times[0] === "");
  if (check) {
    const { times: _, ...said } = check;
    return { intent: "check", ...said };
  }
  const whole = plain(body, context);
  const read = whole.intent === "report" && whole.otherwise ? whole.otherwise : whole;
  switch (read.intent) {
    case "run":
      return runOf(read.target, commands);
    case "report": {
      const { schedule, unclear, ...report } = read;
      return schedule === null && unclear === null ? report : null;
    }
    case "remind":
      return read.schedule === null ? remindOf(read) : null;
    case "question":
      return read.code === "noTime" ? remindOf(read.draft) : null;
    default:
      return null;
  }
}

function remindOf({ title, leads, nag, critical, silent }: Extract<Followed, { intent: "remind" }>): Followed {
  return { intent: "remind", title, leads, nag, critical, silent };
}

/** A named command is run as a check; anything else is an action there is. */
function runOf(target: string, commands: readonly string[]): Followed | null {
  if (target === "") return null;
  if (!commands.includes(target)) return { intent: "run", target };
  return { intent: "check", title: target, spec: { probe: { type: "command", run: { named: target } } } };
}
