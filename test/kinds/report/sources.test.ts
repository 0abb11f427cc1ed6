import { describe, expect, it } from "vitest";
import { makeReport, renderReport } from "../../../src/kinds/report/report.ts";
import { gather, type LedgerAsk, type Read, type SourcePorts, sourceSpec } from "../../../src/kinds/report/sources.ts";
import { type ReportSpec, reportSpec, windowOf } from "../../../src/kinds/report/spec.ts";
import { toChat } from "../../../src/kinds/report/writers/chat.ts";
import { action, backup, day, hour, now, readings, shop, tz, voice, week } from "./samples.ts";

/** Answers by name; what is asked of the ledger is written down. */
function ports(answers: Record<string, Read>, asked: LedgerAsk[] = []): SourcePorts {
  const answer = async (name: string) => answers[name] ?? { problem: "unknown" };
  return {
    ledger: async (ask) => {
      asked.push(ask);
      return [shop, backup];
    },
    http: answer,
    command: answer,
    tests: answer,
    file: answer,
    valueAt: (json, path) =>
      path.startsWith("!") ? null : { value: path === "" ? json : (json as Record<string, unknown>)[path] },
  };
}

const { signal } = new AbortController();
const url = "http://127.0.0.1:9/metrics";
const spec = (part: object): ReportSpec => reportSpec.parse({ sources: [{ type: "ledger", name: "week" }], ...part });
const read = async (source: object, answers: Record<string, Read>) =>
  (await gather([sourceSpec.parse({ name: "x", ...source })], week, ports(answers), signal))[0];

describe("gathering", () => {
  it("reads JSON whole or at a path, text, and lines", async () => {
    const http = { type: "http", url };
    expect(await read(http, { [url]: { text: '{"a":[1]}' } })).toEqual({ name: "x", type: "data", value: { a: [1] } });
    expect(await read({ ...http, path: "a" }, { [url]: { text: '{"a":[1]}' } })).toMatchObject({ value: [1] });
    const command = { type: "command", command: "df" };
    expect(await read(command, { df: { text: "a\nb\n" } })).toMatchObject({ value: "a\nb\n" });
    expect(await read({ ...command, as: "lines" }, { df: { text: "a\r\nb\n" } })).toMatchObject({ value: ["a", "b"] });
    expect(await read({ type: "file", file: "a.json", as: "json" }, { "a.json": { text: "3" } })).toMatchObject({
      value: 3,
    });
  });

  it("tells what could not be read and goes on", async () => {
    const http = { type: "http", url };
    const problem = async (answer: Read, path = "") => (await read({ ...http, path }, { [url]: answer })) ?? null;
    expect(await problem({ problem: "timeout" })).toEqual({ name: "x", type: "problem", problem: "timeout" });
    expect(await problem({ text: "<html>" })).toMatchObject({ problem: "json" });
    expect(await problem({ text: "{}" }, "a")).toMatchObject({ problem: "json a" });
    expect(await problem({ text: "{}" }, "!")).toMatchObject({ problem: "json !" });
  });

  it("asks the ledger for the report's time, or since a later date", async () => {
    const asked: LedgerAsk[] = [];
    const since = now - day;
    const sources = [{ since }, { since: 0, labels: ["shop"] }, { actions: [7] }].map((part, i) =>
      sourceSpec.parse({ type: "ledger", name: `s${i}`, ...part }),
    );
    await gather(sources, week, ports({}, asked), signal);
    expect(asked).toEqual([
      { actions: [], labels: [], window: { from: since, to: now }, digest: false },
      { actions: [], labels: ["shop"], window: week, digest: false },
      { actions: [7], labels: [], window: week, digest: false },
    ]);
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    stop.abort(new Error("stopping"));
    await expect(
      gather([sourceSpec.parse({ type: "ledger", name: "x" })], week, ports({}), stop.signal),
    ).rejects.toThrow("stopping");
  });
});

