/**
 * The environment → `Config`. Every problem is reported at once, each as one sentence a person can act on.
 * `variables` is also what `.env.example` and the table in the README are made of.
 */
import { readFileSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { nearest } from "./nearest.ts";
import { scrub } from "./secrets.ts";
import { languageCodes } from "./texts/all.ts";
import { canonicalZone } from "./time/zones.ts";

/** As pino names them, most talkative first. */
const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config {
  /** From TELEGRAM_BOT_TOKEN or the file that TELEGRAM_BOT_TOKEN_FILE names; null starts the playground. */
  token: string | null;
  /** Bot API server, no slash at its end; null is Telegram's own. */
  apiRoot: string | null;
  /** Telegram user ids. When empty, whoever sends the one-time code becomes the owner. */
  owners: number[];
  /** Complete path. */
  dataDir: string;
  /** Complete path; null is a folder inside `dataDir`. */
  workspace: string | null;
  /** IANA name. */
  zone: string;
  language: string;
  logLevel: LogLevel;
  /** 0 takes a free one. */
  port: number;
  host: string;
  /** Where programs elsewhere reach the listener, no slash at its end; null is its own address. */
  publicUrl: string | null;
}

type Environment = Record<string, string | undefined>;

const token = z.string().regex(/^\d+:[\w-]+$/, "is not a bot token; @BotFather gives one like 123456789:AAH…");

const ids = z.string().transform((text, context) => {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.every((part) => /^[1-9]\d{0,15}$/.test(part))) return [...new Set(parts.map(Number))];
  context.addIssue("takes Telegram user ids: positive numbers with commas between");
  return z.NEVER;
});

const address = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
  .transform((text) => text.replace(/\/+$/, ""));

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, "must be a number from 0 to 65535")
  .transform(Number);

/** Every variable in the order in which a person meets it. `without` says in words what holds when it is not set. */
export const variables = {
  TELEGRAM_BOT_TOKEN: token.optional().meta({
    description: "The bot's token, as @BotFather gives it.",
    without: "the playground starts",
  }),
  TELEGRAM_BOT_TOKEN_FILE: z.string().optional().meta({
    description: "A file that holds the token. Better than the token itself: other programs can read an environment.",
    without: "",
  }),
  TELEGRAM_API_ROOT: address.optional().meta({
    description: "Another Bot API server to talk to.",
    without: "https://api.telegram.org",
  }),
  BELFRY_OWNERS: ids.optional().meta({
    description: "Telegram user ids of the owners, with commas between.",
    without: "a one-time code is printed; who sends it to the bot is the owner",
  }),
  BELFRY_DATA: z.string().default("./data").meta({
    description: "Directory for the database; made when missing, for its owner only.",
    without: "./data",
  }),
  BELFRY_WORKSPACE: z.string().refine(isAbsolute, "must be a complete path, from / on").optional().meta({
    description: "Folder that commands run in, here or below, and whose files reports may read; made when missing.",
    without: "`workspace` in BELFRY_DATA",
  }),
  BELFRY_TIMEZONE: z
    .string()
    .transform((text, context) => {
      const known = canonicalZone(text);
      if (known === null) context.addIssue("must be a time zone by its IANA name, such as Europe/Berlin");
      return known ?? z.NEVER;
    })
    .default(machineZone)
    .meta({ description: "Time zone of everybody who has not chosen one.", without: "the machine's" }),
  BELFRY_LANGUAGE: z
    .enum(languageCodes, `must be ${languageCodes.join(" or ")}`)
    .default("en")
    .meta({
      description: `Language of everybody who has chosen none and whose Telegram speaks none of Belfry's: ${languageCodes.join(" or ")}.`,
      without: "en",
    }),
  BELFRY_LOG_LEVEL: z
    .enum(logLevels, `must be one of ${logLevels.join(", ")}`)
    .default("info")
    .meta({
      description: `How much is logged: ${logLevels.join(", ")}.`,
      without: "info",
    }),
  BELFRY_PORT: port.default(8788).meta({
    description: "Port of the playground's page, of pings, webhooks and /healthz; 0 takes a free one.",
    without: "8788",
  }),
  BELFRY_HOST: z.string().default("127.0.0.1").meta({
    description: "Address to listen on. Anything but this machine's own lets others in.",
    without: "127.0.0.1",
  }),
  BELFRY_PUBLIC_URL: address.optional().meta({
    description:
      "Address at which other machines reach this port, where there is one: pings and webhooks are sent to it.",
    without: "the port's own address on this machine",
  }),
};

