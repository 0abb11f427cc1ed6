import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { ensureBuilt } from "../../scripts/ensure.mjs";
import { startProduct } from "../support/kills.ts";
import type { BelfryProcess } from "../support/process.ts";
import { startTelegram, type Telegram } from "../support/telegram.ts";

let telegram: Telegram;
let dataDir: string;
let started: BelfryProcess[];

beforeAll(() => ensureBuilt());

beforeEach(async () => {
  telegram = await startTelegram();
  dataDir = mkdtempSync(join(tmpdir(), "belfry-process-"));
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((belfry) => belfry.end("SIGKILL")));
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, dir = dataDir): BelfryProcess {
  const belfry = startProduct(telegram, dir, env);
  started.push(belfry);
  return belfry;
}

/** Unset: the playground starts. */
const noTelegram = { TELEGRAM_BOT_TOKEN: "", TELEGRAM_API_ROOT: "" };

describe("signals", () => {
  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("%s ends in order with code 0", async (signal) => {
    const belfry = start();
    await belfry.ready;
    expect(await belfry.end(signal)).toEqual({ code: 0, signal: null });
  });

  it("a second SIGTERM ends at once", async () => {
    const held = telegram.faults.script({ method: "sendMessage", reply: "hang", times: 9 });
    const belfry = start();
    telegram.ana.say("tea in 1 hour");
    await held.hit;
    belfry.child.kill("SIGTERM");
    // The first one waits for the message that is being sent; the second does not.
    await belfry.prints("Stopping in order");
    expect(await belfry.end("SIGTERM")).toEqual({ code: 130, signal: null });
  });

  it("lives on when whoever reads its output goes away", async () => {
    const belfry = start({ BELFRY_LOG_LEVEL: "trace" });
    await belfry.ready;
    belfry.child.stdout?.destroy();
    belfry.child.stderr?.destroy();
    telegram.ana.say("tea in 1 hour");
    await telegram.ana.sees("Tea");
    telegram.ana.say("coffee in 1 hour");
    await telegram.ana.sees("Coffee");
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
  });
});

