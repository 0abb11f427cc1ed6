import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Bot, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { createLog } from "../src/log.ts";
import { scrub } from "../src/secrets.ts";

const token = `987654321:${"BBexampleexampleexampleexample_-12345"}`;

function logTo(lines: string[], secrets: string[] = []) {
  return createLog({ level: "trace", secrets, destination: { write: (line) => lines.push(line) } });
}

/** The error grammY throws when nobody answers: the address with the token is nested in it. */
async function refused(): Promise<HttpError> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  server.close();
  await once(server, "close");
  const bot = new Bot(token, { client: { apiRoot: `http://127.0.0.1:${port}`, sensitiveLogs: true } });
  const error = await bot.api.getMe().catch((reason: unknown) => reason);
  if (!(error instanceof HttpError)) throw new Error("expected an HttpError");
  return error;
}

describe("the log", () => {
  it("never holds the bot token, however deep an error carries it", async () => {
    const error = await refused();
    const lines: string[] = [];
    const log = logTo(lines);
    log.error({ err: error }, "getMe failed");
    log.error({ error: { cause: { url: `https://api.telegram.org/bot${token}/getMe` } } }, `bot${token}`);
    log.warn({ err: new Error("outer", { cause: error }) }, "outer");
    log.info({ [token]: [token, encodeURIComponent(token)] }, "as a key");
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line).not.toContain(token.slice(10));
      expect(JSON.parse(line)).toHaveProperty("msg");
    }
    expect(lines[1]).toContain("[secret]");
  });

  it("never holds a secret it was told, whatever it looks like", () => {
    const lines: string[] = [];
    const secret = 'short "quoted" secret';
    logTo(lines, [secret, ""]).info({ secret, at: `https://example.com/${encodeURIComponent(secret)}` }, secret);
    expect(lines[0]).not.toContain("quoted");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ secret: "[secret]", msg: "[secret]" });
  });

  it("keeps what only resembles a token", () => {
    const text = "at 12:30:00, build 20261124:short, 123456:abc";
    expect(scrub(text)).toBe(text);
  });

  it("goes on when whoever read it is gone", async () => {
    const code = `
      import { createLog } from "./src/log.ts";
      const log = createLog({ level: "info", secrets: [] });
      process.stdin.once("data", () => {
        for (let i = 0; i < 100; i++) log.info({ i }, "nobody reads this");
        setImmediate(() => { log.info({}, "nor this"); process.stdout.write("still here"); process.exit(0); });
      });
      process.stdout.write("ready");`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
      cwd: new URL("..", import.meta.url),
    });
    const heard: string[] = [];
    child.stdout.on("data", (chunk) => heard.push(String(chunk)));
    await once(child.stdout, "data");
    child.stderr.destroy();
    await once(child.stderr, "close");
    child.stdin.end("go");
    const [exit] = await once(child, "close");
    expect([exit, heard.join("")]).toEqual([0, "readystill here"]);
  });
});
