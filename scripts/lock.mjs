/**
 * One at a time between processes: `npm start` and `npm test` typed in two terminals must not install into the same
 * node_modules together. The lock is a file that its owner touches every second; one that was not touched for ten is
 * left over from a process that was killed.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const staleAfterMs = 10_000;

/** Waits for the lock in `dir` (made when missing), runs `work`, and gives the lock back whatever happens. */
export async function withLock(dir, work) {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, "lock");
  const mine = join(dir, `lock.${process.pid}`);
  for (let tries = 1; !take(file, mine); tries++) {
    if (tries === 2) console.error("Another command is installing or building here; waiting for it …");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const beat = setInterval(() => touch(file), 1_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

/** Linking is atomic and the file is whole from its first moment, so nobody ever reads an empty lock. */
function take(file, mine) {
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (abandoned(file)) takeAway(file, mine);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Of several who saw the same abandoned lock one moves it; who moved a fresh one by mistake puts it back. */
function takeAway(file, mine) {
  try {
    renameSync(file, mine);
    if (!abandoned(mine)) linkSync(mine, file);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
}

function abandoned(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > staleAfterMs || !alive(Number(readFileSync(file, "utf8")));
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
