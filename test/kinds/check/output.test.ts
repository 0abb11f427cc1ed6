import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, headAndTail, KEPT_BYTES, shorten } from "../../../src/kinds/check/text.ts";
import { lookAt } from "./support.ts";

const bash = (text: string) => lookAt({ probe: { type: "command", run: { argv: [text], shell: true } } });
const bytes = (text: string | undefined) => Buffer.byteLength(text ?? "");

describe("the output of a command", () => {
  it("is read up to a mebibyte, then the command is ended; Belfry does not grow with it", async () => {
    const before = process.memoryUsage().rss;
    for (const flood of ["yes", "cat /dev/zero", "yes >&2", "while :; do echo x; done"]) {
      const reading = await bash(flood);
      expect(reading).toMatchObject({ verdict: "bad", errorClass: "flood" });
      expect(bytes(reading.output)).toBeLessThanOrEqual(KEPT_BYTES);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576);
  });

  it("keeps head and tail of what is long, with a mark between them", async () => {
    const { output = "", verdict } = await bash("echo first; seq 1 100000; echo last");
    expect(verdict).toBe("good");
    expect(bytes(output)).toBeLessThanOrEqual(KEPT_BYTES);
    expect(output.startsWith("first\n1\n2\n")).toBe(true);
    expect(output.endsWith("100000\nlast\n")).toBe(true);
    expect(output).toMatch(/\n\[… \d+ B …\]\n/);
  });

  it("keeps little of a stack of a million lines and says so", async () => {
    const { output = "", errorClass } = await bash("yes '    at Object.deep (/app/x.js:1:1)' | head -1000000; exit 1");
    expect(errorClass).toBe("flood");
    expect(bytes(output)).toBeLessThanOrEqual(KEPT_BYTES);
  });

  it("has no colours, no control characters and no broken letters", async () => {
    const { output } = await bash(
      `printf '\\033[1;31mred\\033[0m \\000nul \\377\\376 bell\\007 \\033]8;;http://x\\033\\\\link\\033]8;;\\007 50%%\\r100%%\\n'`,
    );
    expect(output).toBe("red nul \ufffd\ufffd bell link 50%\n100%\n");
  });

  it("of a binary is text", async () => {
    const { output = "" } = await bash("head -c 200000 /dev/urandom");
    expect(/^[\P{Cc}\n\t]*$/u.test(output)).toBe(true);
    expect(bytes(output)).toBeLessThanOrEqual(KEPT_BYTES);
  });

  it("of a command that asks for input ends at once, for it is given none", async () => {
    expect(await bash("cat; read x || echo nothing; tty; [ -t 0 ] || echo no terminal")).toMatchObject({
      output: "nothing\nnot a tty\nno terminal\n",
    });
  });
});

describe("cleaning", () => {
  const anything = fc.uint8Array({ maxLength: 400 });
  const nasty = fc
    .array(fc.constantFrom("\u001b[", "\u001b]", "0;1", "m", "\u0007", "\u001b", "é", "🎉", "\u202e", "\r", "\n", "x"))
    .map((parts) => parts.join(""));

  it("gives text without controls, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(anything, nasty), (input) => {
        const text = cleanText(input);
        expect(/^[\P{Cc}\n\t]*$/u.test(text)).toBe(true);
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it("keeps to its size in bytes and never cuts a letter", () => {
    const letters = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(letters, fc.integer({ min: 80, max: 400 }), (text, limit) => {
        for (const kept of [shorten(text, limit), headAndTail(Buffer.from(text), limit)]) {
          expect(bytes(kept)).toBeLessThanOrEqual(limit);
        }
        expect(shorten(text, limit).includes("\ufffd")).toBe(text.includes("\ufffd"));
      }),
    );
  });

  it("takes its time from the length alone", () => {
    for (const piece of ["\u001b[", "\u001b]", "\u001b[0;", "\u001b ", "\u001b"]) {
      expect(cleanText(piece.repeat(200_000)).length).toBeLessThan(1_000_000);
    }
  });
});
