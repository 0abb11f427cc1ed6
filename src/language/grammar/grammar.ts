import type { LanguageContext } from "../request.ts";
import type { Token, TokenKind } from "../text/token.ts";
import type { Meanings } from "./meanings.ts";
import type { Node } from "./pattern.ts";
import type { Entry } from "./table.ts";

/** Tables that are answered by one token of that kind rather than by entries. */
const KINDS: Record<string, TokenKind> = {
  integer: "number",
  decimal: "decimal",
  ordinalNumber: "ordinal",
  time: "time",
  numericDate: "numericDate",
  instant: "instant",
  zonePath: "zone",
  name: "word",
  handle: "opaque",
};

interface CompiledTable {
  /** Entries that may begin with this word or token kind, in the order of the table. */
  byFirst: Map<string, Entry[]>;
}

/** All tables of one language, indexed by the words each entry can begin with. */
export interface Grammar {
  tables: Map<string, CompiledTable>;
}

/** Throws when an entry names a table that does not exist: found when the language is loaded. */
export function compileGrammar(entries: readonly Entry[]): Grammar {
  const byTable = new Map<string, Entry[]>();
  for (const [line, written] of entries.entries()) {
    const entry = { ...written, line };
    byTable.set(entry.table, [...(byTable.get(entry.table) ?? []), entry]);
  }
  const firsts = firstSets(byTable);
  const tables = new Map<string, CompiledTable>();
  for (const [name, lines] of byTable) {
    const byFirst = new Map<string, Entry[]>();
    for (const entry of lines) {
      for (const first of firstOf(entry.nodes, firsts).firsts) {
        const list = byFirst.get(first);
        if (list) list.push(entry);
        else byFirst.set(first, [entry]);
      }
    }
    tables.set(name, { byFirst });
  }
  return { tables };
}

type Firsts = Map<string, Set<string>>;

function firstSets(byTable: Map<string, Entry[]>): Firsts {
  const firsts: Firsts = new Map();
  for (const name of byTable.keys()) firsts.set(name, new Set());
  for (const [name, kind] of Object.entries(KINDS)) firsts.set(name, new Set([`:${kind}`]));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [name, lines] of byTable) {
      const set = firsts.get(name) ?? new Set();
      const before = set.size;
      for (const entry of lines) for (const first of firstOf(entry.nodes, firsts).firsts) set.add(first);
      grown ||= set.size > before;
    }
  }
  return firsts;
}

function firstOf(nodes: readonly Node[], firsts: Firsts): { firsts: Set<string>; empty: boolean } {
  const found = new Set<string>();
  for (const node of nodes) {
    if (node.type === "word") found.add(node.word);
    else if (node.type === "words") for (const word of node.words) found.add(word);
    else if (node.type === "ref") {
      const set = firsts.get(node.table);
      if (!set) throw new Error(`No grammar table is called "${node.table}"`);
      for (const first of set) found.add(first);
    } else if (node.type === "either") {
      for (const option of node.options) for (const first of firstOf(option, firsts).firsts) found.add(first);
    } else {
      const inner = firstOf(node.nodes, firsts);
      for (const first of inner.firsts) found.add(first);
      continue;
    }
    return { firsts: found, empty: false };
  }
  return { firsts: found, empty: true };
}

/** Entries found by the word and by the kind of a token, as they stand in the table. */
function inOrder(byWord: readonly Entry[], byKind: readonly Entry[]): readonly Entry[] {
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
 * Steps that reading one text may take. A full length of real sentences takes three quarters of it; behind it nothing is
 * read, so that no text takes long.
 */
export const MOST_STEPS = 30_000;

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
    for (const entry of inOrder(byFirst.get(token.norm) ?? [], byFirst.get(`:${token.kind}`) ?? [])) {
      this.follow(entry.nodes, 0, at, null, (end, captured) => {
        if (end === at || end - at > LONGEST || found.has(end)) return;
        const value = entry.mean(capturesOf(captured), { context: this.context, tokens: this.tokens.slice(at, end) });
        if (value !== null && value !== undefined) found.set(end, value);
      });
    }
    return [...found].map(([end, value]) => ({ end, value }));
  }

  private follow(
    nodes: readonly Node[],
    index: number,
    at: number,
    captured: Captured | null,
    done: (end: number, captured: Captured | null) => void,
  ): void {
    if (++this.steps > MOST_STEPS) return;
    const node = nodes[index];
    if (!node) {
      done(at, captured);
    } else if (node.type === "optional") {
      this.follow(node.nodes, 0, at, captured, (end, inner) => {
        if (end > at) this.follow(nodes, index + 1, end, inner, done);
      });
      this.follow(nodes, index + 1, at, captured, done);
    } else if (node.type === "either") {
      for (const option of node.options)
        this.follow(option, 0, at, captured, (end) => this.follow(nodes, index + 1, end, captured, done));
    } else if (node.type === "ref") {
      for (const { end, value } of this.readTable(node.table, at))
        this.follow(nodes, index + 1, end, { as: node.as, value, before: captured }, done);
    } else if (this.isWord(node, at)) {
      this.follow(nodes, index + 1, at + 1, captured, done);
    }
  }

  private isWord(node: Node & { type: "word" | "words" }, at: number): boolean {
    const token = this.tokens[at];
    if (!token || token.kind === "opaque") return false;
    return node.type === "word" ? node.word === token.norm : node.words.has(token.norm);
  }
}
