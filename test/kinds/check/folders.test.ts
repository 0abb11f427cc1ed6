import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { FolderRefused, openFolder } from "../../../src/kinds/check/command/folder.ts";
import { folder, lookAt } from "./support.ts";

/** root/inside, a folder beside root whose name begins alike, and links of every sort. */
function world() {
  const top = folder();
  const root = join(top, "work");
  const beside = join(top, "work-secret");
  for (const dir of [root, join(root, "inside"), beside]) mkdirSync(dir);
  writeFileSync(join(root, "file"), "");
  symlinkSync(beside, join(root, "out"));
  symlinkSync("../work-secret", join(root, "out-relative"));
  symlinkSync("/", join(root, "top"));
  symlinkSync(join(root, "out"), join(root, "twice"));
  symlinkSync("loop", join(root, "loop"));
  symlinkSync("inside", join(root, "within"));
  return { root, beside };
}

async function codeOf(root: string, path: string): Promise<string> {
  try {
    const opened = await openFolder(root, path);
    await opened.close();
    return opened.path;
  } catch (error) {
    if (error instanceof FolderRefused) return error.code;
    throw error;
  }
}

describe("a command's folder", () => {
  it("may be the workspace, a folder in it, or a link to one", async () => {
    const { root } = world();
    for (const path of [".", "", root, "inside/.."]) expect(await codeOf(root, path)).toBe(root);
    for (const path of ["inside", "./inside/", "within", join(root, "inside"), "inside/../within"]) {
      expect(await codeOf(root, path)).toBe(join(root, "inside"));
    }
  });

  it("is refused outside the workspace, however it is said", async () => {
    const { root, beside } = world();
    const secret = basename(beside);
    const outside = [
      "..",
      "../",
      "../..",
      `../${secret}`,
      `inside/../../${secret}`,
      "inside/../..",
      "../".repeat(40),
      `${"../".repeat(40)}etc`,
      "/",
      "/etc",
      "//etc",
      "/etc/../etc",
      beside,
      `${root}/../${secret}`,
      `${root}-secret`,
      "out",
      "out/",
      "out/.",
      "out-relative",
      "twice",
      "top",
      "top/etc",
      "top/proc/self/root",
      "within/../../..",
      "/proc/self/root",
      "/proc/self/cwd/..",
      "/dev/fd/..",
    ];
    for (const path of outside) expect(await codeOf(root, path), path).toMatch(/^(?:cwd_outside_repo|invalid_cwd)$/);
  });

  it("is refused when it is no folder", async () => {
    const { root } = world();
    const none = [
      "missing",
      "file",
      "loop",
      "inside\0",
      "\0",
      "inside\0/../..",
      "%2e%2e",
      "%2e%2e/etc",
      "..%2fetc",
      "..\\..",
      "~",
      "$HOME",
      "file/..//..",
      "inside\n",
      "x".repeat(5_000),
    ];
    for (const path of none) {
      expect(await codeOf(root, path), JSON.stringify(path)).toMatch(/^(?:cwd_outside_repo|invalid_cwd)$/);
    }
  });

  it("stays the one that was looked at when another takes its name", async () => {
    const { root, beside } = world();
    const place = await openFolder(root, "inside");
    renameSync(join(root, "inside"), join(root, "moved"));
    symlinkSync(beside, join(root, "inside"));
    writeFileSync(join(place.startIn, "here"), "");
    expect(readFileSync(join(root, "moved", "here"), "utf8")).toBe("");
    await place.close();
  });

  it("lets nothing run outside while a link is swapped again and again", async () => {
    const { root, beside } = world();
    const swap = join(root, "swap");
    mkdirSync(join(root, "real"));
    for (let turn = 0; turn < 60; turn += 1) {
      rmSync(swap, { recursive: true, force: true });
      symlinkSync(turn % 2 ? "real" : beside, swap);
      const looking = lookAt(
        { probe: { type: "command", run: { argv: ["touch", `ran-${turn}`], cwd: "swap" } } },
        { commands: { workspace: root } },
      );
      rmSync(swap, { force: true });
      symlinkSync(turn % 2 ? beside : "real", swap);
      const { verdict, errorClass } = await looking;
      if (verdict === "bad") expect(["folder"]).toContain(errorClass);
    }
    const { output } = await lookAt(
      { probe: { type: "command", run: { argv: ["ls"] } } },
      { commands: { workspace: beside } },
    );
    expect(output ?? "").toBe("");
  });
});
