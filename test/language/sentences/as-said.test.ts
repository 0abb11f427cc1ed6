/** The same requests as people say them: in short forms, dictated, put right in the middle, with what somebody is to be told. */
import { sentences } from "../said.ts";

sentences("short forms and slips of the hand", [
  ["every wk on mons & thurs 7am take bins out", "take bins out", "26 Nov 07:00, 30 Nov 07:00, 3 Dec 07:00 …"],
  ["each wk on tues & fri 18:30 water the lawn", "water the lawn", "24 Nov 18:30, 27 Nov 18:30, 1 Dec 18:30 …"],
  ["on weds and sats at 9 swim", "swim", "25 Nov 09:00, 28 Nov 09:00, 2 Dec 09:00 …"],
  ["wkly on fris 4pm timesheet", "timesheet", "27 Nov 16:00, 4 Dec 16:00, 11 Dec 16:00 …"],
  ["pilates suns at 10", "pilates", "29 Nov 10:00, 6 Dec 10:00, 13 Dec 10:00 …"],
  ["go to the Suns game friday 7pm", "go to the Suns game", "27 Nov 19:00"],
  ["pls rember to lock the door tonite", "lock the door", "24 Nov 18:00"],
  ["rember me to call jess tomorrow", "call jess", "25 Nov 09:00"],
  ["plz reminde me to buy milk tomorow", "buy milk", "25 Nov 09:00"],
  ["rimind me tomorrow to call", "call", "25 Nov 09:00"],
  ["dont foget to call mum tomorow", "call mum", "25 Nov 09:00"],
  ["the remand centre visit is friday at 10", "the remand centre visit is", "27 Nov 10:00"],
]);

sentences("clock times in their order", [
  ["take meds thrice daily at 8, 2 and 9", "take meds", "24 Nov 21:00, 25 Nov 08:00, 25 Nov 14:00 …"],
  ["twice a day at 8 and 8 brush teeth", "brush teeth", "24 Nov 20:00, 25 Nov 08:00, 25 Nov 20:00 …"],
  ["drops thrice a day at 7, 12 and 9", "drops", "24 Nov 21:00, 25 Nov 07:00, 25 Nov 12:00 …"],
  ["4 times a day at 8, 12, 4 and 8 eye drops", "eye drops", "24 Nov 16:00, 24 Nov 20:00, 25 Nov 08:00 …"],
  ["pills 3x daily at 7am, 3 and 11", "pills", "24 Nov 15:00, 24 Nov 23:00, 25 Nov 07:00 …"],
  ["every day at 9 and 11 stretch", "stretch", "25 Nov 09:00, 25 Nov 11:00, 26 Nov 09:00 …"],
  ["20 to 3 today pick up the kids", "pick up the kids", "24 Nov 14:40"],
  ["10 to 8 tomorrow catch the bus", "catch the bus", "clock? 25 Nov 07:50 | 25 Nov 19:50"],
  ["9 to 5 today man the desk", "9 to 5 man the desk", "24 Nov 15:00"],
  ["be ready at sharp 7 tomorrow", "be ready", "clock? 25 Nov 07:00 | 25 Nov 19:00"],
  ["leave sharp at 4:15 pm today itself", "leave", "24 Nov 16:15"],
  ["call the bank today itself at 3 pm", "call the bank", "24 Nov 15:00"],
  ["send the sheet by monday itself", "send the sheet", "30 Nov 09:00"],
  ["fix the sharp 12 inch knife on friday", "fix the sharp 12 inch knife", "27 Nov 09:00"],
]);

sentences("what is told has its own days", [
  [
    "monday 8am tell the school that we are away on 12 december",
    "tell the school that we are away on 12 december",
    "30 Nov 08:00",
  ],
  [
    "thursday 3pm text Ana that the rent goes up on 1 january",
    "text Ana that the rent goes up on 1 january",
    "26 Nov 15:00",
  ],
  [
    "ask Jo on friday 2pm whether she can come on 12 december",
    "ask Jo whether she can come on 12 december",
    "27 Nov 14:00",
  ],
  ["on sunday tell Bo that dinner is at 7", "tell Bo that dinner is at 7", "29 Nov 09:00"],
  ["tell Bo on sunday that dinner is at 7", "tell Bo that dinner is", "29 Nov 19:00"],
  ["tell Bo that dinner is at 7 on sunday", "tell Bo that dinner is", "29 Nov 19:00"],
  ["tell the landlord that we move out on 30 june", "tell the landlord that we move out", "30 Jun 2027 09:00"],
]);

