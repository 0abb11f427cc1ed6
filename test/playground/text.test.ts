import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/playground/text/clean.ts";
import { withFoundEntities } from "../../src/playground/text/detect.ts";
import { parseHtml } from "../../src/playground/text/html.ts";
import { parseMarkdown } from "../../src/playground/text/markdown.ts";

/** `type(text it covers)` for each entity. */
function shown({ text, entities }: ReturnType<typeof parseHtml>): string[] {
  return entities.map(({ type, offset, length }) => `${type}(${text.slice(offset, offset + length)})`);
}

describe("HTML", () => {
  it("reads every tag of the Bot API, nested, with offsets in UTF-16 units", () => {
    const read = parseHtml(
      '🔔 <b>bold <i>both</i></b> <u>u</u> <s>s</s> <tg-spoiler>sp</tg-spoiler> <code>c</code> <a href="http://x.de/?a=1&amp;b=2">l</a> <blockquote expandable>q</blockquote>',
    );
    expect(read.text).toBe("🔔 bold both u s sp c l q");
    expect(shown(cleanText(read))).toEqual([
      ...["bold(bold both)", "italic(both)", "underline(u)", "strikethrough(s)", "spoiler(sp)", "code(c)"],
      ...["text_link(l)", "expandable_blockquote(q)"],
    ]);
    expect(read.entities.find(({ type }) => type === "text_link")?.url).toBe("http://x.de/?a=1&b=2");
  });

  it("joins a code block with its language", () => {
    const read = parseHtml('<pre><code class="language-sh">ls</code></pre>');
    expect(read.entities).toEqual([{ type: "pre", offset: 0, length: 2, language: "sh" }]);
  });

  it("leaves unknown references and drops links that are none", () => {
    expect(parseHtml("a &nbsp; &lt;b&gt; &#9200;").text).toBe("a &nbsp; <b> ⏰");
    expect(parseHtml('<a href="javascript:alert(1)">x</a>').entities).toEqual([]);
  });

  it.each([
    ["🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"],
    ["🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'],
    ["🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'],
    ["🏟 🏟&lt;<i    aba>", 'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 13'],
    ["🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'],
    ["🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"],
    ["🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"],
    ["🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
    ["<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["<b>x", `Can't find end tag corresponding to start tag "b"`],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])("complains about %s as Telegram does", (source, complaint) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${complaint}`);
  });
});

describe("MarkdownV2", () => {
  it("reads every mark of the Bot API", () => {
    const read = parseMarkdown(
      "*b _bi_* __u__ ~s~ ||sp|| `c` [l](http://x.de) 1\\.\n>quote\n>more\nend\n```sh\nls\n```",
    );
    expect(read.text).toBe("b bi u s sp c l 1.\nquote\nmore\nend\nls");
    expect(shown(cleanText(read))).toEqual([
      ...["bold(b bi)", "italic(bi)", "underline(u)", "strikethrough(s)", "spoiler(sp)", "code(c)", "text_link(l)"],
      ...["blockquote(quote\nmore)", "pre(ls)"],
    ]);
  });

  it.each([
    ["1.", "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ["é *x", "Can't find end of Bold entity at byte offset 3"],
    ["`x", "Can't find end of Code entity at byte offset 0"],
    ["[x](y", "Can't find end of a URL at byte offset 3"],
  ])("complains about %s as Telegram does", (source, complaint) => {
    expect(() => parseMarkdown(source)).toThrow(`Bad Request: can't parse entities: ${complaint}`);
  });
});

describe("plain text", () => {
  it("is washed, and its entities move along", () => {
    const bold = { type: "bold", offset: 4, length: 3 };
    expect(cleanText({ text: " \r\u202ea b\r\tc ", entities: [bold] })).toEqual({
      text: "a b c",
      entities: [{ type: "bold", offset: 1, length: 2 }],
    });
  });

  it.each([
    ["/list", ["bot_command(/list)"]],
    ["see /list@belfry_bot now", ["bot_command(/list@belfry_bot)"]],
    ["a/b and 1/2", []],
    ["hi @belfry_bot, #rent", ["mention(@belfry_bot)", "hashtag(#rent)"]],
    ["mail ana@example.com or https://example.com/a.", ["email(ana@example.com)", "url(https://example.com/a)"]],
  ])("finds what is in %s", (text, expected) => {
    expect(shown({ text, entities: withFoundEntities(text, []) })).toEqual(expected);
  });
});
