import fc from "fast-check";
import { expect, it } from "vitest";
import { addAction } from "../../src/app/operations/add.ts";
import { editAction } from "../../src/app/operations/edit.ts";
import { listActions } from "../../src/app/operations/list.ts";
import { showAction } from "../../src/app/operations/show.ts";
import type { View } from "../../src/core/view.ts";
import { named } from "../../src/texts/person.ts";
import { type House, house } from "../app/operations/house.ts";
import { seen } from "./rendering.ts";

const pieces = [
  ...[
    "\u202e",
    "\u202a",
    "\u2066",
    "\u2069",
    "\u200f",
    "\u061c",
    "\u0000",
    "\u001b[31m",
    "\ud800",
    "\udc00",
    "\u200b",
    "\u200d",
  ],
  ...[
    "👨‍👩‍👧‍👦",
    "🇩🇪",
    "שלום",
    "مرحبا",
    "раураl",
    "\n",
    "\r\n",
    "\u2028",
    "\u0085",
    " ",
    `t${"\u0335\u0321\u034f".repeat(60)}ea`,
  ],
  ...[
    "<b>x</b>",
    "<a href='tg://user?id=1'>",
    "*_`~|[x](tg://user?id=1)",
    "@ana",
    "'; drop table actions; --",
    "$(x)",
    "%s",
    "__proto__",
  ],
];
const hostile = fc
  .array(fc.oneof(fc.string({ unit: "binary", maxLength: 8 }), fc.constantFrom(...pieces)), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts) => parts.join("").slice(0, 4096))
  .filter((text) => text !== "");

/** What stands in no message: it would turn text around, end a line, or be refused. Our own isolates are a pair. */
const disturbs = /[\u202a-\u202e\u2066\u2067\u200e\u200f\u061c]|(?!\n)\p{Cc}|\p{Cs}/u;
const isolated = /\u2068[^\u2068\u2069\n]*\u2069/g;

/** The message's lines, after looking at everything that must hold of any message. */
function lines(view: View): string[] {
  const { body, buttons } = seen(view);
  for (const text of [body.text, ...buttons.flat().map((one) => one.text)]) {
    expect(text.replace(isolated, "")).not.toMatch(/[\u2068\u2069]/);
    expect(text).not.toMatch(disturbs);
  }
  for (const { type, offset, length } of body.spans) {
    expect(["bold", "italic"]).toContain(type);
    expect(body.text.slice(offset, offset + length)).not.toMatch(/^\s|\n/);
    expect(offset + length).toBeLessThanOrEqual(body.text.length);
  }
  return body.text.split("\n");
}

/** Somebody new, so that nothing but these is in their list. */
async function check(h: House, as: number, titles: string[], more: string): Promise<void> {
  await h.store.commit([{ do: "putPerson", id: as, patch: { name: "Dora", role: "member" } }]);
  const ids: number[] = [];
  for (const [n, title] of titles.entries()) {
    const schedule = { type: "once", at: `2026-11-24T2${n}:00`, tz: "Europe/Berlin" } as const;
    const made = await h.see("card", addAction, { title, schedule }, { as });
    ids.push(made.card.id);
    lines(made);
  }
  const rows = lines(await h.see("list", listActions, {}, { as })).filter((line) => /2\d:00/.test(line));
  const stored = await Promise.all(ids.map(async (id) => named((await h.action(id)).title)));
  // In the order of their times, each on one line, whatever stands in it.
  expect(rows.map((row, n) => row.includes(`2${n}:00`) && row.includes(stored[n] ?? ""))).toEqual(
    titles.map(() => true),
  );
  for (const action of ids) {
    lines(await h.see("card", editAction, { action, title: more }, { as }));
    const shown = lines(await h.see("card", showAction, { action }, { as }));
    expect(shown[0]).toContain(named((await h.action(action)).title));
  }
}

it("whatever people call their things is stored, listed in order and changed, on its line and as text", async () => {
  const h = await house();
  const people = { next: 7000 };
  const titles = fc.array(hostile, { minLength: 3, maxLength: 4 });
  const holds = fc.asyncProperty(titles, hostile, (given, more) => check(h, people.next++, given, more));
  await fc.assert(holds, { numRuns: 60, endOnFailure: true });
});
