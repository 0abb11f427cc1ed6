import { z } from "zod";
import { BotApiError } from "../errors.ts";
import type { Method } from "../method.ts";
import { flag, integer, structure } from "../parameters.ts";

/** Bot API getUpdates: long polling, `timeout` in seconds (at most 50). */
export const getUpdates: Method = async (world, call, gone) => {
  const limit = Math.min(Math.max(integer(call, "limit") ?? 100, 1), 100);
  const timeoutMs = Math.min(Math.max(integer(call, "timeout") ?? 0, 0), 50) * 1000;
  const allowed = structure(call, "allowed_updates", z.array(z.string()), "can't parse allowed updates JSON object");
  const updates = await world.inbound.poll({ offset: integer(call, "offset") ?? 0, limit, timeoutMs, allowed }, gone);
  if (updates !== "conflict") return updates;
  throw new BotApiError(
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  );
};

/** Bot API deleteWebhook. There is never one here; it can still drop what waits. */
export const deleteWebhook: Method = (world, call) => {
  if (flag(call, "drop_pending_updates")) world.inbound.clear();
  return true;
};

/** Bot API getWebhookInfo: none is set. */
export const getWebhookInfo: Method = (world) => ({
  url: "",
  has_custom_certificate: false,
  pending_update_count: world.inbound.count(),
});
