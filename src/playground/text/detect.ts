import type { Entity } from "../world/types.ts";
import { sortEntities } from "./clean.ts";

const found: [type: string, pattern: RegExp][] = [
  ["bot_command", /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/@])/gu],
  [
    "url",
    /(?<![\p{L}\p{N}_@/.])(?:https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]']|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|app|de)(?:\/[^\s<>"]*[^\s<>".,;:!?)\]'])?(?![\p{L}\p{N}_@]))/giu,
  ],
  ["email", /(?<![\p{L}\p{N}_.+-])[a-z0-9_.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/giu],
  ["mention", /(?<![\p{L}\p{N}_@/])@[a-zA-Z0-9_]{3,32}(?![\p{L}\p{N}_@])/gu],
  ["hashtag", /(?<![\p{L}\p{N}_#&])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]+/gu],
];

/** Adds what Telegram finds by itself (commands, links, addresses, mentions, hashtags) where nothing else stands. */
export function withFoundEntities(text: string, given: Entity[]): Entity[] {
  const entities = [...given];
  for (const [type, pattern] of found) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (!entities.some((other) => blocks(other, entity))) entities.push(entity);
    }
  }
  return sortEntities(entities);
}

const transparent = new Set([
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "blockquote",
  "expandable_blockquote",
]);

function blocks(other: Entity, entity: Entity): boolean {
  const overlap = other.offset < entity.offset + entity.length && entity.offset < other.offset + other.length;
  if (!overlap) return false;
  const inside = other.offset <= entity.offset && other.offset + other.length >= entity.offset + entity.length;
  return !(inside && transparent.has(other.type));
}
