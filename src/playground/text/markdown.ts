import { cannotParse } from "../bot-api/errors.ts";
import type { Entity, FormattedText } from "../world/types.ts";
import { linkEntity } from "./html.ts";

interface OpenMark {
  mark: string;
  type: string;
  name: string;
  offset: number;
  begin: number;
}

/** Bot API "MarkdownV2 style": the longer mark first. The name is the one in Telegram's complaint. */
const marks: [mark: string, type: string, name: string][] = [
  ["__", "underline", "Underline"],
  ["||", "spoiler", "Spoiler"],
  ["_", "italic", "Italic"],
  ["*", "bold", "Bold"],
  ["~", "strikethrough", "Strikethrough"],
];

/** Reads `parse_mode: "MarkdownV2"`. Throws the Bot API's 400. */
export function parseMarkdown(source: string): FormattedText {
  const reader = new MarkdownReader(source);
  return reader.read();
}

class MarkdownReader {
  private text = "";
  private at = 0;
  private quoteFrom: number | undefined;
  private readonly source: string;
  private readonly open: OpenMark[] = [];
  private readonly entities: Entity[] = [];

  constructor(source: string) {
    this.source = source;
  }

  read(): FormattedText {
    while (this.at < this.source.length) this.step();
    this.endQuote();
    const unclosed = this.open.at(-1);
    if (unclosed) throw this.noEnd(`${unclosed.name} entity`, unclosed.begin);
    return { text: this.text, entities: this.entities };
  }

  private step(): void {
    const unit = this.source.charAt(this.at);
    const quoted = this.lineStart() && unit === ">";
    if (this.lineStart() && !quoted) this.endQuote();
    const mark = this.markHere();
    if (quoted) this.startQuote();
    else if (unit === "\\" && /[\x20-\x7e]/u.test(this.source[this.at + 1] ?? "\n")) this.take(this.at + 1);
    else if (unit === "`") this.code();
    else if (mark) this.toggle(mark);
    else if (unit === "[") this.startLink();
    else if (unit === "]" && this.open.at(-1)?.mark === "[") this.endLink();
    else if (!/[[\]()>#+=|{}.!-]/u.test(unit)) this.take(this.at);
    else throw cannotParse(`Character '${unit}' is reserved and must be escaped with the preceding '\\'`);
  }

  private take(at: number): void {
    this.text += this.source.charAt(at);
    this.at = at + 1;
  }

  private lineStart(): boolean {
    return this.at === 0 || this.source[this.at - 1] === "\n";
  }

  private markHere(): (typeof marks)[number] | undefined {
    const candidates = marks.filter(([mark]) => this.source.startsWith(mark, this.at));
    return candidates.find(([mark]) => mark === this.open.at(-1)?.mark && mark.length === 2) ?? candidates[0];
  }

  private toggle([mark, type, name]: (typeof marks)[number]): void {
    const last = this.open.at(-1);
    if (last?.mark === mark) {
      this.open.pop();
      this.add(type, last.offset);
    } else {
      this.open.push({ mark, type, name, offset: this.text.length, begin: this.at });
    }
    this.at += mark.length;
  }

  private startLink(): void {
    this.open.push({ mark: "[", type: "text_link", name: "TextUrl", offset: this.text.length, begin: this.at });
    this.at += 1;
  }

  private endLink(): void {
    const link = this.open.pop();
    this.at += 1;
    if (!link || this.source[this.at] !== "(") return;
    const close = this.source.indexOf(")", this.at);
    if (close < 0) throw this.noEnd("a URL", this.at);
    const href = this.source.slice(this.at + 1, close).replace(/\\(.)/gu, "$1");
    const entity = linkEntity(
      { type: "text_link", offset: link.offset, length: this.text.length - link.offset },
      href || this.text.slice(link.offset),
    );
    if (entity && entity.length > 0) this.entities.push(entity);
    this.at = close + 1;
  }

  private code(): void {
    const fence = this.source.startsWith("```", this.at) ? "```" : "`";
    const begin = this.at;
    const close = this.source.indexOf(fence, begin + fence.length);
    if (close < 0) throw this.noEnd(fence === "`" ? "Code entity" : "Pre entity", begin);
    let inner = this.source.slice(begin + fence.length, close).replace(/\\([`\\])/gu, "$1");
    const language = fence === "```" ? /^([^\s`]+)\n/u.exec(inner)?.[1] : undefined;
    if (fence === "```")
      inner = inner
        .slice(language?.length ?? 0)
        .replace(/^\n/u, "")
        .replace(/\n$/u, "");
    const offset = this.text.length;
    this.text += inner;
    this.add(fence === "`" ? "code" : "pre", offset, language ? { language } : {});
    this.at = close + fence.length;
  }

  private startQuote(): void {
    this.quoteFrom ??= this.text.length;
    this.at += 1;
  }

  private endQuote(): void {
    if (this.quoteFrom === undefined) return;
    const end = this.text.endsWith("\n") && this.at < this.source.length ? 1 : 0;
    const length = this.text.length - this.quoteFrom - end;
    if (length > 0) this.entities.push({ type: "blockquote", offset: this.quoteFrom, length });
    this.quoteFrom = undefined;
  }

  private add(type: string, offset: number, more: Partial<Entity> = {}): void {
    const length = this.text.length - offset;
    if (length > 0) this.entities.push({ type, offset, length, ...more });
  }

  private noEnd(what: string, begin: number) {
    return cannotParse(`Can't find end of ${what} at byte offset ${Buffer.byteLength(this.source.slice(0, begin))}`);
  }
}
