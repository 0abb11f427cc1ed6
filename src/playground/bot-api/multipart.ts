import type { Upload } from "../world/files.ts";

/** The fields and files of a multipart body, by field name. */
export interface Multipart {
  fields: Record<string, string>;
  files: Record<string, Upload>;
}

/**
 * Reads `multipart/form-data` (RFC 7578). Written out because Node 20's own reader refuses headers without a space
 * after the colon or the semicolon, which Telegram accepts and bots send.
 */
export function readMultipart(body: Buffer, contentType: string): Multipart | undefined {
  const boundary = /boundary="?([^";]+)"?/iu.exec(contentType)?.[1];
  if (!boundary) return undefined;
  const read: Multipart = { fields: {}, files: {} };
  const delimiter = Buffer.from(`--${boundary}`);
  let at = body.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    const end = body.indexOf(delimiter, start);
    if (end < 0) break;
    readPart(body.subarray(start, end), read);
    at = end;
  }
  return read;
}

/** One part: CRLF, headers, empty line, content, CRLF. */
function readPart(part: Buffer, into: Multipart): void {
  const split = part.indexOf("\r\n\r\n");
  if (split < 0) return;
  const head = part.subarray(0, split).toString("utf8");
  const content = part.subarray(split + 4, part.length - 2);
  const name = parameter(head, "name");
  if (name === undefined) return;
  const fileName = parameter(head, "filename");
  if (fileName === undefined) {
    into.fields[name] = content.toString("utf8");
    return;
  }
  const type = /^content-type:\s*([^\r\n;]+)/imu.exec(head)?.[1] ?? "";
  into.files[name] = { name: fileName, type: type.trim(), bytes: Buffer.from(content) };
}

function parameter(head: string, name: string): string | undefined {
  const encoded = new RegExp(`[;\\s]${name}\\*=(?:utf-8|UTF-8)''([^;\\r\\n]+)`, "u").exec(head)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  const quoted = new RegExp(`[;\\s]${name}="([^"]*)"`, "u").exec(head)?.[1];
  return quoted ?? new RegExp(`[;\\s]${name}=([^;\\s]+)`, "u").exec(head)?.[1];
}
