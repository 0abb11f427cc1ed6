import type { Token, TokenKind } from "../text/token.ts";
import type { Node } from "./pattern.ts";

/** Tables that are answered by one token of that kind rather than by entries. */
export const KINDS: Record<string, TokenKind> = {
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

/** Kinds of tokens as they stand among words that something may begin with. */
export const KIND_KEYS: Record<TokenKind, string> = {
  word: ":word",
  number: ":number",
  decimal: ":decimal",
  ordinal: ":ordinal",
  time: ":time",
  numericDate: ":numericDate",
  instant: ":instant",
  zone: ":zone",
  mark: ":mark",
  opaque: ":opaque",
};

/** The words and kinds of tokens with which each table may begin. */
export type Beginnings = Map<string, Set<string>>;

interface Ahead {
  /** Several sets, which places share: their union for each place would take far more memory than the grammar. */
  ahead: readonly ReadonlySet<string>[];
  /** Whether the rest of the pattern may be nothing at all. */
  empty: boolean;
}

/** A node of a pattern, with what the next token must be for the rest of the pattern to fit from here. */
export type Place = Ahead & Inside;

type Inside =
  | Exclude<Node, { type: "either" | "optional" }>
  | { type: "either"; options: Place[][] }
  | { type: "optional"; inner: Place[] };

/** Whether the rest of a pattern may go on with this token: no step is spent on what cannot. */
export function mayBegin({ ahead, empty }: Place, token: Token | undefined): boolean {
  if (empty) return true;
  if (!token) return false;
  const kind = KIND_KEYS[token.kind];
  for (const words of ahead) if (words.has(token.norm) || words.has(kind)) return true;
  return false;
}

/**
 * The places of a pattern. They look into the sets of `beginnings`, which may grow afterwards. Throws when the pattern
 * names a table that is not among them.
 */
export function compilePlaces(nodes: readonly Node[], beginnings: Beginnings): Place[] {
  const places: Place[] = [];
  let rest: Ahead = { ahead: [], empty: true };
  for (const node of [...nodes].reverse()) {
    const inside = insideOf(node, beginnings);
    rest = aheadOf(inside, rest, beginnings);
    places.unshift({ ...inside, ...rest });
  }
  return places;
}

function insideOf(node: Node, beginnings: Beginnings): Inside {
  if (node.type === "either")
    return { type: "either", options: node.options.map((option) => compilePlaces(option, beginnings)) };
  if (node.type === "optional") return { type: "optional", inner: compilePlaces(node.nodes, beginnings) };
  return node;
}

function aheadOf(inside: Inside, rest: Ahead, beginnings: Beginnings): Ahead {
  switch (inside.type) {
    case "word":
      return { ahead: [new Set([inside.word])], empty: false };
    case "words":
      return { ahead: [inside.words], empty: false };
    case "either":
      return { ahead: inside.options.flatMap((option) => option[0]?.ahead ?? []), empty: false };
    case "optional":
      return { ahead: [...(inside.inner[0]?.ahead ?? []), ...rest.ahead], empty: rest.empty };
    case "ref": {
      const words = beginnings.get(inside.table);
      if (!words) throw new Error(`No grammar table is called "${inside.table}"`);
      return { ahead: [words], empty: false };
    }
  }
}

/** Every word and kind that may come at a place. */
export const wordsAhead = (place: Place | undefined): Set<string> =>
  new Set(place?.ahead.flatMap((words) => [...words]));
