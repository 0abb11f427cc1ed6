import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

const types: Record<string, number> = { A: 1, NS: 2, CNAME: 5, PTR: 12, MX: 15, TXT: 16, AAAA: 28, SRV: 33 };

/** `name type` → the data of its records as it stands in a packet, a refusal, or `silent`. */
export type Zone = Record<string, Buffer[] | "NXDOMAIN" | "SERVFAIL" | "silent">;

export const nameData = (name: string) =>
  Buffer.concat([
    ...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);
export const ip4 = (text: string) => Buffer.from(text.split(".").map(Number));
export const short = (number: number) => Buffer.from([number >> 8, number & 255]);
export const textData = (text: string) => Buffer.from([text.length, ...Buffer.from(text)]);

/** A name server on loopback that knows a zone and nothing else (RFC 1035 §4). */
export async function serveNames(zone: Zone): Promise<string> {
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const answer = answerTo(query, zone);
    if (answer) socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
  onTestFinished(() => {
    socket.close();
  });
  return `127.0.0.1:${(socket.address() as AddressInfo).port}`;
}

function answerTo(query: Buffer, zone: Zone): Buffer | null {
  const labels: string[] = [];
  let at = 12;
  for (let size = query[at] ?? 0; size > 0; size = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + size));
    at += size + 1;
  }
  const code = query.readUInt16BE(at + 1);
  const type = Object.keys(types).find((name) => types[name] === code) ?? "?";
  const found = zone[`${labels.join(".")} ${type}`] ?? "NXDOMAIN";
  if (found === "silent") return null;
  const records = Array.isArray(found) ? found : [];
  const status = found === "NXDOMAIN" ? 3 : found === "SERVFAIL" ? 2 : 0;
  const head = Buffer.concat([
    query.subarray(0, 2),
    Buffer.from([0x81, 0x80 | status]),
    short(1),
    short(records.length),
    short(0),
    short(0),
  ]);
  // Each record points back to the name in the question.
  const answers = records.map((data) =>
    Buffer.concat([short(0xc00c), short(code), short(1), short(0), short(60), short(data.length), data]),
  );
  return Buffer.concat([head, query.subarray(12, at + 5), ...answers]);
}
