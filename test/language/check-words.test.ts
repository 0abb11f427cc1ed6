import { expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

function read(text: string, locale: string) {
  const request = understand(text, { ...context, locale });
  if (request.intent !== "check") return request.intent;
  const { title, spec, schedule } = request;
  return { title, spec, every: schedule.type };
}

const shop = { type: "http", url: "https://shop.example.com" };

it.each([
  ["expect 200", "check that https://shop.example.com returns 200 every 2 min", "en", { status: 200 }],
  ["expect 200", "prüfe https://shop.example.com alle 2 Minuten, antwortet mit 200", "de", { status: 200 }],
  ["what it does anyhow", "check https://shop.example.com every 2 min and tell me when it's down", "en", {}],
  ["what it does anyhow", "monitor https://shop.example.com every 2 min and alert me on telegram", "en", {}],
  ["what it does anyhow", "check https://shop.example.com every 2 min, notify me if it fails", "en", {}],
  [
    "what it does anyhow",
    "prüfe https://shop.example.com alle 2 Minuten und sag mir Bescheid, wenn sie ausfällt",
    "de",
    {},
  ],
])("%s, said as people do: %s", (_, text, locale, probe) => {
  expect(read(text, locale)).toEqual({
    title: "shop.example.com",
    spec: { probe: { ...shop, ...probe } },
    every: "every",
  });
});

it.each([
  ["check localhost:8080 every minute", "localhost", 8080, "en"],
  ["monitor nas:22 every 5 min", "nas", 22, "en"],
  ["überwache nas:5000 alle 5 Minuten", "nas", 5000, "de"],
])("a port of the own network: %s", (text, host, port, locale) => {
  const spec = { probe: { type: "tcp", host, port } };
  expect(read(text, locale)).toEqual({ title: `${host}:${port}`, spec, every: "every" });
});

it("days before are days left, and words that only a ring understands are asked about", () => {
  const tls = "check ssl cert of example.com every day at 9:00, warn 30 days before";
  expect(read(tls, "en")).toMatchObject({ spec: { probe: { type: "tls", minDays: 30 } } });
  const more = "check tcp example.com:22 every day at 9:00, remind me 2 hours before";
  expect(understand(more, context)).toMatchObject({ intent: "unclearCheck", code: "checkLeft" });
});

it.each([
  ["critical: check https://shop.example.com every 2 min", "critical", "en"],
  ["urgent: check https://shop.example.com every 2 min, severity low", "low", "en"],
  ["important, check https://shop.example.com every 2 min", "critical", "en"],
  ["dringend: prüfe https://shop.example.com alle 2 Minuten", "critical", "de"],
])("a check is as bad as is said before it: %s", (text, severity, locale) => {
  expect(read(text, locale)).toMatchObject({ spec: { probe: shop, severity } });
});
