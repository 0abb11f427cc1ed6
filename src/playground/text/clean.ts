import type { Entity, FormattedText } from "../world/types.ts";

/**
 * Telegram's own washing of a text: carriage returns, line and paragraph separators and direction overrides go,
 * other control characters become spaces, white space at both ends is cut. Entities move along, empty ones vanish.
 */
export function cleanText({ text, entities }: FormattedText): FormattedText {
  const moved = new Int32Array(text.length + 1);
  let washed = "";
  for (let at = 0; at < text.length; at += 1) {
    moved[at] = washed.length;
    washed += washedUnit(text.charCodeAt(at), text.charAt(at));
  }
  moved[text.length] = washed.length;
  const start = washed.length - washed.trimStart().length;
  const end = washed.trimEnd().length;
  const place = (at: number) => Math.min(Math.max((moved[at] ?? washed.length) - start, 0), Math.max(end - start, 0));
  return {
    text: washed.slice(start, Math.max(start, end)),
    entities: sortEntities(
      entities
        .map((entity) => ({ ...entity, ...span(place(entity.offset), place(entity.offset + entity.length)) }))
        .filter((entity) => entity.length > 0),
    ),
  };
}

/** Outer entities before inner ones, as Telegram lists them. */
export function sortEntities(entities: Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

/** True when the text holds half a surrogate pair, which cannot be written as UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function washedUnit(code: number, unit: string): string {
  if (code === 0x0a) return unit;
  if (code === 0x0d) return "";
  if (code < 0x20) return " ";
  if (code >= 0x2028 && code <= 0x202e) return "";
  return unit;
}

function span(offset: number, end: number): { offset: number; length: number } {
  return { offset, length: end - offset };
}
