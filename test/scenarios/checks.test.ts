import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { createWorld, minute, type World } from "../support/world.ts";

async function worldWith(toml = ""): Promise<World> {
  const read = readBelfryToml(toml, { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const world = await createWorld({ file: read.file });
  onTestFinished(() => world.close());
  return world;
}

const loopback = '[network]\nallow = ["127.0.0.0/8"]\n';

/** A shop on loopback that answers as it is told. */
async function shop() {
  const answer = { status: 200, body: "<button>Add to cart</button>" };
  const server = createServer((_, response) => {
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { answer, address: `127.0.0.1:${port}` };
}

describe("a check of a web address", () => {
  it("is made by a sentence and shows what it saw first on its card", async () => {
    const { ana, says, sees } = await worldWith(loopback);
    const { address } = await shop();
    const card = await says(
      ana,
      `check http://${address} every 2 min, expect 200 and "Add to cart", alert after 3 fails`,
      "🔁",
    );
    const seen = await sees(ana, "🟢");
    expect(seen.id).toBe(card.id);
    expect(seen.text.split("\n")).toEqual([
      `🔁 ${address} · every 2 min`,
      "Next 14:07, 14:09, 14:11",
      `http://${address} · expects 200, “Add to cart” · alert after 3 fails`,
      expect.stringMatching(/^🟢 200 · \d+ ms · text found$/),
    ]);
    expect(seen.buttons).toEqual([["Edit", "Pause", "Undo"]]);
  });

  it("tells on its card all that it expects", async () => {
    const { ana, says } = await worldWith(loopback);
    const { address } = await shop();
    const wanted = 'expect 200-404, without "Error", slower than 800 ms is bad, certificate 21 days';
    const card = await says(ana, `check http://${address} every 2 min, ${wanted}`, "🔁");
    expect(card.text).toContain(`http://${address} · expects 200–404, no “Error”, ≤ 800 ms, TLS ≥ 21 d · alert after`);
  });

  it("of which how often is not said is asked about, and looks once it is", async () => {
    const { ana, says, presses } = await worldWith(loopback);
    const { address } = await shop();
    const asked = await says(ana, `is http://${address} up?`, "how often");
    expect(asked.text).toBe(`${address}: how often?`);
    const often = ["every 5 min", "every hour"];
    expect(asked.buttons).toEqual([often, ["every day 09:00"]]);
    expect((await presses(ana, asked, "every hour", "🟢")).text).toContain(`🔁 ${address} · every hour`);

    const again = await says(ana, `monitor http://${address}`, "how often");
    expect(again.buttons).toEqual([often, ["every day 09:00", "Remind me instead"]]);
    const card = await says(ana, "every 10 min", "🔁");
    expect(card.id).toBe(again.id);
    expect(card.text).toContain(`🔁 ${address} 2 · every 10 min`);
  });

  it("that says what no check can do is asked about, and may be a reminder", async () => {
    const { ana, says, presses } = await worldWith(loopback);
    const { address } = await shop();
    const sentence = `check http://${address} every 5 min, only on rainy days`;
    const asked = await says(ana, sentence, "I can check that");
    expect(asked.text).toBe(`${address} every 5 min: I can check that, but not only on rainy days.`);
    expect(asked.buttons).toEqual([["Check without that", "Remind me instead"]]);
    expect((await says(ana, "/list", "Nothing")).text).toContain("Nothing");
    expect((await presses(ana, asked, "Check without that", "🟢")).text).toContain(`🔁 ${address} · every 5 min`);

    for (const [words, shown] of Object.entries({
      "yes, without that": "2 · every 5 min",
      "Check without that": "3 · every 5 min",
      "every 10 min": "4 · every 10 min",
    })) {
      const again = await says(ana, sentence, "I can check that");
      const card = await says(ana, words, "🔁");
      expect(card.id).toBe(again.id);
      expect(card.text).toContain(`🔁 ${address} ${shown}`);
    }
    const other = await says(ana, sentence, "I can check that");
    const reminder = await presses(ana, other, "Remind me instead", "🔁");
    expect(reminder.text).toContain(`🔁 Check http://${address}, only on rainy days · every 5 min`);
  });

  it("is told of in reports: how long it was up and how fast it answered", async () => {
    const { ana, says, sees, passes } = await worldWith(loopback);
    const { address, answer } = await shop();
    await says(ana, `check http://${address} every 2 min`, "🔁");
    await sees(ana, "🟢");
    await passes(8 * minute);
    await says(ana, "report of last 7 days now", /Uptime 100% · Down 0 s/);
    answer.status = 502;
    await passes(2 * minute);
    answer.status = 200;
    await passes(6 * minute);
    const report = await says(ana, "report of last 7 days now", /Uptime 87.5% ·/);
    expect(report.text).toContain("Uptime 87.5% · Down 2 min");
    expect(report.text).toContain("Why unexpected status (502)");
    await sees(ana, (message) => message.raw.photo !== undefined);
  });

  it("raises one escalation after three failures, taken with [✋ Ack], and is over by itself", async () => {
    const { ana, says, sees, passes, presses } = await worldWith(loopback);
    const { address, answer } = await shop();
    await says(ana, `check http://${address} every 2 min`, "🔁");
    await sees(ana, "🟢");
    answer.status = 502;
    await passes(2 * minute);
    await passes(2 * minute);
    expect(ana.unseen()).toEqual([]);
    await passes(2 * minute);
    const red = await sees(ana, "🔴");
    const status = await says(ana, "/status", "🟢");
    expect(status.text.split("\n").slice(0, 2)).toEqual([
      "🟢 0 · 🔴 1 (#E1) · ⏰ next 14:13",
      `🔴 ${address}: HTTP 502 · #E1 high`,
    ]);
    expect(status.buttons).toEqual([["All", "Graph"]]);
    expect(red.text).toContain(`🔴 ${address} down since 14:07 · 3/3 failed · HTTP 502 · last good 14:05 · #E1 high`);
    expect(red.buttons).toEqual([
      ["✋ Ack", "🔇 1 h", "🔇 until fixed"],
      ["↻ Now", "📄 Log"],
    ]);
    await presses(ana, red, "✋ Ack", "✋ Ana took it");
    expect((await says(ana, "/status", "🟢")).text).toContain("🔴 1 (#E1, acked Ana)");
    await passes(2 * minute);
    answer.status = 200;
    await passes(2 * minute);
    expect(ana.unseen()).toEqual([]);
    await passes(2 * minute);
    const green = await sees(ana, "back");
    expect(green).toMatchObject({
      text: expect.stringContaining(`🟢 ${address} back 14:15 after 8 min · 2/2 good`),
      replyTo: red.id,
    });
  });

  it("keeps what it saw, which /history and the card show", async () => {
    const { ana, says, sees, passes } = await worldWith(loopback);
    const { address, answer } = await shop();
    await says(ana, `check http://${address} every 2 min`, "🔁");
    await sees(ana, "🟢");
    answer.status = 500;
    await passes(2 * minute);
    const history = await says(ana, `/history ${address}`, "2 finished runs");
    expect(history.text).toMatch(/🔴 HTTP 500 · \d+ ms/);
    expect(history.text).toMatch(/🟢 200 · \d+ ms · the look at creation/);
    const card = await says(ana, `/show ${address}`, "🔁");
    expect(card.text).toMatch(/\n🔴 HTTP 500 · \d+ ms\n/);
    await says(ana, "/language de", "Deutsch");
    expect((await says(ana, `/runs ${address}`, "500")).text).toMatch(/🟢 200 · \d+ ms · der Blick beim Anlegen/);
  });

  it("asks no private address that belfry.toml does not allow, and says so", async () => {
    const { ana, says, sees } = await worldWith();
    const { address } = await shop();
    await says(ana, `check http://${address} every 2 min`, "🔁");
    expect((await sees(ana, "🔴")).text).toContain("this address is not allowed; belfry.toml can allow it");
    expect((await says(ana, "/status", "🔴 1")).text).toContain(": this address is not allowed");
  });

  it("looks in quiet hours too, and its card says nothing else", async () => {
    const { ana, says, sees } = await worldWith(loopback);
    const { address } = await shop();
    await says(ana, "quiet from 13 to 18", "🌙");
    await says(ana, `check http://${address} every 2 min`, "🔁");
    expect((await sees(ana, "🟢")).text).not.toContain("quiet hours");
    expect((await says(ana, `/why ${address}`, "every 2 min")).text).toContain("Nothing keeps it from running.");
    expect((await says(ana, "stretch every hour", "🔁 Stretch")).text).toContain("quiet hours");
  });

  it("changes with its sentence", async () => {
    const { ana, says, sees } = await worldWith(loopback);
    const { address } = await shop();
    const said = ana.say(`check http://${address} every 2 min`);
    await sees(ana, "🟢");
    ana.edit(said.id, `check http://${address} every 5 min, expect "Sold out"`);
    expect((await sees(ana, "every 5 min")).text).toContain("expects “Sold out”");
    await says(ana, "check the oven in 10 min", "⏰ Check the oven");
  });
});

describe("a named command", () => {
  it("is run by its name; a number out of bounds is bad, and words that name none stay a reminder", async () => {
    const folder = join(tmpdir(), `belfry-df-${process.pid}`);
    writeFileSync(folder, "91\n");
    const toml = `[commands.df-root]\nargv = ["/bin/cat", "${folder}"]\n`;
    const { ana, says, sees } = await worldWith(toml);
    const card = await says(ana, "every 15 min run df-root, warn if over 85", "df-root · every 15 min");
    expect(card.text).toContain("df-root · bad when value > 85 · alert after 3 fails");
    const seen = await sees(ana, "🔴");
    expect(seen.id).toBe(card.id);
    expect(seen.text).toContain("🔴 the value is out of bounds · exit 0 · value 91");
    await says(ana, "every day at 7 run 5 km", "🔁 Run 5 km");
  });
});

describe("a port, a page", () => {
  it("is looked at as it is said", async () => {
    const { ana, says, sees, passes } = await worldWith(loopback);
    const { address, answer } = await shop();
    await says(ana, `check tcp ${address} every minute`, address);
    expect((await sees(ana, "🟢")).text).toMatch(/🟢 \d+ ms$/);
    await says(ana, `watch page http://${address} for changes every 10 min`, "every 10 min");
    await sees(ana, "no change");
    answer.body = "<p>Sold out</p>";
    await passes(10 * minute);
    expect((await sees(ana, "🟡")).text).toContain("+ Sold out");
  });
});

describe("a check whose settings do not fit any more", () => {
  it("says so when it runs, is shown, paused and deleted, and hides nothing else", async () => {
    const world = await worldWith(loopback);
    const { ana, says, sees, passes } = world;
    const { address } = await shop();
    await says(ana, `check http://${address} every 5 min`, "🔁");
    await sees(ana, "🟢");
    const [check] = await world.store.actions.list({});
    const { id = 0, revision = 0 } = check ?? {};
    const patch = { spec: { probe: { type: "magic" } }, revision: revision + 1 };
    await world.store.commit([{ do: "setAction", id, expectRevision: revision, patch }]);
    await says(ana, "/status", "Last 24 h");
    await says(ana, `/show ${id}`, address);
    await passes(5 * minute);
    await sees(ana, "its settings do not fit");
    await says(ana, `/pause ${id}`, "paused");
    await says(ana, `/delete ${id}`, "deleted");
  });
});
