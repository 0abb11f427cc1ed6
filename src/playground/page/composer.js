import { CommandList, commandButton } from "./commands.js";
import { byId, el, icon } from "./dom.js";
import { summaryOf } from "./format.js";
import { replyKeyboard } from "./keyboard.js";

/** Characters one message holds. */
const limit = 4096;
const tallest = 240;

/**
 * The bar at the bottom. `on` says what happens: `send(text, replyTo)`, `edit(message, text)`, `attach(box)`,
 * `locate()`, `editLast()`, `files(list)`, `unblock()`.
 */
export class Composer {
  commands = [];
  drafts = new Map();
  key = "";
  reply = undefined;
  editing = undefined;
  markup = undefined;
  folded = false;

  constructor(on) {
    this.on = on;
    this.list = new CommandList(
      (command) => this.sendCommand(command),
      (text) => this.fill(text),
    );
    this.input = el("textarea", { id: "input", rows: 1, placeholder: "Message", "aria-label": "Message" });
    this.bar = el("div", { id: "context-bar", hidden: true });
    this.keys = el("div", { id: "reply-keys" });
    this.pill = commandButton(() => {
      this.list.toggle(this.commands);
      this.input.focus();
    });
    this.foldButton = round("keyboard", "Show or hide the keyboard", () => this.fold(!this.folded));
    this.sendButton = round("send", "Send", () => this.submit());
    this.sendButton.id = "send";
    this.unblock = el(
      "button",
      { type: "button", id: "unblock", hidden: true, onclick: () => on.unblock() },
      "UNBLOCK",
    );
    this.build();
    this.changed();
    this.drawKeyboard();
  }

  build() {
    const attach = round("attach", "Attach", (event) => this.on.attach(event.currentTarget.getBoundingClientRect()));
    const line = el("div", { className: "line" }, this.pill, this.input, this.foldButton, attach);
    this.row = el(
      "div",
      { className: "composer-row" },
      el("div", { className: "field" }, this.bar, line),
      this.sendButton,
    );
    byId("composer").append(this.list.box, this.row, this.unblock, this.keys);
    this.input.addEventListener("input", () => this.changed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => this.list.close());
    document.addEventListener("keydown", (event) => this.typedElsewhere(event));
    this.input.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      this.on.files([...event.clipboardData.files]);
    });
  }

  /** Letters typed after pressing a button belong in the input, as in Telegram. Enter and space stay with the button. */
  typedElsewhere({ target, key, ctrlKey, metaKey, altKey }) {
    const typing = target.closest?.("input, textarea, select, dialog, [role=menu], [role=dialog]");
    if (typing || this.row.hidden || ctrlKey || metaKey || altKey || key.length !== 1 || key === " ") return;
    this.input.focus({ preventScroll: true });
  }

  /** What the open chat offers: its commands, whether writing is possible. */
  offer({ commands, blocked }) {
    this.commands = commands;
    this.pill.hidden = commands.length === 0;
    this.row.hidden = blocked;
    this.unblock.hidden = !blocked;
  }

  /** Another chat was opened, at once: what is typed from now on is for it. Its draft comes back. */
  enter(key) {
    if (this.key === key) return;
    this.drafts.set(this.key, this.editing ? "" : this.input.value);
    this.cancel();
    this.key = key;
    this.input.value = this.drafts.get(key) ?? "";
    this.changed();
    this.list.close();
  }

  /** Focuses the input where that opens no keyboard over the chat. */
  focus() {
    if (matchMedia("(hover: hover)").matches) this.input.focus({ preventScroll: true });
  }

  /** Puts a text into the input and the cursor behind it. */
  fill(text) {
    this.input.value = text;
    this.changed();
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(text.length, text.length);
  }

  /** The keyboard the bot asked for, or none. A new one opens. */
  keyboard(markup) {
    if (markup?.message !== this.markup?.message) this.folded = false;
    this.markup = markup;
    this.drawKeyboard();
  }

  startReply(message) {
    this.cancel();
    this.reply = message;
    this.drawBar();
    this.input.focus();
  }

  startEdit(message) {
    this.reply = undefined;
    this.editing = message;
    this.drawBar();
    this.fill(message.text ?? message.caption ?? "");
    this.list.close();
  }

  /** The message that is replied to, once. */
  takeReply() {
    const id = this.reply?.message_id;
    this.reply = undefined;
    this.drawBar();
    return id;
  }

  changed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, tallest)}px`;
    this.sendButton.disabled = this.input.value.trim() === "";
    if (!this.editing) this.list.suggest(this.input.value, this.commands);
  }

  pressed(event) {
    if (event.isComposing || this.list.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape") {
      this.cancel();
    } else if (event.key === "ArrowUp" && this.input.value === "") {
      event.preventDefault();
      this.on.editLast();
    }
  }

  submit() {
    const text = this.input.value.trim();
    if (text === "") return;
    if (this.editing) this.on.edit(this.editing, text);
    else for (const part of parts(text)) this.on.send(part, this.takeReply());
    this.cancel();
    this.fill("");
    this.list.close();
  }

  sendCommand(command) {
    this.fill("");
    this.list.close();
    this.on.send(command, this.takeReply());
  }

  cancel() {
    if (this.editing) this.input.value = "";
    this.reply = undefined;
    this.editing = undefined;
    this.changed();
    this.drawBar();
  }

  drawBar() {
    const message = this.editing ?? this.reply;
    this.bar.hidden = !message;
    if (!message) return;
    const title = this.editing ? "Edit message" : `Reply to ${message.from.first_name}`;
    const words = el("span", { className: "context-words" }, el("b", {}, title), el("span", {}, summaryOf(message)));
    const stop = round("close", "Cancel", () => this.cancel());
    this.bar.replaceChildren(icon(this.editing ? "edit" : "reply"), words, stop);
  }

  fold(folded) {
    this.folded = folded;
    this.drawKeyboard();
  }

  drawKeyboard() {
    const { markup, folded } = this;
    this.foldButton.hidden = !markup;
    this.input.placeholder = markup?.input_field_placeholder ?? "Message";
    this.keys.replaceChildren(...(markup && !folded ? [replyKeyboard(markup, (button) => this.pressKey(button))] : []));
  }

  pressKey(button) {
    if (this.markup.one_time_keyboard) this.fold(true);
    if (button.request_location) this.on.locate();
    else this.on.send(button.text, this.takeReply());
  }
}

/** Long texts leave in pieces a message can hold, cut at a line's end where there is one. */
function parts(text) {
  if (text.length <= limit) return [text];
  const line = text.lastIndexOf("\n", limit);
  const cut = line > limit / 2 ? line : limit;
  const whole = /[\ud800-\udbff]/.test(text[cut - 1]) ? cut - 1 : cut;
  return [text.slice(0, whole), ...parts(text.slice(whole))];
}

function round(name, label, onclick) {
  return el("button", { type: "button", className: "round", "aria-label": label, title: label, onclick }, icon(name));
}
