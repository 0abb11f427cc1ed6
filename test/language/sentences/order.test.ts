/** Structures that leave time and task what they are. */
import { describe, expect, it } from "vitest";
import { preview } from "../../../src/language/preview.ts";
import { context } from "../support.ts";

const TIMES = [
  "tomorrow at 10",
  "at 17:30",
  "on friday at 3pm",
  "in an hour and a half",
  "on december 12 at 4:30pm",
  "every other tuesday at 6pm",
  "every weekday at 7:45",
  "every tuesday at 19:00 until march",
  "every day except sunday at 7am",
  "two days before christmas",
  "three times a week",
  "monday to friday at 8am",
];
const TASKS = ["call the bank", "buy 2 kg flour", "check on grandma", "order pizza for 4 people", "read chapter 5"];
const WAYS: ((task: string, time: string) => string)[] = [
  (task, time) => `${task} ${time}`,
  (task, time) => `${time} ${task}`,
  (task, time) => `${time}: ${task}`,
  (task, time) => `${task}, ${time}`,
  (task, time) => `${task} - ${time}`,
  (task, time) => `${task} (${time})`,
  (task, time) => `${task}\n${time}`,
  (task, time) => `remind me ${time} to ${task}`,
  (task, time) => `${time}, remind me to ${task}`,
  (task, time) => `could you please remind me to ${task} ${time}?`,
  (task, time) => `ok so ${time} ${task}`,
  (task, time) => `hey belfry, ${task} ${time}`,
  (task, time) => `set a reminder ${time} to ${task}`,
  (task, time) => `don't let me forget to ${task} ${time}, thanks!`,
];

describe.each(TIMES)("the order of words changes neither time nor task: %s", (time) => {
  const { when } = preview(`x ${time}`, context);
  it.each(TASKS.flatMap((task) => WAYS.map((way) => [way(task, time), task])))("%s", (sentence, task) => {
    expect(preview(sentence, context)).toMatchObject({ when, task });
  });
});
