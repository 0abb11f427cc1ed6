import { alertBox, toast } from "./overlay.js";
import { act } from "./server.js";

/** How long a button waits for the bot's answer, as Telegram's clients do. */
const patienceMs = 15_000;

/** Presses that wait for their answer. */
export function createPresses() {
  const waiting = new Map();
  const answers = new Map();

  function settle(query) {
    const place = waiting.get(query);
    if (!place) return;
    waiting.delete(query);
    clearTimeout(place.timer);
    const buttons = document.querySelectorAll(`[data-id="${place.message}"] [data-press]`);
    for (const button of buttons) if (button.dataset.press === place.data) button.removeAttribute("aria-busy");
  }

  return {
    /** Presses a button and lets it turn until `answered`. */
    async press(person, message, data, element) {
      element.setAttribute("aria-busy", "true");
      const spot = { person, chat: message.chat.id, message: message.message_id };
      const { query } = await act("press", { ...spot, data });
      const timer = setTimeout(() => settle(query), patienceMs);
      waiting.set(query, { message: message.message_id, data, timer });
      if (answers.delete(query)) settle(query);
    },
    /** The bot answered: the button rests, a text is shown. The answer may be faster than the press's own reply. */
    answered({ query, text, alert }, bot) {
      if (!waiting.has(query)) answers.set(query, true);
      settle(query);
      if (text && alert) alertBox(bot, text);
      else if (text) toast(text);
    },
  };
}
