import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { email } from "../../src/channels/email.ts";
import { bulletin, calm } from "./bulletin.ts";
import { closedPort, startSilence } from "./receiver.ts";

const password = "pass-0123456789";
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A mail server on loopback: what it took, and how it differs from a plain one. */
async function mailServer(options: SMTPServerOptions = {}) {
  const mails: ParsedMail[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    ...{ disabledCommands: ["STARTTLS"], authOptional: true, logger: false, closeTimeout: 50 },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
    ...options,
  });
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => new Promise((resolve) => server.close(() => resolve())));
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return { port: (server.server.address() as AddressInfo).port, mails, cut };
}

function open(port: number, more: Record<string, unknown> = {}) {
  const settings = { type: "email", host: "127.0.0.1", port, tls: "none", from: "belfry@example.com" };
  return email.open(email.settings.parse({ ...settings, ...more }));
}

const replying = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

describe("a mail", () => {
  it("has text and HTML, and says that no person wrote it", async () => {
    const { port, mails } = await mailServer();
    const told = await open(port).send("ana@example.com", bulletin({ text: "<502> & more" }), calm());
    expect(told).toEqual({ result: "sent", message: null });
    const [mail] = mails;
    expect(mail?.subject).toBe("🔴 shop is down · E41 high");
    expect([mail?.to].flat()[0]?.text).toBe("ana@example.com");
    expect(mail?.text).toContain("<502> & more\nOpen: https://belfry.example.com/e/41?a=1&b=2");
    expect(mail?.html).toContain("&lt;502&gt; &amp; more");
    expect(mail?.html).toContain('href="https://belfry.example.com/e/41?a=1&amp;b=2"');
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  });

  it("that comes later is a reply in the thread of the first", async () => {
    const { port, mails } = await mailServer();
    const sender = open(port);
    await sender.send("ana@example.com", bulletin(), calm());
    await sender.send("ana@example.com", bulletin({ key: "E41/1/1", opens: false, event: "recovered" }), calm());
    const [first, second] = mails;
    expect(second?.inReplyTo).toBe(first?.messageId);
    expect([second?.references].flat()).toEqual([first?.messageId]);
    expect(second?.messageId).not.toBe(first?.messageId);
  });

  it("has the same id however often it is tried, and another for somebody else", async () => {
    const { port, mails } = await mailServer();
    const sender = open(port);
    await sender.send("ana@example.com", bulletin(), calm());
    await sender.send("ana@example.com", bulletin({ repeat: true }), calm());
    await sender.send("boris@example.com", bulletin(), calm());
    const [first, again, other] = mails.map(({ messageId }) => messageId);
    expect(first).toBe(again);
    expect(first).not.toBe(other);
    expect(mails[1]?.text).toMatch(/^↻ may be a repeat/);
  });

  it("with line breaks in its subject gets no further headers", async () => {
    const { port, mails } = await mailServer();
    await open(port).send("ana@example.com", bulletin({ subject: "shop\r\nBcc: eve@example.com" }), calm());
    expect(mails[0]?.bcc).toBeUndefined();
    expect(mails[0]?.subject).toBe("shop Bcc: eve@example.com");
  });

  it("goes to mail addresses only", () => {
    expect(open(25).refuses("ana")).toBe("is no mail address");
    expect(open(25).refuses("ana@example.com")).toBeNull();
  });
});

