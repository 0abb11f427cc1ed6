import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJunit } from "../../../src/kinds/check/tests/junit.ts";
import { readTap } from "../../../src/kinds/check/tests/tap.ts";
import { folder, lookAt } from "./support.ts";

const junit = `<?xml version="1.0"?>
<!-- <testcase name="no"/> -->
<testsuites tests="5"><testsuite name="cart" tests="5">
  <testcase classname="cart" name="adds &quot;one&quot; &amp; more" time="0.1"/>
  <testcase classname="cart" name="removes &#x1F600;"><failure message="a > b"><![CDATA[</testcase><testcase name="no"/>]]></failure></testcase>
  <testcase name="breaks"><error type="E"/><system-out>x</system-out></testcase>
  <testcase name="later"><skipped/></testcase>
  <testcase name='cart wins'></testcase>
</testsuite></testsuites>`;

const tap = `TAP version 14
# Subtest: cart
    # Subtest: adds
    ok 1 - adds
      ---
      not ok: this is a diagnostic of YAML
      ...
    not ok 2 - removes # one
    ok 3 - later # SKIP not yet
    not ok 4 - someday # TODO
    1..4
not ok 1 - cart
ok 2 - alone
ok 3
1..3
# done
`;

describe("JUnit XML", () => {
  it("is read for counts and failing names", () => {
    expect(readJunit(junit)).toEqual({ passed: 2, failed: 2, skipped: 1, failing: ["cart › removes 😀", "breaks"] });
  });

  it("that is cut off, is none or declares things is not believed", () => {
    for (let end = 1; end < junit.length; end += 1) expect(readJunit(junit.slice(0, end))).toBe(null);
    expect(readJunit("<html></html>")).toBe(null);
    const bomb = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><testsuites/>';
    expect(readJunit(bomb)).toBe(null);
    expect(readJunit("<testsuite><testcase></testsuite></testcase>")).toBe(null);
  });

  it("or anything else is read in a time that follows its length", () => {
    const part = fc.constantFrom(
      "<",
      ">",
      "<testcase",
      "/>",
      '"',
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "name=",
      " ",
    );
    fc.assert(fc.property(fc.array(part), (parts) => readJunit(parts.join("")) !== undefined));
    for (const piece of ["<", "<a ", '<a b="', "<!--", "<a>", "&#1;", "<testcase name=' '/>"]) {
      expect(readJunit(`<testsuite>${piece.repeat(50_000)}`)).toBe(null);
    }
  });
});

describe("TAP", () => {
  it("of as many points as a command may print is read in a time that follows its length", () => {
    const points = 200_000;
    expect(readTap("ok 1\n".repeat(points))?.passed).toBe(points);
    expect(readTap(`${"    ok 1\n".repeat(points)}ok 1\n`)?.passed).toBe(points);
  }, 20_000);

  it("is read for counts and failing names, of nested tests the innermost", () => {
    expect(readTap(tap)).toEqual({ passed: 3, failed: 1, skipped: 2, failing: ["removes # one"] });
  });

  it("that ends before its plan or bails out has failed", () => {
    expect(readTap("1..3\nok 1 - a\nok 2 - b\n")).toEqual({ passed: 2, failed: 1, skipped: 0, failing: ["2/3"] });
    expect(readTap("1..3\nok 1\nBail out! no disk\n")).toMatchObject({
      passed: 1,
      failed: 1,
      failing: ["Bail out! no disk"],
    });
    expect(readTap("1..0 # SKIP nothing here\n")).toEqual({ passed: 0, failed: 0, skipped: 0, failing: [] });
  });

  it("counts a test that failed by itself though all in it passed", () => {
    expect(readTap("    ok 1 - inner\n    1..1\nnot ok 1 - outer\n1..1\n")).toMatchObject({
      passed: 1,
      failed: 1,
      failing: ["outer"],
    });
  });

  it("is not seen where there is none", () => {
    for (const text of ["", "all fine\n", "okay 1\n", "not okay\n"]) expect(readTap(text)).toBe(null);
  });
});

/** Runs a text in bash as a test run. */
const run = (script: string, probe: object = {}, workspace = folder()) =>
  lookAt({ probe: { type: "tests", run: { argv: [script], shell: true }, ...probe } }, { commands: { workspace } });
