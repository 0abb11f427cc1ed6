/** JUnit XML → counts and failing names. Only what it needs of XML: no entities of a document's own, nothing fetched. */
import { toUSVString } from "node:util";
import { count, emptyReport, type TestReport } from "./report.ts";

/** Null when there is no `<testsuite>` or `<testsuites>`, when it is cut off, or when it declares things (`<!DOCTYPE`). */
export function readJunit(xml: string): TestReport | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null;
  const report = emptyReport();
  const open: string[] = [];
  let suites = 0;
  let test: { name: string; outcome: "passed" | "failed" | "skipped" } | null = null;
  for (const tag of tags(xml)) {
    if (tag.closes) {
      if (open.pop() !== tag.name) return null;
    } else {
      if (/^testsuites?$/.test(tag.name)) suites += 1;
      if (tag.name === "testcase") test = { name: caseName(tag.attributes), outcome: "passed" };
      if (test && /^(?:failure|error)$/.test(tag.name)) test.outcome = "failed";
      if (test && tag.name === "skipped" && test.outcome === "passed") test.outcome = "skipped";
      if (!tag.empty) open.push(tag.name);
    }
    if (test && tag.name === "testcase" && (tag.closes || tag.empty)) {
      count(report, test.outcome, test.name);
      test = null;
    }
  }
  return suites > 0 && open.length === 0 ? report : null;
}

interface Tag {
  name: string;
  attributes: string;
  closes: boolean;
  empty: boolean;
}

/** Every tag in order; comments, CDATA and processing instructions are passed over. */
function* tags(xml: string): Generator<Tag> {
  for (let at = xml.indexOf("<"); at !== -1; at = xml.indexOf("<", at)) {
    const passed = [
      ["<!--", "-->"],
      ["<![CDATA[", "]]>"],
      ["<?", "?>"],
    ].find(([start = ""]) => xml.startsWith(start, at));
    const end = passed ? xml.indexOf(passed[1] ?? "", at) : tagEnd(xml, at);
    if (end === -1) {
      // Cut off: a tag that nothing closes.
      yield { name: "", attributes: "", closes: false, empty: false };
      return;
    }
    if (!passed) yield tagOf(xml.slice(at + 1, end));
    at = end + 1;
  }
}

/** The `>` of a tag; one inside quotes is part of a value. */
function tagEnd(xml: string, from: number): number {
  let quote = "";
  for (let at = from; at < xml.length; at += 1) {
    const letter = xml[at] ?? "";
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at;
  }
  return -1;
}

function tagOf(inside: string): Tag {
  const closes = inside.startsWith("/");
  const empty = inside.endsWith("/");
  const body = inside.slice(closes ? 1 : 0, empty ? -1 : undefined);
  const space = body.search(/\s/);
  const name = (space === -1 ? body : body.slice(0, space)).replace(/^.*:/, "");
  return { name, attributes: space === -1 ? "" : body.slice(space), closes, empty };
}

function caseName(attributes: string): string {
  const group = attribute(attributes, "classname");
  const name = attribute(attributes, "name") ?? "";
  return group && !name.startsWith(group) ? `${group} › ${name}` : name;
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : decoded(value);
}

const known: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return known[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? toUSVString(String.fromCodePoint(code)) : whole;
  });
}
