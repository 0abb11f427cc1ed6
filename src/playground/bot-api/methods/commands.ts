import { z } from "zod";
import { badRequest } from "../errors.ts";
import type { Method } from "../method.ts";
import { type Parameters, structure, text } from "../parameters.ts";

const commandList = z
  .array(
    z.object({
      command: z.string().transform((name) => name.replace(/^\//u, "")),
      description: z.string(),
    }),
  )
  .max(100);

/** Bot API setMyCommands, kept by scope and language. */
export const setMyCommands: Method = (world, call) => {
  const commands = structure(call, "commands", commandList, "can't parse list of bot commands JSON object") ?? [];
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/u.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description.length < 1 || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  world.commands.put(commandKey(call), commands);
  world.events.emit({ type: "changed" });
  return true;
};

/** Bot API getMyCommands. */
export const getMyCommands: Method = (world, call) => world.commands.get(commandKey(call)) ?? [];

/** Bot API deleteMyCommands. */
export const deleteMyCommands: Method = (world, call) => {
  world.commands.delete(commandKey(call));
  world.events.emit({ type: "changed" });
  return true;
};

const scopeSchema = z.looseObject({
  type: z.string(),
  chat_id: z.union([z.int(), z.string()]).exactOptional(),
  user_id: z.int().exactOptional(),
});

function commandKey(call: Parameters): string {
  const scope = structure(call, "scope", scopeSchema, "can't parse BotCommandScope: unsupported type specified");
  const place = [scope?.type ?? "default", scope?.chat_id, scope?.user_id].filter((part) => part !== undefined);
  return `${place.join(":")}/${text(call, "language_code") ?? ""}`;
}
