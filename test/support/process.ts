import { type ChildProcess, spawn } from "node:child_process";

/** A Belfry in a process of its own, started and killed as an operating system would. */
export interface BelfryProcess {
  child: ChildProcess;
  /** Everything it printed and logged so far. */
  output(): string;
  /** Resolves when it says it is ready; rejects when it ends before. */
  ready: Promise<void>;
  /** Resolves when it has printed these words; rejects when it ends before. */
  prints(words: string): Promise<void>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Runs `node <args>` in the folder `cwd` with nothing in its environment but what is given, PATH and HOME. */
export function startProcess(args: string[], env: Record<string, string>, cwd = process.cwd()): BelfryProcess {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, args, { cwd, env: { PATH, HOME, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const output = { text: "" };
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  const watchers = new Set<() => void>();
  const take = (chunk: Buffer) => {
    output.text += chunk.toString();
    for (const watch of watchers) watch();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const prints = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const watch = () => {
        if (output.text.includes(words)) resolve();
      };
      watchers.add(watch);
      watch();
      void ended.then(({ code, signal }) => reject(new Error(`ended (${code ?? signal}):\n${output.text}`)));
    });
  const ready = prints("Belfry is ready");
  ready.catch(() => {});
  return {
    child,
    output: () => output.text,
    ready,
    prints,
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
