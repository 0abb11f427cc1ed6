import { type Line, sentences } from "../said.ts";
import { at } from "../support.ts";

const lines: Line[] = [
  ["Hecke schneiden am 5. Mai nächstes Jahr", "Hecke schneiden", "5 May 2027 09:00"],
  ["Reis prüfen in 2-3 Stunden", "Reis prüfen", "24 Nov 16:05"],
  ["Reis prüfen in zwei bis drei Tagen", "Reis prüfen", "26 Nov 14:05"],
  ["Brot raus in 2½ Stunden", "Brot raus", "24 Nov 16:35"],
  ["Brot raus in einer Dreiviertelstunde", "Brot raus", "24 Nov 14:50"],
  ["laufen jeden Montag außer vom 1. bis 15. Dezember", "laufen", "30 Nov 09:00, 21 Dec 09:00, 28 Dec 09:00 …"],
  [
    "laufen jeden Tag außer zwischen dem 26. November und 5. Dezember",
    "laufen",
    "25 Nov 09:00, 6 Dec 09:00, 7 Dec 09:00 …",
  ],
  ["Bücher schließen Ende des ersten Quartals", "Bücher schließen", "31 Mar 2027 09:00"],
  ["Bücher schließen Ende Q1", "Bücher schließen", "31 Mar 2027 09:00"],
  ["Urlaub vom 22. bis 24. Mai 2027", "Urlaub", "22 May 2027 09:00"],
  ["Essen heute Abend von 8 bis 10", "Essen", "24 Nov 20:00"],
  ["zahlen am 1. und 15. Juni", "zahlen", "1 Jun 2027 09:00, 15 Jun 2027 09:00."],
  ["Tor reparieren am Wochenende nach Weihnachten", "Tor reparieren", "26 Dec 09:00"],
  ["Tor reparieren am Tag nach Neujahr", "Tor reparieren", "2 Jan 2027 09:00"],
  ["Fest am zweiten Samstag im Juni nächstes Jahr", "Fest", "12 Jun 2027 09:00"],
  ["Fest im Juni nächsten Jahres", "Fest", "1 Jun 2027 09:00"],
  ["am Ende wird alles gut", "am Ende wird alles gut", "-"],
  ["schwimmen zweimal im Monat", "schwimmen", "1 Dec 09:00, 15 Dec 09:00, 1 Jan 2027 09:00 …"],
  ["schwimmen alle anderthalb Stunden", "schwimmen", "24 Nov 15:35, 24 Nov 17:05, 24 Nov 18:35 …"],
  ["schwimmen halbjährlich", "schwimmen", "24 May 2027 09:00, 24 Nov 2027 09:00, 24 May 2028 09:00 …"],
  ["schwimmen alle zehn Jahre", "schwimmen", "24 Nov 2036 09:00, 24 Nov 2046 09:00, 24 Nov 2056 09:00 …"],
  ["schwimmen jeden Tag diese Woche", "schwimmen", "25 Nov 09:00, 26 Nov 09:00, 27 Nov 09:00."],
  ["anrufen Mitte Juli 2027", "anrufen", "15 Jul 2027 09:00"],
  ["anrufen Ende Juli 2028", "anrufen", "31 Jul 2028 09:00"],
];

sentences("German dates and stretches", lines, at("2026-11-24T14:05:00+01:00", "Europe/Berlin", "de"));
