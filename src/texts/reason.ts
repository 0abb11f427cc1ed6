/** Why a run ended as it did, as the ledger has it: a code, sometimes with what it is about. */

/** `unknownKind: check` → its code and the rest; what is no code is all code. */
export function reasonParts(reason: string): { code: string; detail: string } {
  const [, code, detail] = /^(\w+): ?(.*)$/su.exec(reason) ?? [];
  return { code: code ?? reason, detail: detail ?? "" };
}
