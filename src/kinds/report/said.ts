/** What a report says, as a few letters: the same again is nothing new. */
import { createHash } from "node:crypto";
import type { ReportDocument } from "./document.ts";

/** Without the time it is about, which is another each time, and without pictures, which show that time. */
export function saidBy({ period, blocks }: ReportDocument): string {
  const words = blocks.filter(({ block }) => block !== "chart");
  const timeless = JSON.stringify(words).replaceAll(JSON.stringify(period).slice(1, -1), "");
  return createHash("sha256").update(timeless).digest("hex");
}
