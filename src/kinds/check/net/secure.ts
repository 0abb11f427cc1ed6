/** TLS over a dialled socket, and what its certificates say. */
import { isIP, type Socket } from "node:net";
import { connect, type DetailedPeerCertificate, rootCertificates, type TLSSocket } from "node:tls";
import type { Instant } from "../../../core/schedule.ts";
import { asTrouble } from "./dial.ts";
import { type Network, plainHost } from "./network.ts";

const dayMs = 86_400_000;

export interface Certificates {
  /** When the server's own ends. */
  endsAt: Instant;
  /** When the first of the chain ends. */
  chainEndsAt: Instant;
  /** OpenSSL's or Node's word for a chain or a name that is not right (`CERT_HAS_EXPIRED`), else null. */
  problem: string | null;
}

/**
 * The handshake, also with a certificate that is not right: whoever goes on must look at `problem` first.
 * @throws Trouble("tls" or "reset") when there is no handshake. When the signal is aborted, whatever Node throws.
 */
export function secure(
  socket: Socket,
  host: string,
  network: Network,
  signal: AbortSignal,
): Promise<{ socket: TLSSocket; certificates: Certificates }> {
  const name = plainHost(host);
  return new Promise((done, fail) => {
    const stop = () => fail(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    const settle = (end: () => void) => {
      signal.removeEventListener("abort", stop);
      end();
    };
    const secured = connect({
      socket,
      host: name,
      ...(isIP(name) ? {} : { servername: name }),
      ...(network.authorities.length > 0 ? { ca: [...rootCertificates, ...network.authorities] } : {}),
      ALPNProtocols: ["http/1.1"],
      rejectUnauthorized: false,
    });
    secured.on("error", (error) => settle(() => fail(asTrouble(error))));
    socket.once("close", () => settle(() => fail(asTrouble({ code: "ECONNRESET" }))));
    secured.once("secureConnect", () => settle(() => done({ socket: secured, certificates: read(secured) })));
  });
}

function read(socket: TLSSocket): Certificates {
  const ends: Instant[] = [];
  const seen = new Set<string>();
  let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (certificate?.valid_to && !seen.has(certificate.fingerprint256)) {
    seen.add(certificate.fingerprint256);
    ends.push(Date.parse(certificate.valid_to));
    certificate = certificate.issuerCertificate;
  }
  // Node's types say Error; it is the code of one.
  const problem = socket.authorized ? null : String(socket.authorizationError ?? "UNKNOWN");
  return { endsAt: ends[0] ?? 0, chainEndsAt: Math.min(...ends), problem };
}

/** Whole days from now until then, negative when it is past. */
export function daysUntil(then: Instant, now: Instant): number {
  return Math.floor((then - now) / dayMs);
}
