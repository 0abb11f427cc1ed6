/** What the browser remembers between visits, under one key; nothing breaks when it may not. */
export function createStore() {
  const key = "belfry-playground";
  const kept = readKept(key);
  return {
    get: (name) => kept[name],
    set(name, value) {
      kept[name] = value;
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // A browser that keeps nothing still shows everything.
      }
    },
  };
}

/** Who and where, as the address says it: `#1001/-100…/7`. */
export function placeFromHash() {
  const [person, chat, thread] = location.hash.slice(1).split("/").filter(Boolean).map(Number);
  return { person, chat, thread };
}

/** Writes it into the address. */
export function placeToHash(person, { chat, thread }, replace = false) {
  const hash = `#${[person, chat, thread].filter((part) => part !== undefined).join("/")}`;
  if (hash === location.hash) return;
  if (replace) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
}

function readKept(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}
