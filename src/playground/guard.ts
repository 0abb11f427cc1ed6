import type { MiddlewareHandler } from "hono";

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/iu;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Refuses whatever another site could make a browser send: a Host that is not a loopback name (DNS rebinding), a
 * foreign Origin, and cross-site loads of anything but the page itself.
 */
export function guard(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host") ?? "";
    const origin = context.req.header("origin");
    const site = context.req.header("sec-fetch-site") ?? "none";
    const foreign = /^(?:cross-site|same-site)$/u.test(site) && context.req.path !== "/";
    if (!loopback.test(host) || (origin !== undefined && origin !== `http://${host}`) || foreign) {
      return context.text("The playground answers only this computer's own pages and programs.", 403);
    }
    await next();
    context.header("content-security-policy", policy);
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "no-referrer");
    context.header("cross-origin-resource-policy", "same-origin");
    return undefined;
  };
}
