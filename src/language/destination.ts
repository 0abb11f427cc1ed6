/** "the Ops group", "topic Backups", "Ops / Reports", "Berichte in Ops": what is said of where something is to go. */
import { DE_DESTINATION } from "./de/destination.ts";
import type { DestinationForms } from "./destination-form.ts";
import { EN_DESTINATION } from "./en/destination.ts";

/** A name alone may be that of a group or of a topic. */
export interface DestinationWords {
  group?: string;
  topic?: string;
  name?: string;
}

/** Names are in no language, so the words around them are taken in any. */
const languages: DestinationForms[] = [EN_DESTINATION, DE_DESTINATION];
const spaced = /^(?<group>.+?)\s+[/›»>]\s+(?<topic>.+)$/u;
const close = /^(?<group>[^/›»>]+)[/›»>](?<topic>.+)$/u;

/** Every way to read it, the fullest first: a group may be called "Men in Black". */
export function readDestinations(said: string): DestinationWords[] {
  const text = said.trim().replace(/[.!]+$/u, "");
  const halves = [spaced, ...languages.map(({ inside }) => inside), close].flatMap((pattern) => {
    const { group, topic } = pattern.exec(text)?.groups ?? {};
    return group && topic ? [{ group: nameIn(group), topic: nameIn(topic) }] : [];
  });
  return [...halves, whole(text)];
}

function whole(said: string): DestinationWords {
  const text = bare(said);
  for (const { topic, group } of languages) {
    const named = first(topic, text);
    if (named !== null) return { topic: bare(named) };
    const called = first(group, text);
    if (called !== null) return { group: bare(called) };
  }
  return { name: text };
}

function nameIn(said: string): string {
  const { group, topic, name } = whole(said);
  return group ?? topic ?? name ?? "";
}

function first(patterns: RegExp[], text: string): string | null {
  return patterns.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined) ?? null;
}

/** Without an article, quotation marks or a `#`. */
function bare(said: string): string {
  const plain = languages.reduce((text, { article }) => text.replace(article, ""), said.trim());
  return plain.replace(/^[#"'“„»]+|["'”“«]+$/gu, "").trim();
}
