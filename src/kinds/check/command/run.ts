/** A command as a check names it → the process that is run, with every rule applied, and what came of it. */
import { availableParallelism } from "node:os";
import { z } from "zod";
import { digest } from "../difference.ts";
import { type ProbeContext, Trouble } from "../probe.ts";
import { carryOut, type Ran, takeUp } from "./carry.ts";
import { contained } from "./containment.ts";
import { environment } from "./environment.ts";
import { FolderRefused, type OpenFolder, openFolder } from "./folder.ts";
import { findProgram } from "./program.ts";
import { argument, argv, type CommandSettings, DEFAULT_TIMEOUT_MS, folder, type NamedCommand } from "./settings.ts";

const parameterName = z.string().regex(/^\w{1,64}$/);

/** `named` is the safe form. `argv` runs only when it has been approved: by an owner, or with the owner's file it is in. */
export const commandChoice = z.union([
  z.strictObject({
    named: z.string().min(1).max(64),
    /** Each fills the item `{name}` whole. One that begins with a dash would be read as an option and is refused. */
    parameters: z
      .record(
        parameterName,
        argument.refine((text) => !text.startsWith("-"), "begins with a dash"),
      )
      .default({}),
  }),
  z.strictObject({
    argv,
    cwd: folder.nullable().default(null),
    /** The first item is a text for bash. Only files and settings that nobody but the owner can write may say this. */
    shell: z.boolean().default(false),
  }),
]);

export type CommandChoice = z.infer<typeof commandChoice>;

/** What an owner approves: the same command has the same key, whatever the rest of the check says. */
export function approvalKey(choice: Extract<CommandChoice, { argv: unknown }>): string {
  return digest(JSON.stringify([choice.argv, choice.cwd, choice.shell]));
}

/** Whether the choice needs an approval it can only get from an owner. */
export function needsApproval(choice: CommandChoice): choice is Extract<CommandChoice, { argv: unknown }> {
  return "argv" in choice;
}

/**
 * What an earlier Belfry has started for this run is taken up instead, and `before` is what was given then.
 * @throws Trouble when it may not or cannot be started; the reason of the signal when that is aborted, after the
 * command has ended.
 */
export async function runCommand(
  choice: CommandChoice,
  timeoutMs: number | null,
  context: ProbeContext,
  before = "",
): Promise<Ran> {
  const { commands, signal, survives, idempotencyKey } = context;
  signal.throwIfAborted();
  const left = survives ? (commands.children?.take(idempotencyKey) ?? null) : null;
  return left ? takeUp(left, context) : begin(choice, timeoutMs, context, before);
}

async function begin(
  choice: CommandChoice,
  timeoutMs: number | null,
  context: ProbeContext,
  before: string,
): Promise<Ran> {
  const { commands, clock, idempotencyKey: key, survives } = context;
  const command = commandOf(choice, commands);
  const limit = timeoutMs ?? command.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const env = environment(commands.inherited, command.grant ?? [], command.env ?? {}, key);
  const cwd = await opened(commands.workspace, command.cwd ?? ".");
  try {
    const items = command.shell ? ["bash", "-c", command.argv[0], "bash", ...command.argv.slice(1)] : command.argv;
    const program = await findProgram(items[0] ?? "", cwd.path, env.PATH ?? "");
    const { limits, containment } = commands;
    const cpuSeconds = Math.ceil((limit / 1_000) * availableParallelism()) + 1;
    const argv = contained([program, ...items.slice(1)], containment, limits, cpuSeconds);
    const about = { key, survives, until: clock.now() + limit, folder: cwd.path, before };
    const started = clock.monotonic();
    const ended = await carryOut({ argv, cwd: cwd.startIn, env }, about, limit, context);
    return { ...ended, ms: Math.round(clock.monotonic() - started), folder: cwd.path, before };
  } finally {
    await cwd.close();
  }
}

/** @throws Trouble: unknownCommand, notApproved. */
export function commandOf(choice: CommandChoice, settings: Pick<CommandSettings, "named" | "approved">): NamedCommand {
  if (needsApproval(choice)) {
    if (!settings.approved(approvalKey(choice))) throw new Trouble("notApproved");
    return { argv: choice.argv, shell: choice.shell, ...(choice.cwd === null ? {} : { cwd: choice.cwd }) };
  }
  const command = Object.hasOwn(settings.named, choice.named) ? settings.named[choice.named] : undefined;
  if (!command) throw new Trouble("unknownCommand", choice.named);
  return { ...command, argv: filled(command, choice.parameters) };
}

/** @throws Trouble("unknownCommand") when a parameter is missing or one too many is given. */
function filled({ argv: items }: NamedCommand, parameters: Record<string, string>): NamedCommand["argv"] {
  const used = new Set<string>();
  const fill = (item: string): string => {
    const name = /^\{(\w+)\}$/.exec(item)?.[1];
    if (name === undefined) return item;
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) throw new Trouble("unknownCommand", name);
    used.add(name);
    return value;
  };
  const [program, ...rest] = items;
  // A parameter never becomes the program or the text for bash.
  const argv: NamedCommand["argv"] = [program, ...rest.map(fill)];
  const extra = Object.keys(parameters).find((name) => !used.has(name));
  if (extra !== undefined) throw new Trouble("unknownCommand", extra);
  return argv;
}

async function opened(root: string, cwd: string): Promise<OpenFolder> {
  try {
    return await openFolder(root, cwd);
  } catch (error) {
    throw error instanceof FolderRefused ? new Trouble("folder", error.code) : error;
  }
}
