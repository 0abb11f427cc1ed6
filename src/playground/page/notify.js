import { avatar, byId, el } from "./dom.js";

/** Notes, a soft sound and the title of the window, when a message comes. `store` keeps whether there is a sound. */
export function createNotifier(store) {
  let audio;
  let unread = 0;
  const wake = () => {
    audio ??= new AudioContext();
    if (audio.state === "suspended") void audio.resume();
  };
  for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, wake, { passive: true });

  /** Two soft bell tones, a fifth apart. */
  function ring() {
    if (store.get("muted") || audio?.state !== "running") return;
    for (const [pitch, delay] of [
      [880, 0],
      [1318.5, 0.09],
    ]) {
      const [tone, level, at] = [audio.createOscillator(), audio.createGain(), audio.currentTime + delay];
      tone.frequency.value = pitch;
      level.gain.setValueAtTime(0, at);
      level.gain.linearRampToValueAtTime(0.09, at + 0.012);
      level.gain.exponentialRampToValueAtTime(0.0001, at + 0.7);
      tone.connect(level).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.75);
    }
  }

  return {
    ring,
    /** Shows a card in the corner for some seconds. */
    note({ title, text, open }) {
      const close = () => card.remove();
      const card = el(
        "button",
        {
          type: "button",
          className: "note",
          onclick: () => {
            close();
            open();
          },
        },
        avatar("bot", title, 1),
        el("span", { className: "note-words" }, el("b", {}, title), el("span", {}, text)),
      );
      byId("notes").append(card);
      setTimeout(close, 6000);
      while (byId("notes").children.length > 3) byId("notes").firstChild.remove();
      if (document.hidden && globalThis.Notification?.permission === "granted") {
        new Notification(title, { body: text, tag: title, silent: true }).onclick = () => {
          focus();
          open();
        };
      }
    },
    /** The number in the window's title. */
    count(total) {
      unread = total;
      document.title = unread > 0 ? `(${unread}) Belfry playground` : "Belfry playground";
    },
  };
}
