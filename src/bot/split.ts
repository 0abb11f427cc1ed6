/** Long texts in pieces Telegram takes. Lengths are UTF-16 units. */
import type { Styled } from "../texts/styled.ts";

/**
 * Pieces of at most `limit` units, cut at a line end where one lies in the second half, else at a space, else between
 * graphemes; only a grapheme longer than the limit is cut itself. Blank pieces are left out, as Telegram refuses them.
 */
export function split(styled: Styled, limit: number): Styled[] {
  const segments = new Intl.Segmenter().segment(styled.text);
  const border = (at: number) => segments.containing(at)?.index ?? at;
  const parts: Styled[] = [];
  let from = 0;
  while (from < styled.text.length) {
    const to = styled.text.length - from <= limit ? styled.text.length : cut(styled.text, from, from + limit, border);
    const part = slice(styled, from, to);
    if (part.text.trim() !== "") parts.push(part);
    from = to;
  }
  return parts;
}

function cut(text: string, from: number, end: number, border: (at: number) => number): number {
  const middle = from + Math.floor((end - from) / 2);
  const line = text.lastIndexOf("\n", end - 1) + 1;
  if (line > middle) return line;
  const space = text.lastIndexOf(" ", end - 1) + 1;
  if (space > middle && border(space) === space) return space;
  const between = border(end);
  if (between > from) return between;
  const pair = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return pair && end - 1 > from ? end - 1 : end;
}

/** Part of a styled text; styles that reach over its borders are cut. */
export function slice(styled: Styled, from: number, to: number): Styled {
  const spans = styled.spans.flatMap((span) => {
    const start = Math.max(span.offset, from);
    const end = Math.min(span.offset + span.length, to);
    return start < end ? [{ type: span.type, offset: start - from, length: end - start }] : [];
  });
  return { text: styled.text.slice(from, to), spans };
}
