/** Requests as different people write them: students, parents, nurses, those who run servers. */
import { sentences } from "../said.ts";

sentences("around the task", [
  ["5 dec 10:00-12:00 kids party", "kids party", "5 Dec 10:00"],
  ["Could we do a reminder for the 1st at noon: payroll", "payroll", "1 Dec 12:00"],
  ["Create an event: Team offsite, 10 December 2026, 9:00-17:00", "Team offsite", "10 Dec 09:00"],
  [
    "Pay the electricity bill before the 20th every month",
    "Pay the electricity bill",
    "19 Dec 09:00, 19 Jan 2027 09:00, 19 Feb 2027 09:00 …",
  ],
  ["a fortnight on saturday book the band", "book the band", "12 Dec 09:00"],
  ["a week tomorrow collect the suit", "collect the suit", "2 Dec 09:00"],
  ["after work call mum", "after work call mum", "24 Nov 17:00"],
  ["after work drinks friday 6pm", "after work drinks", "27 Nov 18:00"],
  ["ballet thursdays 4pm starting after christmas", "ballet", "31 Dec 16:00, 7 Jan 2027 16:00, 14 Jan 2027 16:00 …"],
  ["call Jo 2moro arnd 3ish", "call Jo", "25 Nov 15:00"],
  ["call mum after work at 6", "call mum after work", "24 Nov 18:00"],
  ["call mum after work on friday", "call mum after work", "27 Nov 17:00"],
  ["check the oven every ten minutes until 4", "check the oven", "24 Nov 14:15, 24 Nov 14:25, 24 Nov 14:35 …"],
  ["every day after work run", "after work run", "24 Nov 17:00, 25 Nov 17:00, 26 Nov 17:00 …"],
  ["every full hour drink water", "drink water", "24 Nov 15:00, 24 Nov 16:00, 24 Nov 17:00 …"],
  [
    "every weekday between 9am and 5pm every hour drink water",
    "drink water",
    "24 Nov 15:00, 24 Nov 16:00, 24 Nov 17:00 …",
  ],
  ["eye drops every 4 hours while awake", "eye drops", "24 Nov 16:00, 24 Nov 20:00, 25 Nov 08:00 …"],
  ["go to bed at 10:30 on weeknights", "go to bed", "24 Nov 22:30, 25 Nov 22:30, 26 Nov 22:30 …"],
  ["homework check every school night at 7", "homework check", "24 Nov 19:00, 25 Nov 19:00, 26 Nov 19:00 …"],
  ["in an hr n half call dad", "call dad", "24 Nov 15:35"],
  ["lunch with mum fri 12:30, remind me 2h before", "lunch with mum", "27 Nov 12:30"],
  ["mum's birthday is on 4 december, don't let me forget", "mum's birthday is", "4 Dec 09:00"],
  ["pay rent by the 3rd of each month", "pay rent", "3 Dec 09:00, 3 Jan 2027 09:00, 3 Feb 2027 09:00 …"],
  ["pick up dry cleaning after work tomorrow", "pick up dry cleaning after work", "25 Nov 17:00"],
  ["post lunch menu at 11", "post lunch menu", "25 Nov 11:00"],
  ["put the kettle on at 6", "put the kettle on", "24 Nov 18:00"],
  ["remind me at tea time to take the pie out", "take the pie out", "24 Nov 19:00"],
  ["remind me in an hour to put the potatoes on", "put the potatoes on", "24 Nov 15:05"],
  ["remind me post lunch to call Rohit", "call Rohit", "25 Nov 12:00"],
  ["right after work at 5 buy gloves", "right after work buy gloves", "24 Nov 17:00"],
  ["rmndr: pay council tax b4 fri", "pay council tax", "26 Nov 09:00"],
  ["school play is on dec 17 at 6:30pm don't let me forget", "school play is", "17 Dec 18:30"],
  [
    "semiannually on june 1 and dec 1 test the alarms",
    "test the alarms",
    "1 Dec 09:00, 1 Jun 2027 09:00, 1 Dec 2027 09:00 …",
  ],
  ["stretch every hour during work", "stretch", "24 Nov 15:00, 24 Nov 16:00, 24 Nov 17:00 …"],
  ["the week of december 14 prepare gifts", "prepare gifts", "14 Dec 09:00"],
  ["turn the essay in by friday", "turn the essay in", "27 Nov 09:00"],
  ["txt dave l8r 2nite 9pm", "txt dave", "24 Nov 21:00"],
  ["water the plants mon and thu mornings", "water the plants", "26 Nov 09:00, 30 Nov 09:00, 3 Dec 09:00 …"],
  ["weekly review fridays 4pm, skip dec 25", "weekly review", "27 Nov 16:00, 4 Dec 16:00, 11 Dec 16:00 …"],
]);

