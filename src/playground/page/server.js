/** Does something as a person. Rejects with the server's own words when it cannot be done. */
export async function act(deed, wish) {
  const response = await fetch(`/page/do/${deed}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  });
  return outcome(response);
}

/** Reads something: `screen` or `history`. */
export async function read(what, query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return outcome(await fetch(`/page/${what}?${new URLSearchParams(given)}`));
}

/** Sends one file. */
export async function upload(file, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
  form.append("file", file, file.name || "picture.png");
  return outcome(await fetch("/page/upload", { method: "POST", body: form }));
}

/** Listens to everything that happens, from when it resolves. `again` is called after a lost connection came back. */
export function listen(hear, again) {
  const source = new EventSource("/page/events");
  let lost = false;
  for (const type of ["message", "edited", "deleted", "typing", "answered", "changed"]) {
    source.addEventListener(type, (event) => hear(JSON.parse(event.data)));
  }
  source.addEventListener("error", () => {
    lost = true;
    document.body.classList.add("offline");
  });
  return new Promise((resolve) => {
    source.addEventListener("hello", () => {
      document.body.classList.remove("offline");
      resolve();
      if (lost) again();
      lost = false;
    });
  });
}

/** Where a stored file can be seen or saved. */
export function fileUrl(id) {
  return `/page/file/${encodeURIComponent(id)}`;
}

async function outcome(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.problem ?? "The playground did not answer.");
  return body;
}
