import { cannotParse } from "../bot-api/errors.ts";
import type { Entity, FormattedText } from "../world/types.ts";

/** Bot API "HTML style": tag → entity. `span`, `a`, `code`, `blockquote`, `tg-emoji` and `tg-time` look at an attribute too. */
const entityOf: Record<string, string> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  span: "spoiler",
  "tg-spoiler": "spoiler",
  a: "text_link",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  "tg-emoji": "custom_emoji",
  "tg-time": "date_time",
};

interface OpenTag {
  tag: string;
  attributes: Record<string, string>;
  offset: number;
}

/** Reads `parse_mode: "HTML"`. Throws the Bot API's 400, byte offsets and all. */
export function parseHtml(source: string): FormattedText {
  const entities: Entity[] = [];
  const open: OpenTag[] = [];
  let text = "";
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at, at + 12);
    const reference = rest.startsWith("&") ? readReference(rest) : undefined;
    if (reference) {
      text += reference.character;
      at += reference.length;
    } else if (source[at] !== "<") {
      text += source[at];
      at += 1;
    } else if (source[at + 1] === "/") {
      at = closeTag(source, at, open, entities, text);
    } else {
      const started = readStartTag(source, at);
      open.push({ tag: started.tag, attributes: started.attributes, offset: text.length });
      at = started.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities: joinCodeBlocks(entities) };
}

function readStartTag(source: string, begin: number): { tag: string; attributes: Record<string, string>; end: number } {
  const where = `at byte offset ${byteOffset(source, begin)}`;
  const name = /^<[^\s>]*/u.exec(source.slice(begin, begin + 64))?.[0] ?? "<";
  let at = begin + name.length;
  if (at >= source.length) throw cannotParse(`Unclosed start tag ${where}`);
  const tag = name.slice(1).toLowerCase();
  if (!Object.hasOwn(entityOf, tag)) throw cannotParse(`Unsupported start tag "${tag}" ${where}`);
  const attributes: Record<string, string> = {};
  for (;;) {
    while (/\s/u.test(source[at] ?? "")) at += 1;
    if (source[at] === ">") break;
    const attribute = readAttribute(source, at, tag, where);
    attributes[attribute.name] = attribute.value;
    at = attribute.end;
  }
  if (tag === "span" && attributes.class !== "tg-spoiler") {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" ${where}`);
  }
  return { tag, attributes, end: at + 1 };
}

function readAttribute(source: string, begin: number, tag: string, where: string) {
  const name = /^[^\s=>]*/u.exec(source.slice(begin))?.[0] ?? "";
  if (begin >= source.length) throw cannotParse(`Unclosed start tag "${tag}" ${where}`);
  if (name === "") throw cannotParse(`Empty attribute name in the tag "${tag}" ${where}`);
  let at = begin + name.length;
  while (/\s/u.test(source[at] ?? "")) at += 1;
  if (source[at] !== "=") {
    if (tag === "blockquote" && name === "expandable") return { name, value: "", end: at };
    throw cannotParse(`Expected equal sign in declaration of an attribute of the tag "${tag}" ${where}`);
  }
  at += 1;
  while (/\s/u.test(source[at] ?? "")) at += 1;
  if (at >= source.length) throw cannotParse(`Unclosed start tag "${tag}" ${where}`);
  const quote = source[at];
  if (quote !== '"' && quote !== "'") {
    const value = /^[a-zA-Z0-9.-]*/u.exec(source.slice(at))?.[0] ?? "";
    const end = at + value.length;
    if (!/[\s>]/u.test(source[end] ?? "")) {
      throw cannotParse(`Unexpected end of name token at byte offset ${byteOffset(source, at)}`);
    }
    return { name: name.toLowerCase(), value, end };
  }
  const close = source.indexOf(quote, at + 1);
  if (close < 0) throw cannotParse(`Unclosed start tag ${where}`);
  return { name: name.toLowerCase(), value: decodeReferences(source.slice(at + 1, close)), end: close + 1 };
}

