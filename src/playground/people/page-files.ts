import { readFileSync } from "node:fs";
import { Hono } from "hono";

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** The page's own files, as they lie in `page/`. */
export function pageFiles(): Hono {
  const app = new Hono();
  app.get("/", (context) => serve("index.html") ?? context.notFound());
  app.get(
    "/assets/:name{[a-z-]+\\.(?:css|js|svg)}",
    (context) => serve(context.req.param("name")) ?? context.notFound(),
  );
  return app;
}

function serve(name: string): Response | undefined {
  try {
    const bytes = readFileSync(new URL(`../page/${name}`, import.meta.url));
    const type = types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    return new Response(bytes, { headers: { "content-type": type, "cache-control": "no-cache" } });
  } catch {
    return undefined;
  }
}
