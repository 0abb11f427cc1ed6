import { el } from "./dom.js";

/** The buttons under a message. A pressed button waits until the bot answers. */
export function inlineKeyboard(message, view) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return undefined;
  return el(
    "div",
    { className: "inline-keyboard" },
    rows.map((row) =>
      el(
        "div",
        { className: "button-row" },
        row.map((button) => inlineButton(message, button, view)),
      ),
    ),
  );
}

function inlineButton(message, button, view) {
  const className = `inline-button${button.style ? ` ${button.style}` : ""}`;
  if (button.url) {
    const href = /^https?:/i.test(button.url) ? button.url : `https://${button.url.replace(/^\w+:\/\//, "")}`;
    return el("a", { className, href, target: "_blank", rel: "noopener noreferrer" }, el("span", {}, button.text), "↗");
  }
  const spinner = el("i", { className: "spinner", "aria-hidden": "true" });
  const onclick = (event) => {
    const pressed = event.currentTarget;
    if (button.copy_text) view.copy(button.copy_text.text);
    else if (pressed.getAttribute("aria-busy") !== "true") view.press(message, button, pressed);
  };
  const data = button.callback_data === undefined ? {} : { press: button.callback_data };
  return el("button", { type: "button", className, onclick, data }, el("span", {}, button.text), spinner);
}

/** The keyboard the bot put in place of the letters: the newest one that counts, or none. */
export function replyKeyboardOf(messages, bot) {
  for (const message of messages.toReversed()) {
    const markup = message.from.id === bot ? message.markup : undefined;
    if (markup?.remove_keyboard || markup?.force_reply) return undefined;
    if (markup?.keyboard) return { ...markup, message: message.message_id };
  }
  return undefined;
}

/** Draws a reply keyboard. `onPress` gets the button. */
export function replyKeyboard(markup, onPress) {
  const rows = markup.keyboard.map((row) =>
    el(
      "div",
      { className: "button-row" },
      row.map((button) =>
        el("button", { type: "button", className: "reply-button", onclick: () => onPress(button) }, button.text),
      ),
    ),
  );
  return el("div", { className: "reply-keyboard", role: "group", "aria-label": "Keyboard" }, rows);
}
