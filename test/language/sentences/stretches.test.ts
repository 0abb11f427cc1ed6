import { type Line, sentences } from "../said.ts";

const lines: Line[] = [
  // months, quarters and weeks
  ["move house mid-july 2027", "move house", "15 Jul 2027 09:00"],
  ["file the return at the end of july 2028", "file the return", "31 Jul 2028 09:00"],
  ["plant bulbs late in march", "plant bulbs", "31 Mar 2027 09:00"],
  ["plant bulbs next november", "plant bulbs", "1 Nov 2027 09:00"],
  ["close the books at the end of q1", "close the books", "31 Mar 2027 09:00"],
  ["close the books in the middle of q2 2027", "close the books", "15 May 2027 09:00"],
  ["close the books q3 next year", "close the books", "1 Jul 2027 09:00"],
  ["call the roofer in week number 30", "call the roofer", "26 Jul 2027 09:00"],
  ["count the stock on the last of the month", "count the stock", "30 Nov 09:00"],
  ["toast on the first of the year", "toast", "1 Jan 2027 09:00"],
  ["fix the gate the weekend before christmas", "fix the gate", "19 Dec 09:00"],
  ["fix the gate the weekend after christmas", "fix the gate", "26 Dec 09:00"],
  ["open the vault 14. 12. 2026", "open the vault", "14 Dec 09:00"],
  ["the q of 5 people", "the q of 5 people", "-"],
  // times with an offset, as machines write them
  ["sign off Mon Dec 14 2026 08:00:00 GMT+0100 (CET)", "sign off", "14 Dec 08:00"],
  ["log in at 8:00 GMT+0530 tomorrow", "log in", "25 Nov 03:30"],
  // not so exact
  ["check the rice in 5-10 minutes", "check the rice", "24 Nov 14:10"],
  ["check the rice in two or three days", "check the rice", "26 Nov 14:05"],
  ["bake it for 5-10 minutes", "bake it for 5-10 minutes", "-"],
  ["paint the fence sometime in june", "paint the fence", "1 Jun 2027 09:00"],
  ["paint the fence sometime this evening", "paint the fence", "24 Nov 18:00"],
  ["paint the fence within the week", "paint the fence", "27 Nov 09:00"],
  ["any day now it will snow", "any day now it will snow", "-"],
  ["dinner at eight forty-five", "dinner", "24 Nov 20:45"],
  // what is left out
  ["run every day except from november 26 to december 3", "run", "25 Nov 09:00, 4 Dec 09:00, 5 Dec 09:00 …"],
  ["run every monday except between december 1 and december 15", "run", "30 Nov 09:00, 21 Dec 09:00, 28 Dec 09:00 …"],
  ["run daily except on thursdays and in november", "run", "1 Dec 09:00, 2 Dec 09:00, 4 Dec 09:00 …"],
  [
    "stretch every 8 hours except from november 26 to november 27",
    "stretch",
    "24 Nov 22:05, 25 Nov 06:05, 25 Nov 14:05 …",
  ],
  ["dinner except between two fires", "dinner except between two fires", "-"],
  // how long, how often
  ["run daily up to december 3", "run", "25 Nov 09:00, 26 Nov 09:00, 27 Nov 09:00 …"],
  ["run every day this week", "run", "25 Nov 09:00, 26 Nov 09:00, 27 Nov 09:00."],
  [
    "renew the card every year and a half",
    "renew the card",
    "24 May 2028 09:00, 24 Nov 2029 09:00, 24 May 2031 09:00 …",
  ],
  ["renew the card every month and a half", "renew the card", "25 Nov 09:00, 9 Jan 2027 09:00, 23 Feb 2027 09:00 …"],
  ["feed the eel every day and a half", "feed the eel", "26 Nov 02:05, 27 Nov 14:05, 29 Nov 02:05 …"],
  ["ring every hour at 15 past", "ring", "24 Nov 14:15, 24 Nov 15:15, 24 Nov 16:15 …"],
  ["lift up to 12 kilos", "lift up to 12 kilos", "-"],
];

sentences("edges, offsets, exceptions", lines);
