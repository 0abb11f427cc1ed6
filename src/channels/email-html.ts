/** A bulletin as a small page that every mail program shows: no scripts, no pictures, styles on the elements. */
import type { Bulletin } from "../core/bulletin.ts";

const colours = { low: "#3b82c4", medium: "#b7860b", high: "#d9650f", critical: "#c62828" } as const;
const green = "#2e7d32";
const grey = "#555555";

export function html({ subject, text, severity, event, links, repeat }: Bulletin): string {
  const colour = event === "recovered" ? green : severity === null ? grey : colours[severity];
  const lines = text.split("\n").map((line) => `<p style="margin:0 0 6px">${escaped(line) || "&nbsp;"}</p>`);
  const buttons = links.map(
    ({ label, url }) =>
      `<a href="${escaped(url)}" style="display:inline-block;margin:12px 8px 0 0;padding:8px 14px;border:1px solid ${colour};border-radius:6px;color:${colour};text-decoration:none">${escaped(label)}</a>`,
  );
  const mark = repeat ? `<p style="margin:0 0 6px;color:${grey}">↻ may be a repeat</p>` : "";
  return [
    `<!doctype html><html><body style="margin:0;padding:16px;font:15px/1.45 -apple-system,Segoe UI,Roboto,sans-serif">`,
    `<div style="max-width:560px;border-left:4px solid ${colour};padding:4px 0 4px 14px">`,
    `${mark}<h1 style="margin:0 0 10px;font-size:17px;color:${colour}">${escaped(subject)}</h1>`,
    ...lines,
    ...buttons,
    "</div></body></html>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
