/** Posts to an ntfy server (docs.ntfy.sh/publish, "Publish as JSON"). The address is the topic. */
import { z } from "zod";
import type { Bulletin } from "../core/bulletin.ts";
import { post, resultOf } from "./http.ts";
import { type ChannelType, headerValue, redacted } from "./type.ts";

const topic = /^[-\w]{1,64}$/;

const settings = z.strictObject({
  type: z.literal("ntfy"),
  url: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
    .default("https://ntfy.sh"),
  /** An access token of the server. */
  token: headerValue.min(1).optional(),
  /** Where a route names the channel alone. */
  topic: z.string().regex(topic, "must be letters, digits, - and _, 64 at most").optional(),
});

type Settings = z.infer<typeof settings>;

/** 1 is the least, 5 the most urgent. */
const priorities = { low: 2, medium: 3, high: 4, critical: 5 } as const;
/** Short names of emojis, as ntfy shows them before the title. */
const signs = { low: "blue_circle", medium: "yellow_circle", high: "orange_circle", critical: "red_circle" } as const;
/** ntfy shows three buttons. */
const mostActions = 3;
/** A longer message becomes a file at ntfy. */
const mostBytes = 4_096;

export const ntfy: ChannelType<Settings> = {
  name: "ntfy",
  settings,
  open: ({ url, token, topic: usual }) => ({
    refuses: (address) => {
      if (address === "") return usual === undefined ? "names no topic" : null;
      return topic.test(address) ? null : "is no topic: letters, digits, - and _, 64 at most";
    },
    async send(address, bulletin, signal) {
      const reply = await post({
        ...{ url, signal, body: JSON.stringify({ topic: address || usual, ...message(bulletin) }) },
        headers: {
          "content-type": "application/json",
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
      });
      return resultOf(reply, (body) => redacted(said(body), [token, address, usual]));
    },
  }),
};

function message({ subject, text, severity, event, links, repeat }: Bulletin) {
  const recovered = event === "recovered";
  const actions = links.slice(0, mostActions).map(({ label, url }) => ({ action: "view", label, url }));
  return {
    title: repeat ? `↻ ${subject}` : subject,
    message: cut(text),
    priority: recovered || severity === null ? 3 : priorities[severity],
    tags: recovered ? ["green_circle"] : severity === null ? [] : [signs[severity]],
    ...(actions.length > 0 ? { actions } : {}),
  };
}

function cut(text: string): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  return `${Buffer.from(text)
    .subarray(0, mostBytes - 8)
    .toString("utf8")
    .replace(/\ufffd+$/, "")}…`;
}

/** Errors come as `{"code":40301,"http":403,"error":"forbidden"}`. */
function said(body: string): string {
  try {
    return String((JSON.parse(body) as { error?: unknown }).error ?? "");
  } catch {
    return "";
  }
}
