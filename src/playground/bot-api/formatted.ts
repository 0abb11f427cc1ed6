import { z } from "zod";
import { hasLoneSurrogate } from "../text/clean.ts";
import { parseHtml } from "../text/html.ts";
import { parseMarkdown } from "../text/markdown.ts";
import { readText } from "../world/messages.ts";
import type { Entity, FormattedText } from "../world/types.ts";
import { userOf, type World } from "../world/world.ts";
import { badRequest } from "./errors.ts";
import { type Parameters, structure, text } from "./parameters.ts";

const entitySchema = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.string().exactOptional(),
  language: z.string().exactOptional(),
  custom_emoji_id: z.string().exactOptional(),
  unix_time: z.int().exactOptional(),
  date_time_format: z.string().exactOptional(),
  user: z.looseObject({ id: z.int(), is_bot: z.boolean(), first_name: z.string() }).exactOptional(),
});

const known = new Set([
  ...["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"],
  ...["text_link", "text_mention", "custom_emoji", "date_time"],
]);
/** Found again by Telegram itself, so ignored when given. */
const foundAnyway = new Set([
  "mention",
  "hashtag",
  "cashtag",
  "bot_command",
  "url",
  "email",
  "phone_number",
  "bank_card_number",
]);

/** Text limits in UTF-16 units (Bot API sendMessage `text`, sendDocument `caption`). */
const limits = { text: 4096, caption: 1024 };

/** Reads `text` or `caption` with its formatting, as the Bot API does. Throws its 400s; undefined when absent. */
export function formatted(world: World, call: Parameters, name: "text" | "caption"): FormattedText | undefined {
  const source = text(call, name);
  if (source === undefined) return undefined;
  if (hasLoneSurrogate(source)) throw badRequest("strings must be encoded in UTF-8");
  if (source.length > 65_536) throw tooLong(name);
  const given = parseMode(source, call, name);
  const read = readText({ text: given.text, entities: given.entities.map((entity) => named(world, entity)) });
  if (read.text.length > limits[name]) throw tooLong(name);
  return read;
}

function tooLong(name: "text" | "caption") {
  return badRequest(name === "text" ? "message is too long" : "message caption is too long");
}

function parseMode(source: string, call: Parameters, name: "text" | "caption"): FormattedText {
  const mode = text(call, "parse_mode")?.toLowerCase() ?? "";
  if (mode === "html") return parseHtml(source);
  if (mode === "markdownv2") return parseMarkdown(source);
  if (mode !== "" && mode !== "none") throw badRequest("unsupported parse_mode");
  const field = name === "text" ? "entities" : "caption_entities";
  const entities = structure(call, field, z.array(entitySchema), `can't parse ${field} JSON object`) ?? [];
  for (const entity of entities) check(source, entity);
  return { text: source, entities: entities.filter((entity) => !foundAnyway.has(entity.type)) };
}

function check(source: string, entity: Entity): void {
  const { type, offset, length, url } = entity;
  if (!known.has(type) && !foundAnyway.has(type))
    throw badRequest("can't parse MessageEntity: unsupported type specified");
  if (offset < 0 || length < 0 || offset + length > source.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    );
  }
  if (splitsPair(source, offset))
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytes(source, offset)}`);
  if (splitsPair(source, offset + length)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytes(source, offset + length)}`,
    );
  }
  if (type === "text_link" && !(url && URL.canParse(url))) {
    throw badRequest(url ? `entity URL '${url}' is invalid: Wrong HTTP URL` : "entity URL '' is invalid: URL is empty");
  }
}

function splitsPair(source: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(source.charAt(at - 1)) && /[\udc00-\udfff]/.test(source.charAt(at));
}

function bytes(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at));
}

function named(world: World, entity: Entity): Entity {
  return entity.user ? { ...entity, user: userOf(world, entity.user.id) } : entity;
}
