import type { LanguageContext } from "../request.ts";
import type { Token, TokenKind } from "../text/token.ts";
import type { Meanings } from "./meanings.ts";
import { type Beginnings, compilePlaces, KIND_KEYS, KINDS, mayBegin, type Place, wordsAhead } from "./places.ts";
import type { Entry } from "./table.ts";

/** An entry with what may come at each place of its pattern. */
interface CompiledEntry extends Entry {
  places: Place[];
}

interface CompiledTable {
  /** Entries that may begin with this word or token kind, in the order of the table. */
  byFirst: Map<string, CompiledEntry[]>;
}

/** All tables of one language, indexed by the words each entry can begin with. */
export interface Grammar {
  tables: Map<string, CompiledTable>;
}

/** Throws when an entry names a table that does not exist: found when the language is loaded. */
export function compileGrammar(entries: readonly Entry[]): Grammar {
  const beginnings: Beginnings = new Map(entries.map(({ table }) => [table, new Set()]));
  for (const [name, kind] of Object.entries(KINDS)) beginnings.set(name, new Set([KIND_KEYS[kind]]));
  const compiled = entries.map((entry, line) => ({ ...entry, line, places: compilePlaces(entry.nodes, beginnings) }));
  grow(beginnings, compiled);
  const tables = new Map<string, CompiledTable>();
  for (const entry of compiled) {
    const { byFirst } = tables.get(entry.table) ?? { byFirst: new Map<string, CompiledEntry[]>() };
    tables.set(entry.table, { byFirst });
    for (const first of wordsAhead(entry.places[0])) {
      const list = byFirst.get(first);
      if (list) list.push(entry);
      else byFirst.set(first, [entry]);
    }
  }
  return { tables };
}

/** Until nothing is added, since tables refer to each other. */
function grow(beginnings: Beginnings, entries: readonly CompiledEntry[]): void {
  for (let grown = true; grown; ) {
    grown = false;
    for (const { table, places } of entries) {
      const words = beginnings.get(table) ?? new Set();
      const before = words.size;
      for (const word of wordsAhead(places[0])) words.add(word);
      grown ||= words.size > before;
    }
  }
}

/** Entries found by the word and by the kind of a token, as they stand in the table. */
function inOrder(byWord: readonly CompiledEntry[], byKind: readonly CompiledEntry[]): readonly CompiledEntry[] {
  if (byWord.length === 0 || byKind.length === 0) return byWord.length ? byWord : byKind;
  return [...new Set([...byWord, ...byKind])].sort((a, b) => a.line - b.line);
}

export interface Match<T> {
  /** Index of the token behind the match. */
  end: number;
  value: T;
}

/** What a pattern has captured, the latest first. */
interface Captured {
  as: string;
  value: unknown;
  before: Captured | null;
}

function capturesOf(latest: Captured | null): Record<string, unknown> {
  const captures: Record<string, unknown> = {};
  for (let one = latest; one; one = one.before) captures[one.as] ??= one.value;
  return captures;
}

/**
 * Steps that reading one text may take. A full length of real sentences takes two thirds of it; behind it nothing is
 * read, so that no text takes long.
 */
export const MOST_STEPS = 16_000;

/** No entry is read over more tokens: lists without end would take time without end. */
const LONGEST = 24;

/** Reads tables at places in one text. Remembers what it has read, so reading is polynomial whatever the text. */
export class Reader {
  private readonly memo = new Map<string, Match<unknown>[][]>();
  private readonly grammar: Grammar;
  readonly tokens: readonly Token[];
  /** Places in patterns looked at so far: the measure of the work. */
  steps = 0;
  readonly context: LanguageContext;

  constructor(grammar: Grammar, tokens: readonly Token[], context: LanguageContext) {
    this.grammar = grammar;
    this.tokens = tokens;
    this.context = context;
  }

  /** All ends at which the table matches from token `at`; of two entries with the same end the earlier line wins. */
  read<Name extends keyof Meanings>(name: Name, at: number): Match<Meanings[Name]>[] {
    return this.readTable(name, at) as Match<Meanings[Name]>[];
  }

  private readTable(name: string, at: number): Match<unknown>[] {
    const kind = KINDS[name];
    if (kind) return this.readKind(kind, at);
    let row = this.memo.get(name);
    if (!row) {
      row = [];
      this.memo.set(name, row);
    }
    const known = row[at];
    if (known) return known;
    // A table that refers to itself at the same place finds nothing there, instead of running for ever.
    row[at] = [];
    const found = this.readEntries(name, at);
    row[at] = found;
    return found;
  }

  private readKind(kind: TokenKind, at: number): Match<unknown>[] {
    const token = this.tokens[at];
    if (token?.kind !== kind) return [];
    return [{ end: at + 1, value: token.value ?? token.time ?? token.numericDate ?? token.instant ?? token.text }];
  }

  private readEntries(name: string, at: number): Match<unknown>[] {
    const token = this.tokens[at];
    const byFirst = this.grammar.tables.get(name)?.byFirst;
    if (!token || !byFirst || token.kind === "opaque") return [];
    const found = new Map<number, unknown>();
    for (const entry of inOrder(byFirst.get(token.norm) ?? [], byFirst.get(KIND_KEYS[token.kind]) ?? [])) {
      this.follow(entry.places, 0, at, null, (end, captured) => {
        if (end === at || end - at > LONGEST || found.has(end)) return;
        const [before, after] = [this.tokens[at - 1], this.tokens[end]];
        const here = { context: this.context, tokens: this.tokens.slice(at, end), before, after };
        const value = entry.mean(capturesOf(captured), here);
        if (value !== null && value !== undefined) found.set(end, value);
      });
    }
    return [...found].map(([end, value]) => ({ end, value }));
  }

  private follow(
    places: readonly Place[],
    index: number,
    at: number,
    captured: Captured | null,
    done: (end: number, captured: Captured | null) => void,
  ): void {
    const place = places[index];
    if (!place) {
      done(at, captured);
      return;
    }
    if (!mayBegin(place, this.tokens[at]) || ++this.steps > MOST_STEPS) return;
    if (place.type === "optional") {
      this.follow(place.inner, 0, at, captured, (end, inner) => {
        if (end > at) this.follow(places, index + 1, end, inner, done);
      });
      this.follow(places, index + 1, at, captured, done);
    } else if (place.type === "either") {
      for (const option of place.options)
        this.follow(option, 0, at, captured, (end) => this.follow(places, index + 1, end, captured, done));
    } else if (place.type === "ref") {
      for (const { end, value } of this.readTable(place.table, at))
        this.follow(places, index + 1, end, { as: place.as, value, before: captured }, done);
    } else if (this.isWord(place, at)) {
      this.follow(places, index + 1, at + 1, captured, done);
    }
  }

  private isWord(place: Place & { type: "word" | "words" }, at: number): boolean {
    const token = this.tokens[at];
    if (!token || token.kind === "opaque") return false;
    return place.type === "word" ? place.word === token.norm : place.words.has(token.norm);
  }
}
