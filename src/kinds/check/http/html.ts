/** HTML → the text a reader sees, roughly: no tags, no scripts, one line per block. Linear in the length. */

/** Of the head nothing else is text; it need not have an end. */
const hidden = /^(?:script|style|noscript|template|svg|title)$/;
const inline = /^(?:a|abbr|b|bdi|bdo|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)$/;

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    parts.push(html.slice(at, open === -1 ? html.length : open));
    if (open === -1) break;
    at = afterTag(html, open, parts);
  }
  return decoded(parts.join(""))
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Where to go on after what begins with `<` at `open`. */
function afterTag(html: string, open: number, parts: string[]): number {
  if (html.startsWith("<!--", open)) return after(html, "-->", open);
  const name = /^<\/?([a-zA-Z][\w-]{0,30})/.exec(html.slice(open, open + 33))?.[1]?.toLowerCase();
  if (name === undefined) {
    if (html[open + 1] === "!" || html[open + 1] === "?") return after(html, ">", open);
    parts.push("<");
    return open + 1;
  }
  if (!inline.test(name)) parts.push("\n");
  const end = after(html, ">", open);
  const opens = html[open + 1] !== "/" && html[end - 2] !== "/";
  return opens && hidden.test(name) ? after(html, ">", closing(html, name, end)) : end;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

function closing(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?![\\w-])`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
