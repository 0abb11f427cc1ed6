import { describe, expect, it } from "vitest";
import { approvalKey, commandChoice, needsApproval } from "../../../src/kinds/check/command/run.ts";
import { namedCommand } from "../../../src/kinds/check/command/settings.ts";
import { parseJsonPath, valueAt } from "../../../src/kinds/check/json-path.ts";
import { findNumber, numberSpec } from "../../../src/kinds/check/number.ts";
import { anchorsSpec, connectivity, counts, defaultAnchors, ownConnectivity } from "../../../src/kinds/check/reach.ts";
import { askedCheckSpec, saveProblems } from "../../../src/kinds/check/save.ts";
import { checkSpec, problemsOf } from "../../../src/kinds/check/spec.ts";
import { context, folder, lookAt, serveTcp } from "./support.ts";

const http = { type: "http", url: "https://shop.example.com" };
const command = (run: object, more: object = {}) => ({ type: "command", run, ...more });
const codes = (spec: object) => {
  const { error } = checkSpec.safeParse(spec);
  return error ? problemsOf(error).map(({ code, at }) => `${code} ${at}`) : [];
};

describe("a check's spec", () => {
  it("fills in what the field has settled on", () => {
    expect(checkSpec.parse({ probe: http })).toMatchObject({
      probe: { timeoutMs: 10_000, redirects: "follow", status: { from: 200, to: 299 } },
      alertAfter: 3,
      recoverAfter: 2,
    });
  });

  it("survives being stored and read again", () => {
    for (const probe of [
      http,
      command({ argv: ["df", "-P"] }),
      command({ named: "df" }),
      { type: "tls", host: "a.b" },
    ]) {
      const spec = checkSpec.parse({ probe, badWhen: "ms > 5" });
      expect(checkSpec.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    }
  });

  it.each([
    [{ probe: { type: "magic" } }, "invalid_spec probe.type"],
    [{ probe: { ...http, extra: 1 } }, "invalid_spec probe"],
    [{ probe: { ...http, timeoutMs: 60_001 } }, "invalid_spec probe.timeoutMs"],
    [{ probe: http, badWhen: "ms >" }, "invalid_spec badWhen"],
    [{ probe: http, badWhen: "exit > 0" }, "invalid_spec badWhen"],
    [{ probe: http, badWhen: 'ms > "5"' }, "invalid_spec badWhen"],
    [{ probe: http, badWhen: "text > 5" }, "invalid_spec badWhen"],
    [{ probe: http, badWhen: "header" }, "invalid_spec badWhen"],
    [{ probe: http, badWhen: "changed" }, "invalid_spec badWhen"],
    [{ probe: command({ argv: ["df"] }), badWhen: "value > 85" }, "invalid_spec badWhen"],
    [{ probe: { type: "dns", name: "a.b", server: "192.0.2.1:0" } }, "invalid_spec probe.server"],
    [{ probe: { type: "dns", name: "a.b", server: "[::1]:00" } }, "invalid_spec probe.server"],
    [{ probe: { type: "dns", name: "a.b", server: "192.0.2.1:65536" } }, "invalid_spec probe.server"],
    [{ probe: http, alertAfter: 0 }, "invalid_spec alertAfter"],
    [{ probe: command({ argv: [] }) }, "invalid_cmd probe.run"],
    [{ probe: command({ argv: [" "] }) }, "invalid_cmd probe.run.argv.0"],
    [{ probe: command({ argv: ["a\0b"] }) }, "invalid_cmd probe.run.argv.0"],
    [{ probe: command({ argv: ["a"] }, { timeoutMs: 1 }) }, "invalid_spec probe.timeoutMs"],
    [{ probe: command("rm -rf /" as unknown as object) }, "invalid_cmd probe.run"],
    [
      { probe: { type: "page", url: "https://a.b", watch: { by: "json", path: "a[*]" } } },
      "invalid_spec probe.watch.path",
    ],
  ])("is refused with its place: %j", (spec, problem) => {
    expect(codes(spec)).toContain(problem);
  });

  it("says bash only in files of the owner's", () => {
    const spec = { probe: command({ argv: ["df | tail"], shell: true }) };
    expect(checkSpec.safeParse(spec).success).toBe(true);
    expect(askedCheckSpec.safeParse(spec).success).toBe(false);
    expect(askedCheckSpec.safeParse({ probe: command({ argv: ["df"] }) }).success).toBe(true);
  });

  it("is looked at once more before it is saved", async () => {
    const named = {
      df: namedCommand.parse({ argv: ["df", "{disk}"] }),
      lost: namedCommand.parse({ argv: ["x"], cwd: ".." }),
    };
    const { commands } = context({ commands: { named, workspace: folder(), approved: () => false } });
    const problems = async (run: object) =>
      (await saveProblems(checkSpec.parse({ probe: command(run) }), commands)).map(({ code }) => code);
    expect(await problems({ named: "df", parameters: { disk: "/" } })).toEqual([]);
    expect(await problems({ named: "df" })).toEqual(["unknown_command"]);
    expect(await problems({ named: "du" })).toEqual(["unknown_command"]);
    expect(await problems({ named: "lost" })).toEqual(["cwd_outside_repo"]);
    expect(await problems({ argv: ["df"] })).toEqual(["needs_approval"]);
    expect(await problems({ argv: ["df"], cwd: "/etc" })).toEqual(["needs_approval", "cwd_outside_repo"]);
    expect(await problems({ argv: ["df"], cwd: "nope" })).toEqual(["needs_approval", "invalid_cwd"]);
  });

  it("has an approval that ends when the command is another", () => {
    const keys = [
      { argv: ["a", "b"] },
      { argv: ["a b"] },
      { argv: ["a", "b"], cwd: "x" },
      { argv: ["a", "b"], shell: true },
    ]
      .map((run) => commandChoice.parse(run))
      .filter(needsApproval)
      .map(approvalKey);
    expect(new Set(keys).size).toBe(4);
  });
});

describe("a number in a text", () => {
  it.each([
    ["/dev/sda1  50G  44G  6G  88% /", "last", 88],
    ["/dev/sda1  88%", "first", 88],
    ["load average: 0.52, 0.58", { like: "load average: {n}" }, 0.52],
    ["a: 1\nb:   2 ms\n", { like: "b: {n} ms" }, 2],
    ["used 85 MB, used 90 %", { like: "used {n} %" }, 90],
    ["total 1,234,567.5 rows", "first", 1_234_567.5],
    ["-3.5 degrees", "first", -3.5],
    ["1.5e3", "first", 1500],
    ["2026-11-24", "last", 24],
    ["none", "first", null],
    ["v1", "last", null],
    ["nginx 1.25.3, 4 workers", "first", 4],
    ["4 workers, nginx 1.25.3", "last", 4],
    ["of 192.0.2.17: load 0.5.", "first", 0.5],
    ["x", { like: "{n}" }, null],
    ["1e999", "first", null],
  ])("%j, %j, is %j", (text, where, expected) => {
    const found = findNumber(text, numberSpec.parse(where));
    // A date is no number with a sign.
    expect(text === "2026-11-24" ? Math.abs(found ?? 0) : found).toBe(expected);
  });

  it("is found in a time that follows the length", () => {
    for (const piece of ["1", "1,", "1.", "-", "1e", "used ", "1,111"]) {
      for (const where of ["first", "last", { like: "used {n} %" }] as const) findNumber(piece.repeat(100_000), where);
    }
  });
});

describe("a path into JSON", () => {
  it("reads what is there and nothing that is inherited", () => {
    const value = { a: [{ b: 1 }, null], "odd key": 2, length: 3 };
    const at = (path: string) => valueAt(value, parseJsonPath(path) ?? ["?"]);
    expect([at("a[0].b"), at('["odd key"]'), at("length"), at("a[1]"), at("")]).toEqual([1, 2, 3, null, value]);
    for (const path of ["a[2]", "a.b", "constructor", "__proto__", "a[0].toString", "a[1].x"])
      expect(at(path)).toBe(undefined);
    for (const path of ["a[", "a[-1]", "a..b", "a[*]", "a b", "a['b']", "1", "a.".repeat(20)]) {
      expect(parseJsonPath(path), path).toBe(null);
    }
  });
});

describe("our own outage", () => {
  it("is one when no anchor answers, and then a broken line does not count", async () => {
    const { port } = await serveTcp();
    const anchor = (at: number) => ({ host: "127.0.0.1", port: at });
    const live = context();
    const dead = { resolve: async () => [], allow: live.network.allow, authorities: [] };
    const cut = { ...live, network: { ...live.network, ...dead } };
    expect(await ownConnectivity(anchorsSpec.parse([anchor(port)]), live)).toBe("online");
    expect(await ownConnectivity([anchor(1)], live)).toBe("online");
    expect(await ownConnectivity([{ host: "a.test", port: 1 }], cut)).toBe("offline");
    expect(await ownConnectivity([{ host: "a.test", port: 1 }, anchor(port)], live)).toBe("online");
    expect(connectivity([])).toBe("unknown");
    expect(anchorsSpec.parse(defaultAnchors)).toEqual(defaultAnchors);
  });

  it("explains a timeout, not an answer", async () => {
    const refused = await lookAt({ probe: { type: "tcp", host: "127.0.0.1", port: 1 } });
    const timeout = { ...refused, errorClass: "timeout" as const };
    expect(counts(timeout, "offline")).toBe(false);
    expect(counts(timeout, "online")).toBe(true);
    expect(counts(timeout, "unknown")).toBe(true);
    expect(counts(refused, "offline")).toBe(true);
    expect(counts({ ...refused, errorClass: null }, "offline")).toBe(true);
  });
});
