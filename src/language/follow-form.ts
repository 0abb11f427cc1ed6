/** Ways to say that something is to be done when something happens. */
import type { FollowRequest } from "./request.ts";
import { LETTERS } from "./text/letters.ts";

/**
 * `pattern` has the groups `body` (what is to be done) and, but for a start, `cause` (the name of an action or a hook);
 * for what becomes of an action also `what`, the whole of it: "backup-db fails".
 */
export interface FollowForm {
  event: FollowRequest["event"];
  /** A body that asks for nothing but to be told. */
  told: RegExp;
  pattern: RegExp;
}

/** The forms of a language: the condition before or behind what is to be done. */
export function followForms(
  /** `hook`: ways to say that an address is called, with NAME for its name. */
  words: { when: string; next: string; articles: string; startup: string; hook: string[]; told: string },
  verbs: readonly [event: FollowForm["event"], verb: string][],
): FollowForm[] {
  const { when, next, articles, startup, hook } = words;
  const told = new RegExp(`^(?:${words.told})[.!]?$`, "iu");
  const body = "(?<body>\\S.*?)[.!]?";
  const happens = verbs.map(([event, verb]) => {
    const said = `(?:${when})\\s+(?:(?:${articles})\\s+)?(?<what>(?<cause>\\S(?:.{0,100}?\\S)?)\\s+(?:${verb}))`;
    return { event, said };
  });
  const called = hook.map((form) => {
    const said = form.replace(
      "NAME",
      `["'„“]?(?<cause>[${LETTERS}\\d][${LETTERS}\\d_-]*(?:\\s[${LETTERS}\\d_-]+)?)["'“”]?`,
    );
    return { event: "hook" as const, said: `(?:${when})\\s+(?:(?:${articles})\\s+)?${said}` };
  });
  const all = [...called, ...happens, { event: "startup" as const, said: `(?:${startup})` }];
  return all.flatMap(({ event, said }) => [
    { event, told, pattern: new RegExp(`^${said}(?:\\s*[,:;]\\s*|\\s+)(?:(?:${next})[,:]?\\s+)?${body}$`, "isu") },
    { event, told, pattern: new RegExp(`^${body},?\\s+${said}[.!]?$`, "isu") },
  ]);
}
