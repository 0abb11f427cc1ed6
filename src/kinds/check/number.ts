/** A number in an output or on a page: the first, the last, or the one that stands at a place in a line of text. */
import { z } from "zod";

/** `like`: text around the number, which `{n}` stands for, for example `load average: {n}`. */
export const numberSpec = z.union([
  z.enum(["first", "last"]),
  z.strictObject({
    like: z
      .string()
      .max(200)
      .refine((text) => text.split("{n}").length === 2, "needs {n} once, where the number stands"),
  }),
]);

export type NumberSpec = z.infer<typeof numberSpec>;

/** Digits with thousands commas or without, a fraction, an exponent; not part of a word. */
const digits = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3}(?!\w))?`;
/** Of a text: no part of a version or an address. */
const standing = new RegExp(String.raw`(?<![\w.,])[-+]?${digits}(?!\d|\.\d)`, "g");
const beginning = new RegExp(`^[-+]?${digits}`);

/** Null when there is none. */
export function findNumber(text: string, where: NumberSpec): number | null {
  if (where === "first") return toNumber(text.match(new RegExp(standing.source))?.[0]);
  if (where === "last") return toNumber(text.match(standing)?.at(-1));
  return numberLike(text, where.like);
}

function numberLike(text: string, like: string): number | null {
  const flat = text.replace(/\s+/g, " ");
  const [before = "", after = ""] = like.replace(/\s+/g, " ").split("{n}");
  // An empty text is found at the end for ever.
  for (let at = flat.indexOf(before); at !== -1 && at < flat.length; at = flat.indexOf(before, at + 1)) {
    const place = at + before.length;
    // Longer numbers than this do not exist; a copy of the rest for every place would cost its square.
    const found = flat.slice(place, place + 64).match(beginning)?.[0];
    if (found !== undefined && flat.startsWith(after, place + found.length)) return toNumber(found);
  }
  return null;
}

function toNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = Number(text.replaceAll(",", ""));
  return Number.isFinite(number) ? number : null;
}
