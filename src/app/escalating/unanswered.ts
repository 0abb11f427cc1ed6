import type { Belfry } from "../../core/belfry.ts";
import type { Delivery } from "../../core/delivery.ts";
import type { NoticeKind } from "../../core/escalation.ts";
import type { View } from "../../core/view.ts";

/** Notices that ask for an answer. */
const asking: ReadonlySet<NoticeKind> = new Set<NoticeKind>(["raised", "again", "reminder", "stale", "worse"]);

/**
 * What a message that has waited for the rest of its minute shows when it goes out: nothing that somebody has answered
 * meanwhile, or that is over. Null where nothing is left of it.
 */
export async function unanswered({ store }: Belfry, delivery: Delivery): Promise<View | null> {
  const { payload, channel, uncertain, parts } = delivery;
  const waited = channel !== "telegram" && uncertain === 0 && parts.length === 0;
  if (payload.view !== "escalationDigest" || !waited) return payload;
  const states = await Promise.all(payload.lines.map(async ({ id }) => (await store.escalations.get(id))?.state));
  const lines = payload.lines.filter(({ kind }, i) => !asking.has(kind) || states[i] === "open");
  return lines.length + payload.more > 0 ? { ...payload, lines } : null;
}