sentences("dictated", [
  ["note to self colon buy stamps tomorrow at 9 am", "buy stamps", "25 Nov 09:00"],
  ["reminder colon call the plumber at 4 pm", "call the plumber", "24 Nov 16:00"],
  ["don't forget exclamation mark call granny at six pm", "call granny", "24 Nov 18:00"],
  ["hey belfry comma remind me to call Ed at 5 pm", "call Ed", "24 Nov 17:00"],
  ["remind me to take the cake out at four thirty pm full stop", "take the cake out", "24 Nov 16:30"],
  ["remind me of the colon screening on friday", "the colon screening", "27 Nov 09:00"],
  ["ALARM!!! 16:30!!! bread!!!", "bread!!!", "24 Nov 16:30"],
  ["wake up!!! 6:30!!!", "wake up!!!", "25 Nov 06:30"],
  ["timer!!! 10 min!!! eggs", "eggs", "24 Nov 14:15"],
]);

sentences("deadlines", [
  ["finish the deck no later than 16h today", "finish the deck", "24 Nov 16:00"],
  ["call back no later than noon", "call back", "25 Nov 12:00"],
  ["upload by no later than 9am friday", "upload", "27 Nov 09:00"],
  ["hand in keys at the latest on monday 10:00", "hand in keys", "30 Nov 10:00"],
  ["get it done latest by thursday", "get it done", "26 Nov 09:00"],
  ["be there not before 8pm", "be there", "24 Nov 20:00"],
  ["read the latest 5 reports tomorrow", "read the latest 5 reports", "25 Nov 09:00"],
]);

sentences("some time", [
  ["at some point on sunday call gran", "call gran", "29 Nov 09:00"],
  ["remind me at some point tomorrow to buy paint", "buy paint", "25 Nov 09:00"],
  ["at some stage next week, book the boiler service", "book the boiler service", "30 Nov 09:00"],
  ["call gran on sunday at some point", "call gran", "29 Nov 09:00"],
  [
    "could you possibly remind me, at some point on friday, that i owe Bo a tenner",
    "i owe Bo a tenner",
    "27 Nov 09:00",
  ],
  ["can you kindly possibly ping me tomorrow about the lease", "the lease", "25 Nov 09:00"],
  ["would it be possible to remind me on monday about the bins", "the bins", "30 Nov 09:00"],
  ["any chance you could remind me at 6 to feed the cat", "feed the cat", "24 Nov 18:00"],
]);

sentences("said wrong and put right", [
  ["every mon... no wait, every tue 9am sync", "sync", "1 Dec 09:00, 8 Dec 09:00, 15 Dec 09:00 …"],
  ["tomorrow at 9... no wait, at 10: call mum", "call mum", "25 Nov 10:00"],
  ["call the vet at 4, sorry, at 5", "call the vet", "24 Nov 17:00"],
  ["on friday no, saturday at 10 clean the car", "clean the car", "28 Nov 10:00"],
  ["remind me tomorrow, actually friday, at 3 to pay Jo", "pay Jo", "27 Nov 15:00"],
  ["remind me at 3pm, no wait, 4pm to fetch the kids", "fetch the kids", "24 Nov 16:00"],
  ["tuesday at 2 i mean wednesday at 2 haircut", "haircut", "25 Nov 14:00"],
  ["bring cake on thursday, or rather friday at noon", "bring cake", "27 Nov 12:00"],
  ["on odd fridays, no, just every friday 4pm: demo", "demo", "27 Nov 16:00, 4 Dec 16:00, 11 Dec 16:00 …"],
  ["say sorry to Bo at 5", "say sorry to Bo", "24 Nov 17:00"],
  ["wait for the parcel tomorrow at 9", "wait for the parcel", "25 Nov 09:00"],
]);

sentences("a year, then a day of it", [
  ["next year on 3 march renew the lease", "renew the lease", "3 Mar 2027 09:00"],
  ["next year in june book the trip", "book the trip", "1 Jun 2027 09:00"],
  ["this year on 20 december send cards", "send cards", "20 Dec 09:00"],
]);

sentences("a stretch of days with a clock time", [
  [
    "from monday to friday next week at 7am feed the rabbits",
    "feed the rabbits",
    "30 Nov 07:00, 1 Dec 07:00, 2 Dec 07:00 …",
  ],
  ["from tuesday to thursday next week at 8:00 walk Rex", "walk Rex", "1 Dec 08:00, 2 Dec 08:00, 3 Dec 08:00."],
  [
    "next week monday to wednesday at 6pm water the tomatoes",
    "water the tomatoes",
    "30 Nov 18:00, 1 Dec 18:00, 2 Dec 18:00.",
  ],
  ["mon-thu next week 13:00 feed Milo", "feed Milo", "30 Nov 13:00, 1 Dec 13:00, 2 Dec 13:00 …"],
  ["this week wednesday to friday 8am bake", "bake", "25 Nov 08:00, 26 Nov 08:00, 27 Nov 08:00."],
  ["from 1 december to 4 december at 8am take the pill", "take the pill", "1 Dec 08:00, 2 Dec 08:00, 3 Dec 08:00 …"],
  ["from tomorrow until friday at 9pm lock the shed", "lock the shed", "25 Nov 21:00, 26 Nov 21:00, 27 Nov 21:00."],
  ["from 1 december to 4 december fair", "fair", "1 Dec 09:00"],
  ["trade fair 1-4 december 10:00", "trade fair", "1 Dec 10:00"],
]);