describe("a report", () => {
  const facts = { title: "Weekly", window: week, voice };

  it("by the built-in template says the key figures first", async () => {
    const { document, unread } = await makeReport(spec({}), facts, ports({}), signal);
    expect(unread).toEqual([]);
    expect(toChat(document).text).toBe(
      [
        "Weekly",
        "Tue 17 Nov 08:00 – Tue 24 Nov 08:00",
        "",
        "Uptime 99.64% · Down 36 min",
        "Runs: 7 · Failed: 1 · Failure rate: 14.29%",
        "",
        "Actions",
        "• backup-db · Runs 7 · Failed 1",
        "• shop · Uptime 99.64% · Median 201 ms · Runs 0 · Failed 0",
        "",
        "Outages",
        "• shop · From Mon 23 Nov 18:02 · Length 4 min · Why no answer in time",
        "• shop · From Sat 21 Nov 03:10 · Length 32 min · Why HTTP 502",
        "",
        "Failures",
        "• backup-db · Reason exit 1: disk full · Count 1 · Last Sat 21 Nov 03:00",
      ].join("\n"),
    );
  });

  it("tells of an uptime of nought as of any other", async () => {
    const dead = action({ title: "dead", readings: readings(week, hour, () => "timeout") });
    const { document } = await makeReport(spec({}), facts, { ...ports({}), ledger: async () => [dead] }, signal);
    expect(toChat(document).text).toContain("Uptime 0% · Down 7 days");
    expect(toChat(document).text).toContain("Action  Uptime  Median  Runs  Failed\ndead        0%");
  });

  it("names the sources it could not read, whatever its template says", async () => {
    const sources = [
      { type: "command", name: "disk", command: "df" },
      { type: "http", name: "metrics", url },
    ];
    const { document, unread } = await makeReport(
      spec({ sources, template: "Disk: {{disk}}" }),
      facts,
      ports({ df: { text: "81%" } }),
      signal,
    );
    expect(unread).toEqual(["metrics"]);
    expect(toChat(document).text).toMatch(/\n\nDisk: 81%\n\n⚠️ metrics could not be read: unknown$/);
  });

  it("draws the charts it is asked for after the text, but none twice", () => {
    const kinds = (part: object) => {
      const material = [{ name: "week", type: "ledger" as const, window: week, actions: [shop, backup] }];
      const { document } = renderReport(spec(part), facts, material);
      return document.blocks.map((block) => (block.block === "chart" ? block.chart.chart : block.block));
    };
    const charts = [
      { chart: "uptime", source: "week" },
      { chart: "latency", source: "week" },
    ];
    expect(kinds({ template: "a", charts })).toEqual(["paragraph", "uptime", "latency"]);
    expect(kinds({ template: "{{chart latency week}}\na", charts })).toEqual(["latency", "paragraph", "uptime"]);
  });

  it("has its own title where it was given one", () => {
    expect(renderReport(spec({ title: "Ops" }), facts, []).document.title).toBe("Ops");
    expect(renderReport(spec({}), facts, []).document).toMatchObject({ title: "Weekly", date: "2026-11-24" });
  });
});

describe("the spec", () => {
  const problems = (part: object) =>
    reportSpec
      .safeParse({ sources: [{ type: "ledger", name: "week" }], ...part })
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  it("needs little", () => {
    expect(spec({})).toEqual({
      title: null,
      sources: [{ type: "ledger", name: "week", actions: [], labels: [], since: null, digest: false }],
      template: null,
      named: null,
      charts: [],
      format: { as: "message" },
      window: { type: "sinceLast" },
    });
  });

  it("refuses what would fail later, with its place", () => {
    expect(problems({ template: "a\n{{weak.runs}}" })).toEqual(["template: line 2, column 1: unknownName weak.runs"]);
    expect(problems({ charts: [{ chart: "uptime", source: "disk" }] })).toEqual([
      "charts.0.source: is no ledger source",
    ]);
    const twice = { type: "ledger", name: "week" };
    expect(problems({ sources: [twice, twice] })).toEqual(["sources.1.name: is there twice"]);
    expect(problems({ sources: [{ type: "ledger", name: "title" }] })).toEqual(["sources.0.name: is taken"]);
    for (const bad of ["file:///etc/passwd", "https://ana:hush@example.com/", "http://ana@example.com"])
      expect(problems({ sources: [{ type: "http", name: "x", url: bad }] })).toHaveLength(1);
    expect(problems({ sources: [] })).toHaveLength(1);
    expect(problems({ colour: "red" })).toHaveLength(1);
  });

  it("says which time a report is about", () => {
    const facts = { now, createdAt: now - 3 * day, lastTo: null, tz };
    expect(windowOf({ type: "sinceCreation" }, { ...facts, lastTo: now - day })).toEqual({
      from: now - 3 * day,
      to: now,
    });
    expect(windowOf({ type: "sinceLast" }, facts)).toEqual({ from: now - 3 * day, to: now });
    expect(windowOf({ type: "sinceLast" }, { ...facts, lastTo: now - day })).toEqual({ from: now - day, to: now });
    expect(windowOf({ type: "last", days: 7 }, facts)).toEqual(week);
    expect(windowOf({ type: "sinceCreation" }, { ...facts, createdAt: 0 })).toEqual({ from: now - 366 * day, to: now });
  });

  it("counts days of the calendar: a week back over a clock change is the same clock time", () => {
    const monday = Date.parse("2026-10-26T08:00:00+01:00");
    const { from } = windowOf({ type: "last", days: 7 }, { now: monday, createdAt: 0, lastTo: null, tz });
    expect(from).toBe(Date.parse("2026-10-19T08:00:00+02:00"));
  });

  it("counts a named day from midnight to midnight, also the day the clock changes", () => {
    const monday = Date.parse("2026-10-26T08:00:00+01:00");
    const facts = { now: monday, createdAt: 0, lastTo: null, tz };
    const midnight = Date.parse("2026-10-26T00:00:00+01:00");
    expect(windowOf({ type: "day", day: "today" }, facts)).toEqual({ from: midnight, to: monday });
    expect(windowOf({ type: "day", day: "yesterday" }, facts)).toEqual({
      from: midnight - 25 * 3_600_000,
      to: midnight,
    });
  });
});
