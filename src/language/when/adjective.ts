import type { Match, Reader } from "../grammar/grammar.ts";
import type { Token } from "../text/token.ts";
import { DAY } from "./duration.ts";
import { leadToTask } from "./lead-to-task.ts";
import type { Phrase, Piece } from "./types.ts";

/** "a nap for 20 minutes" says how long, not when. */
const MEASURES: ReadonlySet<string> = new Set([
  "for",
  "of",
  "by",
  "than",
  "per",
  "the",
  "last",
  "past",
  "takes",
  "took",
  "lasts",
  "lasted",
  "spent",
  "open",
  "für",
  "um",
  "als",
  "letzte",
]);

/**
 * "weekly" before a noun is an adjective. "a weekly meeting" announces a series; "the weekly meeting" is a thing; at
 * the beginning it adds to a time said elsewhere ("daily standup at 9:25").
 */
export function adjective(reader: Reader, match: Match<Phrase>, at: number, leadIn: number): Match<Phrase>[] {
  const [piece] = match.value.pieces;
  const said = leadToTask(reader, match, at);
  if (said === "with the request") return [];
  const isBack = said === "behind the request" || (at <= leadIn && match.end > leadIn);
  const moved = isBack ? backOf(match.value.pieces) : null;
  if (moved) return [{ ...match, value: { pieces: [moved], strength: said ? 2 : match.value.strength } }];
  if (piece?.is === "offset" && piece.bare && isMeasure(reader.tokens, at)) return [];
  if (piece?.is === "days" && isNumber(reader.tokens, at, match.end)) return [];
  if (match.value.strength < 2 && (isCounted(piece, reader.tokens, at) || endsRange(piece, reader.tokens, at)))
    return [];
  if (piece?.is === "part" && match.end - at === 1 && belongsToNoun(reader, match.end, at, leadIn)) return [];
  if (match.value.strength === 0 && countsThings(reader, match, at)) return [];
  if (piece?.is === "clocks" && namesAThing(reader, match.end, at))
    return [{ ...match, value: { ...match.value, strength: 1 } }];
  // "1h before"
  if (piece?.is === "clocks" && piece.clocks.some(({ lasts }) => lasts) && reader.read("ahead", at).length > 0)
    return [];
  if (ownsDay(reader, match, at)) return [];
  if (piece?.is !== "repeat" || !piece.repeat.adjective) return [match];
  // "daily reminder at 22:15 to floss"
  if (at === 0 && reader.read("request", match.end).length > 0)
    return [{ ...match, value: { ...match.value, strength: 2 } }];
  const noun = nounFollows(reader, match.end);
  if (announcesSeries(reader, match.end, at, leadIn)) return [{ ...match, value: { ...match.value, strength: 2 } }];
  if (!noun) return [match];
  return at === 0 || at === leadIn ? [{ ...match, value: { ...match.value, helps: true } }] : [];
}

/** "a table for 8 tonight", "episode 7 tonight", "pages 9-10 tomorrow morning" */
function isCounted(piece: Piece | undefined, tokens: readonly Token[], at: number): boolean {
  return (piece?.is === "clocks" || piece?.is === "window") && COUNTS.has(tokens[at - 1]?.norm ?? "");
}

/** "ticket 4-15", "order 12/3" */
function isNumber(tokens: readonly Token[], at: number, end: number): boolean {
  const digits = tokens
    .slice(at, end)
    .every(({ kind }) => kind === "number" || kind === "numericDate" || kind === "mark");
  return digits && NUMBERED.has(tokens[at - 1]?.norm ?? "");
}
const NUMBERED: ReadonlySet<string> = new Set(
  "ticket issue bug order invoice version task item pr mr case room".split(" "),
);

/** The "8 tomorrow evening" of "7-8 tomorrow evening". */
function endsRange(piece: Piece | undefined, tokens: readonly Token[], at: number): boolean {
  return piece?.is === "clocks" && tokens[at - 1]?.norm === "-" && tokens[at]?.glued === true;
}

const COUNTS: ReadonlySet<string> = new Set(
  "for of with all other another only just episode season chapter part volume page pages chapters episodes rooms room gate platform lesson level number no issue ticket pr mr bug order invoice flight bus train case build version task item".split(
    " ",
  ),
);

