/** What a command prints, read up to a limit. */
import type { Readable } from "node:stream";

/** As it was read at one go. */
export interface Piece {
  from: "stdout" | "stderr";
  data: Buffer;
}

export interface Printed {
  /** Both outputs as they came, at most `limit` bytes. */
  output: Buffer;
  stdout: Buffer;
}

export interface Outputs {
  stdout: Readable;
  stderr: Readable;
  /** What was read of them before. */
  earlier: Piece[];
  /** Takes down each piece that is read. */
  keep(piece: Piece): void;
}

/** Reads until there is more than `limit` bytes; then both are closed and `flood` is called. Returns what there is so far. */
export function collect(outputs: Outputs, limit: number, flood: () => void): () => Printed {
  const output = collected(limit);
  const stdout = collected(limit);
  let size = 0;
  const take = ({ from, data }: Piece) => {
    output.add(data);
    if (from === "stdout") stdout.add(data);
    size += data.length;
    if (size <= limit) return;
    flood();
    closeOutputs(outputs);
  };
  for (const piece of outputs.earlier) if (size <= limit) take(piece);
  for (const from of ["stdout", "stderr"] as const) {
    outputs[from].on("data", (data: Buffer) => {
      if (size > limit) return;
      outputs.keep({ from, data });
      take({ from, data });
    });
  }
  return () => ({ output: output.read(), stdout: stdout.read() });
}

export function closeOutputs({ stdout, stderr }: Pick<Outputs, "stdout" | "stderr">): void {
  stdout.destroy();
  stderr.destroy();
}

/** Copied together: a program may print a byte at a time, and each piece kept as it came would cost a hundred. */
function collected(limit: number): { add(data: Buffer): void; read(): Buffer } {
  let bytes = Buffer.alloc(0);
  let size = 0;
  return {
    add(data) {
      const end = Math.min(limit, size + data.length);
      if (end > bytes.length) {
        const wider = Buffer.alloc(Math.min(limit, Math.max(16_384, end, 2 * bytes.length)));
        bytes.copy(wider, 0, 0, size);
        bytes = wider;
      }
      size += data.copy(bytes, size, 0, end - size);
    },
    read: () => bytes.subarray(0, size),
  };
}
