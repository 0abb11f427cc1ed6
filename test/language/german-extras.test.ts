import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { at } from "./support.ts";

const german = at("2026-11-24T14:05:00+01:00", "Europe/Berlin", "de");
const MINUTE = 60_000;

function request(text: string) {
  const read = understand(text, german);
  return read.intent === "question" ? read.draft : read;
}

describe("what goes with a time in German", () => {
  it.each<[string, number[]]>([
    ["Zahnarzt Freitag 10 Uhr, 1 Stunde vorher", [60]],
    ["Zahnarzt Freitag 10 Uhr und am Tag vorher", [1440]],
    ["Zahnarzt Freitag 10 Uhr, erinnere mich 30 Minuten vorher", [30]],
    ["Flug am 3.12. um 14 Uhr, 1 Tag und 3 Stunden vorher erinnern", [1440, 180]],
    ["Flug am 3.12. um 14 Uhr, 1 Stunde und 30 Minuten vorher", [90]],
    ["Meeting um 15 Uhr mit 10 min Vorlauf", [10]],
    ["Meeting um 15 Uhr, auch 10 Minuten vorher", [10]],
    ["Termin am Freitag um 10 am Vorabend erinnern", [960]],
    ["Meeting um 15 Uhr vorher essen", []],
  ])("%s", (text, minutes) => {
    expect(request(text)).toMatchObject({ intent: "remind", leads: minutes.map((n) => n * MINUTE) });
  });

  it.each<[string, string, number | null]>([
    ["erinnere mich alle 10 Minuten bis erledigt: Chef anrufen", "Chef anrufen", 10],
    ["Tabletten um 20 Uhr und dann alle 10 Minuten bis ich sie genommen habe", "Tabletten", 10],
    ["Tabletten um 20 Uhr, frag alle 5 min nach bis erledigt", "Tabletten", 5],
    ["Tabletten um 20 Uhr, nerv mich bis ich bestätige", "Tabletten", 10],
    ["um 18 Uhr Herd aus, erinnere mich alle 5 Minuten bis erledigt", "Herd aus", 5],
    ["um 18 Uhr warten bis Anna fertig ist", "Warten bis Anna fertig ist", null],
  ])("%s", (text, title, minutes) => {
    expect(request(text)).toMatchObject({ title, nag: minutes === null ? null : { everyMs: minutes * MINUTE } });
  });

  it.each<[string, object]>([
    ["dringend: morgen um 9 Vertrag kündigen", { title: "Vertrag kündigen", critical: true }],
    ["wichtig! morgen Vertrag kündigen", { title: "Vertrag kündigen", critical: true }],
    ["morgen um 9 wichtige Papiere holen", { title: "Wichtige Papiere holen", critical: false }],
    ["morgen um 22 Uhr Müll, lautlos", { title: "Müll", silent: true }],
    ["morgen um 22 Uhr stille Nacht singen", { title: "Stille Nacht singen", silent: false }],
  ])("%s", (text, expected) => {
    expect(request(text)).toMatchObject(expected);
  });
});

describe("commands in German", () => {
  it.each<[string, object]>([
    ["wann ist das nächste Mal Training?", { intent: "next", target: "Training" }],
    ["wann habe ich wieder Yoga?", { intent: "next", target: "Yoga" }],
    ["wann ist mein nächster Zahnarzttermin", { intent: "next", target: "Zahnarzttermin" }],
    ["um wie viel Uhr ist Standup", { intent: "next", target: "Standup" }],
    ["nächster Termin", { intent: "next", target: "Termin" }],
    ["was kommt als nächstes", { intent: "next", target: "" }],
    ["nächste Schritte planen", { intent: "question", code: "noTime" }],
    ["ruhe bis 7", { intent: "quietHow" }],
    ["Ruhe für 2 Stunden", { intent: "quietHow" }],
    ["Ruhe von 22 bis 7", { intent: "quiet", start: "22:00", end: "07:00" }],
    ["nicht stören von 23 bis 6 Uhr", { intent: "quiet", start: "23:00", end: "06:00" }],
    ["Ruhe bewahren morgen", { intent: "remind", title: "Ruhe bewahren" }],
    ["was muss ich heute machen", { intent: "agenda" }],
    ["was liegt diese woche an?", { intent: "agenda" }],
    ["bin ich morgen frei?", { intent: "agenda" }],
    ["snooze 20", { intent: "snooze", target: "", to: "in 20 min" }],
    ["schlummern", { intent: "snooze", target: "", to: "" }],
    ["verschieb standup auf 10", { intent: "move", target: "standup", to: "um 10" }],
    ["verschieb zahnarzt um 1 stunde nach vorne", { intent: "move", target: "zahnarzt", to: "1 stunde früher" }],
    ["zieh zahnarzt um eine stunde vor", { intent: "move", target: "zahnarzt", to: "eine stunde früher" }],
    ["benenne zahnarzt in kieferorthopäde um", { intent: "rename", target: "zahnarzt", title: "kieferorthopäde" }],
    ["am freitag fällt yoga aus", { intent: "skip", target: "yoga" }],
    ["morgen kein standup", { intent: "skip", target: "standup" }],
    ["pausiere alles", { intent: "pause", target: "" }],
    ["welche erinnerungen habe ich", { intent: "list" }],
    ["setz meine zeitzone auf london", { intent: "zone", place: "london" }],
    ["Zeitzone klären morgen", { intent: "remind", title: "Zeitzone klären" }],
    ["einstellungen", { intent: "settings" }],
    ["mach das rückgängig", { intent: "undo" }],
    ["ich habe den müll erledigt", { intent: "done", target: "den müll" }],
    ["müll hab ich gemacht", { intent: "done", target: "müll" }],
    ["Fotos löschen", { intent: "question", code: "noTime" }],
  ])("%s", (text, expected) => {
    expect(understand(text, german)).toMatchObject(expected);
  });
});
