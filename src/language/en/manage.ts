/** What can be said about actions that exist, in English. `a|b` are alternatives, `[…]` may be missing. First match wins. */

import { pauseMeanings } from "../failures.ts";
import type { ManageEntry, ManageTools, Slots } from "../manage-entry.ts";
import type { ManageRequest } from "../request.ts";
import { EN_ASKING } from "./asking.ts";
import { EN_ASKING_RUNS } from "./asking-runs.ts";
import { EN_FAILURES } from "./besides.ts";

/** A name holds no time; "delete the photos tomorrow" is something to be reminded of. */
function named(intent: "next" | "why" | "show" | "history" | "pause" | "resume" | "skip" | "delete" | "done") {
  return ({ target }: Slots, tools: ManageTools): ManageRequest | null => {
    if (tools.sentenceSaysTime()) return null;
    return intent === "pause" ? { intent, target, until: null } : { intent, target };
  };
}

/** "run backup now": the time is the verb's own. */
function run({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "run", target };
}

function skipOn({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  const on = tools.saysTime(target) ? null : tools.range(when);
  return on && { intent: "skip", target, on };
}

/** "skip tomorrow's yoga" */
function skipOwned({ title }: Slots, tools: ManageTools): ManageRequest | null {
  const [, when, target] = /^(\S+)['’]s\s+(\S.*)$/su.exec(title) ?? [];
  return when && target ? skipOn({ target, when, title, span: "" }, tools) : null;
}

function pause({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  if (tools.saysTime(target)) return null;
  const until = when ? tools.instant(when) : null;
  return when && until === null ? null : { intent: "pause", target, until };
}

/** "pause the washing machine at 15:00" is something to be reminded of. */
function pauseNow(slots: Slots, tools: ManageTools): ManageRequest | null {
  return /^(?:at|in|on|every)\s/iu.test(slots.when) ? null : pause(slots, tools);
}

const { after: pauseAfter, never: pauseNever } = pauseMeanings(EN_FAILURES);

function quiet({ when }: Slots, tools: ManageTools): ManageRequest | null {
  const hours = tools.hours(when);
  return hours && { intent: "quiet", ...hours };
}

/** "quiet 25 to 7", "quiet for 2 hours": nothing but numbers and words of time is no task. */
function quietHow({ title }: Slots, tools: ManageTools): ManageRequest | null {
  const hoursOnly = title
    .toLowerCase()
    .split(/[\s:.,–-]+/u)
    .every((word) => /^\d*$/u.test(word) || QUIET_WORDS.has(word));
  return hoursOnly || tools.isTime(title) ? { intent: "quietHow" } : null;
}

const QUIET_WORDS = new Set("hours hour from between to until till for and at am pm now tonight off on".split(" "));

function snooze({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "snooze", target, to: asTime(when, tools) };
}

/** "snooze 20" counts minutes. */
function snoozeMinutes({ target, title }: Slots): ManageRequest | null {
  return /^\d{1,3}$/u.test(title) ? { intent: "snooze", target, to: `in ${title} min` } : null;
}

function move({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "move", target, to: asTime(when, tools) };
}

/** "postpone dentist by a day" */
function shift({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) || !tools.isTime(`in ${title}`) ? null : { intent: "move", target, to: `by ${title}` };
}

/** "bring dentist forward by an hour" */
function earlier({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  const fits = !tools.saysTime(target) && tools.isTime(`in ${title}`);
  return fits ? { intent: "move", target, to: `${title} earlier` } : null;
}

/** "move standup to 10": the bare hour is said as a clock time. */
function asTime(when: string, tools: ManageTools): string {
  return tools.saysTime(when) ? when : `at ${when}`;
}

/** The last word is the label; "label the boxes neatly tomorrow" is something to be reminded of. */
function label(on: boolean) {
  return ({ target, title }: Slots, tools: ManageTools): ManageRequest | null => {
    const [, named, labels] = /^(\S.*?)\s+(#?\p{L}[\p{L}\p{N}_-]*)$/su.exec(`${target} ${title}`) ?? [];
    return !named || !labels || tools.sentenceSaysTime() ? null : { intent: "label", target: named, labels, on };
  };
}

function redirect({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "redirect", target, to: title };
}

/** "send flowers to mum" is something to be reminded of. */
function redirectNumber(slots: Slots, tools: ManageTools): ManageRequest | null {
  return /^#\d+$/u.test(slots.target) ? redirect(slots, tools) : null;
}

const bare = (request: ManageRequest) => (): ManageRequest => request;

export const EN_MANAGE: ManageEntry[] = [
  { say: "quiet|silence|/quiet off", mean: bare({ intent: "quietOff" }) },
  { say: "no quiet hours", mean: bare({ intent: "quietOff" }) },
  { say: "turn|switch off quiet [hours]", mean: bare({ intent: "quietOff" }) },
  { say: "[be|set] quiet|/quiet [hours] [from|between|:] <when>", mean: quiet },
  { say: "do not disturb [me] [from|between] <when>", mean: quiet },
  { say: "quiet|/quiet [hours]", mean: bare({ intent: "quietHow" }) },
  { say: "quiet <title>", mean: quietHow },
  { say: "/quiet <title>", mean: bare({ intent: "quietHow" }) },

  ...EN_ASKING,
  ...EN_ASKING_RUNS,

  // Nothing is done to all at once: without a name the one meant is asked.
  {
    say: "pause|disable|suspend|mute all|everything [reminders|actions]",
    mean: bare({ intent: "pause", target: "", until: null }),
  },
  { say: "resume|enable|unpause all|everything", mean: bare({ intent: "resume", target: "" }) },
  { say: "delete|remove|cancel all|everything [reminders|actions]", mean: bare({ intent: "delete", target: "" }) },

  { say: "snooze", mean: bare({ intent: "snooze", target: "", to: "" }) },
  { say: "snooze [it|this|that] [for|by] <title>", mean: snoozeMinutes },
  { say: "snooze <target> [for|by] <title>", mean: snoozeMinutes },
  { say: "snooze [it|this|that] [until|till|for|to|by] <when>", mean: snooze },
  { say: "snooze <target> [until|till|for|to|by] <when>", mean: snooze },
  {
    say: "snooze <target>",
    mean: ({ target }, tools) => (tools.saysTime(target) ? null : { intent: "snooze", target, to: "" }),
  },

  { say: "pause|disable [it|this|that] after|on <title>", mean: pauseAfter },
  { say: "pause|disable <target> after|on <title>", mean: pauseAfter },
  { say: "don't|never pause [it|this|that] after|on <title>", mean: pauseNever },
  { say: "don't|never pause <target> after|on <title>", mean: pauseNever },
  { say: "do not pause <target> after|on <title>", mean: pauseNever },
  { say: "stop|pause checking|watching|monitoring|probing <target> [until|till|for] <when>", mean: pause },
  { say: "stop|pause checking|watching|monitoring|probing <target>", mean: named("pause") },
  { say: "pause|disable|suspend|mute <target> until|till|for <when>", mean: pause },
  { say: "pause|disable|suspend|mute <target> <when>", mean: pauseNow },
  // "stop smoking on 1 january" is something to do.
  { say: "stop <target> until|till|for <when>", mean: pause },
  { say: "pause|disable|suspend|mute <target>", mean: pause },
  { say: "turn|switch off <target>", mean: named("pause") },
  { say: "turn|switch <target> off", mean: named("pause") },
  { say: "stop <target>", mean: named("pause") },
  { say: "turn|switch [back] on <target>", mean: named("resume") },
  { say: "turn|switch <target> [back] on", mean: named("resume") },
  { say: "resume|enable|unpause|continue|unmute <target>", mean: named("resume") },
  { say: "skip [the] next|coming <target>", mean: named("skip") },
  { say: "skip|cancel <title>", mean: skipOwned },
  { say: "skip|cancel <target> [on|for] <when>", mean: skipOn },
  { say: "skip <target> once", mean: named("skip") },
  { say: "skip <target> [the] next [time]", mean: named("skip") },
  { say: "skip <target>", mean: named("skip") },

  {
    say: "move|reschedule|shift|postpone|change|push <target> to|until <when>",
    mean: move,
  },
  { say: "move|postpone|delay|push|shift <target> [back|out] by|for <title>", mean: shift },
  { say: "move|push|shift <target> back|out <title>", mean: shift },
  { say: "postpone|delay <target> <title>", mean: shift },
  { say: "move|bring|pull <target> forward|up [by] <title>", mean: earlier },
  { say: "delay <target> to|until <when>", mean: move },
  {
    say: "move|reschedule|postpone <target>",
    mean: ({ target }, tools) => (tools.sentenceSaysTime() ? null : { intent: "move", target, to: "" }),
  },
  { say: "send|post|deliver it|this|that here instead", mean: bare({ intent: "redirect", target: "", to: "" }) },
  { say: "send|post|deliver it|this|that to|in|into <title> instead", mean: redirect },
  { say: "send|post|deliver <target> here instead", mean: redirect },
  { say: "send|post|deliver <target> to|in|into <title> instead", mean: redirect },
  { say: "send|post|deliver <target> here", mean: redirectNumber },
  { say: "send|post|deliver <target> to|in|into <title>", mean: redirectNumber },
  { say: "label|tag <target> as|with <title>", mean: label(true) },
  { say: "label <target> <title>", mean: label(true) },
  { say: "unlabel|untag <target> <title>", mean: label(false) },
  { say: "rename <target> to|as|into <title>", mean: ({ target, title }) => ({ intent: "rename", target, title }) },

  { say: "delete|remove|cancel|forget [the] [reminder] <target>", mean: named("delete") },
  {
    say: "why did|does|is|was|has <target> not|n't|never [run|running|ring|come|fire|start|work|rung]",
    mean: named("why"),
  },
  {
    say: "why didn't|doesn't|isn't|wasn't|hasn't|won't <target> [run|running|ring|rung|come|fire|start|work|working]",
    mean: named("why"),
  },
  {
    say: "why is|was <target> red|orange|yellow|down|bad|failing|broken|late|unreachable|flapping",
    mean: named("why"),
  },
  { say: "why is|was <target> paused|quiet|silent|off", mean: named("why") },
  { say: "why did|does|is <target> run|running|ring|ringing|come|fire|start", mean: named("why") },
  { say: "why <target>", mean: named("why") },
  { say: "why", mean: bare({ intent: "why", target: "" }) },
  { say: "history", mean: bare({ intent: "history", target: "" }) },
  {
    say: "[the] uptime|stats|statistics of|for <target> <when>",
    mean: ({ target }) => ({ intent: "history", target }),
  },
  { say: "[show] [me] [the] log|logs of|for <target>", mean: named("history") },
  { say: "how|how's [is|are] <target> doing|going|running|performing [now|today|lately]", mean: named("show") },
  { say: "when|when's [is|does|do] [i] [have] [the|my] next <target>", mean: named("next") },
  { say: "when|when's is|does|do|will [i] [have] <target> [next|run|ring|due|come]", mean: named("next") },
  { say: "what time is|does <target> [next|run|ring|due|start]", mean: named("next") },
  { say: "next <target>", mean: named("next") },
  { say: "next", mean: bare({ intent: "next", target: "" }) },
  { say: "show [me] <target>", mean: named("show") },
  { say: "run|start|trigger <target> [now]", mean: run },
  { say: "recheck <target> [now]", mean: run },
  { say: "check|test|run <target> again [now]", mean: run },
  { say: "done [with] <target>", mean: named("done") },
  { say: "<target> [is] done", mean: named("done") },
  { say: "done", mean: bare({ intent: "done", target: "" }) },
];
