/** Who can be reached, and who the routes name for an action. */
import type { Belfry } from "../../core/belfry.ts";
import type { EscalationPolicy, Recipient, Target } from "../../core/escalation.ts";
import type { At } from "../escalation/step.ts";

/** The present moment for the rules of escalations: chats that rest and channels that are gone reach nobody. */
export async function present(belfry: Belfry): Promise<At> {
  const chats = await belfry.store.chats.list();
  const resting = new Set(chats.filter(({ blockedAt }) => blockedAt !== null).map(({ id }) => id));
  const reaches = ({ channel, chat }: Target) =>
    channel === "telegram" ? !resting.has(chat) : belfry.outside(channel) !== null;
  return { now: belfry.clock.now(), reaches };
}

/** The rules as they are now, for one escalation. `home`: the chat and topic its action is in. */
export async function policyFor(belfry: Belfry, home: Pick<Target, "chat" | "thread">): Promise<EscalationPolicy> {
  const { routes, ...times } = belfry.rules();
  const people = await belfry.store.people.withRole("owner");
  const owners = people.map(({ id }) => telegram(id, null));
  const named = (recipient: Recipient): Target[] => {
    if (recipient.to === "owners") return owners;
    return [recipient.to === "home" ? telegram(home.chat, home.thread) : recipient.target];
  };
  const [low, medium, high, critical] = [routes.low, routes.medium, routes.high, routes.critical].map((route) =>
    route.flatMap(named),
  );
  return {
    ...times,
    routes: { low: low ?? [], medium: medium ?? [], high: high ?? [], critical: critical ?? [] },
    owners,
  };
}

function telegram(chat: number, thread: number | null): Target {
  return { channel: "telegram", chat, thread, address: "" };
}
