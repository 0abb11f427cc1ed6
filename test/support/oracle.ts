import Database from "better-sqlite3";
import type { SentLine } from "../../src/playground/bot-api/call.ts";

/** What one person said ("bell 17 in 1 s") and what the world holds of it afterwards. */
export interface Tally {
  said: number;
  /** Sentences heard more than a minute late, whose time had passed: answered by a question, not by an action. */
  late: number;
  /** Sentences without an action, actions without a run, runs whose ring never came. Nothing of this may be. */
  lost: string[];
  /** More than one action for a sentence, or more than one row for a slot. Nothing of this may be. */
  doubled: string[];
  /** Copies of a message beyond the first, and how many of them did not say so. */
  repeats: number;
  unmarked: string[];
  /** Most copies of one message beyond the first. */
  worst: number;
  integrity: string;
}

const repeatMark = "↻ may be a repeat";

/** Holds what was said against the ledger in `file` (its process has ended) and the server's log of what it accepted. */
export function tally(titles: string[], file: string, sent: SentLine[]): Tally {
  const db = new Database(file, { readonly: true });
  try {
    const result: Tally = {
      said: titles.length,
      late: 0,
      lost: [],
      doubled: [],
      repeats: 0,
      unmarked: [],
      worst: 0,
      integrity: "",
    };
    result.integrity = String(db.pragma("integrity_check", { simple: true }));
    const actions = db.prepare<[string], { id: number }>("select id from actions where title = ?");
    const runs = db.prepare<[number], { n: number; slots: number }>(
      "select count(*) n, count(distinct slot) slots from runs where action = ?",
    );
    const asked = db.prepare<[string], number>(
      "select 1 from questions q join deliveries d on d.id = q.delivery where instr(q.draft, ?) and d.state = 'sent'",
    );
    const messages = byTitle(sent);
    for (const title of titles) {
      const found = actions.all(title);
      if (found.length === 0 && asked.get(JSON.stringify(title)) !== undefined) {
        result.late += 1;
        continue;
      }
      if (found.length === 0) result.lost.push(`${title}: no action`);
      if (found.length > 1) result.doubled.push(`${title}: ${found.length} actions`);
      for (const { id } of found) {
        const row = runs.get(id);
        if (!row || row.n === 0) result.lost.push(`${title}: no run`);
        else if (row.n !== row.slots) result.doubled.push(`${title}: ${row.n} rows for ${row.slots} slots`);
      }
      countMessages(title, messages.get(title) ?? [], result);
    }
    return result;
  } finally {
    db.close();
  }
}

/** A sentence is answered by one card and rung by one ring: what is more is a repeat and must say so. */
function countMessages(title: string, texts: string[], result: Tally): void {
  const rings = texts.filter(isRing);
  const cards = texts.filter((text) => !isRing(text));
  for (const [what, copies] of Object.entries({ card: cards, ring: rings })) {
    if (copies.length === 0) result.lost.push(`${title}: no ${what}`);
    const extra = Math.max(0, copies.length - 1);
    result.repeats += extra;
    result.worst = Math.max(result.worst, extra);
    const marked = copies.filter((text) => text.startsWith(repeatMark)).length;
    if (marked < extra) result.unmarked.push(`${title}: ${extra - marked} ${what}s`);
  }
}

/** A card names the time behind the title; a ring is the title alone, a digest has times before the titles. */
export function isRing(text: string): boolean {
  return !/Bell \d+ · (?:\w+ \d+ \w+ )?\d\d:\d\d/.test(text);
}

/** The question that answers a sentence whose time had passed when it was heard. */
export function isLate(text: string): boolean {
  return /has passed/.test(text) && !text.startsWith(repeatMark);
}

/** The titles a message names: a digest rings for several at once. */
export function titlesIn(text: string): string[] {
  return text.match(/Bell \d+/g) ?? [];
}

function byTitle(sent: SentLine[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { method, text = "" } of sent) {
    if (method !== "sendMessage") continue;
    for (const title of titlesIn(text)) found.set(title, [...(found.get(title) ?? []), text]);
  }
  return found;
}