const names = Object.keys(variables);

/** Reads everything that can be set. An empty value counts as not set. Never returns or prints part of a token in a problem. */
export function readConfig(env: Environment): { config: Config } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = z.object(variables).safeParse(given);
  const fromFile = readToken(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => sentence(String(issue.path[0]), issue.message, given)),
    ...("problem" in fromFile ? [fromFile.problem] : []),
    ...contradictions(given),
    ...unknown(given),
  ];
  if (!parsed.success || problems.length > 0) return { problems: problems.map((problem) => scrub(problem)) };
  const { data } = parsed;
  return {
    config: {
      token: data.TELEGRAM_BOT_TOKEN ?? ("token" in fromFile ? fromFile.token : null),
      apiRoot: data.TELEGRAM_API_ROOT ?? null,
      owners: data.BELFRY_OWNERS ?? [],
      dataDir: resolve(data.BELFRY_DATA),
      workspace: data.BELFRY_WORKSPACE ?? null,
      zone: data.BELFRY_TIMEZONE,
      language: data.BELFRY_LANGUAGE,
      logLevel: data.BELFRY_LOG_LEVEL,
      port: data.BELFRY_PORT,
      host: data.BELFRY_HOST,
      publicUrl: data.BELFRY_PUBLIC_URL ?? null,
    },
  };
}

/** `.env.example`: every variable with its sentence, commented out, with what holds without it. */
export function envExample(): string {
  const entries = Object.entries(variables).map(([name, schema]) => {
    const { description, without } = help(schema);
    const value = /\s/.test(without) ? "" : without;
    const note = value === without ? "" : `\n# Without it ${without}.`;
    return `# ${description}${note}\n#${name}=${value}`;
  });
  return `# Copy to .env, uncomment and fill in. \`npm start\` reads it.\n\n${entries.join("\n\n")}\n`;
}

/** The configuration table of the README, in Markdown. */
export function configTable(): string {
  const rows = Object.entries(variables).map(([name, schema]) => {
    const { description, without } = help(schema);
    return `| \`${name}\` | ${description} | ${without} |`;
  });
  return ["| variable | what it is | without it |", "|---|---|---|", ...rows].join("\n");
}

function help(schema: z.ZodType): { description: string; without: string } {
  const { description = "", without } = schema.meta() ?? {};
  return { description, without: String(without) };
}

function sentence(name: string, message: string, given: Environment): string {
  return name === "TELEGRAM_BOT_TOKEN" ? `${name} ${message}.` : `${name} ${message}; it is "${given[name]}".`;
}

function readToken(given: Environment): { token: string | null } | { problem: string } {
  const name = "TELEGRAM_BOT_TOKEN_FILE";
  const file = given[name];
  if (file === undefined) return { token: null };
  if (token.safeParse(file).success) return { problem: `${name} holds a token; it must be the path of a file.` };
  try {
    const parsed = token.safeParse(readFileSync(file, "utf8").trim());
    return parsed.success ? { token: parsed.data } : { problem: `What is in ${file} (${name}) is not a bot token.` };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown reason";
    return { problem: `${name} names ${file}, which cannot be read (${reason}).` };
  }
}

function contradictions(given: Environment): string[] {
  const { TELEGRAM_BOT_TOKEN: value, TELEGRAM_BOT_TOKEN_FILE: file, TELEGRAM_API_ROOT: server } = given;
  if (value !== undefined && file !== undefined)
    return ["TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set; set one of them."];
  if (server !== undefined && value === undefined && file === undefined)
    return ["TELEGRAM_API_ROOT is set, but no token: set TELEGRAM_BOT_TOKEN or TELEGRAM_BOT_TOKEN_FILE as well."];
  return [];
}

function unknown(given: Environment): string[] {
  return Object.keys(given)
    .filter((name) => name.startsWith("BELFRY_") && !names.includes(name))
    .map((name) => `${name} is not a setting of Belfry; did you mean ${nearest(name, names)}?`);
}

/** Without a zone Node knows (`TZ=Nowhere/Odd` makes it undefined, an empty one Etc/Unknown) clocks show UTC. */
function machineZone(): string {
  return canonicalZone(String(new Intl.DateTimeFormat().resolvedOptions().timeZone)) ?? "UTC";
}
