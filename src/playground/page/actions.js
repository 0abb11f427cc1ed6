import { el, icon } from "./dom.js";
import { closeMenu, dialog, menu } from "./overlay.js";
import { act } from "./server.js";
import { avatarOf } from "./sidebar.js";

const favourites = ["👍", "❤", "🔥", "👏", "😁", "🤔", "👀", "🎉"];

/** What can be done with a message, on a right click or a long press. */
export function messageMenu(message, x, y, { me, composer, rows, react, attempt, copy, go }) {
  const spot = { person: me, chat: message.chat.id, message: message.message_id };
  const mine = message.from.id === me;
  const forward = async (to) => (await attempt(act("forward", { ...spot, to }))) && go(to);
  const text = message.text ?? message.caption;
  const head = el(
    "div",
    { className: "reaction-strip" },
    favourites.map((emoji) => {
      const onclick = () => {
        closeMenu();
        react(message, message.reactions?.[me] === emoji ? undefined : emoji);
      };
      return el("button", { type: "button", "aria-label": `React ${emoji}`, onclick }, emoji);
    }),
  );
  menu(
    x,
    y,
    [
      { icon: "reply", text: "Reply", run: () => composer.startReply(message) },
      mine &&
        text !== undefined &&
        !message.forward_origin && { icon: "edit", text: "Edit", run: () => composer.startEdit(message) },
      text && { icon: "copy", text: "Copy text", run: () => copy(text) },
      {
        icon: "forward",
        text: "Forward",
        run: () => pickTarget(rows(), forward),
      },
      (mine || message.chat.type === "private") && {
        icon: "trash",
        text: "Delete",
        danger: true,
        run: () => attempt(act("remove", spot)),
      },
    ],
    head,
  );
}

/** The menu of a chat: what can be switched, blocked, opened. */
export function chatMenu(row, box, { me, privacy, store, attempt, redraw, go }) {
  const muted = store.get("muted") === true;
  const sound = {
    icon: muted ? "mute" : "bell",
    text: "Sound",
    checked: !muted,
    run: () => {
      store.set("muted", !muted);
      redraw();
    },
  };
  const notes = globalThis.Notification?.permission === "default" && {
    icon: "bell",
    text: "Notify outside this window",
    run: () => void Notification.requestPermission(),
  };
  menu(box.right - 270, box.bottom + 4, [...(row.type === "private" ? privateItems() : groupItems()), sound, notes]);

  function privateItems() {
    const blocked = row.bot === "kicked";
    const run = () => attempt(act("block", { person: me, blocked: !blocked }));
    return [{ icon: "block", text: blocked ? "Unblock the bot" : "Block the bot", danger: !blocked, run }];
  }

  function groupItems() {
    const admin = row.bot === "administrator";
    const inside = admin || row.bot === "member";
    const status = (wanted) => attempt(act("standing", { person: me, chat: row.chat, status: wanted }));
    return [
      row.forum && { icon: "topic", text: "New topic", run: () => newTopic(row, me, attempt, go) },
      {
        icon: "eye",
        text: "Bot reads only commands, mentions and replies",
        checked: privacy,
        run: () => attempt(act("privacy", { on: !privacy })),
      },
      inside && {
        icon: "star",
        text: "Bot is an administrator",
        checked: admin,
        run: () => status(admin ? "member" : "administrator"),
      },
      {
        icon: "block",
        text: inside ? "Remove the bot" : "Add the bot",
        danger: inside,
        run: () => status(inside ? "kicked" : "member"),
      },
    ];
  }
}

function pickTarget(rows, done) {
  const list = el("div", { className: "choices" });
  const { close } = dialog("Forward to", list);
  list.append(
    ...rows.map((row) => {
      const to = { chat: row.chat, ...(row.thread !== undefined && { thread: row.thread }) };
      const onclick = () => {
        close();
        done(to);
      };
      return el(
        "button",
        { type: "button", onclick },
        avatarOf(row),
        row.group ? `${row.group} / ${row.title}` : row.title,
      );
    }),
  );
}

function newTopic(row, me, attempt, go) {
  const name = el("input", {
    type: "text",
    className: "caption-input",
    placeholder: "Name of the topic",
    maxLength: 128,
  });
  const form = el("form", { method: "dialog" }, name);
  const { close } = dialog("New topic", form, (shut) => [
    el("button", { type: "button", className: "plain", onclick: shut }, "Cancel"),
    el("button", { type: "button", className: "plain strong", onclick: create }, "Create"),
  ]);
  form.addEventListener("submit", create);
  name.focus();
  async function create() {
    if (name.value.trim() === "") return;
    close();
    const created = await attempt(act("topic", { person: me, chat: row.chat, name: name.value }));
    if (created) go({ chat: row.chat, thread: created.thread });
  }
}

/** What an empty chat says: what to type first. */
export function emptyHint(row, fill) {
  const examples = ["tea in 4 min", "remind me to call the dentist tomorrow at 9", "standup every weekday at 9:25"];
  if (row.type !== "private") {
    return el(
      "div",
      { className: "hint" },
      el("b", {}, "No messages here yet"),
      el(
        "p",
        {},
        "In a group the bot reads only commands, replies, and what mentions it: ",
        el("em", {}, "@belfry_bot tea in 4 min"),
      ),
    );
  }
  return el(
    "div",
    { className: "hint" },
    el("span", { className: "hint-bell" }, icon("bell")),
    el("b", {}, "What shall I remind you of?"),
    el("p", {}, "Type: ", el("em", {}, "tea in 4 min")),
    examples.map((text) => el("button", { type: "button", onclick: () => fill(text) }, text)),
  );
}
