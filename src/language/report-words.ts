/** What a language brings so that reports can be asked for in it. Groups are numbered as said. */
import type { ReportDay, ReportRequest, ReportTopic } from "./request.ts";

export type ReportForm = Pick<ReportRequest, "template" | "file">;

export interface ReportWords {
  /** Without it no sentence asks for a report. */
  mentioned: RegExp;
  /** With it the sentence is about a report of one's own. */
  reminded: RegExp;
  /** A time that is at once. */
  now: RegExp;
  /** Anywhere in the sentence: how often it comes. 1: its title. */
  named: RegExp;
  /** What such a word means where nothing else says how often. */
  cadences: [RegExp, string][];
  /** With words in the form in which they are read as times. */
  plain(text: string): string;
  /** Without its time, nothing but that it is a report. */
  alone: RegExp;
  /** Without its time, nothing but that it is a digest. 1: its title. */
  digest: RegExp;
  /** Behind "digest": the day it is about. */
  digestDays: [RegExp, ReportDay][];
  /** How something did. 1: the thing. */
  how: RegExp;
  howTitle(target: string): string;
  /** Of the last days. 1: how many, 2: the unit. */
  last: RegExp;
  /** Days of such a unit. */
  days(unit: string): number;
  /** Of several things. 1: the things. */
  of: RegExp;
  /** What is told of one action. 1: the things, 2: the action. */
  ofOne: RegExp;
  /** 1: what is before, 2: where it goes. */
  to: RegExp;
  /** Where it goes is here. */
  me: RegExp;
  and: RegExp;
  /** What a label is of, with the words before it. 1: the label. */
  labelled: RegExp;
  /** Stands before a name and is no part of it. */
  article: RegExp;
  topics: [RegExp, ReportTopic[]][];
  /** What stands before the path of a file; the source of an expression. */
  path: string;
  /** A test run. 1: the command. */
  tests: RegExp;
  /** 1: the template's name. */
  template: RegExp;
  /** 1: the sort of file. */
  file: RegExp;
  /** 1: a sort of file that no report is. */
  otherFile: RegExp;
}
