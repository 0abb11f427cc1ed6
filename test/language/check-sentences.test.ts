import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const commands = ["backup-db", "disk", "unit-tests"];
const read = (text: string, locale: string) => understand(text, { ...context, locale, commands });

const web = { type: "http", url: "https://example.com" };
const daily = { type: "rule", rules: ["FREQ=DAILY"] };
const tcp = (host: string, port: number) => ({ probe: { type: "tcp", host, port } });
const once = { alertAfter: 1, recoverAfter: 1 };

describe.each([
  ["watch my website example.com every minute", "überwache meine Webseite example.com jede Minute", { probe: web }],
  [
    "check that https://api.example.com/health returns 200 every 30s",
    "prüfe alle 30 Sekunden, ob https://api.example.com/health 200 liefert",
    { probe: { type: "http", url: "https://api.example.com/health", status: 200 } },
  ],
  [
    "is port 22 open on 10.0.0.5 every 5 minutes",
    "ist Port 22 auf 10.0.0.5 offen, alle 5 Minuten",
    tcp("10.0.0.5", 22),
  ],
  [
    "check that port 5432 is open on db.example.com every minute",
    "prüfe jede Minute, ob Port 5432 auf db.example.com offen ist",
    tcp("db.example.com", 5432),
  ],
  ["check ssh on 10.0.0.5 every 5 minutes", "prüfe ssh auf 10.0.0.5 alle 5 Minuten", tcp("10.0.0.5", 22)],
  [
    "alert me if https://example.com is slower than 800 ms every minute",
    "alarmiere mich, wenn https://example.com langsamer als 800 ms ist, jede Minute",
    { probe: { ...web, maxMs: 800 } },
  ],
  [
    "check that example.com resolves to 93.184.216.34 every hour",
    "prüfe jede Stunde, ob example.com auf 93.184.216.34 zeigt",
    { probe: { type: "dns", name: "example.com", expected: "93.184.216.34" } },
  ],
  [
    'watch https://example.com/jobs for "engineer" every hour',
    'überwache https://example.com/jobs auf "engineer" jede Stunde',
    { probe: { type: "http", url: "https://example.com/jobs", lacks: "engineer" }, alertAfter: 1 },
  ],
  [
    "create a heartbeat for sync every 10 minutes with 1 hour grace",
    "erstelle einen Herzschlag für sync alle 10 Minuten mit 1 Stunde Kulanz",
    { probe: { type: "ping", graceMs: 3_600_000 }, ...once },
  ],
  [
    "expect sync to call every 10 minutes",
    "erwarte, dass sync sich alle 10 Minuten meldet",
    { probe: { type: "ping" } },
  ],
])("a check is asked for by: %s · %s", (english, german, spec) => {
  it.each([
    [english, "en"],
    [german, "de"],
  ])("%s", (text, locale) => {
    expect(read(text, locale)).toMatchObject({ intent: "check", schedule: { type: "every" }, spec });
  });
});

describe("in English a check is asked for by", () => {
  it.each([
    ["create a check for example.com every 5 minutes", { probe: web }],
    ["add example.com to monitoring every 5 minutes", { probe: web }],
    ["notify me when example.com goes offline, check every minute", { probe: web }],
    ["i want you to check example.com every 5 min", { probe: web }],
    ["check that example.com loads in under 2 seconds every 5 minutes", { probe: { ...web, maxMs: 2_000 } }],
    ["check that example.com answers with status 204 every minute", { probe: { ...web, status: 204 } }],
    ['check example.com for "Welcome" every 5 min', { probe: { ...web, contains: "Welcome" } }],
    ['tell me if example.com does not show "Add to cart" every 5 min', { probe: { ...web, contains: "Add to cart" } }],
    ["check example.com every min, alert me if it fails twice", { probe: web, alertAfter: 2 }],
    ["monitor postgres on db.example.com:5433 every minute", tcp("db.example.com", 5433)],
    ["check that db.example.com is listening on port 5432 every minute", tcp("db.example.com", 5432)],
    ["tell me if port 22 on 10.0.0.5 is closed every minute", tcp("10.0.0.5", 22)],
    ["expect nightly-backup to run every day by 4am", { probe: { type: "ping" } }],
    ["add a dead man's switch for nightly-backup every day at 4am", { probe: { type: "ping" } }],
    ["monitor my cron job backup daily at 3am", { probe: { type: "ping" } }],
    [
      "alert me if the disk is over 90% every hour",
      { probe: { type: "command", number: "last" }, badWhen: "value > 90" },
    ],
    ["run the unit tests every night and report", { probe: { type: "tests", run: { named: "unit-tests" } } }],
  ])("%s", (text, spec) => {
    expect(read(text, "en")).toMatchObject({ intent: "check", spec });
  });
});

