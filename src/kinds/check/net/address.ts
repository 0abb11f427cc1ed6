/**
 * IP addresses as numbers, and which of them are of the public internet. Everything that is not is refused unless it
 * is allowed by name or range: RFC 6890 and the IANA special-purpose registries for IPv4 and IPv6.
 */
import { isIPv4, isIPv6 } from "node:net";

export interface Address {
  family: 4 | 6;
  bits: bigint;
}

/** Addresses whose first `prefix` bits are those of `address`. */
export interface Range {
  address: Address;
  prefix: number;
}

/** IPv6 that carries IPv4: mapped (::ffff:a.b.c.d), translated (::ffff:0:a.b.c.d) and NAT64 (64:ff9b::a.b.c.d). */
const carriers = [0xffffn << 32n, 0xffffn << 48n, 0x64ff9bn << 96n];

/** `192.0.2.1` and `2001:db8::1%eth0`; null for anything else. An IPv4 address inside an IPv6 one comes out as IPv4. */
export function parseAddress(text: string): Address | null {
  const plain = text.replace(/%.*$/, "");
  if (isIPv4(plain)) return { family: 4, bits: bytes(plain.split(".").map(Number), 8n) };
  if (!isIPv6(plain)) return null;
  return inner({ family: 6, bits: bytes(groups(plain), 16n) });
}

/** `10.0.0.0/8`, or one address; null for anything else. */
export function parseRange(text: string): Range | null {
  const [base = "", size, ...more] = text.split("/");
  const address = parseAddress(base);
  if (!address || more.length > 0 || (size !== undefined && !/^\d{1,3}$/.test(size))) return null;
  const width = address.family === 4 ? 32 : 128;
  const prefix = size === undefined ? width : Number(size);
  return prefix <= width ? { address, prefix } : null;
}

export function inRange(address: Address, range: Range): boolean {
  if (address.family !== range.address.family) return false;
  const shift = BigInt((address.family === 4 ? 32 : 128) - range.prefix);
  return address.bits >> shift === range.address.bits >> shift;
}

/** `local`: of this machine or its own networks. `special`: link-local (clouds answer there), multicast, reserved, tunnels. */
export function reach(address: Address): "public" | "local" | "special" {
  const within = (ranges: readonly Range[]) => ranges.some((range) => inRange(address, range));
  if (within(local)) return "local";
  if (within(special)) return "special";
  return address.family === 4 || within(global6) ? "public" : "special";
}

const ranges = (texts: string[]) => texts.map(parseRange).filter((range) => range !== null);

const local = ranges([
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "::1",
  "fc00::/7",
]);

const special = ranges([
  "0.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // Teredo, ORCHID, benchmarking; documentation; 6to4.
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
]);

const global6 = ranges(["2000::/3"]);

function inner(address: Address): Address {
  const prefix = (address.bits >> 32n) << 32n;
  return carriers.includes(prefix) ? { family: 4, bits: address.bits & 0xffffffffn } : address;
}

function bytes(parts: number[], width: bigint): bigint {
  return parts.reduce((bits, part) => (bits << width) | BigInt(part), 0n);
}

/** The eight groups of a valid IPv6 address. */
function groups(text: string): number[] {
  const hex = text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [(Number(a) << 8) | Number(b), (Number(c) << 8) | Number(d)].map((group) => group.toString(16)).join(":"),
  );
  const [head = "", tail] = hex.split("::");
  const read = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
  const front = read(head);
  const back = read(tail ?? "");
  return [...front, ...Array.from({ length: 8 - front.length - back.length }, () => 0), ...back];
}
