import { el, icon } from "./dom.js";

/**
 * The list of the bot's commands above the input: opened by the menu button, or while a command is being typed.
 * `pick` gets the chosen command, `complete` the one to go on typing.
 */
export class CommandList {
  shown = [];
  chosen = 0;
  box = el("div", { className: "commands", role: "listbox", "aria-label": "Commands", hidden: true });

  constructor(pick, complete) {
    this.pick = pick;
    this.complete = complete;
    this.box.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  show(commands) {
    this.shown = commands;
    this.chosen = 0;
    this.draw();
  }

  close() {
    this.show([]);
  }

  toggle(commands) {
    this.show(this.box.hidden ? commands : []);
  }

  /** Shows what fits a text that begins with a slash and is still one word. */
  suggest(text, commands) {
    const typed = /^\/([a-z0-9_]*)$/i.exec(text)?.[1].toLowerCase();
    this.show(typed === undefined ? [] : commands.filter(({ command }) => command.startsWith(typed)));
  }

  /** Arrow keys, Enter, Tab and Escape, while it is open. True when the key was used. */
  key(event) {
    if (this.box.hidden) return false;
    const command = `/${this.shown[this.chosen].command}`;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.move(step);
    else if (event.key === "Tab") this.complete(`${command} `);
    else if (event.key === "Enter" && !event.shiftKey) this.pick(command);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  move(step) {
    this.chosen = (this.chosen + step + this.shown.length) % this.shown.length;
    this.draw();
  }

  draw() {
    this.box.hidden = this.shown.length === 0;
    this.box.replaceChildren(...this.shown.map((command, index) => this.row(command, index === this.chosen)));
    this.box.children[this.chosen]?.scrollIntoView({ block: "nearest" });
  }

  row({ command, description }, chosen) {
    return el(
      "button",
      {
        type: "button",
        className: "command-row",
        role: "option",
        "aria-selected": String(chosen),
        onclick: () => this.pick(`/${command}`),
      },
      el("b", {}, `/${command}`),
      el("span", {}, description),
    );
  }
}

/** The button that opens the list. */
export function commandButton(onclick) {
  const props = { type: "button", id: "commands-button", className: "menu-pill", "aria-label": "Commands", onclick };
  return el(
    "button",
    { ...props, onpointerdown: (event) => event.preventDefault() },
    icon("lines"),
    el("span", {}, "Menu"),
  );
}