describe("what ends is looked at each day", () => {
  it.each([
    ["tell me 14 days before the certificate of example.com expires", "en", { type: "tls", minDays: 14 }],
    ["alert me 3 weeks before the ssl cert for my website example.com runs out", "en", { type: "tls", minDays: 21 }],
    ["alert me when example.com's certificate is about to expire", "en", { type: "tls" }],
    ["warn me 30 days before the domain example.com expires", "en", { type: "domain", minDays: 30 }],
    ["warn me a month before example.com expires", "en", { type: "domain", minDays: 30 }],
    ["warne mich 14 Tage bevor das Zertifikat von example.com abläuft", "de", { type: "tls", minDays: 14 }],
    ["sag mir 2 Wochen, bevor die Domain example.com abläuft", "de", { type: "domain", minDays: 14 }],
  ])("where nothing says how often: %s", (text, locale, probe) => {
    expect(read(text, locale)).toMatchObject({ intent: "check", spec: { probe }, schedule: daily });
  });

  it("and as often as is said elsewhere", () => {
    const often = "warn me 30 days before the domain example.com expires, check every week";
    expect(read(often, "en")).toMatchObject({ intent: "check", schedule: { rules: ["FREQ=WEEKLY;BYDAY=TU"] } });
  });
});

describe("how often is asked, and nothing else, where it is not said", () => {
  it.each([
    ["alert me if https://example.com takes longer than 2 seconds", "en", { ...web, maxMs: 2_000 }],
    ["tell me if my website example.com is down", "en", web],
    ["keep an eye on example.com and tell me if it goes down", "en", web],
    ["alert me when example.com returns 500", "en", web],
    ['tell me when example.com contains "available"', "en", { ...web, lacks: "available" }],
    ["tell me when the price on https://example.com changes", "en", { ...web, type: "page" }],
    ["watch example.com and tell me when it changes", "en", { ...web, type: "page" }],
    ["notify me when example.com is back in stock", "en", { ...web, type: "page" }],
    ["sag mir Bescheid, wenn https://example.com länger als 2 Sekunden braucht", "de", { ...web, maxMs: 2_000 }],
    ["behalte example.com im Auge und sag mir Bescheid, wenn es ausfällt", "de", web],
    ["sag mir Bescheid, wenn sich der Preis auf https://example.com ändert", "de", { ...web, type: "page" }],
    ['sag mir, wenn example.com "verfügbar" enthält', "de", { ...web, lacks: "verfügbar" }],
  ])("%s", (text, locale, probe) => {
    const asked = { intent: "unclearCheck", code: "repeat", spec: { probe } };
    expect(read(text, locale)).toMatchObject(asked);
  });
});

