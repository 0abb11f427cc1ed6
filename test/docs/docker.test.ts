import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";

const at = (name: string) => new URL(`../../${name}`, import.meta.url);
const dockerfile = readFileSync(at("Dockerfile"), "utf8").replaceAll("\\\n", " ");
const compose = readFileSync(at("compose.yaml"), "utf8");
const [, run = ""] = dockerfile.split(/^(?=FROM .*slim$)/m);

describe("the image", () => {
  it("is Debian slim with Node 24, in two stages", () => {
    expect(dockerfile.match(/^FROM .*/gm)).toEqual([
      "FROM node:24-bookworm-slim AS build",
      "FROM node:24-bookworm-slim",
    ]);
  });

  it("copies only what exists and what .dockerignore lets through", () => {
    const ignore = readFileSync(at(".dockerignore"), "utf8").split("\n");
    const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.*)$/gm)].flatMap(([, words = ""]) =>
      words.split(" ").slice(0, -1),
    );
    expect(copies).not.toEqual([]);
    expect(copies.filter((path) => !existsSync(at(path)) || !ignore.includes(`!${path}`))).toEqual([]);
    expect(ignore[0]).toBe("*");
  });

  it("runs below tini, not as root, and keeps everything in /data", () => {
    expect(run).toMatch(/^USER node$/m);
    expect(run).toContain('ENTRYPOINT ["tini", "--"]');
    expect(run).toContain('CMD ["node", "dist/main.js"]');
    expect(run).toContain("BELFRY_DATA=/data");
    expect(run).toMatch(/^VOLUME \/data$/m);
    expect(run.indexOf("USER node")).toBeLessThan(run.indexOf("ENTRYPOINT"));
  });

  it("asks for its health where Belfry listens", () => {
    const read = readConfig({});
    const { host, port } = "config" in read ? read.config : { host: "", port: 0 };
    expect(run).toContain(`fetch('http://${host}:${port}/healthz')`);
  });

  it("holds no secret", () => {
    expect(dockerfile).not.toMatch(/TOKEN|ARG /);
  });
});

describe("the compose file", () => {
  it.each([
    "stop_grace_period: 40s",
    "read_only: true",
    "pids_limit: 256",
    "mem_limit: 512m",
    "cap_drop:\n      - ALL",
    "security_opt:\n      - no-new-privileges:true",
    "tmpfs:\n      - /tmp",
    "volumes:\n      - data:/data",
    "secrets:\n      - telegram_bot_token",
  ])("says %j", (words) => {
    expect(compose).toContain(words);
  });

  it("sets only what Belfry knows", () => {
    const names = [...compose.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name = ""]) => name);
    expect(names).toContain("TELEGRAM_BOT_TOKEN_FILE");
    const env = Object.fromEntries(names.map((name) => [name, ""]));
    expect(readConfig(env)).toHaveProperty("config");
    for (const name of names) expect(readFileSync(at(".env.example"), "utf8")).toContain(`#${name}=`);
  });

  it("never mounts Docker's own socket", () => {
    expect(compose).not.toContain("docker.sock");
  });
});
