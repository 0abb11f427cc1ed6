/** Rings before the time, asking again, ends, zones and numbers in words, in whole requests. */
import { type Line, sentences } from "../said.ts";

const twoTimes: Line[] = [
  ["take the antibiotics tomorrow at 8am and 8pm", "take the antibiotics", "25 Nov 08:00, 25 Nov 20:00."],
  ["walk the dog today at 5pm and 9pm", "walk the dog", "24 Nov 17:00, 24 Nov 21:00."],
  ["feed the baby every day at 7, 11, 15 and 19", "feed the baby", "24 Nov 15:00, 24 Nov 19:00, 25 Nov 07:00 …"],
  ["eye drops at 9am and 9pm every day", "eye drops", "24 Nov 21:00, 25 Nov 09:00, 25 Nov 21:00 …"],
  ["swim on tuesday at 18:00 and thursday at 19:30", "swim", "24 Nov 18:00, 26 Nov 19:30."],
  ["gym every monday at 7am and every thursday at 6pm", "gym", "26 Nov 18:00, 30 Nov 07:00, 3 Dec 18:00 …"],
  ["every weekday at 8:30 and 17:30 clock in", "clock in", "24 Nov 17:30, 25 Nov 08:30, 25 Nov 17:30 …"],
];

const lead: Line[] = [
  ["flight to Oslo on 4 december at 14:20, remind me 3 hours before", "flight to Oslo", "4 Dec 14:20"],
  ["dentist on friday at 10am with a heads-up 30 min before", "dentist", "27 Nov 10:00"],
  ["board meeting monday 14:00, warn me the day before too", "board meeting", "30 Nov 14:00"],
  ["parent teacher meeting thursday 5pm and remind me an hour before", "parent teacher meeting", "26 Nov 17:00"],
  ["mum's birthday on 9 december, also remind me a week before", "mum's birthday", "9 Dec 09:00"],
  ["interview tomorrow at 11:00 and 15 minutes before", "interview", "25 Nov 11:00"],
  ["remind me 10 minutes before the 16:00 standup", "standup", "24 Nov 15:50"],
  ["remind me an hour before my 6pm appointment", "appointment", "24 Nov 17:00"],
  ["remind me 2 days before christmas to buy wrapping paper", "buy wrapping paper", "23 Dec 09:00"],
  ["remind me 30 min before 17:00 to leave", "leave", "24 Nov 16:30"],
  ["exam on 10 dec at 9:00, notify me 1 day and 1 hour before", "exam", "10 Dec 09:00"],
  ["webinar thursday 3pm, give me a 10 minute warning", "webinar", "26 Nov 15:00"],
  ["train leaves 17:42 tomorrow, alert me 25 mins ahead", "train leaves", "25 Nov 17:42"],
  ["theatre on saturday 19:30, ping me 2h before", "theatre", "28 Nov 19:30"],
  ["plumber wednesday 9am - remind me 1 hour in advance", "plumber", "25 Nov 09:00"],
  ["team lunch friday noon, 20 min heads up please", "team lunch", "27 Nov 12:00"],
  ["pay VAT on the 10th, remind me 3 days earlier as well", "pay VAT", "10 Dec 09:00"],
  ["concert on dec 12 at 8pm with reminders 1 day and 2 hours before", "concert", "12 Dec 20:00"],
  ["check-in opens friday 14:05, remind me 5 min early", "check-in opens", "27 Nov 14:05"],
];

const nag: Line[] = [
  ["take iron tablet at 9pm and keep nagging me every 5 minutes until i do it", "take iron tablet", "24 Nov 21:00"],
  ["feed the cat at 18:00, ask every 15 min until done", "feed the cat", "24 Nov 18:00"],
  ["submit the timesheet friday 4pm, bug me until it's done", "submit the timesheet", "27 Nov 16:00"],
  [
    "every day at 8 take the pill, ask again every 10 minutes until i confirm",
    "take the pill",
    "25 Nov 08:00, 26 Nov 08:00, 27 Nov 08:00 …",
  ],
  ["remind me to call the bank at 3pm and don't stop until i answer", "call the bank", "24 Nov 15:00"],
  ["remind me tomorrow at 9 to submit the claim, and repeat every hour until done", "submit the claim", "25 Nov 09:00"],
  ["insulin daily at 7am, keep ringing until acknowledged", "insulin", "25 Nov 07:00, 26 Nov 07:00, 27 Nov 07:00 …"],
  ["turn off the oven in 30 min!! nag me", "turn off the oven", "24 Nov 14:35"],
];