const printing = (text: string) => `cat <<'END'\n${text}\nEND\n`;

describe("a test run", () => {
  it("is read from the TAP it prints", async () => {
    expect(await run(`${printing(tap)}exit 1`)).toMatchObject({
      verdict: "bad",
      errorClass: "tests",
      summary: { report: "tap", passed: 3, failed: 1, skipped: 2, total: 6, failing: ["removes # one"], exit: 1 },
      measure: 1,
      unit: "failures",
      attachment: { name: "tests.log", text: expect.stringContaining("Subtest: cart") },
    });
  });

  it("of Node's own runner is understood", async () => {
    const workspace = folder();
    const text = `const { test } = require("node:test");
      test("adds", () => {}); test("removes", () => { throw new Error("no"); });
      test("group", async (t) => { await t.test("inner", () => {}); await t.test("later", { skip: true }, () => {}); });`;
    writeFileSync(join(workspace, "a.test.cjs"), text);
    const reading = await run("node --test --test-reporter=tap a.test.cjs", { report: "tap" }, workspace);
    expect(reading.summary).toMatchObject({ passed: 2, failed: 1, skipped: 1, failing: ["removes"] });
  });

  it("is read from the JUnit files it writes, one or a folder of them", async () => {
    const write = printing(junit).replace("cat", "cat > out/TEST-a.xml");
    const bad = await run(`mkdir -p out; ${write}exit 1`, { file: "out/TEST-a.xml" });
    expect(bad).toMatchObject({ errorClass: "tests", summary: { report: "junit", passed: 2, failed: 2, skipped: 1 } });
    const two = `${write}cp out/TEST-a.xml out/TEST-b.xml; echo no > out/notes.txt`;
    expect((await run(`mkdir -p out; ${two}`, { file: "out" })).summary).toMatchObject({ passed: 4, failed: 4 });
    const one = '<testsuite><testcase name="a"/></testsuite>';
    expect(await run(`mkdir out; echo '${one}' > out/a.xml`, { file: "out" })).toMatchObject({ verdict: "good" });
  });

  it("is not judged by a report that an earlier run has left", async () => {
    const workspace = folder();
    writeFileSync(join(workspace, "old.xml"), '<testsuite><testcase name="a"/></testsuite>');
    const probe = { file: "old.xml" };
    expect(await run("true", probe, workspace)).toMatchObject({ verdict: "bad", errorClass: "noReport" });
    const again = `echo '<testsuite><testcase name="a"/></testsuite>' > old.xml`;
    expect(await run(again, probe, workspace)).toMatchObject({ verdict: "good", summary: { passed: 1 } });
  });

  it("is not judged by files outside its folder", async () => {
    const workspace = folder();
    const outside = folder();
    mkdirSync(join(workspace, "sub"));
    symlinkSync(outside, join(workspace, "link"));
    const green = `echo '<testsuite><testcase name="a"/></testsuite>'`;
    const script = `${green} > ${outside}/r.xml; ln -s ${outside}/r.xml direct.xml`;
    for (const file of ["link", "link/r.xml", join(outside, "r.xml"), "../r.xml", "direct.xml"]) {
      expect(await run(`rm -f direct.xml; ${script}`, { file }, workspace), file).toMatchObject({
        errorClass: "noReport",
      });
    }
  });

  it("is bad when its report is green but its end is not, and when it says nothing", async () => {
    expect(await run("echo 'ok 1'; echo 1..1; exit 7")).toMatchObject({ errorClass: "exit", detail: "7" });
    expect(await run("true", { report: "tap" })).toMatchObject({ errorClass: "noReport" });
    expect(await run("echo '<testsuites></testsuites>'", { report: "junit" })).toMatchObject({
      errorClass: "noReport",
    });
  });

  it("without a report is judged by its exit code", async () => {
    expect(await run("echo fine")).toMatchObject({
      verdict: "good",
      summary: { report: "exit", total: 0 },
      unit: "ms",
    });
    expect(await run("echo bad; exit 1")).toMatchObject({ verdict: "bad", errorClass: "exit" });
  });
});
