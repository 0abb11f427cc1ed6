/** Who is in a group, as Telegram has it. */
import type { Api } from "grammy";
import type { Belfry } from "../core/belfry.ts";
import type { Log } from "../core/log.ts";
import { resultOf } from "./outcome.ts";

/**
 * Asks getChatMember. Whom Telegram does not tell of is not in: it tells of everybody only where Belfry is an
 * administrator, or where members can be seen by all.
 */
export function membership(api: Api, log: Log): Belfry["isIn"] {
  return async (chat, person) => {
    try {
      const member = await api.getChatMember(chat, person);
      if (member.status === "restricted") return member.is_member && member.can_send_messages;
      return ["creator", "administrator", "member"].includes(member.status);
    } catch (error) {
      const answer = resultOf(error);
      log.info({ chat, person, answer }, "Telegram does not say whether somebody is in a group");
      return answer.result === "refused" && answer.reason !== "unauthorized" ? false : null;
    }
  };
}
