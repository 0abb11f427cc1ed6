/** The form of `<data>/belfry.toml`. Channels have forms of their own, by their type. */
import { z } from "zod";
import { severities } from "./core/escalation.ts";

/** A command that has a name, so that chat can pick it; the one safe form. */
export interface NamedCommand {
  argv: [string, ...string[]];
  /** Below the workspace. */
  cwd?: string | undefined;
  timeoutMs?: number | undefined;
  /** Variables set for it. */
  env?: Record<string, string> | undefined;
  /** Variables of Belfry's own environment it may see. */
  grant?: string[] | undefined;
  /** The first item of `argv` is a text for bash, the others are its `$1`, `$2`, …. */
  shell?: boolean | undefined;
}

const second = 1_000;
const units = { ms: 1, s: second, m: 60 * second, h: 3_600 * second, d: 86_400 * second } as const;

/** `90s`, `4h`, `1h30m` → milliseconds. */
const duration = z.string().transform((text, context) => {
  const pieces = [...text.matchAll(/(\d+)(ms|s|m|h|d)/g)];
  const ms = pieces.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units], 0);
  if (pieces.map(([piece]) => piece).join("") === text && ms > 0) return ms;
  context.addIssue('must be a time such as "30s", "15m", "4h" or "1h30m"');
  return z.NEVER;
});

function between(leastMs: number, mostMs: number, words: string) {
  return duration.refine((ms) => ms >= leastMs && ms <= mostMs, `must be ${words}`);
}

const name = z.string().regex(/^[A-Za-z0-9][\w-]{0,63}$/, "must be a name of letters, digits, - and _");
const text = z
  .string()
  .max(4_096)
  .refine((value) => !value.includes("\0"), "holds a NUL");
const variable = z.string().regex(/^[A-Za-z_]\w{0,63}$/, "must be the name of a variable");
const route = z.array(z.string().min(1)).min(1, "names nobody");

const contact = z.strictObject({
  telegram: z.number().int().positive().optional(),
  email: z.string().optional(),
  sms: z.string().optional(),
  ntfy: z.string().optional(),
});

const escalation = z.strictObject({
  stale_threshold: between(10 * units.m, 7 * units.d, "from 10m to 7d").default(4 * units.h),
  cycles: z.number().int().min(1).max(20).default(5),
  repeat: z
    .array(between(5 * units.m, units.d, "from 5m to 1d"))
    .max(20)
    .default([15 * units.m, 30 * units.m, units.h]),
  ask_again: between(10 * units.m, 7 * units.d, "from 10m to 7d").default(4 * units.h),
  ack_expires: between(10 * units.m, 30 * units.d, "from 10m to 30d").default(units.d),
  routes: z
    .strictObject({
      low: route.optional(),
      medium: route.optional(),
      high: route.optional(),
      critical: route.optional(),
    })
    .prefault({}),
  contacts: z.record(name, contact).default({}),
});

const command = z
  .strictObject({
    argv: z.tuple([text.refine((program) => program.trim() !== "", "names no program")], text),
    cwd: text.optional(),
    timeout: between(second, units.h, "from 1s to 1h").optional(),
    env: z.record(variable, text).optional(),
    grant: z.array(variable.refine((one) => !/^(?:BELFRY|TELEGRAM)_/i.test(one), "is Belfry's own")).optional(),
    shell: z.boolean().optional(),
  })
  .transform(({ timeout, ...rest }): NamedCommand => ({ ...rest, timeoutMs: timeout }));

const folder = z.string().regex(/^\/(?!.*(?:^|\/)\.\.(?:\/|$))/, "must be a complete path, without ..");
const place = z
  .string()
  .regex(
    /^(?:[\d.]+|[\da-f:]*:[\da-f:.]*)(?:\/\d{1,3})?$|^[\w.-]{1,253}$/i,
    "must be a host, an address or a range such as 10.0.0.0/8",
  );

const days = (least: number, most: number) => between(least * units.d, most * units.d, `from ${least}d to ${most}d`);

const retention = z.strictObject({
  runs: days(7, 3_650).default(90 * units.d),
  keep: z.number().int().min(30).max(10_000).default(100),
  output: days(1, 3_650).default(14 * units.d),
  inbox: days(7, 365).default(14 * units.d),
  deliveries: days(7, 3_650).default(30 * units.d),
  deleted: days(7, 3_650).default(7 * units.d),
  audit: days(30, 3_650).default(400 * units.d),
});

const channel = z.record(z.string(), z.unknown());

export const schema = z.strictObject({
  escalation: escalation.prefault({}),
  channels: z
    .record(
      name.refine((one) => one !== "telegram", "is there always and has no settings here"),
      channel,
    )
    .default({}),
  commands: z.record(name, command).default({}),
  reports: z
    .strictObject({
      folders: z.array(folder).default([]),
      templates: z.record(name, z.string().max(8_000, "has more than 8,000 characters")).default({}),
    })
    .prefault({}),
  retention: retention.prefault({}),
  heartbeat: z
    .strictObject({
      url: z.url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" }).optional(),
    })
    .prefault({}),
  network: z.strictObject({ allow: z.array(place).default([]) }).prefault({}),
});

/** Every word that means something, for "did you mean". */
export const words = [
  ...Object.keys(schema.shape),
  ...Object.keys(escalation.shape),
  ...Object.keys(contact.shape),
  ...Object.keys(retention.shape),
  ...severities,
  ...["argv", "cwd", "timeout", "env", "grant", "shell", "folders", "templates", "allow"],
  ...[
    "type",
    "host",
    "port",
    "tls",
    "user",
    "password",
    "password_file",
    "from",
    "name",
    "url",
    "secret",
    "secret_file",
  ],
  ...["headers", "token", "token_file", "topic", "account"],
];
