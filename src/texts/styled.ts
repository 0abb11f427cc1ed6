/**
 * Text with styles beside it instead of marks inside it, so nothing a person writes can become markup.
 * Offsets and lengths are UTF-16 units, as Telegram counts them.
 */

/** `pre`: letters of one width, as tables need. */
export type Style = "bold" | "italic" | "code" | "pre";

export interface Span {
  type: Style;
  offset: number;
  length: number;
}

export interface Styled {
  text: string;
  spans: Span[];
}

/** What may stand in a sentence. */
export type Piece = string | number | Styled;

/** Template tag: styled`Wake ${bold(name)}`. Values are taken literally. */
export function styled(strings: TemplateStringsArray, ...values: Piece[]): Styled {
  const pieces: Piece[] = [];
  strings.forEach((part, i) => {
    pieces.push(part);
    const value = values[i];
    if (value !== undefined) pieces.push(value);
  });
  return joined(pieces, "");
}

/** One after the other, with the separator between them; empty pieces are left out. */
export function joined(pieces: readonly Piece[], separator: string): Styled {
  let text = "";
  const spans: Span[] = [];
  for (const piece of pieces) {
    const part = typeof piece === "object" ? piece : { text: String(piece), spans: [] };
    if (part.text === "") continue;
    if (text !== "") text += separator;
    for (const span of part.spans) spans.push({ ...span, offset: span.offset + text.length });
    text += part.text;
  }
  return { text, spans };
}

function inStyle(type: Style, piece: Piece): Styled {
  const part = joined([piece], "");
  if (part.text === "") return part;
  return { text: part.text, spans: [{ type, offset: 0, length: part.text.length }, ...part.spans] };
}

export function bold(piece: Piece): Styled {
  return inStyle("bold", piece);
}

/** Telegram copies it when it is tapped. */
export function code(piece: Piece): Styled {
  return inStyle("code", piece);
}

/** Lines of letters of one width. */
export function pre(piece: Piece): Styled {
  return inStyle("pre", piece);
}

export function italic(piece: Piece): Styled {
  return inStyle("italic", piece);
}
