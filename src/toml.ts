/** TOML, and on which line of it something stands. */
import { parse, TomlError } from "smol-toml";

export type Toml = Record<string, unknown>;

/** `problem` names line and column and quotes nothing, since the line may hold a secret. */
export function parseToml(text: string): { value: Toml } | { problem: string } {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    return { problem: `line ${error.line}, column ${error.column}: ${what}` };
  }
}

/**
 * The line, from 1, of a key or of the table that should have it; null where it cannot be told. Reads headers and keys
 * at the beginning of lines only, which is where people write them.
 */
export function lineOf(text: string, path: readonly PropertyKey[]): number | null {
  const wanted = path.filter((part) => typeof part === "string");
  let table: string[] = [];
  let best: { line: number; depth: number } | null = null;
  for (const [i, line] of text.split("\n").entries()) {
    const header = /^\s*\[{1,2}([^\]]+)\]/.exec(line)?.[1];
    const key = /^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=/.exec(line)?.[1];
    if (header !== undefined) table = parts(header);
    const here = header !== undefined ? table : key !== undefined ? [...table, ...parts(key)] : null;
    if (here === null || !here.every((part, depth) => part === wanted[depth])) continue;
    if (here.length > (best?.depth ?? 0)) best = { line: i + 1, depth: here.length };
  }
  return best?.line ?? null;
}

function parts(dotted: string): string[] {
  return dotted.split(".").map((part) => part.trim().replace(/^["'](.*)["']$/, "$1"));
}
