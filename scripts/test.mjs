/** `npm test`: installs what is missing and runs the tests; what follows `--` goes to vitest. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { command, ensureInstalled, root } from "./ensure.mjs";

await command(() => ensureInstalled());
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const child = spawn(process.execPath, [vitest, "run", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
