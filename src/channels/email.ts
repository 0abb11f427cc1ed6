/** Electronic mail: text and HTML in one message, replies in the thread of the first. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { z } from "zod";
import type { Bulletin } from "../core/bulletin.ts";
import type { SendResult } from "../core/channel.ts";
import { html } from "./email-html.ts";
import { type ChannelType, connectMs, redacted, timeoutMs, wrongCredentials } from "./type.ts";

const mailbox = z.email();

const settings = z
  .strictObject({
    type: z.literal("email"),
    host: z.string().min(1),
    port: z.number().int().min(1).max(65_535).optional(),
    /** `implicit` speaks TLS from the first byte (465), `starttls` insists on it before anything is said (587), `none` is for this machine. */
    tls: z.enum(["implicit", "starttls", "none"]).default("starttls"),
    user: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    from: mailbox,
    /** Shown before the address. */
    name: z.string().max(100).default("Belfry"),
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    error: "needs user and password together",
    path: ["user"],
  });

type Settings = z.infer<typeof settings>;

const ports = { implicit: 465, starttls: 587, none: 25 } as const;

export const email: ChannelType<Settings> = {
  name: "email",
  settings,
  open: (given) => ({
    refuses: (address) => (mailbox.safeParse(address).success ? null : "is no mail address"),
    async send(address, bulletin, signal) {
      const message = await compose(given, address, bulletin);
      const result = await deliver(given, address, message, signal);
      return clean(result, [given.password]);
    },
  }),
};

function compose({ from, name }: Settings, to: string, bulletin: Bulletin): Promise<Buffer> {
  const { key, thread, opens, subject, text, repeat } = bulletin;
  const first = messageId(`${thread} ${to}`, from);
  const lines = repeat ? `↻ may be a repeat\n\n${text}` : text;
  const links = bulletin.links.map(({ label, url }) => `${label}: ${url}`);
  return new MailComposer({
    ...{ from: { name, address: from }, to: { name: "", address: to }, subject },
    text: [lines, ...links].join("\n"),
    html: html(bulletin),
    // The same id for each try, so that a mailbox can show a repeat once.
    ...(opens
      ? { messageId: first }
      : { messageId: messageId(`${key} ${to}`, from), inReplyTo: first, references: first }),
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
    .compile()
    .build();
}

/** Made from names, so that a later message knows the first one's without looking it up. */
function messageId(name: string, from: string): string {
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 32);
  return `<${digest}@${from.split("@")[1] ?? "belfry"}>`;
}

/** What nodemailer's errors carry. */
interface SmtpError extends Error {
  code?: string | undefined;
  responseCode?: number | undefined;
  command?: string | undefined;
}

/** The message's first byte is read when the server has agreed to take it: from then on it may have arrived. */
function deliver(given: Settings, to: string, message: Buffer, signal: AbortSignal): Promise<SendResult> {
  return new Promise((resolve) => {
    const connection = connect(given);
    const state = { written: false };
    const end = (result: SendResult) => {
      clearTimeout(waiting);
      signal.removeEventListener("abort", abort);
      resolve(result);
      connection.close();
    };
    const fail = (error: SmtpError) => end(resultOf(error, state.written));
    const waiting = setTimeout(() => fail(new Error("no answer in time")), timeoutMs);
    const abort = () => fail(new Error("aborted"));
    const send = () => {
      const body = new Readable({
        read() {
          state.written = true;
          this.push(message);
          this.push(null);
        },
      });
      connection.send({ from: given.from, to: [to] }, body, (error) =>
        error ? fail(error) : end({ result: "sent", message: null }),
      );
    };
    connection.on("error", fail);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    connection.connect((error) => {
      if (error) return fail(error);
      const { user, password } = given;
      if (user === undefined) return send();
      connection.login({ credentials: { user, pass: password } }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

function connect({ host, port, tls }: Settings): SMTPConnection {
  return new SMTPConnection({
    ...{ host, port: port ?? ports[tls], secure: tls === "implicit" },
    ...{ requireTLS: tls === "starttls", ignoreTLS: tls === "none" },
    ...{ connectionTimeout: connectMs, greetingTimeout: connectMs, socketTimeout: timeoutMs },
    logger: false,
  });
}

/** What is refused about a message, in the protocol's own words; the rest is about the connection. */
const aboutMessage = ["MAIL FROM", "RCPT TO", "DATA"];

/** RFC 5321, 4.2.1: 4yz may be tried again, 5yz is for good. */
function resultOf({ responseCode, code, command, message }: SmtpError, written: boolean): SendResult {
  if (code === "EAUTH" || code === "ENOAUTH") return wrongCredentials(message);
  const refused = responseCode !== undefined && responseCode >= 500 && aboutMessage.includes(command ?? "");
  if (refused) return { result: "refused", reason: "rejected", detail: message };
  if (responseCode === undefined && written) return { result: "unknown", reason: message };
  return { result: "notSent", reason: message, retryAfterMs: null, scope: "chat" };
}

function clean(result: SendResult, secrets: (string | undefined)[]): SendResult {
  if ("detail" in result) return { ...result, detail: redacted(result.detail, secrets) };
  return "reason" in result ? { ...result, reason: redacted(result.reason, secrets) } : result;
}
