/** What a sentence would do that makes no reminder, in English. */
import type { UnderstoodIntent } from "../core/understood.ts";

type Say = (said: { target: string; detail: string }) => string;

const which = (target: string): string => (target === "" ? "the one you choose" : `“${target}”`);
const notified: Record<string, string> = {
  always: "each time",
  failure: "only when it fails",
  change: "only when it changes or fails",
  never: "never",
};
const until = (detail: string): string => (detail === "" ? "" : ` until ${detail}`);

export const enUnderstood: Record<UnderstoodIntent, Say> = {
  list: () => "Show the list.",
  agenda: ({ detail }) => `Show what comes from ${detail} on.`,
  next: ({ target }) => (target === "" ? "Tell what comes next." : `Tell when ${which(target)} comes next.`),
  show: ({ target }) => `Show ${which(target)}.`,
  history: ({ target }) => (target === "" ? "Show what ran." : `Show what ran of ${which(target)}.`),
  pause: ({ target, detail }) => `Pause ${which(target)}${until(detail)}.`,
  pauseAfter: ({ target, detail }) =>
    detail === ""
      ? `Never pause ${which(target)} because it fails.`
      : `Pause ${which(target)} after ${detail} failures in a row.`,
  notify: ({ target, detail }) => `Tell of ${which(target)} ${notified[detail] ?? "as usual"}.`,
  digestOn: ({ target }) => `Tell of ${which(target)} in the digest.`,
  digestOff: ({ target }) => `Leave ${which(target)} out of the digest.`,
  resume: ({ target }) => `Let ${which(target)} go on.`,
  skip: ({ target }) => `Skip the next one of ${which(target)}.`,
  skipOn: ({ target, detail }) => `Leave out ${which(target)} on the day or days from ${detail} on.`,
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
  missed: () => "Tell what failed, was left out or was not answered.",
  status: () => "Tell how Belfry is.",
  help: () => "Show the help.",
  maintenance: ({ target, detail }) => `Maintenance${target === "" ? "" : ` of ${which(target)}`}: ${detail}.`,
  maintenanceEnd: ({ target }) => `End the maintenance${target === "" ? "" : ` of ${which(target)}`}.`,
  maintenances: () => "Show the maintenance.",
  why: ({ target }) => `Tell why ${which(target)} ran or did not.`,
  labelOn: ({ target, detail }) => `Label ${which(target)}: ${detail}.`,
  labelOff: ({ target, detail }) => `Take labels off ${which(target)}: ${detail}.`,
  ack: ({ target }) => `Take on the escalation of ${which(target)}.`,
  resolve: ({ target }) => `Close the escalation of ${which(target)}.`,
  silence: ({ target, detail }) =>
    `Silence ${which(target)} ${detail === "" ? "until it is fixed" : `until ${detail}`}.`,
  raise: ({ target }) => `Raise an escalation: “${target}”.`,
  testRoutes: () => "Send a test message by the routes of escalations.",
  escalations: () => "Show what is escalated.",
  depend: ({ target, detail }) =>
    `Let ${which(target)} depend on ${detail === "" ? "nothing any more" : which(detail)}.`,
  other: ({ target }) => `Do what was asked${target === "" ? "" : ` with ${which(target)}`}.`,
  check: ({ target, detail }) => `Check “${target}” · ${detail}`,
  report: ({ target, detail }) => `Report “${target}” · ${detail === "" ? "now" : detail}`,
  followStartup: ({ detail }) => `When Belfry starts: ${detail}.`,
  followHook: ({ target, detail }) => `When the webhook${target === "" ? "" : ` “${target}”`} is called: ${detail}.`,
  followSucceeded: ({ target, detail }) => `Each time ${which(target)} succeeds: ${detail}.`,
  followFailed: ({ target, detail }) => `When ${which(target)} fails: ${detail}.`,
  followRecovered: ({ target, detail }) => `When ${which(target)} works again: ${detail}.`,
};
