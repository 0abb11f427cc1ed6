/** Why a run ended as it did, as the ledger has it: a code, sometimes with what it is about. */

/** `unknownKind: check` → its code and the rest; what is no code is all code. */
export function reasonParts(reason: string): { code: string; detail: string } {
  const [, code, detail] = /^(\w+): ?(.*)$/su.exec(reason) ?? [];
  return { code: code ?? reason, detail: detail ?? "" };
}

interface TroubleWords {
  problem: Readonly<Record<string, string>>;
  exit(exit: number): string;
}

/** What is wrong with what a check looks at, the technical word behind: `dns ENOTFOUND`, `exit 3`. What is no such says itself. */
export function troubleIn(why: string, { problem, exit }: TroubleWords): string {
  const [, code = "", detail] = /^(\w+)(?: (.*))?$/su.exec(why) ?? [];
  const words = Object.hasOwn(problem, code) ? problem[code] : undefined;
  if (words === undefined) return why;
  if (detail === undefined) return words;
  const isExit = (code === "exit" || code === "called") && /^\d+$/.test(detail);
  return `${words} (${isExit ? exit(Number(detail)) : detail})`;
}
