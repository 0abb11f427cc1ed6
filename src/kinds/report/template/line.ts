/** One line of a template: words, names between double braces, bold between double asterisks. */
import { type Name, type Node, type Part, type Place, TemplateError } from "./node.ts";

const namePattern = /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/;
const tags = /^(?:[#/]|else\b|show\s|chart\s)/;

/** @throws TemplateError when it is none */
export function nameOf(text: string, at: Place): Name {
  if (!namePattern.test(text)) throw new TemplateError("badTag", at, text);
  return { path: text.split("."), at };
}

/** `# heading`, `- item`, nothing, or a line of words. */
export function lineNode(text: string, number: number): Node {
  if (text.trim() === "") return { node: "blank" };
  const found = /^\s*(#{1,3}|[-*•])\s+(?=\S)/.exec(text);
  const [whole = "", mark = ""] = found ?? [];
  const parts = partsOf(text.slice(whole.length).trimEnd(), number, whole.length + 1);
  if (mark === "") return { node: "line", parts };
  if (!mark.startsWith("#")) return { node: "item", parts };
  return { node: "heading", level: mark.length === 1 ? 1 : mark.length === 2 ? 2 : 3, parts };
}

/** @throws TemplateError for braces that hold no name */
export function partsOf(text: string, line: number, column: number): Part[] {
  const parts: Part[] = [];
  let bold = false;
  let from = 0;
  for (const found of text.matchAll(/\*\*|\{\{/g)) {
    if (found.index < from) continue;
    if (found.index > from) parts.push({ bold, text: text.slice(from, found.index) });
    from = found.index + 2;
    if (found[0] === "**") {
      bold = !bold;
      continue;
    }
    const at = { line, column: column + found.index };
    const end = text.indexOf("}}", from);
    if (end === -1) throw new TemplateError("notClosed", at, text.slice(found.index, from + 20));
    const inner = text.slice(from, end).trim();
    if (tags.test(inner)) throw new TemplateError("notAlone", at, inner);
    parts.push({ bold, name: nameOf(inner, at) });
    from = end + 2;
  }
  if (from < text.length) parts.push({ bold, text: text.slice(from) });
  return parts;
}
