/** Why a run ended as it did, as the ledger has it: a code, sometimes with what it is about. */

/** `unknownKind: check` → its code and the rest; what is no code is all code. */
export function reasonParts(reason: string): { code: string; detail: string } {
  const [, code, detail] = /^(\w+): ?(.*)$/su.exec(reason) ?? [];
  return { code: code ?? reason, detail: detail ?? "" };
}

/** What a check failed of, in words: `dns ENOTFOUND`, `status 503`. Null for what no check says. */
export function problemIn(reason: string, words: Record<string, string>): string | null {
  const [, code = "", detail] = /^(\w+)(?: ([A-Z0-9_]+|-?\d+ d))?$/u.exec(reason) ?? [];
  if (!Object.hasOwn(words, code)) return null;
  return detail === undefined ? (words[code] ?? null) : `${words[code]} (${detail})`;
}
