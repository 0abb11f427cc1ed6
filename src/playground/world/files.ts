import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredFile } from "./types.ts";
import type { World } from "./world.ts";

/** A file on its way in. `name` and `type` are what the sender says they are. */
export interface Upload {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Keeps a file for ever, under a new file id. */
export function storeFile(world: World, { name, type, bytes }: Upload): StoredFile {
  const number = world.next("file");
  const size = imageSize(bytes);
  const plain = name.replace(/[^\p{L}\p{N}._ -]/gu, "_").slice(-120) || "file";
  const file: StoredFile = {
    file_id: `BQACAgIAAxk${Buffer.from(`playground-file-${number}`).toString("base64url")}`,
    file_unique_id: `AgAD${number.toString(36).padStart(8, "0")}`,
    number,
    file_name: plain,
    mime_type: type || "application/octet-stream",
    file_size: bytes.length,
    file_path: `${size ? "photos" : "documents"}/file_${number}${/\.\w{1,8}$/u.exec(plain)?.[0] ?? ""}`,
    ...size,
  };
  mkdirSync(join(world.directory, "files"), { recursive: true });
  writeFileSync(pathOf(world, file), bytes, { mode: 0o600 });
  world.files.put(file.file_id, file);
  return file;
}

/** The bytes of a stored file. */
export function readBytes(world: World, file: StoredFile): Buffer {
  return readFileSync(pathOf(world, file));
}

/** Width and height of a PNG, GIF, JPEG or WebP picture; undefined for anything else. */
export function imageSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 30) return undefined;
  if (bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.toString("latin1", 0, 4) === "GIF8") return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (bytes.toString("latin1", 8, 15) === "WEBPVP8") return webpSize(bytes);
  return bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : undefined;
}

function webpSize(bytes: Buffer): { width: number; height: number } {
  const kind = bytes.toString("latin1", 12, 16);
  if (kind === "VP8X") return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === "VP8 ") return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** Walks the segments up to the frame header (ISO/IEC 10918-1, B.2.2). */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function pathOf(world: World, file: StoredFile): string {
  return join(world.directory, "files", String(file.number));
}
