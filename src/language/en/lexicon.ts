/** English spelling: variants, slang, abbreviations, and the words that may be mistyped. */
import type { Lexicon } from "../text/token.ts";

/** The word the tables use, and how else people write it. */
const VARIANTS: Record<string, string> = {
  about: "abt",
  around: "arnd aroud",
  later: "l8r",
  the: "teh",
  "end of business": "eob",
  tomorrow:
    "tmrw tmr tmw tomo tomoro tmoro tommorow tommorrow tomorow tomorrw 2moro 2morrow 2mrw 2mro tomorro tmorrow tomrw tmrow tomm tommrow tomorrrow tmmrw tomorw tomoz",
  tonight: "tonite 2nite 2night tonigt",
  today: "tod tday 2day todai tdy todya taday",
  night: "nite nites nigt",
  before: "b4",
  seven: "sevn sevenn",
  eight: "eigth eihgt",
  nine: "nien",
  morning: "mornin morn mrng mornign morninng",
  afternoon: "arvo aft",
  next: "nxt nexst nex nect",
  week: "wk",
  weeks: "wks wks.",
  weekday: "wkday weekdy",
  weekdays: "wkdays",
  weekend: "wkend wknd",
  weekends: "wkends wknds",
  every: "evry evrey evey ev eve'ry eavery",
  everyday: "evryday",
  minute: "min minuts' minut minuet",
  minutes: "mins minuts minites minuites",
  second: "sec",
  seconds: "secs",
  hour: "hr houre huor",
  hours: "hrs houres huors",
  month: "mth mnth",
  months: "mths mnths mos",
  year: "yr",
  years: "yrs",
  quarter: "qtr",
  monday: "mon mondy munday",
  tuesday: "tue tues tusday teusday tuseday",
  wednesday: "wed weds wednsday wendesday wensday wednesdy wedensday",
  thursday: "thu thur thurs thrusday thurday thusday",
  friday: "fri firday frday firiday",
  saturday: "sat saterday satday saturdy",
  sunday: "sundy",
  january: "jan",
  february: "feb febuary feburary",
  march: "mar",
  april: "apr",
  june: "jun",
  july: "jul",
  august: "aug",
  september: "sep sept",
  october: "oct",
  november: "nov",
  december: "dec",
  until: "untill til till unti thru'til",
  through: "thru",
  midday: "mid-day",
  because: "cuz",
  christmas: "xmas chrismas",
  halloween: "hallowe'en",
  "end of day": "eod",
  "close of business": "cob",
  "end of week": "eow",
  "end of month": "eom",
  "end of year": "eoy",
  "beginning of month": "bom",
  "beginning of year": "boy'",
  "mid week": "midweek",
  "mid month": "midmonth",
  "mid year": "midyear",
  asap: "a.s.a.p",
  remind: "remnd rmeind remid remimd remin reming remidn rmind rmnd rmd",
  "remind me": "remindme",
  reminder: "rmndr rmdr remindr remider",
  noonish: "nooish",
  "noon ish": "middayish",
  once: "onec",
  weekly: "wkly",
  remember: "rember remeber remmeber",
  forget: "foget forgt",
  starting: "startin",
  beginning: "begining",
  except: "exept",
};

const HOURS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

const FUZZY = (
  "tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february august september october november december " +
  "morning afternoon evening midnight minutes minute weekday weekdays weekend weekends tuesdays wednesdays thursdays saturdays mondays fridays sundays " +
  "mornings afternoons evenings twenty thirty fifteen fourteen sixteen seventeen eighteen nineteen everyday quarter months fortnight quarterly biweekly annually remind reminder remember"
).split(" ");

const FUZZIER = "tomorrow wednesday thursday saturday february september november december".split(" ");

/** One letter away from a time word, and a word itself. */
const NOT_TYPOS =
  "mourning moaning sundae sundaes warning morning's evening's minuted minuter septembers novembers thirsty mouths moths month twentys dairy everyway eventing fourteens sixteens quarters quartet quarters annual seasons reminded reminders reminds remainder rewind reminding remand rebind remembers";

/** "at9am", "in5min" */
const PREFIXES = "at in by til till until before after around on from every";

const SUFFIXES =
  "am pm a p h hr hrs hour hours m min mins minute minutes s sec secs second seconds d day days w wk wks week weeks mo mos month months y yr yrs year years x times q jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december oclock ish";

function aliases(): Map<string, string> {
  const map = new Map<string, string>();
  for (const [word, written] of Object.entries(VARIANTS))
    for (const variant of written.split(" ")) map.set(variant, word);
  for (const hour of HOURS) map.set(`${hour}ish`, `${hour} ish`);
  return map;
}

export const EN_LEXICON: Lexicon = {
  aliases: aliases(),
  fuzzy: FUZZY,
  fuzzier: FUZZIER,
  notTypos: new Set(NOT_TYPOS.split(" ")),
  prefixes: new Set(PREFIXES.split(" ")),
  suffixes: new Set(SUFFIXES.split(" ")),
  ordinalSuffixes: new Set(["st", "nd", "rd", "th"]),
  ordinalPoint: false,
};
