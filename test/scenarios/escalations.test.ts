import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { startReceiver } from "../channels/receiver.ts";
import { createWorld, hour, minute } from "../support/world.ts";

/** A mail server that keeps what it gets. */
async function mailbox() {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    ...{ disabledCommands: ["STARTTLS", "AUTH"], authOptional: true, logger: false, closeTimeout: 50 },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return { mails, port: (server.server.address() as AddressInfo).port };
}

async function world(toml = "") {
  const read = readBelfryToml(toml, { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const made = await createWorld({ file: read.file });
  onTestFinished(() => made.close());
  return made;
}

describe("an escalation raised in chat", () => {
  it("may be raised and listed in words, by severity and by how long nobody answered", async () => {
    const { ana, says } = await world();
    await says(ana, "escalate high The cellar is wet", "🔴 The cellar is wet");
    await says(ana, "escalate Milk is out", "🔴 Milk is out");
    const high = await says(ana, "show me high escalations", "The cellar is wet");
    expect(high.text).not.toContain("Milk");
    expect((await says(ana, "/escalations medium", "Milk")).text).not.toContain("cellar");
    expect((await says(ana, "stale escalations", "🟢")).text).not.toContain("cellar");
  });

  it("says who found it, on its card and to programs, and is listed by that", async () => {
    const hook = await startReceiver();
    onTestFinished(hook.close);
    const { ana, says } = await world(`
[escalation.routes]
high = ["telegram", "hook"]
[channels.hook]
type = "webhook"
url = "${hook.url}/in"`);
    const red = await says(ana, "/escalate high Disk full, source: nas\n97 % used", "🔴 Disk full");
    expect(red.text).toBe("🔴 Disk full · open since 14:05 · 97 % used · from nas · #E1 high");
    await expect.poll(() => hook.received.length).toBe(1);
    expect(JSON.parse(hook.received[0]?.body ?? "")).toMatchObject({ facts: { title: "Disk full", source: "nas" } });
    // The same words from another source are another escalation.
    const flags = "/escalate --severity low --subject Disk full --body 91 % used --source web-1";
    expect((await says(ana, flags, "🔴")).text).toBe(
      "🔴 Disk full · open since 14:05 · 91 % used · from web-1 · #E2 low",
    );
    await says(ana, "escalate high No backup, source nas", "🔴 No backup · open since 14:05 · from nas · #E3 high");
    const listed = await says(ana, "/escalations source nas", "2 open");
    expect(listed.text).not.toContain("web-1");
    await says(ana, "/escalations --severity low --source web-1", "🔴 1 open");
    await says(ana, "/language de", "Deutsch");
    await says(ana, "eskaliere hoch Kein Strom, Quelle: Keller", "von Keller");
  });

  it("is a red card; [✋ Ack] in place says who has it and when it asks again", async () => {
    const { ana, says, presses, passes, sees } = await world();
    const red = await says(ana, "/escalate high The cellar is wet\n5 cm", "🔴 The cellar is wet");
    expect(red).toMatchObject({
      text: "🔴 The cellar is wet · open since 14:05 · 5 cm · #E1 high",
      buttons: [["✋ Ack", "🔇 1 h", "🔇 until fixed"], ["Resolve"]],
    });
    const taken = await presses(ana, red, "✋ Ack", "took it");
    expect(taken).toMatchObject({
      id: red.id,
      text: expect.stringContaining("✋ Ana took it 14:05 · I ask again 18:05"),
    });
    await passes(4 * hour);
    const asked = await sees(ana, "Still on it?");
    expect(asked.replyTo).toBe(red.id);
    const done = await presses(ana, asked, "🔇 until fixed", "🔇 silent until it is fixed");
    expect(done.id).toBe(asked.id);
  });

  it("reminds in its thread until somebody answers, and [Resolve] leaves nothing but [Undo]", async () => {
    const { ana, says, presses, passes, sees, settles } = await world();
    const red = await says(ana, "/escalate The cellar is wet", "🔴");
    await passes(15 * minute);
    const again = await sees(ana, "still open, 15 min · notice 2");
    expect(again.replyTo).toBe(red.id);
    const back = await presses(ana, again, "Resolve", "🟢 The cellar is wet · Ana resolved it");
    expect(back).toMatchObject({ replyTo: red.id, buttons: [] });
    await settles();
    expect(ana.current(again)).toMatchObject({ text: expect.stringContaining("Ana resolved it"), buttons: [["Undo"]] });
  });

  it("is listed, taken and silenced by typing, too", async () => {
    const { ana, says } = await world();
    await says(ana, "/escalate low Milk is out", "🔴");
    expect((await says(ana, "/escalations", "1 open")).text).toContain("🔴 Milk is out · open since 14:05");
    expect((await says(ana, "/status", "🔴 1")).text).toContain("🔴 Milk is out · #E1 ");
    await says(ana, "/ack E1", "✋ Ana took it 14:05");
    await says(ana, "/silence E1 2h", "🔇 silent until 16:05");
    await says(ana, "/resolve", "resolved it");
    await says(ana, "/resolve", "Nothing is open here");
    // Nothing of the card that was shown before: its number is another one's.
    await says(ana, "tea at 15:00", "⏰ Tea");
    await says(ana, "/escalate The attic is wet", "The attic is wet");
    await says(ana, "resolve it", "🟢 The attic is wet · Ana resolved it");
    await says(ana, "/escalations", "Nothing is open");
    await says(ana, "/ack E9", "There is no E9");
  });

  it("is taken, silenced and resolved by sentences, in both languages", async () => {
    const { ana, says } = await world();
    await says(ana, "/escalate high The cellar is wet", "🔴");
    await says(ana, "/escalate low Milk is out", "🔴");
    await says(ana, "ack cellar", "🔴 The cellar is wet · open since 14:05 · #E1 high\n✋ Ana took it 14:05");
    await says(ana, "silence milk for 4 hours", "🔇 silent until 18:05");
    await says(ana, "silence E1 until fixed", "#E1 high\n🔇 silent until it is fixed");
    await says(ana, "ack roof", "Nothing is open for roof");
    await says(ana, "/resolve cellar", "Ana resolved it");
    expect((await says(ana, "what is open?", "1 open")).text).toContain("Milk is out");
    await says(ana, "/language de", "Sprache");
    await says(ana, "quittiere milk", "✋ Ana");
    await says(ana, "schalte milk für 2 Stunden stumm", "🔇");
    await says(ana, "milk ist behoben", "🟢");
    await says(ana, "was ist rot?", "Nichts");
  });

  it("that is silenced stays so through a restart, and rings when the silence is over", async () => {
    const made = await world();
    await made.says(made.ana, "/escalate high The cellar is wet", "🔴");
    await made.says(made.ana, "/silence 4h", "🔇 silent until 18:05");
    await made.restarts();
    await made.passes(4 * hour - minute);
    expect(made.ana.unseen().filter(({ text }) => text.startsWith("🔔"))).toEqual([]);
    await made.passes(minute);
    expect((await made.sees(made.ana, "🔔")).text).toContain(
      "The cellar is wet · still open, 4 h; the silence is over",
    );
  });

  it("goes by mail where the route says so, and its end is a reply in the same thread", async () => {
    const { mails, port } = await mailbox();
    const toml = [
      ...["[escalation.routes]", 'medium = ["telegram", "email:ops"]', "[escalation.contacts.ops]"],
      ...['email = "ops@example.com"', "[channels.email]", 'host = "127.0.0.1"', `port = ${port}`],
      ...['tls = "none"', 'from = "belfry@example.com"'],
    ];
    const made = await world(toml.join("\n"));
    await made.says(made.ana, "/escalate The cellar is wet\n5 cm", "🔴");
    await made.settles();
    await made.says(made.ana, "/resolve E1", "resolved it");
    await made.settles();
    expect(mails.map(({ subject }) => subject)).toEqual([
      "🔴 The cellar is wet · open since 14:05 · 5 cm · #E1 medium",
      expect.stringMatching(/^🟢 The cellar is wet · Ana resolved it 14:05/),
    ]);
    expect(mails[1]?.inReplyTo).toBe(mails[0]?.messageId);
  });
});
