import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig, variables } from "../src/config.ts";

const token = `123456789:${"AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw".padEnd(35, "x")}`;
const dir = mkdtempSync(join(tmpdir(), "belfry-config-"));
afterAll(() => rmSync(dir, { recursive: true }));

function config(env: Record<string, string | undefined>) {
  const read = readConfig(env);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  return read.config;
}

function problems(env: Record<string, string | undefined>): string[] {
  const read = readConfig(env);
  return "problems" in read ? read.problems : [];
}

function file(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

describe("the configuration", () => {
  it("needs nothing at all", () => {
    expect(config({})).toEqual({
      token: null,
      apiRoot: null,
      owners: [],
      dataDir: join(process.cwd(), "data"),
      workspace: null,
      zone: expect.any(String),
      language: "en",
      logLevel: "info",
      port: 8788,
      host: "127.0.0.1",
      publicUrl: null,
    });
  });

  it.each([
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Nowhere/Odd", "UTC"],
    ["", "UTC"],
  ])("takes the zone of a machine with TZ=%j as %s", (tz, zone) => {
    const code = 'import { readConfig } from "./src/config.ts"; console.log(readConfig({}).config.zone);';
    const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
      cwd: new URL("..", import.meta.url),
      env: { ...process.env, TZ: tz },
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe(zone);
  });

  it("takes every variable", () => {
    const env = {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: "http://127.0.0.1:9000/",
      BELFRY_OWNERS: "7, 42,7",
      BELFRY_DATA: "/var/lib/belfry",
      BELFRY_WORKSPACE: "/srv/work",
      BELFRY_TIMEZONE: "europe/berlin",
      BELFRY_LANGUAGE: "en",
      BELFRY_LOG_LEVEL: "debug",
      BELFRY_PORT: "0",
      BELFRY_HOST: "::1",
      BELFRY_PUBLIC_URL: "https://bell.example.com/belfry/",
    };
    expect(config(env)).toEqual({
      token,
      apiRoot: "http://127.0.0.1:9000",
      owners: [7, 42],
      dataDir: "/var/lib/belfry",
      workspace: "/srv/work",
      zone: "Europe/Berlin",
      language: "en",
      logLevel: "debug",
      port: 0,
      host: "::1",
      publicUrl: "https://bell.example.com/belfry",
    });
  });

  it("takes an empty value for an unset one", () => {
    const empty = Object.fromEntries(Object.keys(variables).map((name) => [name, ""]));
    expect(config({ ...empty, BELFRY_NOTHING: "" })).toEqual(config({}));
  });

  it("reads the token from a file, without the line end", () => {
    expect(config({ TELEGRAM_BOT_TOKEN_FILE: file("token", `${token}\n`) }).token).toBe(token);
  });

  it("reports every problem at once, each in a sentence", () => {
    const env = {
      TELEGRAM_BOT_TOKEN: "nonsense",
      TELEGRAM_API_ROOT: "ftp://example.com",
      BELFRY_OWNERS: "ana",
      BELFRY_WORKSPACE: "../work",
      BELFRY_TIMEZONE: "Atlantis/Capital",
      BELFRY_LANGUAGE: "tlh",
      BELFRY_LOG_LEVEL: "loud",
      BELFRY_PORT: "99999",
      BELFRY_TIME_ZONE: "x",
    };
    expect(problems(env)).toEqual([
      "TELEGRAM_BOT_TOKEN is not a bot token; @BotFather gives one like 123456789:AAH….",
      'TELEGRAM_API_ROOT must be an address that begins with http:// or https://; it is "ftp://example.com".',
      'BELFRY_OWNERS takes Telegram user ids: positive numbers with commas between; it is "ana".',
      'BELFRY_WORKSPACE must be a complete path, from / on; it is "../work".',
      'BELFRY_TIMEZONE must be a time zone by its IANA name, such as Europe/Berlin; it is "Atlantis/Capital".',
      'BELFRY_LANGUAGE must be en or de; it is "tlh".',
      'BELFRY_LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent; it is "loud".',
      'BELFRY_PORT must be a number from 0 to 65535; it is "99999".',
      "BELFRY_TIME_ZONE is not a setting of Belfry; did you mean BELFRY_TIMEZONE?",
    ]);
  });

  it.each(["*", "0", "-5", "1,", "1 2", "all", "1e3", "@ana", "99999999999999999"])("has no owner %s", (owners) => {
    expect(problems({ BELFRY_OWNERS: owners })).toHaveLength(1);
  });

  it.each(["+01:00", "Mars/Base", "Europe", "local"])("has no time zone %s", (zone) => {
    expect(problems({ BELFRY_TIMEZONE: zone })).toHaveLength(1);
  });

  it.each(["-1", "65536", "80.5", "http", " 80"])("has no port %s", (port) => {
    expect(problems({ BELFRY_PORT: port })).toHaveLength(1);
  });

  it.each([
    ["BELFRY_OWNER", "BELFRY_OWNERS"],
    ["BELFRY_TIMEZON", "BELFRY_TIMEZONE"],
    ["BELFRY_LOGLEVEL", "BELFRY_LOG_LEVEL"],
    ["BELFRY_DATA_DIR", "BELFRY_DATA"],
  ])("refuses %s and names %s", (wrong, right) => {
    expect(problems({ [wrong]: "x" })).toEqual([`${wrong} is not a setting of Belfry; did you mean ${right}?`]);
  });

  it("leaves other programs' variables alone", () => {
    expect(problems({ HOME: "/root", TELEGRAM_CLI: "1" })).toEqual([]);
  });

  it("wants one token, not two", () => {
    const env = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_BOT_TOKEN_FILE: file("second", token) };
    expect(problems(env)).toEqual(["TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set; set one of them."]);
  });

  it("wants a token for another Bot API server", () => {
    expect(problems({ TELEGRAM_API_ROOT: "http://127.0.0.1:9000" })).toHaveLength(1);
  });

  it("says which token file cannot be read, and why", () => {
    const missing = join(dir, "missing");
    expect(problems({ TELEGRAM_BOT_TOKEN_FILE: missing })).toEqual([
      `TELEGRAM_BOT_TOKEN_FILE names ${missing}, which cannot be read (ENOENT).`,
    ]);
    expect(problems({ TELEGRAM_BOT_TOKEN_FILE: dir })[0]).toContain("EISDIR");
    expect(problems({ TELEGRAM_BOT_TOKEN_FILE: file("empty", "\n") })[0]).toContain("is not a bot token");
  });

  it("never shows a token, wherever it was put by mistake", () => {
    for (const name of Object.keys(variables)) {
      for (const value of [token, `${token} `, `https://api.telegram.org/bot${token}?x`]) {
        expect(problems({ [name]: value, BELFRY_PORT: "wrong" }).join("\n")).not.toContain(token.slice(12));
      }
    }
  });
});