function closeTag(source: string, begin: number, open: OpenTag[], entities: Entity[], text: string): number {
  const where = `at byte offset ${byteOffset(source, begin)}`;
  const expected = open.pop();
  if (!expected) throw cannotParse(`Unexpected end tag ${where}`);
  const closing = /^<\/([^\s>]*)\s*(>?)/u.exec(source.slice(begin));
  if (closing?.[2] !== ">") throw cannotParse(`Unclosed end tag ${where}`);
  const found = (closing[1] ?? "").toLowerCase();
  if (found !== "" && found !== expected.tag) {
    throw cannotParse(`Unmatched end tag ${where}, expected "</${expected.tag}>", found "</${found}>"`);
  }
  const entity = toEntity(expected, text);
  if (entity) entities.push(entity);
  return begin + closing[0].length;
}

function toEntity({ tag, attributes, offset }: OpenTag, text: string): Entity | undefined {
  const inner = text.slice(offset);
  if (inner === "") return undefined;
  const entity: Entity = { type: entityOf[tag] ?? tag, offset, length: inner.length };
  if (tag === "a") return linkEntity(entity, attributes.href || inner);
  if (tag === "code" && attributes.class?.startsWith("language-")) entity.language = attributes.class.slice(9);
  if (tag === "blockquote" && attributes.expandable !== undefined) entity.type = "expandable_blockquote";
  if (tag === "tg-emoji" && attributes["emoji-id"]) entity.custom_emoji_id = attributes["emoji-id"];
  if (tag === "tg-time") {
    entity.unix_time = Number(attributes.unix);
    if (attributes.format) entity.date_time_format = attributes.format;
  }
  return entity;
}

/** A link, a mention by `tg://user?id=`, or nothing when the address is none (Telegram drops it silently). */
export function linkEntity(entity: Entity, href: string): Entity | undefined {
  const mention = /^tg:\/\/user\?id=(\d+)$/u.exec(href);
  if (mention)
    return { ...entity, type: "text_mention", user: { id: Number(mention[1]), is_bot: false, first_name: "" } };
  const url = /^[a-z][a-z0-9+.-]*:/iu.test(href) ? href : `http://${href}`;
  if (!URL.canParse(url) || !/^(?:https?|tg|tonsite):/iu.test(url)) return undefined;
  return { ...entity, type: "text_link", url: new URL(url).href };
}

/** `<pre><code class="language-x">` is one code block with a language; a language means nothing elsewhere. */
function joinCodeBlocks(entities: Entity[]): Entity[] {
  const same = (a: Entity, b: Entity) => a.offset === b.offset && a.length === b.length;
  return entities.flatMap((entity) => {
    if (entity.type === "pre") {
      const language = entities.find((other) => other.type === "code" && same(other, entity))?.language;
      return [language ? { ...entity, language } : entity];
    }
    if (entity.type !== "code") return [entity];
    if (entities.some((other) => other.type === "pre" && same(other, entity))) return [];
    const { language: _, ...plain } = entity;
    return [plain];
  });
}

function readReference(text: string): { character: string; length: number } | undefined {
  const match = /^&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-f]{1,6}));?/iu.exec(text);
  if (!match) return undefined;
  const named = { lt: "<", gt: ">", amp: "&", quot: '"' }[match[1] ?? ""];
  if (named) return match[0].endsWith(";") ? { character: named, length: match[0].length } : undefined;
  const code = match[2] ? Number(match[2]) : Number.parseInt(match[3] ?? "0", 16);
  if (code === 0 || code > 0x10ffff) return undefined;
  return { character: String.fromCodePoint(code), length: match[0].length };
}

function decodeReferences(text: string): string {
  return text.replace(/&[#a-z0-9]+;/giu, (reference) => readReference(reference)?.character ?? reference);
}

function byteOffset(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at));
}
