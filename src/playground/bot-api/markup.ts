import { z } from "zod";
import type { InlineButton, InlineKeyboard, ReplyMarkup } from "../world/types.ts";
import { badRequest } from "./errors.ts";
import { type Parameters, structure } from "./parameters.ts";

const inlineButton = z.object({
  text: z.string(),
  callback_data: z.string().exactOptional(),
  url: z.string().exactOptional(),
  copy_text: z.object({ text: z.string() }).exactOptional(),
  style: z.enum(["danger", "success", "primary"]).exactOptional(),
});
const keyboardButton = z.union([
  z.string().transform((text) => ({ text })),
  z.object({
    text: z.string(),
    request_location: z.boolean().exactOptional(),
    request_contact: z.boolean().exactOptional(),
  }),
]);
const markup = z.union([
  z.object({ inline_keyboard: z.array(z.array(inlineButton)) }),
  z.object({
    keyboard: z.array(z.array(keyboardButton)),
    is_persistent: z.boolean().exactOptional(),
    resize_keyboard: z.boolean().exactOptional(),
    one_time_keyboard: z.boolean().exactOptional(),
    input_field_placeholder: z.string().max(64).exactOptional(),
    selective: z.boolean().exactOptional(),
  }),
  z.object({ remove_keyboard: z.literal(true), selective: z.boolean().exactOptional() }),
  z.object({
    force_reply: z.literal(true),
    input_field_placeholder: z.string().max(64).exactOptional(),
    selective: z.boolean().exactOptional(),
  }),
]);

/** Reads `reply_markup`; an empty inline keyboard counts as none. Throws the Bot API's 400s. */
export function readMarkup(call: Parameters): ReplyMarkup | undefined {
  const read = structure(call, "reply_markup", markup, "can't parse reply keyboard markup JSON object");
  if (!read || !("inline_keyboard" in read)) return read;
  const rows = read.inline_keyboard.filter((row) => row.length > 0);
  if (rows.length === 0) return undefined;
  if (rows.flat().length > 100 || rows.some((row) => row.length > 8)) throw badRequest("REPLY_MARKUP_TOO_LONG");
  for (const button of rows.flat()) checkButton(button);
  return { inline_keyboard: rows };
}

/** Reads the `reply_markup` of an edit, where only inline keyboards may stand. */
export function readInlineMarkup(call: Parameters): InlineKeyboard | undefined {
  const read = readMarkup(call);
  if (read && !("inline_keyboard" in read)) throw badRequest("inline keyboard expected");
  return read;
}

function checkButton(button: InlineButton): void {
  if (button.text.trim() === "") throw badRequest("can't parse inline keyboard button: Text must be non-empty");
  if (button.callback_data !== undefined && Buffer.byteLength(button.callback_data) > 64)
    throw badRequest("BUTTON_DATA_INVALID");
  if (button.url !== undefined && !/^(?:https?|tg):\/\/\S+$/iu.test(withScheme(button.url))) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Unsupported URL protocol`);
  }
  if (!button.callback_data && !button.url && !button.copy_text) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
}

function withScheme(url: string): string {
  return url.includes("://") ? url : `http://${url}`;
}
