/** Days and times that are part of a name, of another thing, or only talked about. */
import { describe, expect, it } from "vitest";
import { preview } from "../../../src/language/preview.ts";
import { context } from "../support.ts";

const NONE = [
  "watch Friday Night Lights",
  "the Wednesday Addams costume",
  "hum Blue Monday",
  "study Romans 8:28",
  "recite John 3:16",
  "5 m of garden hose",
  "monday was a mess",
  "mondays are hard",
  "I hate mondays",
  "we had a lovely weekend",
  "what a long tuesday",
  "how was your sunday?",
  "live in the here and now",
  "she liked the third better than the second",
  "buy christmas presents",
  "order the halloween costumes",
  "pick easter eggs",
  "finish the friday report",
  "print slides for the monday meeting",
  "prepare the wednesday morning call",
  "plan the new year's eve party",
  "a gift for mother's day",
  "go over the q3 figures",
  "file the second quarter report",
  "do the 8 minute workout",
  "begin a 30 day challenge",
];

describe("a task, and no time, is", () => {
  it.each(NONE)("%s", (text) => {
    expect(preview(text, context)).toMatchObject({ when: { kind: "none" }, task: text });
  });
});
