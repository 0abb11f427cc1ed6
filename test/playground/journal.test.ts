import { appendFileSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openJournal } from "../../src/playground/world/journal.ts";

const fresh = () => join(mkdtempSync(join(tmpdir(), "belfry-journal-")), "world.jsonl");

it("has every change on the disk at once, without being closed", () => {
  const path = fresh();
  const notes = openJournal(path).table<string>("notes");
  notes.put("a", "one");
  notes.put("b", "two");
  notes.delete("a");
  const again = openJournal(path).table<string>("notes");
  expect(again.values()).toEqual(["two"]);
  expect(again.get("a")).toBeUndefined();
});

it("ignores a line torn by a kill, and goes on after it", () => {
  const path = fresh();
  openJournal(path).table<string>("notes").put("a", "one");
  appendFileSync(path, '["notes","b","tw');
  const reopened = openJournal(path);
  reopened.table<string>("notes").put("c", "three");
  expect(openJournal(path).table<string>("notes").values()).toEqual(["one", "three"]);
});

it("shrinks at opening to one line for each key, for its owner's eyes only", () => {
  const path = fresh();
  const counter = openJournal(path).table<number>("counter");
  for (let n = 0; n < 100; n += 1) counter.put("n", n);
  openJournal(path);
  expect(readFileSync(path, "utf8")).toBe('["counter","n",99]\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
