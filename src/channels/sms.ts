/** A text message through Twilio's API, or one shaped like it: one POST, form encoded, with basic authentication. */
import { z } from "zod";
import type { Bulletin } from "../core/bulletin.ts";
import { post, resultOf } from "./http.ts";
import { type ChannelType, redacted } from "./type.ts";

/** E.164: a plus and at most 15 digits. */
const number = /^\+[1-9]\d{5,14}$/;

const settings = z.strictObject({
  type: z.literal("sms"),
  url: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
    .default("https://api.twilio.com")
    .transform((text) => text.replace(/\/+$/, "")),
  account: z.string().regex(/^\w+$/, "must be letters and digits"),
  token: z.string().min(1),
  /** A number, or a sender's name where the country allows one. */
  from: z.string().regex(/^(?:\+[1-9]\d{5,14}|[\w ]{1,11})$/, "must be a number such as +491701234567, or a name"),
});

type Settings = z.infer<typeof settings>;

/** Two parts of a message with special letters, and what is left of a call at night. */
const mostCharacters = 300;

export const sms: ChannelType<Settings> = {
  name: "sms",
  settings,
  open: ({ url, account, token, from }) => ({
    refuses: (address) => (number.test(address) ? null : "is no telephone number such as +491701234567"),
    async send(address, bulletin, signal) {
      const reply = await post({
        url: `${url}/2010-04-01/Accounts/${account}/Messages.json`,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          authorization: `Basic ${Buffer.from(`${account}:${token}`).toString("base64")}`,
        },
        body: new URLSearchParams({ To: address, From: from, Body: body(bulletin) }).toString(),
        signal,
      });
      return resultOf(reply, (answer) => redacted(said(answer), [token, `${account}:${token}`, address]));
    },
  }),
};

/** Subject and text in one, cut between whole characters. */
function body({ subject, text, repeat }: Bulletin): string {
  const whole = [...`${repeat ? "↻ " : ""}${subject}\n${text}`.trim()];
  return whole.length <= mostCharacters ? whole.join("") : `${whole.slice(0, mostCharacters - 1).join("")}…`;
}

function said(answer: string): string {
  try {
    const { code, message } = JSON.parse(answer) as { code?: unknown; message?: unknown };
    return [code, message].filter((part) => part !== undefined).join(" ");
  } catch {
    return "";
  }
}
