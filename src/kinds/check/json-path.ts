/** `a.b[0]["odd key"]`: one value inside JSON. No wildcards, no filters. */

export type JsonPath = (string | number)[];

const step = /\.?([A-Za-z_$][\w$-]*)|\[(\d{1,9})\]|\["([^"\\]{1,200})"\]/y;

/** Null when it is not such a path. At most sixteen steps; the empty text is the whole value. */
export function parseJsonPath(text: string): JsonPath | null {
  const path: JsonPath = [];
  step.lastIndex = 0;
  for (let at = 0; at < text.length; at = step.lastIndex) {
    step.lastIndex = at;
    const found = step.exec(text);
    if (!found || path.length === 16) return null;
    path.push(found[2] === undefined ? (found[1] ?? found[3] ?? "") : Number(found[2]));
  }
  return path;
}

/** What is there; undefined when nothing is. Only what the JSON itself holds, never what objects inherit. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}