/** "remind me an hour before …" rings then and not again. */
function backOf([piece, ...others]: readonly Piece[]): Piece | null {
  if (others.length > 0) return null;
  if (piece?.is === "eve") return { is: "back", ms: DAY, part: piece.part };
  const [ms, ...more] = piece?.is === "lead" ? piece.ms : [];
  return ms !== undefined && more.length === 0 ? { is: "back", ms } : null;
}

/** "trash night next thursday 8pm", "coffee morning tuesday at 10": beside a clock time the part of the day is a name. */
function belongsToNoun(reader: Reader, end: number, at: number, leadIn: number): boolean {
  if (at <= leadIn || reader.tokens[at - 1]?.kind !== "word" || reader.tokens[at - 1]?.end === reader.tokens[at]?.end)
    return false;
  const behind = reader.read("phrase", end);
  const further = behind.flatMap((one) => reader.read("phrase", one.end));
  return [...behind, ...further].some(
    ({ value }) => value.strength > 0 && value.pieces.some(({ is }) => is === "clocks"),
  );
}

/** "every day 20 squats at 7": a number before a noun is no clock time when one is said elsewhere. */
function countsThings(reader: Reader, { end, value }: Match<Phrase>, at: number): boolean {
  const isClock = (pieces: readonly Piece[]) => pieces.every((piece) => piece.is === "clocks");
  if (!isClock(value.pieces) || !nounFollows(reader, end)) return false;
  return reader.tokens.some(
    (_, from) =>
      (from < at || from >= end) &&
      reader
        .read("phrase", from)
        .some((other) => other.value.strength === 2 && isClock(other.value.pieces) && !hasDay(reader, from, other.end)),
  );
}

/** "mon 9 gym and fri at 10": that clock time has a day of its own. */
function hasDay(reader: Reader, from: number, end: number): boolean {
  const saysDay = ({ value }: Match<Phrase>) => value.pieces.some(({ is }) => is === "days" || is === "repeat");
  const before = reader.tokens.some(
    (_, at) => at < from && reader.read("phrase", at).some((match) => match.end === from && saysDay(match)),
  );
  return before || reader.read("phrase", end).some(saysDay);
}

/** "the 6 o'clock train", "my 3pm call" */
function namesAThing(reader: Reader, end: number, at: number): boolean {
  return OWNERS.has(reader.tokens[at - 1]?.norm ?? "") && nounFollows(reader, end);
}
const OWNERS: ReadonlySet<string> = new Set(
  "the a an my our your his her their der die das den dem mein meine".split(" "),
);

/** "the friday report", "for my monday morning notes", "plan the new year's eve party"; "the friday after next" is a day. */
function ownsDay(reader: Reader, { end, value }: Match<Phrase>, at: number): boolean {
  const { tokens } = reader;
  const [piece, ...others] = value.pieces;
  const named = piece?.is === "days" && piece.days.every(({ type }) => type === "weekday" || type === "holiday");
  if (!named || others.some(({ is }) => is !== "part")) return false;
  // "an Silvester" begins with no article.
  const isOwner = (owner: number) =>
    OWNERS.has(tokens[owner]?.norm ?? "") && !(owner === at && tokens[at]?.norm === "an");
  const owned = [at, end - 1 - others.length].some((day) => isOwner(day - 1));
  const noun = tokens[end];
  return owned && noun?.kind === "word" && !GOES_ON.has(noun.norm) && nounFollows(reader, end);
}
const GOES_ON: ReadonlySet<string> = new Set(
  "after before of in at on to and or until till through for with from by about i we you that which is are was im um vor nach und oder bis mit von für".split(
    " ",
  ),
);

/** "a weekly meeting", "schedule a weekly meeting"; "buy an hourly ticket" is about a thing. */
function announcesSeries({ tokens }: Reader, end: number, at: number, leadIn: number): boolean {
  if (!/^an?$/u.test(tokens[at - 1]?.norm ?? "") || tokens[end]?.kind !== "word") return false;
  return at === 1 || at - 1 === leadIn || SETS.has(tokens[at - 2]?.norm ?? "");
}
const SETS: ReadonlySet<string> = new Set(
  "set up setup schedule plan create add make start have hold organise organize run do me us send post".split(" "),
);

function isMeasure(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.norm ?? "";
  return MEASURES.has(before) || (before === "-" && tokens[at]?.glued === true);
}

function nounFollows(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token || token.kind === "mark") return false;
  return (
    reader.read("phrase", at).every(({ value }) => value.strength === 0) &&
    reader.read("link", at).length === 0 &&
    reader.read("leadOut", at).length === 0
  );
}
