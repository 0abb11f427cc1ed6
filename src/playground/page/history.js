import { bubble } from "./bubble.js";
import { el } from "./dom.js";
import { dayName } from "./format.js";

const togetherSeconds = 600;

/**
 * The open chat's messages on the screen. Messages are kept by id; an edit replaces its bubble where it stands, and the
 * reader's place is kept: at the end it stays at the end, elsewhere nothing moves.
 */
export class History {
  messages = new Map();
  atEnd = true;

  /** `view()` says whose screen it is now; `onScroll` hears whether the end is near. */
  constructor(list, scroller, view, onScroll) {
    this.list = list;
    this.scroller = scroller;
    this.view = view;
    const scrolled = () => {
      this.atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;
      onScroll(this.atEnd);
    };
    scroller.addEventListener("scroll", scrolled, { passive: true });
    const grown = new ResizeObserver(() => this.atEnd && this.toEnd());
    grown.observe(scroller);
    grown.observe(list);
  }

  /** Shows another chat. */
  show(loaded) {
    this.messages = new Map(loaded.map((message) => [message.message_id, message]));
    this.draw();
    this.atEnd = true;
    this.toEnd();
  }

  /** Puts older messages above, without moving what is read. */
  older(loaded) {
    const { scrollHeight, scrollTop } = this.scroller;
    for (const message of loaded) this.messages.set(message.message_id, message);
    this.draw();
    this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
  }

  /** Adds a new message; follows it when the reader is at the end or wrote it. True when it can be seen. */
  add(message) {
    this.atEnd ||= message.from.id === this.view().me;
    this.messages.set(message.message_id, message);
    this.node(message.message_id)?.remove();
    const row = bubble(message, this.view());
    row.classList.add("arriving");
    this.list.append(row);
    this.arrange();
    if (this.atEnd) this.toEnd();
    return this.atEnd;
  }

  edit(message) {
    const old = this.node(message.message_id);
    if (!old) return;
    this.messages.set(message.message_id, message);
    const row = bubble(message, this.view());
    keepBusy(old, row);
    const { offsetHeight, offsetTop } = old;
    old.replaceWith(row);
    this.arrange();
    if (this.atEnd) this.toEnd();
    else if (offsetTop < this.scroller.scrollTop) this.scroller.scrollTop += row.offsetHeight - offsetHeight;
  }

  remove(ids) {
    for (const id of ids) {
      this.messages.delete(id);
      this.node(id)?.remove();
    }
    this.arrange();
  }

  /** Brings a message to the middle and points at it. */
  jump(id) {
    const row = this.node(id);
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.remove("pointed");
    requestAnimationFrame(() => row.classList.add("pointed"));
  }

  toEnd(behavior = "instant") {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  get(id) {
    return this.messages.get(id);
  }

  /** All messages, oldest first. */
  all() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  node(id) {
    return this.list.querySelector(`[data-id="${id}"]`);
  }

  draw() {
    this.list.replaceChildren(...this.all().map((message) => bubble(message, this.view())));
    this.arrange();
  }

  /** Day headings, and which bubbles belong together (same writer, within ten minutes). */
  arrange() {
    for (const other of this.list.querySelectorAll(".day, .hint")) other.remove();
    let before;
    for (const row of [...this.list.children]) {
      const sameDay = row.dataset.day === before?.dataset.day;
      if (!sameDay) row.before(heading(this.get(Number(row.dataset.id))));
      const joins = sameDay && this.belong(before, row);
      row.classList.toggle("first", !joins);
      row.classList.add("last");
      if (joins) before.classList.remove("last");
      before = row;
    }
  }

  belong(one, other) {
    if (one.classList.contains("service") || other.classList.contains("service")) return false;
    const [a, b] = [one, other].map((row) => this.get(Number(row.dataset.id)));
    return a.from.id === b.from.id && b.date - a.date < togetherSeconds;
  }
}

function heading(message) {
  return el("div", { className: "day" }, el("span", {}, dayName(message.date)));
}

/** A button that still waits for its answer goes on turning after an edit that kept it. */
function keepBusy(old, row) {
  for (const button of old.querySelectorAll('[data-press][aria-busy="true"]')) {
    const same = [...row.querySelectorAll("[data-press]")].find(
      ({ dataset }) => dataset.press === button.dataset.press,
    );
    same?.setAttribute("aria-busy", "true");
  }
}
