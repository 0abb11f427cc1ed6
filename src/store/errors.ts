/** What keeps Belfry from starting. The message is one sentence for the operator. */

/** 3: the data is of a newer Belfry. 4: another process has it. 6: it cannot be used. */
export type StoreExit = 3 | 4 | 6;

export class StoreError extends Error {
  /** Exit code of the process. */
  readonly exitCode: StoreExit;

  constructor(exitCode: StoreExit, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = "StoreError";
    this.exitCode = exitCode;
  }
}

/** SQLite's extended result code (`SQLITE_BUSY_SNAPSHOT`, …) where the error is one of SQLite's, else "". */
export function sqliteCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" && error.code.startsWith("SQLITE_") ? error.code : "";
}
