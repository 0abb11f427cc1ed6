/**
 * Languages whose one-shots are read by chrono-node: Spanish, French, Russian. Of its answers only the fields on the
 * wall are taken; it knows fixed offsets and no zones.
 */
import { casual as es } from "chrono-node/es";
import { casual as fr } from "chrono-node/fr";
import { casual as ru } from "chrono-node/ru";
import { toInstant, toLocal } from "../../time/resolve.ts";
import { dateOf } from "../../time/wall.ts";
import type { LanguageContext } from "../request.ts";
import type { Token } from "../text/token.ts";
import type { Chosen } from "../when/choose.ts";
import type { Clock, Day } from "../when/types.ts";

export type ForeignName = "es" | "fr" | "ru";

/** "el viernes", "le 3 décembre": chrono leaves the article behind. */
const ARTICLES: ReadonlySet<string> = new Set(["el", "la", "los", "le", "les", "à", "в", "на"]);

const PARSERS = { es, fr, ru };

/** Runs of white space take chrono exponential time; one blank is harmless. */
export function collapsed(text: string): string {
  return text.replaceAll(/\s+/gu, " ");
}

/** The first date in a text whose white space is collapsed, or null. */
export function readForeign(
  name: ForeignName,
  text: string,
  tokens: readonly Token[],
  context: LanguageContext,
): Chosen | null {
  // The wall clock as if it were UTC: what chrono computes are then wall times again.
  const wall = toInstant(toLocal(context.now, context.zone), "UTC");
  if (wall === null) return null;
  const [found] = PARSERS[name].parse(text, { instant: dateOf(wall), timezone: 0 }, { forwardDate: true });
  if (!found) return null;
  const { start } = found;
  const day: Day = {
    type: "date",
    year: start.get("year") ?? 0,
    month: start.get("month") ?? 1,
    day: start.get("day") ?? 1,
  };
  const timed = start.isCertain("hour") || (start.get("hour") !== null && start.get("hour") !== 12);
  const clock: Clock = {
    hour: start.get("hour") ?? 0,
    minute: start.get("minute") ?? 0,
    second: start.isCertain("second") ? (start.get("second") ?? 0) : 0,
    exact: true,
  };
  const first = tokens.findIndex((token) => token.end > found.index);
  const from = ARTICLES.has(tokens[first - 1]?.norm ?? "") ? first - 1 : first;
  const end = tokens.findIndex((token) => token.start >= found.index + found.text.length);
  return {
    when: { groups: [{ days: [day], clocks: timed ? [clock] : [] }], leads: [] },
    spans: [{ from, end: end < 0 ? tokens.length : end }],
  };
}
