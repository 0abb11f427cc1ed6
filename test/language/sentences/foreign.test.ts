import { describe, expect, it } from "vitest";
import { understand } from "../../../src/language/understand.ts";
import { type Line, sentences } from "../said.ts";
import { at } from "../support.ts";

const es: Line[] = [
  ["mañana a las 9 llamar al dentista", "llamar al dentista", "25 Nov 09:00"],
  ["recuérdame llamar al dentista mañana a las 17:00", "llamar al dentista", "25 Nov 17:00"],
  ["el viernes comprar pan", "comprar pan", "27 Nov 09:00"],
  ["comprar pan en 20 minutos", "comprar pan", "24 Nov 14:25"],
  ["comprar pan el 3 de diciembre a las 10", "comprar pan", "3 Dec 10:00"],
  ["comprar leche", "comprar leche", "-"],
];

const fr: Line[] = [
  ["demain à 9h appeler le dentiste", "appeler le dentiste", "25 Nov 09:00"],
  ["rappelle-moi de appeler le dentiste demain à 17h", "appeler le dentiste", "25 Nov 17:00"],
  ["acheter du pain vendredi", "acheter du pain", "27 Nov 09:00"],
  ["acheter du pain dans 20 minutes", "acheter du pain", "24 Nov 14:25"],
  ["acheter du pain le 3 décembre à 10h", "acheter du pain", "3 Dec 10:00"],
  ["acheter du lait", "acheter du lait", "-"],
];

const ru: Line[] = [
  ["завтра в 9:00 позвонить врачу", "позвонить врачу", "25 Nov 09:00"],
  ["напомни мне позвонить врачу завтра в 17:00", "позвонить врачу", "25 Nov 17:00"],
  ["купить хлеб в пятницу", "купить хлеб", "27 Nov 09:00"],
  ["купить хлеб через 20 минут", "купить хлеб", "24 Nov 14:25"],
  ["купить хлеб 3 декабря в 10:00", "купить хлеб", "3 Dec 10:00"],
  ["купить молоко", "купить молоко", "-"],
];

const inBerlin = (locale: string) => at("2026-11-24T14:05:00+01:00", "Europe/Berlin", locale);
sentences("Spanish one-shots", es, inBerlin("es"));
sentences("French one-shots", fr, inBerlin("fr"));
sentences("Russian one-shots", ru, inBerlin("ru"));
sentences(
  "one-shots of other languages in an English chat",
  [
    ["rappelle-moi demain à 8h d'arroser les plantes", "arroser les plantes", "25 Nov 08:00"],
    ["recuérdame mañana a las 8 regar las plantas", "regar las plantas", "25 Nov 08:00"],
    ["напомни мне завтра в 8 полить цветы", "полить цветы", "25 Nov 08:00"],
    ["rappelle the climber tomorrow at 8am", "rappelle the climber", "25 Nov 08:00"],
  ],
  inBerlin("en"),
);

describe("German in an English chat", () => {
  it.each([
    ["prüfe 192.0.2.7:22 alle 5 Minuten", { intent: "check", spec: { probe: { type: "tcp" } } }],
    ["Prüfe example.com jede Stunde", { intent: "check", spec: { probe: { type: "http" } } }],
    ["erinnere mich jeden Montag um 9 an den Müll", { intent: "remind", title: "Den Müll" }],
    ["pausiere Müll bis Freitag", { intent: "pause", target: "Müll" }],
    ["lösche Müll", { intent: "delete", target: "Müll" }],
  ])("%s", (text, request) => {
    expect(understand(text, inBerlin("en"))).toMatchObject(request);
  });

  it.each(["prufe the gate tomorrow at 9", "zeigen tomorrow at 9"])("is not %s", (text) => {
    expect(understand(text, inBerlin("en"))).toMatchObject({
      intent: "remind",
      schedule: { at: "2026-11-25T09:00:00" },
    });
  });
});
