import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { crowdWatch } from "../../../src/kinds/check/command/crowd.ts";
import { bootId } from "../../../src/kinds/check/command/proc.ts";

/** A group that is there once it has said so, and gone after the test. */
async function group(script: string): Promise<ChildProcess & { pid: number }> {
  const child = spawn("/bin/bash", ["-c", script], { detached: true, stdio: ["pipe", "pipe", "ignore"] });
  onTestFinished(() => void process.kill(-(child.pid as number), "SIGKILL"));
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child as ChildProcess & { pid: number };
}

it.runIf(bootId() !== null)("a crowd is seen although as many others went while it came", async () => {
  const crowd = await group("echo there; read; for i in $(seq 90); do sleep 60 & done; echo all; wait");
  const others = await group(
    "for i in $(seq 150); do sleep 60 & done; echo there; read; kill $(jobs -p); wait; echo gone; read",
  );
  const isCrowd = crowdWatch(crowd.pid, 64, () => {});
  for (const one of [others, crowd]) {
    one.stdin?.write("\n");
    await once(one.stdout as NodeJS.ReadableStream, "data");
  }
  expect(Array.from({ length: 50 }, () => isCrowd())).toContain(true);
});
