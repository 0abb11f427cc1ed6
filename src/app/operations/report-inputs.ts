/** What the operations about reports have in common. */
import { z } from "zod";
import { destination, target } from "./inputs.ts";

const spec = z.record(z.string(), z.unknown());

export const reportInput = {
  title: z.string().min(1).max(200),
  /** The kind's own settings, which its schema looks at. */
  spec,
  /** The action it is about, where it is about one. */
  action: target.action.optional(),
  ...destination,
  /** The person has seen it, */
  seen: z.boolean().default(false),
  /** and agreed. */
  approved: z.boolean().default(false),
};

const input = z.object(reportInput);
export type ReportInput = z.input<typeof input>;

/** The same spec, about one action. */
export function about({ sources, ...rest }: z.infer<typeof spec>, action: number): z.infer<typeof spec> {
  const list: unknown[] = Array.isArray(sources) ? sources : [];
  return {
    ...rest,
    sources: list.map((source) => (isLedger(source) ? { ...source, actions: [action] } : source)),
  };
}

function isLedger(source: unknown): source is object {
  return source instanceof Object && "type" in source && source.type === "ledger";
}
