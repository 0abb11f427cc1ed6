import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { createWorld, type World } from "../support/world.ts";

const tap = "TAP version 13\n1..3\nok 1 - adds\nnot ok 2 - divides\nok 3 - pays\n";

const toml = (folder: string) => `
[network]
allow = ["127.0.0.0/8"]
[commands.disk]
argv = ["printf", "/ 81%%\\n/home 40%%\\n"]
[commands.broken]
argv = ["false"]
[commands.unit]
argv = ["printf", '${tap.replaceAll("\n", "\\n")}']
[reports]
folders = ["${folder}"]
[reports.templates]
short = """
# {{title}}
{{ledger.runs}} runs, disk: {{disk}}
"""
`;

async function house(): Promise<{ world: World; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "belfry-reports-"));
  const read = readBelfryToml(toml(folder), { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const world = await createWorld({ file: read.file });
  onTestFinished(async () => {
    expect(world.troubles).toEqual([]);
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { world, folder };
}

/** Answers as it is told; its address. */
async function web(answer: { status: number; body: string }): Promise<string> {
  const server = createServer((_, response) => void response.writeHead(answer.status).end(answer.body));
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const agree = "Shall I send it like that?";

describe("a report", () => {
  it("tells what a named command prints, in the preview and at its times, also after a restart", async () => {
    const { world } = await house();
    const { ana } = world;
    const preview = await world.says(ana, "every monday 8 send a report of failed runs, uptime and disk", "disk\n");
    expect(preview.text).toContain("/ 81%\n/home 40%");
    await world.presses(ana, await world.sees(ana, agree), "Looks right", "🔁");
    await world.restarts();
    await world.until("2026-11-30T08:00");
    expect((await world.sees(ana, "Failed runs, uptime and disk")).text).toContain("/ 81%\n/home 40%");
  });

  it("tells what an address answers, as it is at the time", async () => {
    const { world } = await house();
    const { ana } = world;
    const answer = { status: 200, body: JSON.stringify({ users: 12, plans: [{ name: "Basic", count: 9 }] }) };
    const address = await web(answer);
    const preview = await world.says(ana, `daily report of ${address}/stats.json`, "stats");
    expect(preview.text).toMatch(/users +12/);
    await world.presses(ana, await world.sees(ana, agree), "Looks right", "🔁");
    answer.body = JSON.stringify({ users: 13 });
    await world.until("2026-11-25T09:00");
    await world.sees(ana, /users +13/);
    answer.status = 503;
    await world.until("2026-11-26T09:00");
    await world.sees(ana, "⚠️ stats could not be read: HTTP 503");
  });

  it("names what cannot be read and tells the rest", async () => {
    const { world } = await house();
    const told = await world.says(world.ana, "report of disk, broken and file nowhere.txt now", "disk\n");
    expect(told.text).toContain("/ 81%");
    expect(told.text).toContain("⚠️ broken could not be read: failed (exit 1)");
    expect(told.text).toContain("⚠️ nowhere could not be read: no file nowhere.txt");
  });

  it("asks no private address that belfry.toml does not allow", async () => {
    const world = await createWorld();
    onTestFinished(() => world.close());
    const address = await web({ status: 200, body: "{}" });
    const told = await world.says(world.ana, `report of ${address}/stats.json now`, "could not be read");
    expect(told.text).toContain("this address is not allowed");
  });

  it("reads files of the folders that belfry.toml names, and nothing that leads out of them", async () => {
    const { world, folder } = await house();
    writeFileSync(join(folder, "backup.txt"), "backed up 12 GB\n");
    mkdirSync(join(folder, "sub"));
    symlinkSync("/etc/passwd", join(folder, "sub", "out.txt"));
    const say = (file: string) => world.says(world.ana, `report of file ${file} now`, /12 GB|could not be read/);
    expect((await say("backup.txt")).text).toContain("backed up 12 GB");
    expect((await say("sub/../backup.txt")).text).toContain("backed up 12 GB");
    for (const outside of ["sub/out.txt", "../../etc/passwd", "/etc/passwd"])
      expect((await say(outside)).text).toContain("could not be read: no file");
  });

  it("tells how a test run went, failing names and all", async () => {
    const { world } = await house();
    const told = await world.says(world.ana, "report of tests unit now", "unit");
    expect(told.text).toMatch(/passed +2/);
    expect(told.text).toMatch(/failed +1/);
    expect(told.text).toContain("divides");
  });

  it("takes the template it is told to take, and refuses one that does not fit", async () => {
    const { world } = await house();
    const { ana } = world;
    const told = await world.says(ana, "report of runs and disk with template short now", "0 runs, disk: / 81%");
    expect(told.text).toContain("Runs and disk");
    await world.says(
      ana,
      "report of uptime with template short now",
      "The template short of belfry.toml cannot be used",
    );
    await world.says(ana, "report of uptime with template long now", "The template long of belfry.toml cannot be used");
  });

  it("comes as the file it is asked for", async () => {
    const { world } = await house();
    const told = await world.says(world.ana, "report of disk as csv now", ({ raw }) => "document" in raw);
    expect(told.raw.document).toMatchObject({ file_name: "disk-2026-11-24.csv" });
  });
});
