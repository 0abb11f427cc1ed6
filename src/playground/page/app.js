import { emptyHint } from "./actions.js";
import { createArrivals } from "./arrivals.js";
import { attachMenu, confirmFiles, pickPlace } from "./attach.js";
import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { wireGestures } from "./gestures.js";
import { drawHead, typing } from "./head.js";
import { History } from "./history.js";
import { replyKeyboardOf } from "./keyboard.js";
import { createNotifier } from "./notify.js";
import { toast } from "./overlay.js";
import { createPresses } from "./presses.js";
import { act, listen, read, upload } from "./server.js";
import { drawPeople, drawRows } from "./sidebar.js";
import { createStore, placeFromHash, placeToHash } from "./store.js";

const store = createStore();
const notifier = createNotifier(store);
const presses = createPresses();
/** Who sits here, which chat is open, and what the server last said about everything else. */
const state = { me: 0, place: {}, screen: undefined, loading: false, heard: 0 };

const view = () => ({
  me: state.me,
  bot: state.screen?.bot.id,
  group: row()?.type !== "private",
  jump: (id) => chat.jump(id),
  command: (text) => send(text),
  copy,
  react,
  press: (message, button, element) => attempt(presses.press(state.me, message, button.callback_data, element)),
});
const chat = new History(byId("history"), byId("scroll"), view, scrolled);
const composer = new Composer({
  send,
  edit: (message, text) => attempt(act("edit", { ...spotOf(message), text })),
  editLast() {
    const mine = chat.all().findLast((message) => message.from.id === state.me && message.text !== undefined);
    if (mine) composer.startEdit(mine);
  },
  attach: (box) => attachMenu(box, sendFiles, locate),
  locate: () => pickPlace(locate),
  files: (files) => confirmFiles(files, sendFiles),
  unblock: () => attempt(act("block", { person: state.me, blocked: false })),
});

function here() {
  const { chat: id, thread } = state.place;
  return { person: state.me, chat: id, ...(thread !== undefined && { thread }) };
}

function spotOf(message) {
  return { person: state.me, chat: message.chat.id, message: message.message_id };
}

/** The open chat's row in the left column. */
function row() {
  const { chat: id, thread } = state.place;
  return state.screen?.rows.find((candidate) => candidate.chat === id && candidate.thread === thread);
}

function isOpen() {
  return document.body.classList.contains("chat-open");
}

async function attempt(deed) {
  try {
    return await deed;
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}

function send(text, replyTo) {
  return attempt(act("say", { ...here(), text, replyTo }));
}

async function sendFiles(files, caption, asDocument) {
  const replyTo = composer.takeReply();
  for (const [index, file] of files.entries()) {
    const fields = { ...here(), asDocument, ...(index === 0 && { caption, replyTo }) };
    await attempt(upload(file, fields));
  }
}

function locate(latitude, longitude) {
  return attempt(act("locate", { ...here(), latitude, longitude, replyTo: composer.takeReply() }));
}

function react(message, emoji) {
  return attempt(act("react", { ...spotOf(message), emoji }));
}

function copy(text) {
  void navigator.clipboard?.writeText(text).then(() => toast("Copied"));
}

/** Asks the server for everything around the open chat and draws it; what comes meanwhile shares the next asking. */
function refresh() {
  state.next ??= (async () => {
    await state.now;
    state.next = undefined;
    state.now = draw();
    await state.now;
  })();
  return state.next;
}

async function draw() {
  const { me } = state;
  // Without an answer the head says "waiting for the playground", and `listen` comes back here.
  const screen = await read("screen", { person: me }).catch(() => undefined);
  if (!screen || me !== state.me) return;
  state.screen = screen;
  drawPeople(screen, me, (person) => go(person, {}));
  drawRows(screen, state.place, me, (place) => go(me, place));
  notifier.count(Object.values(screen.unread).reduce((sum, unread) => sum + unread, 0));
  const open = row();
  if (!open) return;
  drawHead(open, screen);
  const blocked = open.type === "private" && open.bot === "kicked";
  composer.offer({ commands: open.commands, blocked });
}

/** Opens a chat of a person; without a chat the private one, or on a phone the list. */
async function go(person, place, replace = false) {
  const narrow = matchMedia("(max-width: 720px)").matches;
  document.body.classList.toggle("chat-open", place.chat !== undefined || !narrow);
  state.me = person;
  state.place = { chat: place.chat ?? person, thread: place.thread };
  composer.enter(`${person}/${state.place.chat}/${state.place.thread ?? ""}`);
  placeToHash(person, place, replace);
  store.set("person", person);
  await refresh();
  if (!row() && place.chat !== undefined) return go(person, {}, true);
  typing(false);
  await loadChat();
  composer.focus();
}

/** Reads the open chat, again when something happened meanwhile, so that nothing falls between reading and showing. */
async function loadChat() {
  const wanted = here();
  const heard = state.heard;
  const messages = await attempt(read("history", wanted));
  if (messages && heard !== state.heard) return loadChat();
  if (!messages || wanted.chat !== state.place.chat || wanted.thread !== state.place.thread) return;
  chat.show(messages);
  afterChange();
  markRead();
}

/** What depends on all messages of the chat: the bot's keyboard, the hint of an empty chat. */
function afterChange() {
  composer.keyboard(replyKeyboardOf(chat.all(), state.screen.bot.id));
  byId("history").querySelector(".hint")?.remove();
  if (chat.messages.size === 0 && row()) byId("history").append(emptyHint(row(), (text) => composer.fill(text)));
}

function markRead() {
  const last = chat.all().at(-1);
  if (!last || document.hidden || !isOpen() || !row()?.unread) return;
  void attempt(act("read", { ...here(), message: last.message_id }).then(refresh));
}

function scrolled(atEnd) {
  byId("down").hidden = atEnd;
  if (atEnd) byId("down").dataset.count = "";
  if (byId("scroll").scrollTop < 200) void loadOlder();
}

async function loadOlder() {
  const before = chat.all()[0]?.message_id;
  if (before === undefined || state.loading || state.oldest === before) return;
  state.loading = true;
  state.oldest = before;
  const wanted = here();
  const older = await attempt(read("history", { ...wanted, before }));
  state.loading = false;
  if (older?.length && chat.get(before)?.chat.id === wanted.chat) chat.older(older);
}

/** Goes where the address points; to somebody who exists. */
async function follow() {
  const { people } = await read("screen", { person: 0 });
  const known = (id) => people.some((person) => person.id === id) && id;
  const { person, chat: id, thread } = placeFromHash();
  await go(known(person) || known(store.get("person")) || people[0].id, { chat: id, thread }, true);
}

wireGestures({
  ...{ chat, composer, sendFiles, markRead, follow, row },
  leave() {
    document.body.classList.remove("chat-open");
    placeToHash(state.me, {});
  },
  menuContext: () => ({
    ...{ me: state.me, privacy: state.screen.privacy, store, composer, react, copy, attempt, redraw: refresh },
    rows: () => state.screen.rows,
    go: (place) => go(state.me, place),
  }),
});
const arrivals = createArrivals({
  state,
  chat,
  composer,
  notifier,
  presses,
  afterChange,
  refresh,
  markRead,
  isOpen,
  go,
});
// What happens after the first look must be heard.
await listen(
  (event) => {
    state.heard += 1;
    if (state.screen) void arrivals[event.type]?.(event);
  },
  () => refresh().then(loadChat),
);
await follow();
