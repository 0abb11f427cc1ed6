/** Programs that a sentence wants run by a name that no command has. Much that people run has names, too. */
import { isWithin } from "../text/distance.ts";
import { compiled } from "./pattern.ts";
import type { CheckTable } from "./table.ts";

export interface Program {
  name: string;
  /** Where the name stands. */
  place: RegExp;
  /** It is to be run, not only looked at. */
  isRun: boolean;
}

export type ProgramReader = (text: string) => Program | null;

/** Each of `run` and `check` stands for a pattern with the place `program`. */
export function programReader({ programs: { run, check }, terms }: CheckTable): ProgramReader {
  const all = [...run.map((one) => [one, true] as const), ...check.map((one) => [one, false] as const)];
  const patterns = all.map(([pattern, isRun]) => ({ isRun, pattern: compiled(pattern, terms) }));
  return (text) => {
    for (const { isRun, pattern } of patterns) {
      const name = pattern(text)?.groups.program;
      if (name !== undefined) return { name, isRun, place: placeOf(name) };
    }
    return null;
  };
}

function placeOf(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\d])`, "u");
}

/** Words with a hyphen that people run, or do: "stand-up", "check-in", "pre-mortem", "half-marathon", "5-km". */
const ordinary =
  /^(?:\d|(?:pre|post|half|mini|semi|re|co|non|one|two|three|all|up|x)-)|-(?:ups?|ins?|outs?|offs?|ons?|downs?|overs?|throughs?|by|backs?|calls?|aways?|days?)$/iu;

/** A path, a script, or words tied together as only names of programs are. */
export function isProgram({ name, isRun }: Program): boolean {
  if (!isRun) return false;
  if (/[/_]|\.(?:sh|bash|py|js|ts|mjs|pl|rb|php|exe|bin|jar)$/iu.test(name)) return true;
  return /\p{L}-\p{L}/u.test(name) && !ordinary.test(name);
}

/** So long a name is hardly another word by one letter. */
const tellingLength = 5;
/** So many letters at its beginning are no chance. */
const likeness = 3;

/** All that are known, the most alike first; whether that one is but a slip of the pen away. */
export function likeliest(name: string, known: readonly string[]): { names: string[]; isNear: boolean } {
  const said = name.toLowerCase();
  const slips = (other: string) => said.length >= tellingLength && isWithin(1, said, other.toLowerCase());
  const alike = (other: string) => other.startsWith(said.slice(0, likeness)) || other.includes(said);
  const rank = (other: string) => (slips(other) ? 2 : alike(other.toLowerCase()) ? 1 : 0);
  const names = [...known].sort((a, b) => rank(b) - rank(a));
  return { names, isNear: names[0] !== undefined && slips(names[0]) };
}
