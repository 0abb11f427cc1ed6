/** What each sort of channel gives: how its settings look, and how one is opened. */
import { z } from "zod";
import type { Sender } from "../core/bulletin.ts";

/** `Settings` as written in belfry.toml; secrets that stood in files of their own have been put in. */
export interface ChannelType<Settings> {
  name: string;
  settings: z.ZodType<Settings>;
  /** Opens no connection yet. */
  open(settings: Settings): Sender;
}

/** RFC 9110, 5.5; Node refuses other letters only as it sends. */
export const headerValue = z
  .string()
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, "holds letters that HTTP cannot carry in a header");

/** Milliseconds from the beginning of a try to the end of its answer. */
export const timeoutMs = 20_000;
/** Milliseconds until a connection must stand. */
export const connectMs = 10_000;

/** A wrong password may be put right: it is tried again after so long. */
const credentialsMs = 5 * 60_000;

/** The channel's credentials are refused. The others are not concerned, so this is no reason to hold them. */
export function wrongCredentials(detail: string) {
  return { result: "notSent", reason: detail, retryAfterMs: credentialsMs, scope: "chat" } as const;
}

/** The text with secrets left out, short enough for a log. */
export function redacted(text: string, secrets: readonly (string | undefined)[]): string {
  const known = secrets
    .filter((secret) => secret !== undefined && secret !== "")
    .flatMap((secret) => spellings(secret ?? ""));
  return known.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text).slice(0, 300);
}

/** As it is, as an address and JSON write it, as basic authentication does. */
function spellings(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64"),
  ];
}
