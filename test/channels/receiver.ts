import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { type AddressInfo, createServer as createSilent, type Server as SilentServer, type Socket } from "node:net";

/**
 * `reset` closes the connection after the whole request has been read, `hang` never answers. `brokenOff`: the connection
 * breaks in the middle of the body.
 */
export type Answer =
  | { status: number; body?: string; headers?: Record<string, string>; brokenOff?: true }
  | "reset"
  | "hang";

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** An HTTP server on loopback that answers as scripted, 200 once the script is used up. */
export async function startReceiver(script: Answer[] = []) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({
      ...{ path: request.url ?? "", headers: request.headers },
      body: Buffer.concat(chunks).toString("utf8"),
    });
    const answer = script.shift() ?? { status: 200 };
    if (answer === "reset") request.socket.resetAndDestroy();
    else if (answer !== "hang" && answer.brokenOff) {
      response.writeHead(answer.status, { "content-length": "99" }).write("{", () => request.socket.resetAndDestroy());
    } else if (answer !== "hang") response.writeHead(answer.status, answer.headers).end(answer.body ?? "");
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, port, received, close: () => close(server) };
}

/** A port nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return port;
}

function listen(server: Server | SilentServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Takes connections, greets and answers as told, else says nothing. `silent`: a greeting or an answer is missing. */
export async function startSilence(greeting = "", answer: (said: string) => string | null = () => null) {
  const sockets: Socket[] = [];
  const unanswered = { heard: () => {} };
  const silent = new Promise<void>((resolve) => {
    unanswered.heard = resolve;
  });
  const server = createSilent((socket) => {
    sockets.push(socket);
    if (greeting === "") unanswered.heard();
    else socket.write(greeting);
    socket
      .on("error", () => {})
      .on("data", (chunk) => {
        const words = answer(chunk.toString());
        if (words === null) unanswered.heard();
        else socket.write(words);
      });
  });
  const port = await listen(server);
  const end = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, silent, close: end };
}
