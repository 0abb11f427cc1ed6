import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const commands = ["df-root", "unit-tests"];

function read(text: string, locale: string) {
  const request = understand(text, { ...context, locale, commands });
  if (request.intent !== "check") return request.intent;
  const { title, spec, schedule } = request;
  return { title, spec, every: schedule.type };
}

const shop = { type: "http", url: "https://shop.example.com" };
const df = { type: "command", run: { named: "df-root" } };
const atOnce = { alertAfter: 1, recoverAfter: 1 };

describe.each([
  ["expect status 200-299", "erwarte Status 200-299", { probe: { ...shop, status: { from: 200, to: 299 } } }],
  ["expect 200 or 404", "erwarte 200 oder 404", { probe: { ...shop, status: [200, 404] } }],
  ['without "Error"', 'ohne "Error"', { probe: { ...shop, lacks: "Error" } }],
  ["slower than 1.5 s", "langsamer als 1,5 s", { probe: { ...shop, maxMs: 1_500 } }],
  ["slower than 700 ms is bad", "langsamer als 700 ms ist schlecht", { probe: { ...shop, maxMs: 700 } }],
  ["certificate 21 days", "Zertifikat 21 Tage", { probe: { ...shop, minTlsDays: 21 } }],
  ["json status.ok = true", "json status.ok = true", { probe: shop, goodWhen: "json.status.ok == true" }],
  [
    "header content-type contains json",
    "header content-type enthält json",
    { probe: shop, goodWhen: 'header.content-type contains "json"' },
  ],
  ["alert after 5 fails", "Alarm nach 5 Fehlern", { probe: shop, alertAfter: 5 }],
  ["recovered after 4 good", "Entwarnung nach 4 guten", { probe: shop, recoverAfter: 4 }],
  ["severity low", "Schwere niedrig", { probe: shop, severity: "low" }],
  ["critical", "kritisch", { probe: shop, severity: "critical" }],
])("of a web address: %s · %s", (english, german, spec) => {
  it("is understood", () => {
    const expected = { title: "shop.example.com", spec, every: "every" };
    expect(read(`check https://shop.example.com every 2 min, ${english}`, "en")).toEqual(expected);
    expect(read(`prüfe https://shop.example.com alle 2 Minuten, ${german}`, "de")).toEqual(expected);
  });
});

describe.each([
  ["warn if over 85", "warne wenn über 85", "value > 85"],
  ["warn if under 5.5", "warne wenn unter 5,5", "value < 5.5"],
  ["warn if outside 10 and 85", "warne wenn außerhalb 10 bis 85", "value < 10 or value > 85"],
])("of a number: %s · %s", (english, german, badWhen) => {
  it("is understood", () => {
    const expected = { title: "df-root", spec: { probe: { ...df, number: "last" }, badWhen }, every: "every" };
    expect(read(`every 15 min run df-root, ${english}`, "en")).toEqual(expected);
    expect(read(`führe df-root alle 15 Minuten aus, ${german}`, "de")).toEqual(expected);
  });
});

const hourly = ["every hour", "jede Stunde"];
const dns = { type: "dns", name: "example.org" };

