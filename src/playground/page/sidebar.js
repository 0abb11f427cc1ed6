import { avatar, byId, el } from "./dom.js";
import { serviceText, shortDate, summaryOf } from "./format.js";

/** Draws the people on top. `choose` is told who was picked. */
export function drawPeople(screen, me, choose) {
  byId("people").replaceChildren(
    ...screen.people.map((person) => {
      const unread = person.id === me ? 0 : (screen.unread[person.id] ?? 0);
      return el(
        "button",
        {
          type: "button",
          className: "person",
          "aria-pressed": String(person.id === me),
          title: `Be ${person.first_name}`,
          data: { person: person.id },
          onclick: () => choose(person.id),
        },
        avatar("person", person.first_name, person.id),
        unread > 0 && el("span", { className: "badge" }, String(unread)),
        el("b", {}, person.first_name),
      );
    }),
  );
}

/** Draws the chats of one person. `open` is told which was picked. */
export function drawRows(screen, place, me, open) {
  const rows = screen.rows.map((row) => {
    const current = row.chat === place.chat && row.thread === place.thread;
    return el(
      "button",
      {
        type: "button",
        className: `row${row.thread === undefined ? "" : " row-topic"}`,
        "aria-current": String(current),
        data: { chat: row.chat, thread: row.thread ?? "" },
        onclick: () => open({ chat: row.chat, thread: row.thread }),
      },
      avatarOf(row),
      el(
        "span",
        { className: "row-words" },
        el(
          "span",
          { className: "row-line" },
          el("b", {}, row.title),
          row.last && el("time", {}, shortDate(row.last.date)),
        ),
        el(
          "span",
          { className: "row-line" },
          preview(row, me),
          row.unread > 0 && el("span", { className: "badge" }, String(row.unread)),
        ),
      ),
    );
  });
  byId("rows").replaceChildren(...rows);
}

/** The picture of a chat or topic. */
export function avatarOf(row) {
  if (row.type === "private") return avatar("bot", row.title, row.chat);
  return row.thread === undefined ? avatar("group", row.title, row.chat + 4) : avatar("topic", row.title, row.thread);
}

function preview(row, me) {
  if (!row.last) {
    return el("span", { className: "preview" }, row.type === "private" ? "Say hello" : "Nothing yet");
  }
  const { from } = row.last;
  const who = row.type === "private" || serviceText(row.last) ? "" : `${from.id === me ? "You" : from.first_name}: `;
  return el("span", { className: "preview" }, who && el("i", {}, who), summaryOf(row.last));
}
