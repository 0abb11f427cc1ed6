import { chatMenu, messageMenu } from "./actions.js";
import { acceptDrops } from "./attach.js";
import { byId, icon } from "./dom.js";

const longPressMs = 450;

/** Everything a hand can do on the chat besides writing: right clicks, long presses, swipes back, drops. `page` is the open page. */
export function wireGestures(page) {
  const list = byId("history");
  let timer;

  function open(event, x, y) {
    const row = event.target.closest?.(".message");
    const message = row && page.chat.get(Number(row.dataset.id));
    if (!message || !event.target.closest(".stack")) return false;
    messageMenu(message, x, y, page.menuContext());
    return true;
  }

  list.addEventListener("contextmenu", (event) => {
    if (getSelection().toString() === "" && open(event, event.clientX, event.clientY)) event.preventDefault();
  });
  list.addEventListener(
    "touchstart",
    (event) => {
      const { clientX, clientY } = event.touches[0];
      timer = setTimeout(() => open(event, clientX, clientY), longPressMs);
    },
    { passive: true },
  );
  for (const end of ["touchend", "touchmove", "touchcancel"])
    list.addEventListener(end, () => clearTimeout(timer), { passive: true });
  list.addEventListener("dblclick", (event) => {
    const row = event.target.closest(".message");
    if (!row || event.target.closest("button, a, .text")) return;
    page.composer.startReply(page.chat.get(Number(row.dataset.id)));
  });

  byId("back").append(icon("back"));
  byId("back").addEventListener("click", () => page.leave());
  byId("head-menu").append(icon("menu"));
  byId("head-menu").addEventListener("click", (event) => {
    chatMenu(page.row(), event.currentTarget.getBoundingClientRect(), page.menuContext());
  });
  byId("down").append(icon("down"));
  byId("down").addEventListener("click", () => page.chat.toEnd("smooth"));
  acceptDrops(page.sendFiles);
  addEventListener("popstate", () => page.follow());
  addEventListener("visibilitychange", () => page.markRead());
  addEventListener("focus", () => page.markRead());
}
