import { byId } from "./dom.js";
import { summaryOf } from "./format.js";
import { typing } from "./head.js";

/** What the page does when something happens, one function per kind of event. `page` is the open page. */
export function createArrivals(page) {
  const { state, chat, notifier, presses } = page;
  const isHere = (place) => place.chat === state.place.chat && place.thread === state.place.thread;
  const placeOf = (message) => ({ chat: message.chat.id, thread: message.message_thread_id });

  async function message({ message: arrived }) {
    const here = isHere(placeOf(arrived));
    if (here) {
      if (arrived.from.id === state.screen.bot.id) typing(false);
      if (!chat.add(arrived)) countBelow();
      page.afterChange();
      if (arrived.markup?.force_reply) page.composer.startReply(arrived);
    }
    await page.refresh();
    const visible = here && page.isOpen() && !document.hidden;
    if (visible) page.markRead();
    if (arrived.from.id === state.screen.bot.id && !arrived.silent) announce(arrived, visible);
  }

  /** A sound for every message of the bot, a card for those that are not on the screen. */
  function announce(arrived, visible) {
    notifier.ring();
    if (visible) return;
    const direct = arrived.chat.type === "private";
    const person = direct ? arrived.chat.id : state.me;
    const other = person === state.me ? undefined : state.screen.people.find(({ id }) => id === person);
    notifier.note({
      title: direct ? `${arrived.from.first_name}${other ? ` to ${other.first_name}` : ""}` : arrived.chat.title,
      text: summaryOf(arrived),
      open: () => page.go(person, placeOf(arrived)),
    });
  }

  return {
    message,
    edited({ message: changed }) {
      if (isHere(placeOf(changed))) {
        chat.edit(changed);
        page.afterChange();
      }
      return page.refresh();
    },
    deleted(event) {
      if (event.chat === state.place.chat) {
        chat.remove(event.ids);
        page.afterChange();
      }
      return page.refresh();
    },
    typing(event) {
      if (isHere(event)) typing(true, event.action);
    },
    answered(event) {
      if (event.person === state.me) presses.answered(event, state.screen.bot.first_name);
    },
    changed: () => page.refresh(),
  };
}

function countBelow() {
  const { dataset } = byId("down");
  dataset.count = String(Number(dataset.count || 0) + 1);
}
