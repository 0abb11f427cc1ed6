/** What a sentence would do that makes no reminder, in English. */
import type { Understood, UnderstoodIntent } from "../core/understood.ts";

type Say = (said: { target: string; detail: string }) => string;

const which = (target: string): string => (target === "" ? "the one you choose" : `“${target}”`);
const until = (detail: string): string => (detail === "" ? "" : ` until ${detail}`);

const sentences: Record<UnderstoodIntent, Say> = {
  list: () => "Show the list.",
  agenda: ({ detail }) => `Show what comes from ${detail} on.`,
  next: ({ target }) => (target === "" ? "Tell what comes next." : `Tell when ${which(target)} comes next.`),
  show: ({ target }) => `Show ${which(target)}.`,
  history: ({ target }) => (target === "" ? "Show what ran." : `Show what ran of ${which(target)}.`),
  pause: ({ target, detail }) => `Pause ${which(target)}${until(detail)}.`,
  resume: ({ target }) => `Let ${which(target)} go on.`,
  skip: ({ target }) => `Skip the next one of ${which(target)}.`,
  run: ({ target }) => `Run ${which(target)} now.`,
  delete: ({ target }) => `Delete ${which(target)}.`,
  done: ({ target }) => `Mark ${which(target)} as done.`,
  move: ({ target, detail }) => `Move ${which(target)}${detail === "" ? "; asks when" : ` to ${detail}`}.`,
  snooze: ({ target, detail }) => `Ring again for ${which(target)}${detail === "" ? "" : `: ${detail}`}.`,
  rename: ({ target, detail }) => `Call ${which(target)} “${detail}”.`,
  quiet: ({ detail }) => `Keep quiet hours: ${detail}.`,
  quietOff: () => "Turn quiet hours off.",
  quietHow: () => "Ask from when to when it shall be quiet.",
  settings: () => "Show the settings.",
  zone: ({ detail }) => `Set the time zone: ${detail}.`,
  undo: () => "Take back the last change.",
  status: () => "Tell how Belfry is.",
  help: () => "Show the help.",
  maintenance: ({ target, detail }) => `Maintenance${target === "" ? "" : ` of ${which(target)}`}: ${detail}.`,
  maintenanceEnd: ({ target }) => `End the maintenance${target === "" ? "" : ` of ${which(target)}`}.`,
  maintenances: () => "Show the maintenance.",
  depend: ({ target, detail }) =>
    `Let ${which(target)} depend on ${detail === "" ? "nothing any more" : which(detail)}.`,
  other: ({ target }) => `Do what was asked${target === "" ? "" : ` with ${which(target)}`}.`,
  check: ({ target, detail }) => `Check “${target}” · ${detail}`,
  report: ({ target, detail }) => `Report “${target}” · ${detail === "" ? "now" : detail}`,
  followStartup: ({ detail }) => `When Belfry starts: ${detail}.`,
  followSucceeded: ({ target, detail }) => `Each time ${which(target)} succeeds: ${detail}.`,
  followFailed: ({ target, detail }) => `When ${which(target)} fails: ${detail}.`,
  followRecovered: ({ target, detail }) => `When ${which(target)} works again: ${detail}.`,
};

export function enUnderstood({ intent, target, detail }: Pick<Understood, "intent" | "target" | "detail">): string {
  return sentences[intent]({ target, detail });
}
