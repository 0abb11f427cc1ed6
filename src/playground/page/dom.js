/**
 * Makes an element. Text goes in as text nodes, never as HTML. `on…` are listeners, `data` is the data set,
 * `aria-…` and the like are attributes, everything else is a property.
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** The element with this id, which is in index.html. */
export function byId(id) {
  return document.getElementById(id);
}

const shapes = {
  back: "M15 5 8 12l7 7",
  lines: "M5 7.5h14M5 12h14M5 16.5h14",
  menu: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  down: "M6 9.5l6 6 6-6",
  attach: "M19 11.5l-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.6 1.6 0 0 1-2.2-2.2l7.2-7.2",
  send: "M4.5 5.2v5l9 1.8-9 1.8v5L20.5 12z",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6.5 6.5l11 11m0-11l-11 11",
  reply: "M10 7 4.5 12 10 17v-3.4c5 0 7.5 1.4 9.5 4-0.5-4.6-3-7.5-9.5-8z",
  edit: "M5 19h3.2L18.5 8.7l-3.2-3.2L5 15.8z",
  copy: "M9 9h10v10H9zM15 9V5H5v10h4",
  forward: "M14 7l5.5 5-5.5 5v-3.4c-5 0-7.5 1.4-9.5 4 .5-4.6 3-7.5 9.5-8z",
  trash: "M6 8h12M9.5 8V5.5h5V8M7.5 8l.8 11h7.4l.8-11",
  keyboard: "M4 7h16v10H4zM8 10.5h.01M12 10.5h.01M16 10.5h.01M8.5 13.8h7",
  place: "M12 20s-6-5.4-6-10a6 6 0 0 1 12 0c0 4.6-6 10-6 10zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  file: "M7 4h7l4 4v12H7zM14 4v4h4",
  bell: "M12 4a5 5 0 0 0-5 5v4l-2 3.5h14L17 13V9a5 5 0 0 0-5-5zM10 19a2 2 0 0 0 4 0",
  mute: "M12 4a5 5 0 0 0-5 5v4l-2 3.5h14L17 13V9a5 5 0 0 0-5-5zM10 19a2 2 0 0 0 4 0M4 4l16 16",
  block: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11",
  topic: "M9.5 5 8 19M16 5l-1.5 14M5 9.5h14.5M4.5 14.5H19",
  eye: "M3.5 12S6.5 6.5 12 6.5 20.5 12 20.5 12 17.5 17.5 12 17.5 3.5 12 3.5 12zM12 14.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  star: "M12 4.5l2.3 4.8 5.2.7-3.8 3.6.9 5.2-4.6-2.5-4.6 2.5.9-5.2-3.8-3.6 5.2-.7z",
};

/** A line drawing from the list above. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapes[name]);
  svg.append(path);
  return svg;
}

/** A round picture of a person, the bot, a group or a topic. */
export function avatar(kind, title, number) {
  if (kind === "bot") return el("span", { className: "avatar avatar-bot", "aria-hidden": "true" }, icon("bell"));
  if (kind === "topic") return el("span", { className: "avatar avatar-topic", "aria-hidden": "true" }, icon("topic"));
  const color = `avatar-${Math.abs(number) % 7}`;
  return el("span", { className: `avatar ${color}`, "aria-hidden": "true" }, title.slice(0, 1).toUpperCase());
}
