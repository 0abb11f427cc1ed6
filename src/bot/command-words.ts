/** Finding the command in a message, in its caption too. */
import type { Message } from "grammy/types";

export interface Command {
  /** Without the slash, in lower case. */
  name: string;
  /** The rest, trimmed. */
  args: string;
  /** `/list@our_bot` */
  named: boolean;
}

/** Null when the message is no command; "other" when it is another bot's. `me` is our username. */
export function commandOf(message: Message, me: string): Command | "other" | null {
  const text = message.text ?? message.caption ?? "";
  const entity = (message.entities ?? message.caption_entities ?? []).find(({ offset }) => offset === 0);
  if (entity?.type !== "bot_command") return null;
  const [name = "", bot] = text.slice(1, entity.length).split("@");
  if (bot !== undefined && bot.toLowerCase() !== me.toLowerCase()) return "other";
  return { name: name.toLowerCase(), args: text.slice(entity.length).trim(), named: bot !== undefined };
}

/** `"Pay rent" --due "1w Sunday" --recurring`, as on the command line. An unknown flag is named. */
export interface AddWords {
  text: string;
  due: string | null;
  recurring: boolean;
  unknown: string | null;
}

const word = /"([^"]*)"|“([^”]*)”|(\S+)/g;

/** Null when there are no flags: then it is a sentence. */
export function addWords(args: string): AddWords | null {
  if (!/(^|\s)(--|—)\w/.test(args)) return null;
  const words = [...args.matchAll(word)].map((found) => ({
    text: found[1] ?? found[2] ?? found[3] ?? "",
    flag: found[3] !== undefined && /^(--|—)\w/.test(found[3]) ? found[3].replace(/^(--|—)/, "") : null,
  }));
  const due = words.findIndex(({ flag }) => flag === "due");
  const recurring = words.some(({ flag }) => flag === "recurring");
  const unknown = words.find(({ flag }) => flag !== null && flag !== "due" && flag !== "recurring")?.text ?? null;
  const when = due === -1 ? null : (words[due + 1]?.text ?? "");
  const text = words.filter(({ flag }, i) => flag === null && (due === -1 || i !== due + 1)).map((one) => one.text);
  return { text: text.join(" "), due: when, recurring, unknown };
}

/** `20 min`, or `tea for 20 min`. */
export function snoozeWords(args: string): { action?: string; words: string } {
  const [, action, words] = /^(.+?)\s+(?:for|until|till|to|in|für|bis|auf|um)\s+(.+)$/i.exec(args) ?? [];
  return action === undefined || words === undefined ? { words: args } : { action, words };
}

/** `shop ops`, `#17 #ops`: the last word is the label. */
export function labelWords(args: string): { action: string; label: string } {
  const [, action = args, label = ""] = /^(.*\S)\s+(\S+)$/su.exec(args) ?? [];
  return { action, label };
}
