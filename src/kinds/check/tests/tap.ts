/** The Test Anything Protocol, versions 13 and 14 → counts and failing names. Of nested tests the innermost count. */
import { count, emptyReport, type TestReport } from "./report.ts";

const point = /^( *)(ok|not ok)(?: +(\d+))?(?: +- *| +|$)(.*)$/;
const plan = /^( *)1\.\.(\d+)/;

/** Null when there is neither a plan nor a point. A bail-out, and fewer points than planned, count as failures. */
export function readTap(text: string): TestReport | null {
  const report = emptyReport();
  let planned: number | null = null;
  let top = 0;
  // Points since the last one further out: they belong to the next point further out, which then only sums them up.
  const inside: { indent: number; failed: boolean }[] = [];
  for (const line of withoutDiagnostics(text)) {
    const bail = /^ *Bail out!(.*)$/.exec(line);
    if (bail) {
      count(report, "failed", `Bail out!${bail[1]}`);
      return report;
    }
    const size = plan.exec(line);
    if (size && size[1] === "") planned = Number(size[2]);
    const found = point.exec(line);
    if (!found) continue;
    const [, space = "", word, number = "", rest = ""] = found;
    const indent = space.length;
    if (indent === 0) top += 1;
    const { name, directive } = described(rest, number);
    const failed = word === "not ok" && directive !== "todo" && directive !== "skip";
    const children = takeInside(inside, indent);
    inside.push({ indent, failed: failed || children.some((child) => child.failed) });
    // A test that failed although everything in it passed failed by itself.
    if (children.length > 0 && (!failed || children.some((child) => child.failed))) continue;
    count(report, failed ? "failed" : directive === null ? "passed" : "skipped", name);
  }
  if (planned === null && top === 0) return null;
  if (planned !== null && top < planned) count(report, "failed", `${top}/${planned}`);
  return report;
}

/** Lines outside the YAML that may follow a point, from an indented `---` to an indented `...`. */
function withoutDiagnostics(text: string): string[] {
  let inside: string | null = null;
  return text.split("\n").filter((line) => {
    const fence = /^( +)(---|\.\.\.)\s*$/.exec(line);
    if (inside === null && fence?.[2] === "---") inside = fence[1] ?? "";
    else if (inside === null) return true;
    else if (fence?.[2] === "..." && fence[1] === inside) inside = null;
    return false;
  });
}

/** They are the last ones: each point further out takes those inside it away. */
function takeInside(inside: { indent: number; failed: boolean }[], indent: number) {
  return inside.splice(inside.findLastIndex((one) => one.indent <= indent) + 1);
}

function described(rest: string, number: string): { name: string; directive: "skip" | "todo" | null } {
  const directive = /(?<!\\)#\s*(skip|todo)\b/i.exec(rest);
  const name = (directive ? rest.slice(0, directive.index) : rest).replace(/\\([#\\])/g, "$1").trim();
  return {
    name: name || number,
    directive: directive ? (directive[1]?.toLowerCase() === "skip" ? "skip" : "todo") : null,
  };
}
