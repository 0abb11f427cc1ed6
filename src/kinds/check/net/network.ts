/** Where checks may connect to: the public internet, and of the rest only what settings name. */
import { lookup } from "node:dns/promises";
import { z } from "zod";
import { inRange, parseAddress, parseRange, type Range, reach } from "./address.ts";

export interface Network {
  allow: Allowance;
  /** Every address of a host name. Rejects with a Node error whose code is that of getaddrinfo. */
  resolve(host: string): Promise<string[]>;
  /** Certificate authorities (PEM) besides those every machine knows. */
  authorities: string[];
}

/** Hosts open local networks under that name; ranges open exactly themselves. */
export interface Allowance {
  hosts: ReadonlySet<string>;
  ranges: readonly Range[];
}

/** `nas.local`, `192.168.0.0/16`, `fd00::1`: what settings list. */
export const allowanceSpec = z
  .array(
    z
      .string()
      .trim()
      .refine(
        (text) => parseRange(text) !== null || /^(?!.*\/)[\w.-]{1,253}$/.test(text),
        "is no host, address or range",
      ),
  )
  .transform(allowance);

/** @param entries as `allowanceSpec` accepts them */
export function allowance(entries: readonly string[]): Allowance {
  const hosts = entries.filter((entry) => parseRange(entry) === null);
  return {
    hosts: new Set(hosts.map(plainHost)),
    ranges: entries.map(parseRange).filter((range) => range !== null),
  };
}

/** The network of this machine. */
export function systemNetwork(allow: Allowance, authorities: string[]): Network {
  const resolve = async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address);
  return { allow, resolve, authorities };
}

/**
 * Whether a connection to `ip` is allowed when `host` was asked for. A host's name opens addresses of local networks,
 * never link-local or reserved ones: whoever rules the name could otherwise point it at a cloud's own data.
 */
export function permits(allow: Allowance, host: string, ip: string): boolean {
  const address = parseAddress(ip);
  if (!address) return false;
  if (allow.ranges.some((range) => inRange(address, range))) return true;
  const where = reach(address);
  return where === "public" || (where === "local" && allow.hosts.has(plainHost(host)));
}

/** Without the brackets of IPv6 and the dot of a complete name. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}
