/**
 * Remembers what `make` answered for each key. `make` must be pure and `key` must name everything it looks at: forgetting
 * an answer may cost time but never changes one. At `limit` answers the oldest goes, so hostile input cannot fill the memory.
 */
export function memo<Input, Made>(
  limit: number,
  key: (input: Input) => string,
  make: (input: Input) => Made,
): (input: Input) => Made {
  const known = new Map<string, Made>();
  return (input) => {
    const name = key(input);
    const found = known.get(name);
    if (found !== undefined) return found;
    const made = make(input);
    const oldest = known.size >= limit ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(name, made);
    return made;
  };
}

/** The key of an input that is a string itself. */
export const itself = (text: string): string => text;
