/** Bytes of unknown origin → text that can be shown, stored and sent. */
import { toUSVString } from "node:util";

/** What is kept of an output, in bytes of UTF-8. */
export const KEPT_BYTES = 65_536;

const esc = String.fromCharCode(27);
const bell = String.fromCharCode(7);
/** Colours and cursor moves (ECMA-48 CSI), titles and links (OSC), and the two-character sequences. */
const sequences = new RegExp(
  `${esc}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\)?|[ -/]*[0-~])`,
  "g",
);
/** Marks that turn the reading direction and so can make a line say something else than it does. */
const direction = /[\u202a-\u202e\u2066-\u2069]/g;

/** Decodes UTF-8 (U+FFFD where it is not), without terminal sequences, control characters and direction marks. */
export function cleanText(bytes: Uint8Array | string): string {
  const text = typeof bytes === "string" ? toUSVString(bytes) : new TextDecoder().decode(bytes);
  return text
    .replace(sequences, "")
    .replace(/\r\n?/g, "\n")
    .replace(direction, "")
    .replace(/[^\P{Cc}\n\t]+/gu, "");
}

/** Head and tail of what a program printed, cleaned, at most `limit` bytes; `lost` are bytes that came after these. */
export function headAndTail(bytes: Buffer, limit = KEPT_BYTES, lost = 0): string {
  if (bytes.length <= limit && lost === 0) return shorten(cleanText(bytes), limit);
  // Half for each end; cleaned first, since what is invalid grows when it is replaced.
  const half = Math.floor((limit - 64) / 2);
  const head = start(cleanText(bytes.subarray(0, half)), half);
  const tail = end(cleanText(bytes.subarray(Math.max(half, bytes.length - half))), half);
  return `${head}${mark(bytes.length + lost - 2 * half)}${tail}`;
}

/** At most `limit` bytes of a text: its head and its tail, with a mark between them when something is left out. */
export function shorten(text: string, limit = KEPT_BYTES): string {
  const size = Buffer.byteLength(text);
  if (size <= limit) return text;
  const half = Math.floor((limit - 64) / 2);
  return `${start(text, half)}${mark(size - 2 * half)}${end(text, half)}`;
}

function mark(bytes: number): string {
  return `\n[… ${Math.max(0, bytes)} B …]\n`;
}

/** The first `limit` bytes, without the beginning of a character that does not fit. */
function start(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  let at = limit;
  while (at > 0 && continues(bytes[at])) at -= 1;
  return bytes.toString("utf8", 0, at);
}

function end(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  let at = bytes.length - limit;
  while (at < bytes.length && continues(bytes[at])) at += 1;
  return bytes.toString("utf8", at);
}

function continues(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
