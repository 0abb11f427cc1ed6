/** The channels besides Telegram as the courier knows them: what a delivery shows, in words, as a bulletin. */
import { reasonOf } from "./bot/render/escalation.ts";
import { render } from "./bot/render/render.ts";
import { sceneOf } from "./bot/render/scene.ts";
import type { Bulletin, Sender } from "./core/bulletin.ts";
import type { Channel, Outgoing } from "./core/channel.ts";
import { textsFor } from "./texts/all.ts";

/** Characters of a subject. */
const longest = 150;

/** Only what is sent: nothing there can be edited or taken back. */
export function outsideChannel(name: string, sender: Sender): Channel {
  return {
    name,
    compose: (outgoing) => {
      const { operation, address } = outgoing.delivery;
      if (operation !== "send") return [];
      return [{ send: (signal) => sender.send(address ?? "", bulletinOf(outgoing), signal) }];
    },
  };
}

function bulletinOf({ delivery, settings, repeat, now }: Outgoing): Bulletin {
  const { payload, dedupeKey, chat } = delivery;
  const texts = textsFor(settings.language);
  const scene = sceneOf(settings, texts, chat, now);
  const lines = render(payload, scene).body.text.split("\n");
  const [first = "", ...rest] = lines;
  const words = { key: dedupeKey, subject: first.slice(0, longest), links: [], repeat };
  if (payload.view !== "escalation") {
    const severity = payload.view === "routeTrial" ? payload.severity : null;
    const about = { thread: dedupeKey, opens: true, severity, event: payload.view, facts: {} };
    return { ...words, ...about, text: rest.join("\n") || first };
  }
  const { card, kind } = payload;
  const { id, action, title, reason, source = null, severity, state, count, notices, openedAt, resolvedAt } = card;
  return {
    ...words,
    text: (rest.length > 0 ? rest.join("\n") : reasonOf(card, scene)) || first,
    ...{ thread: `escalation/${id}`, opens: kind === "raised", severity, event: kind },
    facts: { escalation: id, action, title, reason, source, severity, state, count, notices, openedAt, resolvedAt },
  };
}
