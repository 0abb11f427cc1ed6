import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openWorkspace } from "../src/workspace.ts";

let top: string;
let data: string;

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "belfry-workspace-")));
  onTestFinished(() => rmSync(top, { recursive: true }));
  data = join(top, "data");
  mkdirSync(data);
});

describe("the workspace", () => {
  it("is made inside the data when none is set, for its owner only", () => {
    expect(openWorkspace(null, data)).toBe(join(data, "workspace"));
    expect(statSync(join(data, "workspace")).mode & 0o777).toBe(0o700);
    expect(openWorkspace(null, data)).toBe(join(data, "workspace"));
  });

  it("is made where it is set, and is what a link leads to", () => {
    const work = join(top, "work");
    expect(openWorkspace(work, data)).toBe(work);
    symlinkSync(work, join(top, "link"));
    expect(openWorkspace(join(top, "link"), data)).toBe(work);
  });

  it("is refused when it holds the data, however it is said", () => {
    symlinkSync(top, join(top, "link"));
    for (const folder of [data, top, "/", `${data}/../data/.`, join(top, "link"), join(top, "link", "data")]) {
      expect(() => openWorkspace(folder, data), folder).toThrow(/holds Belfry's own data .* BELFRY_WORKSPACE sets it/);
    }
    expect(openWorkspace(`${data}-of-others`, data)).toBe(`${data}-of-others`);
  });

  it("is refused when everybody may write there", () => {
    const work = join(top, "work");
    mkdirSync(work);
    chmodSync(work, 0o777);
    expect(() => openWorkspace(work, data)).toThrow("can be written by everybody");
    chmodSync(work, 0o775);
    expect(openWorkspace(work, data)).toBe(work);
  });

  it("is refused when it is no folder and cannot become one", () => {
    writeFileSync(join(top, "file"), "", { mode: 0o700 });
    symlinkSync("nowhere", join(top, "dangling"));
    symlinkSync("loop", join(top, "loop"));
    for (const name of ["file", "file/below", "dangling", "loop", "missing/below", "a\0b"]) {
      expect(() => openWorkspace(join(top, name), data), name).toThrow("is no folder Belfry can use or make");
    }
  });
});