sentences("why, and then the request", [
  [
    "my sister arrives tomorrow 17:20, remind me 45 min before to leave for the station",
    "leave for the station",
    "25 Nov 16:35",
  ],
  ["my flight is on 3 december at 7am, remind me the day before to check in", "check in", "2 Dec 07:00"],
  [
    "rent due 1st of every month, remind me 3 days before to check my balance",
    "check my balance",
    "28 Nov 09:00, 29 Dec 09:00, 29 Jan 2027 09:00 …",
  ],
  ["dentist tomorrow at 3, remind me 30 min before", "dentist", "25 Nov 15:00"],
  [
    "Ok so I have a flight on Friday at 6:40am from Gatwick, remind me to leave the house at 3",
    "leave the house",
    "27 Nov 03:00",
  ],
  ["We have guests on Saturday, so remind me on Friday at noon to buy wine", "buy wine", "27 Nov 12:00"],
  ["concert is saturday 8pm, remind me at 6 to get dressed", "get dressed", "28 Nov 18:00"],
  ["my shift starts at 5am tomorrow, remind me at 3 to get up", "get up", "25 Nov 03:00"],
  ["interview on thursday 11am!! wake me at 7", "interview on thursday 11am!! wake me", "26 Nov 07:00"],
  ["the cleaner comes on friday, remind me to tidy up tomorrow", "tidy up", "25 Nov 09:00"],
  [
    "boss wants the deck on monday, remind me sunday at 8pm to finish it",
    "boss wants the deck on monday, remind me to finish it",
    "29 Nov 20:00",
  ],
  ["tell Jo, remind me to pay at 5pm", "tell Jo, remind me to pay", "24 Nov 17:00"],
  ["call the bank, could you remind me tomorrow at 10", "call the bank", "25 Nov 10:00"],
  ["pills, bug me every morning at 8 until i say taken", "pills", "25 Nov 08:00, 26 Nov 08:00, 27 Nov 08:00 …"],
]);

sentences("marks beside the time", [
  ["meet Jo next Thursday at 11:30 (remind me 20 min before)", "meet Jo", "26 Nov 11:30"],
  ["Reminder for myself: tomorrow 14:00 -> call HR", "call HR", "25 Nov 14:00"],
  ["TODO: friday 10:00 - finish slides", "finish slides", "27 Nov 10:00"],
  ["call Bob // tomorrow 3pm", "call Bob", "25 Nov 15:00"],
  ["read a/b test // results on friday", "read a/b test // results", "27 Nov 09:00"],
]);

sentences("reminders by name", [
  ["daily reminder at 22:15 to floss", "floss", "24 Nov 22:15, 25 Nov 22:15, 26 Nov 22:15 …"],
  ["weekly reminder on friday at 4pm: timesheet", "timesheet", "27 Nov 16:00, 4 Dec 16:00, 11 Dec 16:00 …"],
  ["the daily report is due friday", "the daily report is due", "27 Nov 09:00"],
  ["reminder set for friday at noon to pay the cleaner", "pay the cleaner", "27 Nov 12:00"],
  [
    "i want to be nudged about my posture every 45 min till 6pm",
    "my posture",
    "24 Nov 14:50, 24 Nov 15:35, 24 Nov 16:20 …",
  ],
  ["call the dentist tomorrow at like 2", "call the dentist", "25 Nov 14:00"],
  ["next month 2nd 10am pay gardener", "pay gardener", "2 Dec 10:00"],
  ["halfway through december check budget", "check budget", "15 Dec 09:00"],
  ["last thing tonight lock the door", "lock the door", "24 Nov 21:00"],
  ["buy like 3 lemons tomorrow", "buy like 3 lemons", "25 Nov 09:00"],
]);

sentences("evenings and firsts", [
  ["ring Eva at 7 this eve", "ring Eva", "24 Nov 19:00"],
  ["ring Eva tmrw eve", "ring Eva", "25 Nov 18:00"],
  ["ring Eva thurs eve at 6", "ring Eva", "26 Nov 18:00"],
  ["church on christmas eve at 6pm", "church", "24 Dec 18:00"],
  ["party on new year's eve", "party", "31 Dec 09:00"],
  ["ring Eva tomoz", "ring Eva", "25 Nov 09:00"],
  ["ring Eva 1st thing mon", "ring Eva", "30 Nov 09:00"],
  ["twice monthly on the 5th and 20th payslip", "payslip", "5 Dec 09:00, 20 Dec 09:00, 5 Jan 2027 09:00 …"],
]);
