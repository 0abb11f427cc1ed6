import { byId, el, icon } from "./dom.js";
import { sizeOf } from "./format.js";
import { dialog, menu } from "./overlay.js";

const cities = [
  ["Berlin", 52.52, 13.405],
  ["Lisbon", 38.7223, -9.1393],
  ["New York", 40.7128, -74.006],
  ["São Paulo", -23.5505, -46.6333],
  ["Tokyo", 35.6762, 139.6503],
  ["Sydney", -33.8688, 151.2093],
];

/** The menu behind the paper clip. `send` gets files, a caption and whether they go as files; `locate` a position. */
export function attachMenu(box, send, locate) {
  menu(box.left - 120, box.top - 8, [
    { icon: "attach", text: "Photo or file", run: () => choose(send) },
    { icon: "place", text: "Location", run: () => pickPlace(locate) },
  ]);
}

/** Asks for a place on earth: this computer's, or a city's. */
export function pickPlace(locate) {
  const own = (close) =>
    navigator.geolocation?.getCurrentPosition(({ coords }) => {
      close();
      locate(coords.latitude, coords.longitude);
    });
  const list = el("div", { className: "choices" });
  const { close } = dialog("Send a location", list);
  list.append(
    el("button", { type: "button", onclick: () => own(close) }, icon("place"), "Where this computer is"),
    ...cities.map(([name, latitude, longitude]) => {
      const onclick = () => {
        close();
        locate(latitude, longitude);
      };
      return el("button", { type: "button", onclick }, icon("place"), name);
    }),
  );
}

/** Shows what is about to be sent, with a caption. */
export function confirmFiles(files, send) {
  const pictures = files.every((file) => /^image\/(?:png|jpeg|gif|webp)$/.test(file.type));
  const caption = el("input", { type: "text", className: "caption-input", placeholder: "Caption", maxLength: 1024 });
  const plain = el("input", { type: "checkbox", checked: !pictures, disabled: !pictures });
  const content = el("form", { method: "dialog" }, files.map(preview), caption);
  if (pictures) content.append(el("label", { className: "as-file" }, plain, "Send as a file"));
  const { close } = dialog(files.length > 1 ? `Send ${files.length} files` : "Send", content, (shut) => [
    el("button", { type: "button", className: "plain", onclick: shut }, "Cancel"),
    el("button", { type: "button", className: "plain strong", onclick: go }, "Send"),
  ]);
  content.addEventListener("submit", go);
  caption.focus();
  function go() {
    close();
    send(files, caption.value, plain.checked);
  }
}

/** Lets files be dropped anywhere on the chat. */
export function acceptDrops(send) {
  const [chat, sheet] = [byId("chat"), byId("drop")];
  let depth = 0;
  const over = (change) => {
    depth = Math.max(0, depth + change);
    sheet.hidden = depth === 0;
  };
  chat.addEventListener("dragenter", (event) => event.dataTransfer.types.includes("Files") && over(1));
  chat.addEventListener("dragleave", (event) => event.dataTransfer.types.includes("Files") && over(-1));
  chat.addEventListener("dragover", (event) => event.preventDefault());
  chat.addEventListener("drop", (event) => {
    event.preventDefault();
    over(-depth);
    if (event.dataTransfer.files.length > 0) confirmFiles([...event.dataTransfer.files], send);
  });
}

function choose(send) {
  const input = el("input", { type: "file", multiple: true, id: "file-input", hidden: true });
  input.addEventListener("change", () => {
    if (input.files.length > 0) confirmFiles([...input.files], send);
    input.remove();
  });
  document.body.append(input);
  input.click();
}

function preview(file) {
  if (/^image\/(?:png|jpeg|gif|webp)$/.test(file.type)) {
    return el("img", { className: "preview-image", src: URL.createObjectURL(file), alt: file.name });
  }
  return el(
    "div",
    { className: "document" },
    el("span", { className: "sheet" }, icon("file")),
    el("span", { className: "details" }, el("b", {}, file.name), el("small", {}, sizeOf(file.size))),
  );
}
