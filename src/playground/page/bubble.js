import { avatar, el, icon } from "./dom.js";
import { clockOf, serviceText, sizeOf, summaryOf } from "./format.js";
import { inlineKeyboard } from "./keyboard.js";
import { fileUrl } from "./server.js";
import { formatted } from "./text.js";

/**
 * One message as it stands in the history. `view` says whose screen it is: `me`, `bot`, `group` (names and pictures
 * are shown), and what to do on a press, a jump to another message, a command, a reaction.
 */
export function bubble(message, view) {
  const service = serviceText(message);
  const data = { id: message.message_id, from: message.from.id, day: new Date(message.date * 1000).toDateString() };
  if (service) return el("div", { className: "service", data }, el("span", {}, service));
  const mine = message.from.id === view.me;
  const named = view.group && !mine;
  const body = el(
    "div",
    { className: `bubble${isPicture(message) ? " picture" : ""}${isBare(message) ? " bare" : ""}` },
    named && el("div", { className: `name name-${tint(message, view)}` }, message.from.first_name),
    message.forward_origin && origin(message),
    message.reply_to_message && quote(message, view),
    content(message, view),
    reactions(message, view),
    meta(message, view),
  );
  const shell = el("div", { className: "shell" }, body, el("span", { className: "tail", "aria-hidden": "true" }));
  return el(
    "article",
    { className: `message ${mine ? "mine" : "theirs"}`, data, tabIndex: -1 },
    named && face(message, view),
    el("div", { className: "stack" }, shell, inlineKeyboard(message, view)),
  );
}

function tint(message, view) {
  return message.from.id === view.bot ? 6 : Math.abs(message.from.id) % 6;
}

function face(message, view) {
  const kind = message.from.id === view.bot ? "bot" : "person";
  return avatar(kind, message.from.first_name, message.from.id);
}

function origin(message) {
  const { sender_user } = message.forward_origin;
  return el("div", { className: "origin" }, "Forwarded from ", el("b", {}, sender_user.first_name));
}

function quote(message, view) {
  const replied = message.reply_to_message;
  return el(
    "button",
    { type: "button", className: "quote", onclick: () => view.jump(replied.message_id) },
    el("b", {}, replied.from.first_name),
    el("span", {}, message.quote?.text ?? summaryOf(replied)),
  );
}

function content(message, view) {
  const words = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const last = message.reactions ? undefined : room(message, view);
  return [
    message.photo && photo(message.photo.at(-1)),
    message.location && place(message.location),
    message.document && attachment(message.document, words ? undefined : last),
    words &&
      el(
        "div",
        { className: `text${onlyEmoji(message.text ?? "") ? " big" : ""}`, dir: "auto" },
        formatted(words, entities, view.command),
        last,
      ),
  ];
}

/** Keeps the end of the last line free for the time, which stands in the bubble's corner. */
function room(message, view) {
  return el("span", { className: "room", "aria-hidden": "true" }, ...meta(message, view).childNodes);
}

/** Telegram does not say "edited" on a bot's message with buttons. */
function meta(message, view) {
  const told = message.edit_date && !(message.from.id === view.bot && message.reply_markup);
  return el(
    "span",
    { className: "meta" },
    told && el("i", {}, "edited "),
    el("time", { title: new Date(message.date * 1000).toLocaleString() }, clockOf(message.date)),
    message.from.id === view.me && icon("check"),
  );
}

function photo({ file_id, width, height }) {
  const picture = el("img", {
    className: "photo",
    src: fileUrl(file_id),
    alt: "Photo",
    width,
    height,
    loading: "lazy",
  });
  return el("a", { href: fileUrl(file_id), target: "_blank", rel: "noopener", className: "frame" }, picture);
}

function attachment({ file_id, file_name, file_size }, last) {
  return el(
    "a",
    { className: "document", href: fileUrl(file_id), download: file_name },
    el("span", { className: "sheet" }, icon("file")),
    el("span", { className: "details" }, el("b", {}, file_name), el("small", {}, sizeOf(file_size), last)),
  );
}

function place({ latitude, longitude }) {
  const spot = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return el("div", { className: "map" }, icon("place"), el("small", {}, spot));
}

function reactions(message, view) {
  const given = Object.entries(message.reactions ?? {});
  if (given.length === 0) return undefined;
  const chips = [...new Set(given.map(([, emoji]) => emoji))].map((emoji) => {
    const from = given.filter(([, other]) => other === emoji);
    const chosen = from.some(([id]) => Number(id) === view.me);
    const onclick = () => view.react(message, chosen ? undefined : emoji);
    return el(
      "button",
      { type: "button", className: `reaction${chosen ? " chosen" : ""}`, onclick },
      emoji,
      ` ${from.length}`,
    );
  });
  return el("div", { className: "reactions" }, chips, room(message, view));
}

function isBare(message) {
  return isPicture(message) && !message.caption && !message.reactions;
}

function isPicture(message) {
  return message.photo !== undefined || message.location !== undefined;
}

function onlyEmoji(text) {
  return /^(?:\p{Extended_Pictographic}(?:\u{fe0f}|\u{200d}|\p{Emoji_Modifier})*){1,3}$/u.test(text);
}
