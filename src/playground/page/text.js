import { el } from "./dom.js";

const tags = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** A text with its entities as DOM nodes. `onCommand` is told which command was clicked. */
export function formatted(text, entities = [], onCommand = () => {}) {
  return nest(text, 0, text.length, entities, onCommand);
}

/** Entities come sorted, outer before inner; each becomes an element around what lies inside. */
function nest(text, start, end, entities, onCommand) {
  const nodes = [];
  let at = start;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) {
      rest = others;
      continue;
    }
    if (from > at) nodes.push(text.slice(at, from));
    const inside = others.filter((other) => other.offset < to);
    nodes.push(wrap(entity, text.slice(from, to), nest(text, from, to, inside, onCommand), onCommand));
    rest = others.filter((other) => other.offset + other.length > to).map((other) => cut(other, to));
    at = to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function cut(entity, from) {
  if (entity.offset >= from) return entity;
  return { ...entity, offset: from, length: entity.offset + entity.length - from };
}

function wrap(entity, content, children, onCommand) {
  if (entity.type === "pre") return codeBlock(entity, content);
  if (entity.type === "code") return el("code", { title: "Click to copy", onclick: () => copy(content) }, children);
  if (entity.type === "spoiler") return spoiler(children);
  if (entity.type === "expandable_blockquote") return folded(children);
  if (tags[entity.type]) return el(tags[entity.type], {}, children);
  if (entity.type === "bot_command") {
    return el(
      "a",
      { href: "#", className: "command", onclick: (event) => command(event, content, onCommand) },
      children,
    );
  }
  const href = addressOf(entity, content);
  if (href) return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, children);
  if (entity.type === "date_time") return el("time", { title: new Date(entity.unix_time * 1000).toString() }, children);
  return el("span", { className: `entity-${entity.type}` }, children);
}

/** Only web and mail addresses become links; anything else (a `javascript:` above all) stays text. */
function addressOf(entity, content) {
  const given = { url: content, text_link: entity.url, email: `mailto:${content}` }[entity.type];
  if (given === undefined) return undefined;
  const url = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`;
  return /^(?:https?|mailto):/i.test(url) ? url : undefined;
}

function codeBlock(entity, content) {
  const label = entity.language && el("span", { className: "language" }, entity.language);
  return el("pre", { title: "Click to copy", onclick: () => copy(content) }, label, el("code", {}, content));
}

function spoiler(children) {
  const hidden = el("span", { className: "spoiler", role: "button", tabIndex: 0, title: "Show" }, children);
  hidden.addEventListener("click", () => hidden.classList.add("shown"));
  return hidden;
}

function folded(children) {
  const quote = el("blockquote", { className: "folded" }, children);
  quote.addEventListener("click", () => quote.classList.toggle("folded"));
  return quote;
}

function command(event, content, onCommand) {
  event.preventDefault();
  onCommand(content);
}

function copy(content) {
  void navigator.clipboard?.writeText(content);
}
