/**
 * Posts JSON to an address of one's own. With a secret each request is signed: `Belfry-Signature` is `sha256=` and the
 * HMAC of the body. `Idempotency-Key` is the same for every try of one notice, so a receiver can leave out a repeat.
 */
import { createHmac } from "node:crypto";
import { z } from "zod";
import { post, resultOf } from "./http.ts";
import { type ChannelType, headerValue, redacted } from "./type.ts";

const settings = z.strictObject({
  type: z.literal("webhook"),
  url: z.url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" }),
  secret: z.string().min(16, "must have 16 characters at least").optional(),
  /** Sent with each request. */
  headers: z.record(z.string().regex(/^[\w-]+$/), headerValue).default({}),
});

type Settings = z.infer<typeof settings>;

export const webhook: ChannelType<Settings> = {
  name: "webhook",
  settings,
  open: ({ url, secret, headers }) => ({
    refuses: (address) => (address === "" ? null : "a webhook has one address, its url"),
    async send(_address, { repeat, ...bulletin }, signal) {
      const body = JSON.stringify({ ...bulletin, repeat });
      const reply = await post({
        ...{ url, body, signal },
        headers: {
          ...headers,
          "content-type": "application/json",
          "idempotency-key": bulletin.key,
          ...(secret === undefined ? {} : { "belfry-signature": signature(secret, body) }),
        },
      });
      const secrets = [secret, url, ...Object.values(headers)];
      return resultOf(reply, (answer) => redacted(answer.split("\n")[0] ?? "", secrets));
    },
  }),
};

function signature(secret: string, body: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}
