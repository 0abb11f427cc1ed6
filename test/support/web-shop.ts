/** Web servers on loopback, to be watched by checks. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { createWorld, type World } from "./world.ts";

/** Answers as it is told to; 200 and "open" at first. */
async function webShop() {
  const answer = { status: 200, body: "open" };
  const server = createServer((_, response) => {
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { answer, address: `127.0.0.1:${port}` };
}

/** A world whose checks may look at this machine. */
export async function watchfulWorld(toml = ""): Promise<World> {
  const read = readBelfryToml(`${toml}\n[network]\nallow = ["127.0.0.0/8"]\n`, { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const world = await createWorld({ file: read.file });
  onTestFinished(() => world.close());
  return world;
}

/** A check of a server of its own, under this name; its first result has been seen. */
export async function watched({ ana, says, sees, settles }: World, title: string, often = "every 2 min", more = "") {
  const server = await webShop();
  await says(ana, `check http://${server.address} ${often}${more}`, "🔁");
  await sees(ana, "🟢");
  await settles();
  await says(ana, `rename ${server.address} to ${title}`, title);
  return server.answer;
}
