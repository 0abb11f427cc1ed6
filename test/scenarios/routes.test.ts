import { describe, expect, it, onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { closedPort, startReceiver } from "../channels/receiver.ts";
import { createWorld } from "../support/world.ts";

/** Routes to everything: what answers 200, 404, breaks off, and a port where nobody listens. */
async function world() {
  const hook = await startReceiver([{ status: 200 }, { status: 200 }]);
  const gone = await startReceiver([{ status: 404, body: "no such hook" }]);
  const lost = await startReceiver(["reset"]);
  for (const one of [hook, gone, lost]) onTestFinished(one.close);
  const toml = `
[escalation.routes]
medium = ["telegram", "ops-hook"]
high = ["telegram", "telegram:boris", "ops-hook", "old-hook", "lost-hook", "email:ops@example.com"]
[escalation.contacts.boris]
telegram = 1002
[channels.ops-hook]
type = "webhook"
url = "${hook.url}/in"
[channels.old-hook]
type = "webhook"
url = "${gone.url}/in"
[channels.lost-hook]
type = "webhook"
url = "${lost.url}/in"
[channels.email]
host = "127.0.0.1"
port = ${await closedPort()}
tls = "none"
from = "belfry@example.com"
`;
  const read = readBelfryToml(toml, { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const made = await createWorld({ file: read.file });
  onTestFinished(() => made.close());
  return { ...made, hook, gone, lost, made };
}

describe("a test of the routes", () => {
  it("reaches everybody of a severity, and tells what became of each, once", async () => {
    const { ana, boris, made, hook, gone, lost } = await world();
    await made.says(boris, "tea tomorrow at 9", "⏰ Tea");
    await made.says(ana, "/escalations test high", "🧪 Test of the routes, high");
    await made.sees(ana, "🧪 Test of alerts that are high\nAna asked for it. Nothing is wrong.");
    await made.sees(boris, "🧪 Test of alerts that are high");
    const told = await made.sees(ana, (message) => message.edited && !message.text.includes("⏳"));
    expect(told.text.split("\n").sort()).toEqual([
      "✅ @ana · telegram: delivered",
      "✅ @boris · telegram: delivered",
      "✅ ops-hook: delivered",
      "❔ lost-hook: nobody knows whether it arrived: ECONNRESET",
      expect.stringMatching(/^🔴 old-hook: not delivered: HTTP 404/),
      expect.stringMatching(/^🔴 ops@example.com · email: not delivered: .*ECONNREFUSED/),
      "🧪 Test of the routes, high",
    ]);
    expect(JSON.parse(hook.received[0]?.body ?? "")).toMatchObject({ event: "routeTrial", severity: "high" });
    await made.passes(24 * 60 * 60_000);
    expect([hook, gone, lost].map(({ received }) => received.length)).toEqual([1, 1, 1]);
    expect(await made.store.escalations.open()).toEqual([]);
    // What has been asked is told there, and nowhere else.
    expect(ana.unseen().filter(({ text }) => !text.includes("🧪"))).toEqual([]);
  });

  it("of all severities reaches each once, and says who is told at which; a chat that is shut is said to be", async () => {
    const { ana, boris, made, hook } = await world();
    await made.says(boris, "tea tomorrow at 9", "⏰ Tea");
    boris.block();
    await made.settles();
    await made.says(ana, "test the routes", "🧪 Test of the routes\n");
    const told = await made.sees(ana, (message) => message.edited && !message.text.includes("⏳"));
    expect(told.text).toContain("✅ @ana · telegram (low, medium, high, critical): delivered");
    expect(told.text).toContain("✅ ops-hook (medium, high, critical): delivered");
    expect(told.text).toContain("🔴 @boris · telegram (high, critical): shut: nothing can be sent there");
    expect(hook.received).toHaveLength(1);
  });

  it("calls by number whoever has never said anything", async () => {
    const { ana, made } = await world();
    await made.says(ana, "/escalations test high", "⏳ 1002 · telegram");
  });

  it("is for owners only", async () => {
    const { boris, made, hook } = await world();
    await made.says(boris, "/escalations test high", "You may not do that here");
    await made.says(boris, "test the alerts", "You may not do that here");
    await made.settles();
    expect(hook.received).toEqual([]);
  });

  it("is asked for in German too", async () => {
    const { ana, made } = await world();
    await made.says(ana, "/language de", "Deutsch");
    await made.says(ana, "teste die alarmwege für mittel", "🧪 Probe der Alarmwege, ");
    await made.sees(ana, "Es ist nichts passiert.");
    const told = await made.sees(ana, (message) => message.edited && !message.text.includes("⏳"));
    expect(told.text).toContain("✅ ops-hook: zugestellt");
  });
});
