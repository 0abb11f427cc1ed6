import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceSince, isSame, remember } from "../../../src/kinds/check/difference.ts";
import { textOfHtml } from "../../../src/kinds/check/http/html.ts";
import { lookAt, serve } from "./support.ts";

/** A page that can be written anew. */
async function site(text: string, type = "text/html") {
  const page = { text, status: 200 };
  const { url } = await serve((_, response) =>
    response.writeHead(page.status, { "content-type": type }).end(page.text),
  );
  const look = (probe: object = {}, previous: string | null = null, more: object = {}) =>
    lookAt({ probe: { type: "page", url, ...probe }, ...more }, { previous });
  return { page, look };
}

describe("a page", () => {
  it("is compared with the look before, and the difference is shown", async () => {
    const { page, look } = await site("<h1>News</h1><ul><li>one<li>two</ul><script>now = 1</script>");
    const first = await look();
    expect(first).toMatchObject({ verdict: "good", summary: { changed: false, added: [], removed: [] } });
    expect(first.output).toBe("News\none\ntwo");
    page.text = "<h1>News</h1><ul><li>two<li>three</ul><script>now = 2</script>";
    const second = await look({}, first.keep);
    expect(second).toMatchObject({ summary: { changed: true, added: ["three"], removed: ["one"] } });
    expect((await look({}, second.keep)).summary).toMatchObject({ changed: false });
    expect(await look({}, first.keep, { badWhen: "changed" })).toMatchObject({ verdict: "bad", errorClass: "changed" });
  });

  it("may be watched between two marks, and a number in it judged", async () => {
    const { page, look } = await site("<p>Visitors: 77</p><p>Price: <b>1,299.50</b> EUR</p>");
    const probe = { watch: { by: "between", start: "Price:", end: "EUR" }, number: "first" };
    const first = await look(probe, null, { badWhen: "value < 1000" });
    expect(first).toMatchObject({ verdict: "good", measure: 1299.5, unit: "value", output: "1,299.50" });
    page.text = "<p>Visitors: 99</p><p>Price: <b>1,299.50</b> EUR</p>";
    expect((await look(probe, first.keep)).summary).toMatchObject({ changed: false });
    page.text = "<p>Sold out</p>";
    const gone = await look(probe, first.keep);
    expect(gone).toMatchObject({ verdict: "bad", errorClass: "text", detail: "Price:" });
    expect(gone.keep).toBe(first.keep);
  });

  it("may be one value in JSON", async () => {
    const { page, look } = await site('{"a":{"b":[1,{"odd key":"x"}]}}', "application/json");
    const probe = { watch: { by: "json", path: 'a.b[1]["odd key"]' } };
    const first = await look(probe);
    expect(first.output).toBe("x");
    page.text = '{"a":{"b":[2,{"odd key":"y"}]}}';
    expect((await look(probe, first.keep)).summary).toMatchObject({ changed: true, added: ["y"], removed: ["x"] });
    expect(await look({ watch: { by: "json", path: "a.c" } })).toMatchObject({ errorClass: "json", detail: "a.c" });
    expect(await look({ watch: { by: "json", path: "__proto__.x" } })).toMatchObject({ errorClass: "json" });
    page.text = "<html>";
    expect(await look(probe)).toMatchObject({ errorClass: "json" });
  });

  it("that is not there is bad and does not count as a change", async () => {
    const { page, look } = await site("here");
    const first = await look();
    page.status = 500;
    expect(await look({}, first.keep)).toMatchObject({ errorClass: "status", detail: "500", keep: first.keep });
  });
});

describe("the text of HTML", () => {
  it("is what a reader sees", () => {
    const html = `<!doctype html><head><title>T</title></head><style>p{}</style><!-- <p>no</p> -->
      <p>Fish &amp; <b>chips</b> &#8364;5 &#x1F600; &unknown; 1 < 2</p><SCRIPT>if (a<b) "</p>"</SCRIPT ><br/>end<svg><text>no</text></svg>`;
    expect(textOfHtml(html)).toBe("Fish & chips €5 😀 &unknown; 1 < 2\nend");
  });

  it("does not need the ends that HTML lets out", () => {
    const html = "<!doctype html><title>T</title><meta charset=utf-8><style>p{}</style><p>one<p>two";
    expect(textOfHtml(html)).toBe("one\ntwo");
    expect(textOfHtml(html.replace("<title>", "<html><head><title>").replace("<p>", "<body><p>"))).toBe("one\ntwo");
  });

  it("comes out of anything, in a time that follows the length", () => {
    const part = fc.constantFrom(
      "<",
      ">",
      "<p",
      "</p>",
      "<script",
      "</script>",
      "<!--",
      "-->",
      "&",
      "&amp;",
      "x",
      " ",
      "/",
    );
    fc.assert(fc.property(fc.array(part), (parts) => typeof textOfHtml(parts.join("")) === "string"));
    for (const piece of ["<", "<a", "<script>", "<!--", "&", "</", "<script></scrip"]) {
      expect(textOfHtml(piece.repeat(70_000)).length).toBeLessThan(1_100_000);
    }
  });
});

describe("a difference", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 12 });

  it("is noticed exactly when there is one", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const [old, now] = [before.join("\n"), after.join("\n")];
        expect(isSame(remember(old), now)).toBe(old === now);
      }),
    );
  });

  it("is as many lines more as came, less those that went", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { added, removed } = differenceSince(remember(before.join("\n")), after.join("\n"));
        expect(added.length - removed.length).toBe(after.length - before.length);
        for (const line of removed) expect(before).toContain(line);
        for (const line of added) expect(after).toContain(line);
      }),
    );
  });

  it("stays short however much has changed", () => {
    const many = (word: string) => Array.from({ length: 30_000 }, (_, i) => `${word} ${i}`).join("\n");
    const { added, removed } = differenceSince(remember(many("old")), many("new"));
    expect([added.length, removed.length]).toEqual([40, 40]);
    expect(remember(many("old")).length).toBeLessThanOrEqual(65_600);
  });
});
