/**
 * Who the routes of belfry.toml name. `telegram` is the chat the action is in, `telegram:owners` each owner's own chat,
 * `telegram:-100123/7` a chat and a topic; `email:ana` is a contact, `email:ops@example.com` an address, `ops-hook` a
 * channel with one address.
 */
import type { Sender } from "./core/bulletin.ts";
import { type Recipient, type Severity, severities } from "./core/escalation.ts";

/** A problem and where in the document it is. */
export interface Problem {
  path: PropertyKey[];
  message: string;
}

type Contact = Partial<{
  telegram: number | undefined;
  email: string | undefined;
  sms: string | undefined;
  ntfy: string | undefined;
}>;

export interface RouteSource {
  routes: Partial<Record<Severity, string[] | undefined>>;
  contacts: Record<string, Contact>;
  /** Those that could be opened. */
  senders: ReadonlyMap<string, Sender>;
  /** Type of every channel that is written down. */
  types: ReadonlyMap<string, string>;
  /** What is wrong is added here. */
  problems: Problem[];
}

const home: Recipient = { to: "home" };
const owners: Recipient = { to: "owners" };

/** A severity without a route has that of the one below it; where there is none, the action's chat, and for critical the owners too. */
export function routesOf(source: RouteSource): Record<Severity, Recipient[]> {
  const routes: Record<Severity, Recipient[]> = { low: [home], medium: [home], high: [home], critical: [home, owners] };
  let below: Recipient[] | null = null;
  for (const severity of severities) {
    const given = source.routes[severity];
    if (given) below = given.map((text, i) => recipient(text, ["escalation", "routes", severity, i], source));
    if (below) routes[severity] = below;
  }
  return routes;
}

function recipient(text: string, path: PropertyKey[], source: RouteSource): Recipient {
  const [channel = "", ...rest] = text.split(":");
  const who = rest.join(":");
  const found = channel === "telegram" ? telegram(who, source) : elsewhere(channel, who, source);
  if (typeof found !== "string") return found;
  source.problems.push({ path, message: `"${text}" ${found}` });
  return home;
}

/** A string says what is wrong. */
function telegram(who: string, { contacts }: RouteSource): Recipient | string {
  if (who === "") return home;
  if (who === "owners") return owners;
  const chat = /^(-?\d{1,16})(?:\/(\d{1,10}))?$/.exec(who);
  if (chat) return place(Number(chat[1]), chat[2] === undefined ? null : Number(chat[2]));
  const contact = Object.hasOwn(contacts, who) ? contacts[who] : undefined;
  if (!contact) return "names nobody: no contact has that name";
  return contact.telegram === undefined ? `names a contact without telegram` : place(contact.telegram, null);
}

function place(chat: number, thread: number | null): Recipient {
  return { to: "target", target: { channel: "telegram", chat, thread, address: "" } };
}

function elsewhere(channel: string, who: string, { contacts, senders, types }: RouteSource): Recipient | string {
  const type = types.get(channel);
  if (type === undefined) return `names a channel that is not there: [channels.${channel}] is missing`;
  const contact = Object.hasOwn(contacts, who) ? contacts[who] : undefined;
  const known = contact?.[type as keyof Contact];
  if (contact && known === undefined) return `names a contact without ${type}`;
  const address = known === undefined ? who : String(known);
  const wrong = senders.get(channel)?.refuses(address) ?? null;
  return wrong ?? { to: "target", target: { channel, chat: 0, thread: null, address } };
}
