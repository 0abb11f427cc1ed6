import { byId, el } from "./dom.js";
import { avatarOf } from "./sidebar.js";

let typingTimer;
let quiet = "";

/** The bar above the open chat. */
export function drawHead(row, screen) {
  const people = screen.people.map(({ first_name }) => first_name).join(", ");
  const inside = row.bot === "member" || row.bot === "administrator";
  quiet = row.type === "private" ? "bot" : `${people}${inside ? " and Belfry" : ""}`;
  if (row.group) quiet = `${row.group} · ${quiet}`;
  byId("head-avatar").replaceChildren(avatarOf(row));
  byId("head-title").textContent = row.title;
  if (!typingTimer) byId("head-status").textContent = quiet;
}

const doings = { typing: "typing", upload_photo: "sending a photo", upload_document: "sending a file" };

/** Shows for five seconds what the bot is doing (Bot API sendChatAction), or stops showing it. */
export function typing(on, action) {
  clearTimeout(typingTimer);
  typingTimer = undefined;
  const status = byId("head-status");
  if (!on) {
    status.textContent = quiet;
    return;
  }
  const dots = el("span", { className: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  status.replaceChildren(dots, `${doings[action] ?? "typing"}…`);
  typingTimer = setTimeout(() => typing(false), 5000);
}
