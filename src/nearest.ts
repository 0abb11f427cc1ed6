/** The name most like a mistyped one. `names` holds one at least. */
export function nearest(name: string, names: readonly string[]): string {
  return names.reduce((best, next) => (distance(name, next) < distance(name, best) ? next : best));
}

/** Levenshtein: how many letters to add, drop or change. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + (letter === b[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