describe("what became of a mail", () => {
  const send = async (options: SMTPServerOptions, more: Record<string, unknown> = {}) =>
    open((await mailServer(options)).port, more).send("ana@example.com", bulletin(), calm());

  it("is not sent yet where the server says 4yz, at whatever step", async () => {
    const later = replying(451, "try again later");
    const notYet = { result: "notSent", retryAfterMs: null, scope: "chat" };
    expect(await send({ onMailFrom: (_from, _session, done) => done(later) })).toMatchObject(notYet);
    expect(await send({ onRcptTo: (_to, _session, done) => done(later) })).toMatchObject(notYet);
    expect(
      await send({ onData: (stream, _session, done) => stream.resume().on("end", () => done(later)) }),
    ).toMatchObject(notYet);
  });

  it("is refused where the server says 5yz", async () => {
    const never = replying(550, "no such mailbox");
    const refused = { result: "refused", reason: "rejected", detail: expect.stringContaining("no such mailbox") };
    expect(await send({ onRcptTo: (_to, _session, done) => done(never) })).toMatchObject(refused);
    expect(
      await send({ onData: (stream, _session, done) => stream.resume().on("end", () => done(never)) }),
    ).toMatchObject(refused);
  });

  it("is refused where the server will not have it from this sender, and unsent where it takes none now", async () => {
    const never = replying(553, "not from you");
    const told = await send({ onMailFrom: (_from, _session, done) => done(never) });
    expect(told).toMatchObject({ result: "refused", reason: "rejected" });
    const notYet = { result: "notSent", retryAfterMs: null, scope: "chat" };
    expect(await send({ onConnect: (_session, done) => done(replying(554, "no service")) })).toMatchObject(notYet);
    expect(await send({ onConnect: (_session, done) => done(replying(421, "too busy")) })).toMatchObject(notYet);
    const closing = replying(421, "closing down");
    const after = await send({ onData: (stream, _session, done) => stream.resume().on("end", () => done(closing)) });
    expect(after).toMatchObject(notYet);
  });

  it("is certainly not sent where the certificate is not good, or the name is not known", async () => {
    const { port, mails } = await mailServer({ disabledCommands: [] });
    const notYet = { result: "notSent", retryAfterMs: null, scope: "chat" };
    const unsafe = await open(port, { tls: "starttls" }).send("ana@example.com", bulletin(), calm());
    expect(unsafe).toMatchObject(notYet);
    expect(mails).toEqual([]);
    const nowhere = await open(25, { host: "nobody.invalid" }).send("ana@example.com", bulletin(), calm());
    expect(nowhere).toMatchObject(notYet);
  });

  it("is unknown when no answer comes within 20 s of its being written, unsent when no greeting comes", async () => {
    onTestFinished(() => void vi.useRealTimers());
    const time = vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const to = (said: string) => (said.startsWith("DATA") ? "354 go on\r\n" : "250 fine\r\n");
    const until = await startSilence("220 here\r\n", (said) => (/^(EHLO|MAIL|RCPT|DATA)/.test(said) ? to(said) : null));
    ends.push(until.close);
    const sending = open(until.port).send("ana@example.com", bulletin(), calm());
    await until.silent;
    time.advanceTimersByTime(20_000);
    expect(await sending).toEqual({ result: "unknown", reason: "no answer in time" });
    const mute = await startSilence();
    ends.push(mute.close);
    const waiting = open(mute.port).send("ana@example.com", bulletin(), calm());
    await mute.silent;
    time.advanceTimersByTime(20_000);
    expect(await waiting).toMatchObject({ result: "notSent", retryAfterMs: null, scope: "chat" });
  });

  it("is unknown when the connection breaks after the message was written", async () => {
    const server: { cut(): void } = { cut: () => {} };
    const { port, cut } = await mailServer({ onData: (stream) => void stream.resume().on("end", () => server.cut()) });
    server.cut = cut;
    expect(await open(port).send("ana@example.com", bulletin(), calm())).toMatchObject({ result: "unknown" });
  });

  it("is certainly not sent when it breaks before", async () => {
    const server: { cut(): void } = { cut: () => {} };
    const { port, cut } = await mailServer({ onRcptTo: () => server.cut() });
    server.cut = cut;
    expect(await open(port).send("ana@example.com", bulletin(), calm())).toMatchObject({ result: "notSent" });
  });

  it("is certainly not sent where nobody listens, or no TLS is to be had", async () => {
    const nobody = await open(await closedPort()).send("ana@example.com", bulletin(), calm());
    expect(nobody).toMatchObject({ result: "notSent", retryAfterMs: null, scope: "chat" });
    expect(await send({}, { tls: "starttls" })).toMatchObject({ result: "notSent" });
  });

  it("waits for a better password, and never tells the one there is", async () => {
    const echo = replying(535, `wrong password ${password} ${Buffer.from(password).toString("base64")}`);
    const told = await send(
      { onAuth: (_auth, _session, done) => done(echo), allowInsecureAuth: true },
      { user: "belfry", password },
    );
    expect(told).toMatchObject({ result: "notSent", retryAfterMs: 300_000, scope: "chat" });
    expect(JSON.stringify(told)).toContain("wrong password [secret] [secret]");
  });

  it("is known when it is given up", async () => {
    const giveUp = new AbortController();
    const { port } = await mailServer({ onRcptTo: () => giveUp.abort() });
    const told = await open(port).send("ana@example.com", bulletin(), giveUp.signal);
    expect(told).toMatchObject({ result: "notSent", reason: "aborted" });
  });
});