describe("what is told may be said behind it", () => {
  it.each([
    ["run backup-db every night at 2am and tell me if it fails", "en", "failure"],
    ["run unit-tests every day at 7 and tell me which tests failed", "en", "failure"],
    ["check example.com every 5 min and alert me if not", "en", "failure"],
    ["check example.com/news every 5 min and tell me when it changes", "en", "change"],
    ["check dns of example.com every hour for changes", "en", "change"],
    ["tell me if the ip of example.com changes every hour", "en", "change"],
    ["run backup-db every sunday at 3am and send me the output", "en", "always"],
    ["tell me every morning whether example.com is up", "en", "always"],
    ["führe backup-db jede Nacht um 2 aus und sag mir Bescheid, wenn es fehlschlägt", "de", "failure"],
  ])("%s", (text, locale, notify) => {
    expect(read(text, locale)).toMatchObject({ intent: "check", notify });
  });

  it.each([
    ["run the tests every day at 7am and tell me what failed", "en", "tests"],
    ["warn me when cpu is above 90 every 10 min", "en", "cpu"],
    ["führe die Tests jeden Tag um 7 aus und sag mir, was fehlgeschlagen ist", "de", "Tests"],
  ])("and where no command is meant by the name, it is asked: %s", (text, locale, title) => {
    expect(read(text, locale)).toMatchObject({ intent: "unclearCheck", code: "unknownCommand", title });
  });
});

describe("a reminder stays", () => {
  it.each([
    ["check the oven every 10 min", "en"],
    ["watch the kids at 5pm", "en"],
    ["check that the door is locked every night at 10", "en"],
    ["is the shop open every sunday at 9", "en"],
    ["check the server room every day at 9", "en"],
    ["remind me to renew the certificate of example.com on friday", "en"],
    ["tell me when dinner is ready at 6pm", "en"],
    ["expect mom to call every sunday", "en"],
    ["test the smoke alarm every month", "en"],
    ["check port wine stock every friday", "en"],
    ["run the tests every friday", "en"],
    ["warn me when the oven is over 200 at 6pm", "en"],
    ["look at example.com tomorrow at 9am", "en"],
    ["prüfe den Ofen alle 10 Minuten", "de"],
    ["überwache die Kinder um 17 Uhr", "de"],
    ["erinnere mich, das Zertifikat von example.com am Freitag zu erneuern", "de"],
    ["führe die Tests jeden Freitag aus", "de"],
  ])("%s", (text, locale) => {
    expect(read(text, locale).intent).toBe("remind");
  });
});

describe("a machine is not pinged", () => {
  it.each([
    ["ping 10.0.0.1 every minute", "en", "ping"],
    ["ping my server at 10.0.0.1 every minute", "en", "ping my server"],
    ["pinge 10.0.0.1 jede Minute", "de", "pinge"],
  ])("which is said, with what can be looked at: %s", (text, locale, left) => {
    const spec = { probe: { type: "http", url: "https://10.0.0.1" } };
    expect(read(text, locale)).toMatchObject({ intent: "unclearCheck", code: "checkLeft", left, spec });
  });

  it("but its ports are looked at, and what has a name is looked at as a web address", () => {
    expect(read("check 10.0.0.1:22 every minute", "en")).toMatchObject({ intent: "check", spec: tcp("10.0.0.1", 22) });
    expect(read("ping example.com every minute", "en")).toMatchObject({ intent: "check", spec: { probe: web } });
    expect(read("ping 10.0.0.1/health every minute", "en").intent).not.toBe("remind");
  });
});

describe.each([
  ["monitor example.com until friday", "überwache example.com bis Freitag"],
  ["check example.com until friday", "prüfe example.com bis Freitag"],
])("%s", (english, german) => {
  it.each([
    [english, "en"],
    [german, "de"],
  ])("asks how often, and keeps the end: %s", (text, locale) => {
    const request = read(text, locale);
    expect(request).toMatchObject({ intent: "unclearCheck", code: "repeat", spec: { probe: web } });
    const { readings } = request as Extract<typeof request, { intent: "unclearCheck" }>;
    const until = Date.parse("2026-11-27T23:59:59+01:00");
    expect(readings.slice(0, 2)).toMatchObject([
      { type: "every", ms: 300_000, until },
      { type: "every", ms: 3_600_000, until },
    ]);
  });
});

it.each([
  ["watch https://example.com/final tomorrow at 20:00", "en"],
  ["watch https://example.com/final morgen um 20:00", "de"],
  ["keep an eye on example.com tomorrow at 9am", "en"],
])("what is watched once is somebody's own: %s", (text, locale) => {
  expect(read(text, locale)).toMatchObject({ intent: "remind", schedule: { type: "once" } });
});
