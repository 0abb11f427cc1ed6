/** Which titles a person may mean by a few words. Pure. */

/** Letters and digits only, in lower case, without accents. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether words that mean the one mean the other just as well. */
export function isSameName(a: string, b: string): boolean {
  const [some, others] = [wordsOf(a), wordsOf(b)];
  return some.length === 0 ? a === b : some.join(" ") === others.join(" ");
}

/**
 * Those of `all` that fit best: the same words, else titles beginning with them, else titles with all of the words in
 * any order, else the same with small typos. Empty when nothing fits.
 */
export function bestMatches<T extends { title: string }>(all: T[], words: string): T[] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return all.filter(({ title }) => title === words.trim());
  const titles = all.map((one) => ({ one, words: wordsOf(one.title) }));
  const joined = wanted.join(" ");
  const tests: ((words: string[]) => boolean)[] = [
    (title) => title.join(" ") === joined,
    (title) => `${title.join(" ")} `.startsWith(`${joined} `),
    (title) => wanted.every((word) => title.includes(word)),
    (title) => wanted.every((word) => title.some((other) => other.startsWith(word))),
    (title) => wanted.every((word) => title.some((other) => similar(word, other))),
  ];
  for (const test of tests) {
    const found = titles.filter(({ words }) => test(words)).map(({ one }) => one);
    if (found.length > 0) return found;
  }
  return [];
}

/** One slip in words from four letters on, two from eight on. */
function similar(word: string, other: string): boolean {
  const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  return distance(word, other, slips) <= slips;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment); gives up above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