const quiet: Line[] = [
  ["water plants every sunday at 10, silently", "water plants", "29 Nov 10:00, 6 Dec 10:00, 13 Dec 10:00 …"],
  ["quietly remind me at 4pm to leave the meeting", "leave the meeting", "24 Nov 16:00"],
  ["remind me silently at 23:00 to check the backups", "check the backups", "24 Nov 23:00"],
  ["urgent: pay the rent tomorrow at 9am", "pay the rent", "25 Nov 09:00"],
  ["critical! renew the certificate on friday at 10:00", "renew the certificate", "27 Nov 10:00"],
];

const ends: Line[] = [
  [
    "physio exercises every day at 8am for three weeks",
    "physio exercises",
    "25 Nov 08:00, 26 Nov 08:00, 27 Nov 08:00 …",
  ],
  ["antibiotics every 8 hours for 7 days", "antibiotics", "24 Nov 22:05, 25 Nov 06:05, 25 Nov 14:05 …"],
  ["standup every weekday at 9:15 until 18 december", "standup", "25 Nov 09:15, 26 Nov 09:15, 27 Nov 09:15 …"],
  ["standup every weekday at 9:15 starting december 1", "standup", "1 Dec 09:15, 2 Dec 09:15, 3 Dec 09:15 …"],
  [
    "water the seedlings daily at 18:00 until sunday",
    "water the seedlings",
    "24 Nov 18:00, 25 Nov 18:00, 26 Nov 18:00 …",
  ],
  ["ask Bo for the money every friday 5 times", "ask Bo for the money", "27 Nov 09:00, 4 Dec 09:00, 11 Dec 09:00 …"],
  ["piano practice every day except sunday at 17:00", "piano practice", "24 Nov 17:00, 25 Nov 17:00, 26 Nov 17:00 …"],
  ["trash every thursday at 6:30am except on christmas", "trash", "26 Nov 06:30, 3 Dec 06:30, 10 Dec 06:30 …"],
  [
    "every monday at 10 from january til march send the newsletter",
    "send the newsletter",
    "4 Jan 2027 10:00, 11 Jan 2027 10:00, 18 Jan 2027 10:00 …",
  ],
  [
    "check the mousetraps every other day until the end of december",
    "check the mousetraps",
    "25 Nov 09:00, 27 Nov 09:00, 29 Nov 09:00 …",
  ],
  ["every 4 hours until tomorrow night drink tea", "drink tea", "24 Nov 18:05, 24 Nov 22:05, 25 Nov 02:05 …"],
  ["from monday on remind me every day at 7 to do yoga", "do yoga", "30 Nov 07:00, 1 Dec 07:00, 2 Dec 07:00 …"],
  ["for the next 10 days take zinc at lunchtime", "take zinc", "25 Nov 12:00, 26 Nov 12:00, 27 Nov 12:00 …"],
  [
    "every tuesday and thursday at 19:00 starting next week: boxing",
    "boxing",
    "1 Dec 19:00, 3 Dec 19:00, 8 Dec 19:00 …",
  ],
  ["rent on the 1st of each month until june 2027", "rent", "1 Dec 09:00, 1 Jan 2027 09:00, 1 Feb 2027 09:00 …"],
  ["drink water every hour from 9am to 6pm on weekdays", "drink water", "24 Nov 15:00, 24 Nov 16:00, 24 Nov 17:00 …"],
  [
    "every 30 min between 8 and 11 tomorrow check the fermenter",
    "check the fermenter",
    "25 Nov 08:00, 25 Nov 08:30, 25 Nov 09:00 …",
  ],
  [
    "once a week on fridays at 15:00 clean the coffee machine",
    "clean the coffee machine",
    "27 Nov 15:00, 4 Dec 15:00, 11 Dec 15:00 …",
  ],
];

