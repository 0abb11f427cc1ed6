import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openBelfryFile } from "../src/belfry-file.ts";
import { diskFiles } from "../src/disk-files.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folder() {
  const dir = mkdtempSync(join(tmpdir(), "belfry-toml-"));
  folders.push(dir);
  const path = join(dir, "belfry.toml");
  return {
    path,
    file: openBelfryFile(path, diskFiles(path)),
    write: (text: string, name = "belfry.toml") => writeFileSync(join(dir, name), text, { mode: 0o600 }),
  };
}

describe("belfry.toml on the disk", () => {
  it("need not be there, and may come later", () => {
    const { file, write } = folder();
    expect([file.look(), file.look()]).toEqual([{ news: "none" }, { news: "none" }]);
    write("[escalation]\ncycles = 2");
    expect(file.look()).toEqual({ news: "loaded" });
    expect(file.current().escalation.cycles).toBe(2);
    expect(file.look()).toEqual({ news: "none" });
  });

  it("is read again when it changes, and when it goes away", () => {
    const { file, path, write } = folder();
    write("[escalation]\ncycles = 2");
    file.look();
    write("[escalation]\ncycles = 3");
    file.look();
    expect(file.current().escalation.cycles).toBe(3);
    rmSync(path);
    expect(file.look()).toEqual({ news: "loaded" });
    expect(file.current().escalation.cycles).toBe(5);
  });

  it("that is broken changes nothing and is told once for each way it is broken", () => {
    const { file, write } = folder();
    write("[escalation]\ncycles = 2");
    file.look();
    write("[escalation]\ncycles = -2");
    expect(file.look()).toEqual({ news: "broken", problems: [expect.stringContaining("line 2: escalation.cycles")] });
    expect(file.look()).toEqual({ news: "none" });
    expect(file.current().escalation.cycles).toBe(2);
    write("[escalation]\ncycles = 7");
    expect(file.look()).toEqual({ news: "loaded" });
    expect(file.current().escalation.cycles).toBe(7);
  });

  it("is read again when a secret it names changes", () => {
    const { file, write } = folder();
    write('[channels.webhook]\nurl = "https://example.com"\nsecret_file = "hook.key"');
    expect(file.look()).toMatchObject({ news: "broken" });
    write("hush-0123456789abcdef", "hook.key");
    expect(file.look()).toEqual({ news: "loaded" });
    write("hush-0123456789abcdef-2", "hook.key");
    expect(file.look()).toEqual({ news: "loaded" });
    expect(file.look()).toEqual({ news: "none" });
  });

  it("may hold a text for bash only while it is its owner's alone", () => {
    const { file, path, write } = folder();
    write('[commands.x]\nargv = ["date | wc"]\nshell = true');
    expect(file.look()).toEqual({ news: "loaded" });
    chmodSync(path, 0o644);
    expect(file.look()).toMatchObject({ news: "broken" });
    chmodSync(path, 0o600);
    expect(file.look()).toEqual({ news: "loaded" });
  });
});
