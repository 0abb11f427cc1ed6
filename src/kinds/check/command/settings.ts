/** What commands may be, where they run, with what, and how much they may take. */
import { z } from "zod";
import type { Children } from "./children.ts";
import type { CommandLimits, Containment } from "./containment.ts";

export const DEFAULT_TIMEOUT_MS = 30_000;

export const LONGEST_TIMEOUT_MS = 3_600_000;

/** One second to an hour. */
export const timeout = z.number().int().min(1_000).max(LONGEST_TIMEOUT_MS);

/** One item of an argument list: no NUL, which would end it. */
export const argument = z
  .string()
  .max(131_071)
  .refine((text) => !text.includes("\0") && Buffer.byteLength(text) < 131_072, "is too long or holds a NUL");

/** The program and what it is given, each as it is: nothing in them is expanded. All in all at most 20,000 bytes of names. */
export const argv = z
  .tuple([argument.refine((text) => text.trim() !== "", "names no program")], argument)
  .refine((items) => items.length <= 256, "has more than 256 items");

const variable = z.string().regex(/^[A-Za-z_]\w{0,63}$/, "is no name of a variable");

/** A folder below the workspace. */
export const folder = z.string().max(4_096);

/**
 * A command that settings give a name to, so that chat can pick it. An item of `argv` that is `{name}` is filled with
 * the parameter of that name. With `shell` the first item is a text for bash, and the others are its `$1`, `$2`, ….
 */
export const namedCommand = z.strictObject({
  argv,
  cwd: folder.optional(),
  timeoutMs: timeout.optional(),
  /** Variables set for it. */
  env: z.record(variable, argument).optional(),
  /** Variables of Belfry's own environment it may see. Belfry's own settings are never among them. */
  grant: z.array(variable.refine((name) => !isOurs(name), "is Belfry's own")).optional(),
  shell: z.boolean().optional(),
});

export type NamedCommand = z.infer<typeof namedCommand>;

export interface CommandSettings {
  named: Readonly<Record<string, NamedCommand>>;
  /** Commands run here or below. */
  workspace: string;
  /** Belfry's own environment; a command sees PATH, HOME, LANG, TZ and what it is granted. */
  inherited: Readonly<Record<string, string | undefined>>;
  containment: Containment;
  limits: CommandLimits;
  /** Where what is running is written down; null where that is not possible: then commands end with Belfry. */
  children: Children | null;
  /** Whether an owner has approved a command that is not named, by its `approvalKey`. */
  approved(key: string): boolean;
}

/** Names of variables that hold Belfry's own settings and secrets. */
export function isOurs(name: string): boolean {
  return /^(?:BELFRY|TELEGRAM)_/i.test(name);
}