describe.each([
  ["keep an eye on example.org *", "überwache * example.org", { probe: { type: "http", url: "https://example.org" } }],
  ["make sure example.org is up *", "prüfe *, ob example.org erreichbar ist", { probe: { type: "http" } }],
  ["ping example.org *", "prüfe example.org *", { probe: { type: "http" } }],
  ["monitor 192.0.2.7/health *", "überwache 192.0.2.7/health *", { probe: { url: "https://192.0.2.7/health" } }],
  ["probe example.org *, expect status ok", "prüfe example.org *, erwarte Status ok", { probe: { type: "http" } }],
  [
    "watch example.org/jobs * and show me what changed",
    "beobachte * example.org/jobs und zeig mir, was sich geändert hat",
    { probe: { type: "page", url: "https://example.org/jobs" } },
  ],
  [
    "check port 5432 on db.example.org *",
    "prüfe Port 5432 auf db.example.org *",
    { probe: { type: "tcp", port: 5432 } },
  ],
  ["check mail.example.org:25 *", "prüfe mail.example.org:25 *", { probe: { type: "tcp", host: "mail.example.org" } }],
  ['check example.org *, called "the shop"', 'prüfe example.org *, genannt "the shop"', { probe: { type: "http" } }],
  ["check app.example.org:8443 *", "prüfe app.example.org:8443 *", { probe: { type: "http" } }],
  [
    "check dns of example.org *, expect 192.0.2.1",
    "prüfe DNS von example.org *, erwarte 192.0.2.1",
    { probe: { ...dns, expected: "192.0.2.1" } },
  ],
  [
    "check the MX records of example.org *",
    "prüfe die MX-Einträge von example.org *",
    { probe: { ...dns, record: "MX" } },
  ],
  [
    "check tls for example.org *, warn 21 days before it expires",
    "prüfe das Zertifikat von example.org *, warne 21 Tage vor Ablauf",
    { probe: { type: "tls", minDays: 21 } },
  ],
  [
    "check example.org/api * and expect $.queue.length < 100",
    "prüfe example.org/api * und erwarte $.queue.length < 100",
    { goodWhen: "json.queue.length < 100" },
  ],
  [
    "watch example.org * and escalate critical if it is down",
    "überwache example.org * und eskaliere kritisch, wenn es ausfällt",
    { severity: "critical" },
  ],
  [
    '* run df-root, bad if the output contains "full"',
    'führe * df-root aus, schlecht wenn die Ausgabe "full" enthält',
    { badWhen: 'text contains "full"' },
  ],
  ["expect a ping * from sensor-7", "erwarte * einen Ping von sensor-7", { probe: { type: "ping" } }],
])("said in another way: %s · %s", (english, german, spec) => {
  it.each([
    [english, hourly[0], "en"],
    [german, hourly[1], "de"],
  ])("%s", (text, often = "", locale) => {
    const request = understand(text.replace("*", often), { ...context, locale, commands });
    expect(request).toMatchObject({ intent: "check", spec });
  });
});

describe("an address with a port", () => {
  it.each([
    ["check 192.0.2.7:22 every 5 min", "en", "192.0.2.7"],
    ["watch [2001:db8::7]:22 port every 5 min", "en", "[2001:db8::7]"],
    ["prüfe 192.0.2.7:22 alle 5 Minuten", "de", "192.0.2.7"],
  ])("is a port to look at: %s", (text, locale, host) => {
    expect(understand(text, { ...context, locale })).toMatchObject({
      intent: "check",
      spec: { probe: { type: "tcp", host, port: 22 } },
    });
  });

  it("is none where it is something to be done", () => {
    expect(understand("call 192.0.2.7:22 tomorrow at 9", context)).toMatchObject({ intent: "remind" });
  });
});

describe("what is run", () => {
  it("may be tests, or a command in marks", () => {
    const spec = { probe: { type: "tests", run: { named: "unit-tests" } }, ...atOnce };
    const reported = { title: "unit-tests", spec, every: "rule" };
    expect(read("weekly run the unit-tests suite and report", "en")).toEqual(reported);
    expect(understand("weekly run the unit-tests suite and report", { ...context, commands })).toMatchObject({
      notify: "always",
    });
    expect(read("every night run tests with unit-tests", "en")).toEqual({ title: "unit-tests", spec, every: "rule" });
    expect(read("jede Nacht Tests mit unit-tests", "de")).toEqual({ title: "unit-tests", spec, every: "rule" });
    const npm = { type: "tests", run: { argv: ["npm", "--prefix", "/srv/my shop", "test"] } };
    const proposed = { title: "npm --prefix /srv/my shop test", spec: { probe: npm, ...atOnce }, every: "rule" };
    expect(read('run tests `npm --prefix "/srv/my shop" test` every night at 2', "en")).toEqual(proposed);
    expect(read('every night run the test suite with `npm --prefix "/srv/my shop" test`', "en")).toEqual(proposed);
    expect(read('führe jede Nacht um 2 die Tests `npm --prefix "/srv/my shop" test` aus', "de")).toEqual(proposed);
    expect(read("Tests `npm test` jede Nacht um 2", "de")).toMatchObject({ title: "npm test", every: "rule" });
    const argv = ["df", "--output=pcent", "/my dir", "$(id)"];
    expect(read('every hour run `df --output=pcent "/my dir" $(id)`', "en")).toEqual({
      ...{ title: "df", every: "every" },
      spec: { probe: { type: "command", run: { argv } } },
    });
  });
});

