import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { readMultipart } from "../bot-api/multipart.ts";
import { readBytes } from "../world/files.ts";
import type { World } from "../world/world.ts";
import { type Crowd, chatOf, NotPossible } from "./crowd.ts";
import { deeds, place } from "./deeds.ts";
import { pageFiles } from "./page-files.ts";
import { historyOf, screenOf } from "./view.ts";

/** The page and what it talks to: files, one screen per person, events, and deeds. */
export function pageRoutes(world: World, crowd: Crowd): Hono {
  const app = new Hono();
  app.route("/", pageFiles());
  app.onError((error, context) => {
    if (error instanceof NotPossible) return context.json({ problem: error.message }, 400);
    throw error;
  });
  app.get("/page/screen", (context) => context.json(screenOf(world, Number(context.req.query("person")))));
  app.get("/page/history", (context) => {
    const { person, chat, thread, before } = context.req.query();
    const open = chatOf(world, Number(person), Number(chat));
    const limit = Number(before ?? Number.MAX_SAFE_INTEGER);
    return context.json(historyOf(world, open, thread ? Number(thread) : undefined, limit));
  });
  app.get("/page/events", (context) => streamEvents(world, context));
  app.get("/page/file/:id", (context) => download(world, context));
  app.post("/page/upload", async (context) => context.json(await upload(crowd, context)));
  app.post("/page/do/:deed", async (context) => {
    const deed = deeds.get(context.req.param("deed"));
    const json = context.req.header("content-type")?.startsWith("application/json");
    if (!deed || !json) return context.notFound();
    const outcome = deed(world, crowd, await context.req.json().catch(() => undefined));
    return context.json(outcome ?? {});
  });
  return app;
}

/** Server-sent events, one per playground event, from now until the page goes. */
function streamEvents(world: World, context: Context): Response {
  return streamSSE(context, async (stream) => {
    const unsubscribe = world.events.subscribe((event) => {
      void stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
    });
    await stream.writeSSE({ event: "hello", data: "{}" });
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    unsubscribe();
  });
}

/** Only pictures are shown in the page; everything else is saved, so that no uploaded page runs here. */
function download(world: World, context: Context): Response {
  const file = world.files.get(context.req.param("id") ?? "");
  if (!file) return context.notFound() as Response;
  const shown = file.width !== undefined && /^image\/(?:png|jpeg|gif|webp)$/u.test(file.mime_type);
  const name = encodeURIComponent(file.file_name);
  return context.body(new Uint8Array(readBytes(world, file)), 200, {
    "content-type": shown ? file.mime_type : "application/octet-stream",
    "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
    "cache-control": "private, max-age=31536000, immutable",
  });
}

async function upload(crowd: Crowd, context: Context): Promise<object> {
  const type = context.req.header("content-type") ?? "";
  const form = readMultipart(Buffer.from(await context.req.arrayBuffer()), type);
  const file = form?.files.file;
  const where = z.object(place).safeParse(form?.fields);
  if (!form || !file || !where.success) throw new NotPossible("There is no file.");
  const { person, ...rest } = where.data;
  const asDocument = form.fields.asDocument === "true";
  return { message: crowd.sendFile(person, file, { ...rest, caption: form.fields.caption ?? "", asDocument }).id };
}
