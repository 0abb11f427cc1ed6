/** What has changed between two texts, line by line, and the short memory by which it is noticed. */
import { createHash } from "node:crypto";
import { KEPT_BYTES, shorten } from "./text.ts";

export interface Difference {
  added: string[];
  removed: string[];
}

const MAX_LINES = 40;
const MAX_LINE = 200;
/** Above this many lines on both sides the exact comparison would cost its square. */
const MAX_EXACT = 400;

/** What `isSame` needs later: a digest of the whole text, then as much of the text as may be kept. */
export function remember(text: string): string {
  return `${digest(text)}\n${shorten(text, KEPT_BYTES - 65)}`;
}

export function isSame(remembered: string, text: string): boolean {
  return remembered.startsWith(`${digest(text)}\n`);
}

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Lines that came and went since `remembered`, in order, at most forty each. */
export function differenceSince(remembered: string, text: string): Difference {
  const before = remembered.slice(remembered.indexOf("\n") + 1).split("\n");
  const after = shorten(text, KEPT_BYTES - 65).split("\n");
  const same = (a: number, b: number) => before[a] === after[b];
  let start = 0;
  while (start < before.length && start < after.length && same(start, start)) start += 1;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - start;
  while (tail < rest && same(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const old = before.slice(start, before.length - tail);
  const now = after.slice(start, after.length - tail);
  const { added, removed } = Math.max(old.length, now.length) > MAX_EXACT ? bySet(old, now) : byOrder(old, now);
  return { added: shown(added), removed: shown(removed) };
}

function shown(lines: string[]): string[] {
  const worth = lines.map((line) => line.trim()).filter((line) => line !== "");
  return worth.slice(0, MAX_LINES).map((line) => (line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line));
}

function bySet(old: string[], now: string[]): Difference {
  const [had, has] = [new Set(old), new Set(now)];
  return { added: now.filter((line) => !had.has(line)), removed: old.filter((line) => !has.has(line)) };
}

/** Longest common subsequence; what is not in it has come or gone. */
function byOrder(old: string[], now: string[]): Difference {
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (a: number, b: number) => common[a * width + b] ?? 0;
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = now.length - 1; b >= 0; b -= 1) {
      common[a * width + b] = old[a] === now[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const found: Difference = { added: [], removed: [] };
  let [a, b] = [0, 0];
  while (a < old.length || b < now.length) {
    if (a < old.length && b < now.length && old[a] === now[b]) {
      a += 1;
      b += 1;
    } else if (b === now.length || (a < old.length && at(a + 1, b) >= at(a, b + 1))) {
      found.removed.push(old[a] ?? "");
      a += 1;
    } else {
      found.added.push(now[b] ?? "");
      b += 1;
    }
  }
  return found;
}