describe("a ping that is expected", () => {
  it.each([
    ["en", "expect a ping from backup by 3:30, 30 min grace", 1_800_000, "rule"],
    ["en", "expect a heartbeat from backup every 5 min, grace 90 s", 90_000, "every"],
    ["de", "erwarte einen Ping von backup bis 3:30, 30 Min Kulanz", 1_800_000, "rule"],
  ])("%s: %s", (locale, text, graceMs, every) => {
    expect(read(text, locale)).toEqual({
      ...{ title: "backup", every },
      spec: { probe: { type: "ping", graceMs }, ...atOnce },
    });
  });

  it("by 3:30 is in the night", () => {
    const request = understand("expect a ping from backup by 3:30", { ...context, locale: "en" });
    expect(request).toMatchObject({ schedule: { type: "rule", start: "2026-11-25T03:30:00" } });
  });
});

describe("a health check", () => {
  it.each([
    ["health check https://shop.example.com every sunday at 3pm", "en"],
    ["every sunday at 3pm health check of shop.example.com", "en"],
    ["Gesundheitscheck von shop.example.com jeden Sonntag um 15 Uhr", "de"],
  ])("is one where it names an address: %s", (text, locale) => {
    expect(read(text, locale)).toMatchObject({ title: "shop.example.com", every: "rule" });
  });

  it("of nothing that could be looked at is something to be done", () => {
    expect(read("health check every sunday at 3pm", "en")).toBe("remind");
  });
});

describe("what is no check", () => {
  it.each([
    "check the oven in 10 min",
    "check report.pdf every monday",
    "every day at 7 run 5 km",
    "wait for a call from mom every sunday",
    "check https://shop.example.com with Ana tomorrow at 9",
    "expect a ping from nas tomorrow at 9",
  ])("%s", (text) => {
    expect(read(text, "en")).toBe("remind");
  });
});

describe("a check of which something is unclear", () => {
  it.each([
    ["monitor example.org", "en", null, ""],
    ["is example.org up?", "en", null, ""],
    ["let me know if example.org goes down", "en", null, ""],
    ["ist example.org erreichbar?", "de", null, ""],
    ["check example.org every 5 min, at most one alert a day", "en", "every", "at most one alert a day"],
    ["watch example.org every friday for deals", "en", "rule", "for deals"],
    ["prüfe example.org jede Stunde nur bei Regen", "de", "every", "nur bei Regen"],
  ])("is asked about: %s", (text, locale, every, left) => {
    const request = understand(text, { ...context, locale, commands });
    expect(request).toMatchObject({ intent: "unclearCheck", title: "example.org", left });
    expect(request.intent === "unclearCheck" && (request.readings[0]?.type ?? null)).toBe(every);
  });
});

it.each([
  ["check https://shop.example.com every 5 min, called shop, expect 200", "en", "shop"],
  ['check https://shop.example.com every 5 min, call it "the shop"', "en", "the shop"],
  ["prüfe shop.example.com alle 5 Minuten, genannt Laden", "de", "Laden"],
])("a check may be named: %s", (text, locale, title) => {
  expect(read(text, locale)).toMatchObject({ title });
});