describe("what must not be shared or believed", () => {
  it("a second process on the same data ends with code 4 and says why", async () => {
    const first = start();
    await first.ready;
    const second = start();
    expect(await second.ended).toEqual({ code: 4, signal: null });
    expect(second.output()).toMatch(/another/i);
    telegram.ana.say("tea in 1 hour");
    await telegram.ana.sees("Tea");
  });

  it("a second process leaves the playground of the first alone", async () => {
    const first = start({ ...noTelegram, BELFRY_PORT: "0" });
    await first.ready;
    const world = join(dataDir, "playground", "telegram", "world.jsonl");
    const before = statSync(world).ino;
    expect(await start(noTelegram).ended).toEqual({ code: 4, signal: null });
    expect(statSync(world).ino).toBe(before);
  });

  it("whatever it writes, nobody else can read", async () => {
    await start({ ...noTelegram, BELFRY_PORT: "0" }).ready;
    const names = readdirSync(dataDir, { recursive: true }) as string[];
    expect(names).toContain(join("playground", "telegram", "world.jsonl"));
    const open = names.filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  it.each([
    ["BELFRY_HOST", "no.such.host.invalid", 1],
    ["BELFRY_DATA", "/proc/belfry", 6],
    ["BELFRY_DATA", import.meta.filename, 6],
    ["BELFRY_WORKSPACE", "/proc/belfry", 1],
    ["BELFRY_WORKSPACE", tmpdir(), 1],
  ])("says in a sentence what is wrong with %s=%s", async (name, value, code) => {
    const belfry = start({ ...noTelegram, [name]: value });
    expect(await belfry.ended).toEqual({ code, signal: null });
    expect(belfry.output()).toContain(value);
    expect(belfry.output()).not.toContain("    at ");
  });

  it("runs commands where BELFRY_WORKSPACE says, and nowhere outside", async () => {
    const workspace = join(dataDir, "..", `${basename(dataDir)}-work`);
    onTestFinished(() => rmSync(workspace, { recursive: true }));
    mkdirSync(join(workspace, "below"), { recursive: true });
    symlinkSync(dataDir, join(workspace, "out"));
    const commands = ["below", "..", "out"].map(
      (cwd, n) => `[commands.job${n}]\nargv = ["/usr/bin/touch", "ran"]\ncwd = "${cwd}"\n`,
    );
    writeFileSync(join(dataDir, "belfry.toml"), commands.join("\n"));
    const belfry = start({ BELFRY_WORKSPACE: workspace });
    await belfry.ready;
    for (const n of [0, 1, 2]) telegram.ana.say(`run job${n} every hour, tell me every time`);
    await expect.poll(() => existsSync(join(workspace, "below", "ran")), { timeout: 20_000 }).toBe(true);
    // They run side by side, and either may be refused first.
    await Promise.all(["Job1", "Job2"].map((title) => telegram.ana.sees(new RegExp(`${title}[^]*folder`, "i"))));
    expect([join(workspace, ".."), dataDir].filter((dir) => existsSync(join(dir, "ran")))).toEqual([]);
  });

  it("reads belfry.toml in a data directory that is named from where it was started, as the usual one is", async () => {
    const belfry = startProduct(telegram, dataDir, { BELFRY_DATA: "./data" }, dataDir);
    started.push(belfry);
    await belfry.ready;
    writeFileSync(join(dataDir, "data", "belfry.toml"), '[commands.job]\nargv = ["/bin/echo", "made"]\n');
    await belfry.prints("belfry.toml was read anew");
    telegram.ana.say("run job every hour");
    await telegram.ana.sees("🟢");
  });

  it("a killed process leaves nothing behind that stops the next one", async () => {
    const first = start();
    await first.ready;
    await first.end("SIGKILL");
    await start().ready;
  });

  it("wrong settings are all named at once, with code 1", async () => {
    const belfry = start({ BELFRY_PORT: "many", BELFRY_TIMEZONE: "Moon/Base", BELFRY_OWNERS: "*" });
    expect(await belfry.ended).toEqual({ code: 1, signal: null });
    for (const name of ["BELFRY_PORT", "BELFRY_TIMEZONE", "BELFRY_OWNERS"]) expect(belfry.output()).toContain(name);
  });

  it("a database it does not understand is left as it is, with code 6", async () => {
    const path = join(dataDir, "belfry.db");
    writeFileSync(path, "this is no database, it only has its name".repeat(500));
    const before = readFileSync(path);
    const belfry = start();
    expect(await belfry.ended).toEqual({ code: 6, signal: null });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(belfry.output()).not.toContain("    at ");
  });

  it("a database of a newer Belfry is left as it is, with code 3", async () => {
    const path = join(dataDir, "belfry.db");
    const first = start();
    await first.ready;
    await first.end("SIGTERM");
    const raw = new Database(path);
    raw.pragma("user_version = 9999");
    raw.close();
    const before = readFileSync(path);
    const belfry = start();
    expect(await belfry.ended).toEqual({ code: 3, signal: null });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(belfry.output()).toMatch(/newer Belfry/);
    expect(belfry.output()).not.toContain("    at ");
  });

  it("a token that is refused keeps it up, saying so, and never shows the token", async () => {
    telegram.faults.script({ method: "getMe", reply: "401", times: 1000 });
    const belfry = start({ BELFRY_LOG_LEVEL: "trace" });
    await belfry.prints("refuses the token");
    expect(belfry.child.exitCode).toBeNull();
    expect(belfry.output()).not.toContain(telegram.token);
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
  });

  it("another poller does not end it: it backs off and says so", async () => {
    telegram.faults.script({ method: "getUpdates", reply: "409", times: 3 });
    const belfry = start();
    await belfry.prints("409");
    expect(belfry.child.exitCode).toBeNull();
  });

  it("of two with one token one backs off, and what is said is done once", async () => {
    const other = mkdtempSync(join(tmpdir(), "belfry-process-"));
    onTestFinished(() => rmSync(other, { recursive: true, force: true }));
    const first = start();
    await first.ready;
    const second = startProduct(telegram, other);
    started.push(second);
    await first.prints("another process fetches this bot's updates");
    for (const title of ["Tea", "Coffee", "Milk"]) {
      telegram.ana.say(`${title} in 2 hours`);
      await telegram.ana.sees(title);
    }
    // Whichever is left hears what is said from now on.
    await second.end("SIGTERM");
    telegram.ana.say("Juice in 2 hours");
    await telegram.ana.sees("Juice");
    expect(first.child.exitCode).toBeNull();
    const cards = telegram.sent().map(({ text }) => /Tea|Coffee|Milk|Juice/.exec(text ?? "")?.[0]);
    expect(cards.filter((title) => title !== undefined)).toEqual(["Tea", "Coffee", "Milk", "Juice"]);
  });
});
