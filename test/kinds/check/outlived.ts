/** What the tests of commands that outlive their Belfry share. */
import { readdirSync, readFileSync } from "node:fs";
import { type Children, openChildren } from "../../../src/kinds/check/command/children.ts";
import { quiet } from "./support.ts";

export const key = "17@1795525500000";
/** Of a command that has all the time there is. */
export const about = { key, survives: true, until: Number.MAX_SAFE_INTEGER, folder: "/", before: "[]" };

export function groupLives(group: number): boolean {
  return readdirSync("/proc").some((pid) => {
    try {
      const [state, , of] = (/\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1] ?? "").split(" ");
      return Number(of) === group && state !== "Z";
    } catch {
      return false;
    }
  });
}

export async function opened(dir: string): Promise<Children> {
  const children = await openChildren(dir, quiet);
  if (children === null) throw new Error("no /proc");
  return children;
}
