import { byId, el, icon } from "./dom.js";

/** A short dark note in the middle of the chat, as an answered press shows it. */
export function toast(text) {
  const note = el("div", { className: "toast" }, text);
  byId("toasts").replaceChildren(note);
  setTimeout(() => note.remove(), Math.max(2500, text.length * 60));
}

/** A window that must be closed, as `show_alert` shows it. */
export function alertBox(title, text) {
  const { box } = dialog(title, el("p", { className: "words" }, text), (close) => [
    el("button", { type: "button", className: "plain", onclick: close, autofocus: true }, "OK"),
  ]);
  box.classList.add("alert");
}

/** A modal window. `buttons` gets a function that closes it. */
export function dialog(title, content, buttons = () => []) {
  const box = el("dialog", { className: "dialog", "aria-label": title });
  const close = () => box.close();
  box.append(el("h2", {}, title), content, el("div", { className: "dialog-buttons" }, buttons(close)));
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => event.target === box && close());
  document.body.append(box);
  box.showModal();
  return { box, close };
}

/**
 * A menu at a place on the screen. Items: `{ icon, text, run, danger?, checked? }`; `head` stands above them.
 * Opens towards the side with room.
 */
export function menu(x, y, items, head) {
  closeMenu();
  const box = el("div", { className: "menu", role: "menu", id: "menu" }, head, items.filter(Boolean).map(menuItem));
  const shade = el("div", { className: "menu-shade", id: "menu-shade", onclick: closeMenu });
  shade.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    closeMenu();
  });
  document.body.append(shade, box);
  const { offsetWidth: width, offsetHeight: height } = box;
  box.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, y + height + 8 > innerHeight ? y - height : y)}px`;
  box.querySelector("button")?.focus({ preventScroll: true, focusVisible: false });
}

/** Closes the open menu, when there is one. */
export function closeMenu() {
  byId("menu")?.remove();
  byId("menu-shade")?.remove();
}

addEventListener("keydown", (event) => {
  const open = byId("menu");
  if (!open) return;
  if (event.key === "Escape") closeMenu();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const buttons = [...open.querySelectorAll(".menu-item")];
  const step = event.key === "ArrowDown" ? 1 : -1;
  buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length)?.focus();
});

function menuItem({ icon: name, text, run, danger, checked }) {
  const onclick = () => {
    closeMenu();
    run();
  };
  const role = checked === undefined ? "menuitem" : "menuitemcheckbox";
  const props = { type: "button", className: `menu-item${danger ? " danger" : ""}`, onclick, role };
  if (checked !== undefined) props["aria-checked"] = String(checked);
  return el(
    "button",
    props,
    icon(name),
    el("span", {}, text),
    checked !== undefined && el("i", { className: "switch" }),
  );
}
