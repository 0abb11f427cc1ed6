/** `npm start`: installs and builds what is missing, reads .env, and becomes Belfry in this same process. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { command, ensureBuilt, ensureInstalled, root } from "./ensure.mjs";

await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
});
const env = join(root, ".env");
if (existsSync(env)) process.loadEnvFile(env);
await import("../dist/main.js");