sentences("series whose days stand apart", [
  [
    "once a month, first sunday 10am, clean the fridge",
    "clean the fridge",
    "6 Dec 10:00, 3 Jan 2027 10:00, 7 Feb 2027 10:00 …",
  ],
  ["monthly, second tuesday 6pm, book club", "book club", "8 Dec 18:00, 12 Jan 2027 18:00, 9 Feb 2027 18:00 …"],
  [
    "every month, last saturday, 11am: descale the kettle",
    "descale the kettle",
    "28 Nov 11:00, 26 Dec 11:00, 30 Jan 2027 11:00 …",
  ],
  [
    "once a quarter, first monday 9am, review goals",
    "review goals",
    "4 Jan 2027 09:00, 5 Apr 2027 09:00, 5 Jul 2027 09:00 …",
  ],
  [
    "every week piano lesson tuesday 5pm and friday 4:30pm",
    "piano lesson",
    "24 Nov 17:00, 27 Nov 16:30, 1 Dec 17:00 …",
  ],
  ["every week gym mon 7am, wed 7am and sat 10am", "gym", "25 Nov 07:00, 28 Nov 10:00, 30 Nov 07:00 …"],
  ["each week call dad sunday 5pm", "call dad", "29 Nov 17:00, 6 Dec 17:00, 13 Dec 17:00 …"],
  ["on odd fridays at 9 clean", "clean", "4 Dec 09:00, 18 Dec 09:00, 1 Jan 2027 09:00 …"],
  ["every tuesday in even weeks 7am bins", "bins", "8 Dec 07:00, 22 Dec 07:00, 12 Jan 2027 07:00 …"],
  ["odd weeks on thursday 7pm quiz", "quiz", "3 Dec 19:00, 17 Dec 19:00, 31 Dec 19:00 …"],
  ["this is an odd friday", "this is an odd friday", "-"],
  [
    "every other friday 3pm 1:1 with Bo, next one is december 4",
    "1:1 with Bo",
    "4 Dec 15:00, 18 Dec 15:00, 1 Jan 2027 15:00 …",
  ],
  ["biweekly sync thursdays at 10, next one december 3", "sync", "3 Dec 10:00, 17 Dec 10:00, 31 Dec 10:00 …"],
  [
    "every 2 weeks on monday 10am planning, first one 7 december",
    "planning",
    "7 Dec 10:00, 21 Dec 10:00, 4 Jan 2027 10:00 …",
  ],
  [
    "recycling every other monday, the next is 7 december",
    "recycling",
    "7 Dec 09:00, 21 Dec 09:00, 4 Jan 2027 09:00 …",
  ],
  [
    "every 3 months service the boiler, next one is january 15",
    "service the boiler",
    "15 Jan 2027 09:00, 15 Apr 2027 09:00, 15 Jul 2027 09:00 …",
  ],
  ["standup daily at 9, starts on monday", "standup", "30 Nov 09:00, 1 Dec 09:00, 2 Dec 09:00 …"],
  ["Class starts on Monday, 9 a.m.", "Class starts", "30 Nov 09:00"],
  ["call Ed about the next one on friday", "call Ed about the next one", "27 Nov 09:00"],
  ["call Ed, next on friday", "call Ed", "27 Nov 09:00"],
]);

sentences("a part of the day that is a name", [
  ["trash night next monday 8pm", "trash night", "30 Nov 20:00"],
  ["book club night thursday 8pm", "book club night", "26 Nov 20:00"],
  ["bin night tuesdays 9pm", "bin night", "24 Nov 21:00, 1 Dec 21:00, 8 Dec 21:00 …"],
  ["coffee morning wednesday 10am", "coffee morning", "25 Nov 10:00"],
  ["call mum saturday night", "call mum", "28 Nov 21:00"],
]);

sentences("asked by Belfry", [
  [
    "ask me every 20 min if the fever is down, starting 4pm",
    "if the fever is down",
    "24 Nov 16:00, 24 Nov 16:20, 24 Nov 16:40 …",
  ],
  ["ask me tomorrow at 9 how I slept", "how I slept", "25 Nov 09:00"],
  ["ask me again on friday about the trip", "about the trip", "27 Nov 09:00"],
  ["ask Meg on friday about the trip", "ask Meg about the trip", "27 Nov 09:00"],
]);

sentences("told of a day, and nothing asked", [
  ["what a lovely tuesday it was", "what a lovely tuesday it was", "-"],
  ["such a slow sunday", "such a slow sunday", "-"],
  ["it's been a busy thursday", "it's been a busy thursday", "-"],
  ["monday was awful", "monday was awful", "-"],
  ["how was your saturday", "how was your saturday", "-"],
  ["how is your week", "how is your week", "-"],
  ["happy friday everyone", "happy friday everyone", "-"],
  ["happy halloween", "happy halloween", "-"],
  ["it was a great idea, friday at 9 tell Bo", "it was a great idea, tell Bo", "27 Nov 09:00"],
]);
