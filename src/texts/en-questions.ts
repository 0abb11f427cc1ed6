/** What is asked, in English. */
import { bold, italic, type Piece, styled } from "./styled.ts";

/** "**Meet Ana**, " or nothing where there is no title. */
function about(title: Piece): Piece {
  return title === "" ? "" : styled`${bold(title)}, `;
}

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Record<string, string> = { one: "st", two: "nd", few: "rd" };

/** "15th" */
function ordinal(n: number): string {
  return `${n}${endings[ordinals.select(n)] ?? "th"}`;
}

export const enQuestions = {
  clock: (title: Piece, day: string, times: string) => styled`${bold(title)}, ${day}: ${times}?`,
  date: (title: Piece, dates: string) => styled`${bold(title)}: ${dates}?`,
  repeat: (title: Piece) => styled`${bold(title)}: how often?`,
  unknownCommand: (name: Piece, near: Piece | null, known: string) => {
    const meant = near === null ? "" : styled` Do you mean ${bold(near)}?`;
    const there = known === "" ? "No command has a name yet." : `There is: ${known}.`;
    return styled`I know no command ${bold(name)}.${meant} ${there} An owner gives one its name in belfry.toml, or proposes it here in backticks: ${italic("every 15 min run `df /`, warn if over 85")}`;
  },
  run: (name: string) => `Run ${name}`,
  checkLeft: (title: Piece, often: string, words: Piece) =>
    styled`${bold(title)} ${often}: I can check that, but not ${italic(words)}.`,
  noTime: (words: Piece) => styled`I could not find a time in ${italic(words)}. Say when, or:`,
  tooOften: (title: Piece, period: Piece) =>
    styled`${bold(title)}: every ${period} is too often; every 10 s is the most. Which one?`,
  noTask: (time: Piece) => styled`Remind you of what, ${italic(time)}?`,
  past: (time: string) => `${time} has passed.`,
  impossibleDate: (words: Piece) => styled`There is no ${words}. Which day do you mean?`,
  unknownZone: (words: Piece) => styled`I do not know the time zone ${italic(words)}. Name a city, or:`,
  cronDays: (cron: Piece) =>
    styled`Cron reads ${italic(cron)} as either: on that day of the month, and on that weekday. Or only when both fit?`,
  /** Where each is one day only: the 15th, Monday. */
  cronDay: (day: number, weekday: string) =>
    styled`Cron reads this as ${italic(`every ${ordinal(day)} and every ${weekday}`)}. Only a ${weekday} that is the ${ordinal(day)}?`,
  cronOnly: (day: number, weekday: string) => `Only ${weekday} the ${ordinal(day)}`,
  which: (words: Piece) => styled`Which one is ${italic(words)}?`,
  whichAny: "Which one?",
  when: (title: Piece) => styled`${about(title)}when? Write a time, for example ${italic("tomorrow at 9")}.`,
  forwarded: "Remind you of this, when?",
  rename: (title: Piece) => styled`What shall ${bold(title)} be called?`,
  edit: (title: Piece) => styled`${bold(title)}: write it anew, time and all, or only the new time.`,
  report: (title: Piece, when: string | null, place: Piece) =>
    styled`📊 ${bold(title)}${when === null ? "" : ` · ${when}`}${place === "" ? "" : styled` → ${bold(place)}`}\nThat is how it would look now. Shall I send it like that?`,
  where: (words: Piece): Piece =>
    words === ""
      ? "Where to? Press one, or write the name."
      : styled`Which one is ${italic(words)}? Press one, or write the name.`,
  editReport: styled`Say it anew, for example ${italic("every monday at 8 send a report of failed runs")}.`,
  /** Of rules, by their code. */
  rules: {
    misfire: (title: Piece, n: number) =>
      styled`${title === "" ? `These ${n}` : bold(title)}: what shall become of times I miss because I am away?`,
    policy: (title: Piece) => styled`${bold(title)}: which rule?`,
    rest: (title: Piece, n: number) =>
      styled`${title === "" ? `These ${n}` : bold(title)}: pause after how many failures in a row? Any other number can be said: ${italic("pause shop after 20 failures")}`,
    notify: (title: Piece) =>
      styled`${bold(title)}: what shall I tell you of it? What is an escalation already is told until somebody answers, whatever you choose.`,
  } as Record<string, (title: Piece, n: number) => Piece>,
  pauseUntil: (title: Piece) => styled`${bold(title)}: pause until when?`,
  quiet: (hours: string) =>
    styled`🌙 ${hours === "" ? "No quiet hours" : hours}. From when to when? Write it, for example ${italic("22 to 7")}, or:`,
  tomorrow: (time: string) => `Tomorrow ${time}`,
  closed: {
    expired: "This question is over. Say it again.",
    cancelled: "Cancelled.",
    answered: "Answered.",
    setAside: "Left open: you said something else.",
  },
  choices: {
    in10min: "10 min",
    in1h: "In 1 h",
    in3h: "In 3 h",
    tonight: "Tonight 18:00",
    tomorrow9: "Tomorrow 09:00",
    monday9: "Monday 09:00",
    noTime: "Save without time",
    checkAnyway: "Check without that",
    remindMe: "Remind me instead",
    both: "Both",
    cronEither: "On either",
    cronBoth: "Only when both fit",
    daily: "Every day",
    weekdays: "Mon–Fri",
    weekly: "Every week",
    monthly: "Every month",
    untilResumed: "Until I say so",
    skip: "Skip",
    looksRight: "Looks right",
    editReport: "Edit",
    otherTopic: "Other topic",
    quietOff: "No quiet hours",
    more: "More ▶",
    earlier: "◀ Back",
    other: "Other",
    "policy.missed": "Missed times",
    "policy.rest": "Pause after failures",
    "policy.notify": "What is told",
    "policy.undigested": "Leave out of digests",
    "policy.digest": "Back into digests",
    "rest.never": "Never",
    "rest.3": "3",
    "rest.5": "5",
    "rest.10": "10",
    "notify.always": "Every time",
    "notify.failure": "Only failures",
    "notify.change": "Changes and failures",
    "notify.never": "Nothing",
    "misfire.once": "Run the newest",
    "misfire.skip": "Leave them out",
    "misfire.all": "Run every one",
  } as Record<string, string>,
};