const zones: Line[] = [
  ["call with Boston thursday 10am eastern time", "call with Boston", "26 Nov 16:00"],
  ["webinar tomorrow 17:00 UTC", "webinar", "25 Nov 18:00"],
  ["sync with Tokyo team on friday at 9am Tokyo time", "sync with Tokyo team", "27 Nov 01:00"],
  ["all hands wednesday 8am PST", "all hands", "25 Nov 17:00"],
  ["ring Auntie at noon in Sydney tomorrow", "ring Auntie", "25 Nov 02:00"],
  ["remind me at 3pm London time to join the call", "join the call", "24 Nov 16:00"],
  ["every monday 9:00 New York time send the report", "send the report", "30 Nov 15:00, 7 Dec 15:00, 14 Dec 15:00 …"],
  ["product launch dec 1 10:00 GMT", "product launch", "1 Dec 11:00"],
  ["maintenance window 02:00Z on 28 nov", "maintenance window", "28 Nov 03:00"],
  ["demo at 4pm CET tomorrow", "demo", "25 Nov 16:00"],
  ["meet investors thursday 2pm (Paris time)", "meet investors", "26 Nov 14:00"],
];

const words: Line[] = [
  ["in forty five minutes take the bread out", "take the bread out", "24 Nov 14:50"],
  ["remind me in an hour and a quarter to flip the ribs", "flip the ribs", "24 Nov 15:20"],
  ["in twenty-five mins call back Stefan", "call back Stefan", "24 Nov 14:30"],
  ["in two and a half hours check the slow cooker", "check the slow cooker", "24 Nov 16:35"],
  ["at quarter past seven tonight call Marta", "call Marta", "24 Nov 19:15"],
  ["leave for school at ten to eight tomorrow", "leave for school", "25 Nov 07:50"],
  ["tomorrow at half eight drop the kids", "drop the kids", "clock? 25 Nov 08:30 | 25 Nov 20:30"],
  ["twenty to four pick up the parcel", "pick up the parcel", "24 Nov 15:40"],
  ["ten past six this evening feed the rabbits", "feed the rabbits", "24 Nov 18:10"],
  ["meet Ines at half past noon tomorrow", "meet Ines", "25 Nov 12:30"],
  ["five to midnight on new year's eve open the sparkling", "open the sparkling", "31 Dec 23:55"],
  ["remind me at seven thirty pm to record the show", "record the show", "24 Nov 19:30"],
  ["remind me at twelve thirty to eat", "eat", "25 Nov 12:30"],
  ["in a fortnight collect the glasses", "collect the glasses", "8 Dec 14:05"],
  ["remind me in a couple of hours to move the sprinkler", "move the sprinkler", "24 Nov 16:05"],
  ["in half a day rotate the sample", "rotate the sample", "25 Nov 02:05"],
  ["remind me three days from now to reply to Femi", "reply to Femi", "27 Nov 14:05"],
  ["dentist the day after tomorrow at three", "dentist", "26 Nov 15:00"],
  ["on the twenty third of december wrap the gifts", "wrap the gifts", "23 Dec 09:00"],
  [
    "every second tuesday at nineteen hundred hours: sea scouts",
    "sea scouts",
    "24 Nov 19:00, 8 Dec 19:00, 22 Dec 19:00 …",
  ],
  ["at sixteen thirty log off", "log off", "24 Nov 16:30"],
];

sentences("several times", twoTimes);
sentences("rings before the time", lead);
sentences("asking again", nag);
sentences("silent and urgent", quiet);
sentences("series that begin, end and leave out", ends);
sentences("zones", zones);
sentences("numbers and clock times in words", words);
