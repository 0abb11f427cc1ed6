import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const read = (text: string, locale: string) => understand(text, { ...context, locale, commands: ["disk"] });

describe("which of its runs an action tells of", () => {
  it.each([
    ["en", "tell me only when backup fails", "backup", "failure"],
    ["en", "only tell me when the backup fails", "backup", "failure"],
    ["en", "only tell me when it fails", "", "failure"],
    ["en", "tell me only on failure", "", "failure"],
    ["en", "stop telling me about shop when it is fine", "shop", "failure"],
    ["en", "don't tell me about shop unless it fails", "shop", "failure"],
    ["en", "stop telling me about shop", "shop", "never"],
    ["en", "never tell me about shop", "shop", "never"],
    ["en", "don't tell me about shop any more", "shop", "never"],
    ["en", "tell me every time", "", "always"],
    ["en", "tell me about shop every time", "shop", "always"],
    ["en", "tell me about every run of shop", "shop", "always"],
    ["en", "tell me when it changes", "", "change"],
    ["en", "tell me when shop changes", "shop", "change"],
    ["en", "tell me about shop as usual", "shop", null],
    ["de", "melde backup nur bei Fehlern", "backup", "failure"],
    ["de", "sag mir nur Bescheid, wenn backup fehlschlägt", "backup", "failure"],
    ["de", "sag mir nur Bescheid, wenn es fehlschlägt", "", "failure"],
    ["de", "melde shop nicht mehr", "shop", "never"],
    ["de", "melde shop immer", "shop", "always"],
    ["de", "melde shop nur bei Änderungen", "shop", "change"],
    ["de", "sag mir Bescheid, wenn sich shop ändert", "shop", "change"],
    ["de", "melde shop wie sonst", "shop", null],
  ])("%s: %s", (locale, text, target, notify) => {
    expect(read(text, locale)).toEqual({ intent: "notify", target, notify });
  });

  it.each([
    ["en", "check shop.example.com every 5 min, only tell me when it fails", "failure"],
    ["en", "check shop.example.com every 5 min and tell me every time", "always"],
    ["en", "check shop.example.com every 5 min, only when it changes", "change"],
    ["en", "check shop.example.com every 5 min, never tell me", "never"],
    ["en", "watch page https://shop.example.com for changes every 30 min, tell me only on failure", "failure"],
    ["en", "every monday at 8 send a report of failed runs, only tell me when it fails", "failure"],
    ["en", "every monday at 8 send a report of disk, tell me when it changes", "change"],
    ["de", "prüfe shop.example.com alle 5 Minuten, melde nur bei Fehlern", "failure"],
    ["de", "prüfe shop.example.com alle 5 Minuten, melde mir jedes Mal", "always"],
    ["de", "prüfe shop.example.com alle 5 Minuten, nur wenn es sich ändert", "change"],
    ["de", "prüfe shop.example.com alle 5 Minuten, nie melden", "never"],
    ["de", "jeden Montag um 8 schick mir einen Bericht über disk, nur bei Fehlern", "failure"],
  ])("may be said where it is made: %s: %s", (locale, text, notify) => {
    expect(read(text, locale)).toMatchObject({ besides: { notify } });
  });

  it.each([
    ["remind me tomorrow at 9 to tell mum only when it fails", "Tell mum only when it fails"],
    ["remind me to never tell me lies tomorrow", "Never tell me lies"],
    ["call mum when it changes tomorrow at 9", "Call mum when it changes"],
    ["don't tell me about the party tomorrow", "Don't tell me about the party"],
    ["tell me to buy milk tomorrow", "Buy milk"],
    ["remind me tomorrow to leave it out of the digest", "Leave it out of the digest"],
  ])("is not meant by a reminder: %s", (text, title) => {
    const request = read(text, "en");
    expect(request).toMatchObject({ intent: "remind", title });
    expect(request).not.toHaveProperty("besides");
  });
});

describe("whether it is told in digests", () => {
  it.each([
    ["en", "leave heartbeat-ping out of the digest", false],
    ["en", "exclude heartbeat-ping from the morning digest", false],
    ["en", "put heartbeat-ping back into the digest", true],
    ["en", "show heartbeat-ping in the digest again", true],
    ["de", "lass heartbeat-ping aus der Übersicht", false],
    ["de", "lass heartbeat-ping aus dem Digest weg", false],
    ["de", "nimm heartbeat-ping wieder in die Übersicht auf", true],
  ])("%s: %s", (locale, text, on) => {
    expect(read(text, locale)).toEqual({ intent: "digest", target: "heartbeat-ping", on });
  });

  it.each([
    ["en", "pills every day at 20:00, not in the digest"],
    ["en", "check shop.example.com every 5 min, and leave it out of the digest"],
    ["de", "prüfe shop.example.com alle 5 Minuten, nicht in der Übersicht"],
  ])("may be said where it is made: %s: %s", (locale, text) => {
    expect(read(text, locale)).toMatchObject({ besides: { digest: false } });
  });
});
