/** Every sort of channel besides Telegram. A new one is one file and one line here. */
import { email } from "./email.ts";
import { ntfy } from "./ntfy.ts";
import { sms } from "./sms.ts";
import type { ChannelType } from "./type.ts";
import { webhook } from "./webhook.ts";

const all = [email, webhook, ntfy, sms] as ChannelType<unknown>[];

export const channelTypes: ReadonlyMap<string, ChannelType<unknown>> = new Map(all.map((type) => [type.name, type]));
