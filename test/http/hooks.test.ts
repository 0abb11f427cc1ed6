import { describe, expect, it, onTestFinished } from "vitest";
import { type Hooks, hookRoutes } from "../../src/http/hooks.ts";
import { routes, startHttp } from "../../src/http/server.ts";

interface Taken {
  token: string;
  ending: string | null;
  once: string | null;
  body: string;
}

/** A listener that knows one token, and what reached it. */
async function listener() {
  const taken: Taken[] = [];
  const clock = { now: 0 };
  const take = (call: Taken) => {
    if (call.token !== "known") return false;
    taken.push(call);
    return true;
  };
  const text = (body: Uint8Array) => Buffer.from(body).toString();
  const hooks: Hooks = {
    ping: async (token, ending, body) => take({ token, ending, once: null, body: text(body) }),
    event: async (token, once, body) => take({ token, ending: null, once, body: text(body) }),
  };
  const open: { hooks: Hooks | null } = { hooks };
  const app = routes(
    () => [],
    hookRoutes(
      () => open.hooks,
      () => clock.now,
    ),
  );
  const server = await startHttp(app, "127.0.0.1", 0);
  onTestFinished(() => server.close());
  const call = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);
  return { taken, clock, call, open };
}

describe("a call from outside", () => {
  it.each([
    ["/ping/known", "GET", ""],
    ["/ping/known/0", "HEAD", "0"],
    ["/ping/known/137", "POST", "137"],
    ["/ping/known/fail", "GET", "fail"],
  ])("%s by %s is taken", async (path, method, ending) => {
    const { taken, call } = await listener();
    expect((await call(path, { method })).status).toBe(200);
    expect(taken).toEqual([{ token: "known", ending, once: null, body: "" }]);
  });

  it("brings its log along", async () => {
    const { taken, call } = await listener();
    await call("/ping/known/1", { method: "POST", body: "no space left" });
    expect(taken[0]?.body).toBe("no space left");
  });

  it("may say that it is the same as an earlier one", async () => {
    const { taken, call } = await listener();
    await call("/hooks/known", { method: "POST", headers: { "idempotency-key": "build-7" } });
    expect(taken).toEqual([{ token: "known", ending: null, once: "build-7", body: "" }]);
    expect((await call("/hooks/known")).status).toBe(404);
  });

  it("to an address that is none is answered like any other such address", async () => {
    const { call } = await listener();
    const answers = [];
    for (const path of ["/ping/guess", "/ping/guess/0", "/hooks/guess", "/nothing/here"]) {
      const answer = await call(path, { method: "POST" });
      answers.push([answer.status, await answer.text()]);
    }
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  it("that is too long is refused", async () => {
    const { taken, call } = await listener();
    expect((await call("/ping/known", { method: "POST", body: "x".repeat(1_048_577) })).status).toBe(413);
    expect(taken).toEqual([]);
  });

  it("that comes too often has to wait", async () => {
    const { taken, clock, call } = await listener();
    const statuses = [];
    for (let i = 0; i < 21; i++) statuses.push((await call("/ping/known")).status);
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429]);
    clock.now += 3_000;
    expect((await call("/ping/known")).status).toBe(200);
    expect(taken).toHaveLength(21);
  });

  it("is asked to come again while Belfry starts", async () => {
    const { call, open } = await listener();
    open.hooks = null;
    expect((await call("/ping/known")).status).toBe(503);
  });
});
