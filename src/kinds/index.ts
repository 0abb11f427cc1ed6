/** Every kind of action there is. A new kind is one file and one line here. */
import type { Kind } from "../core/kind.ts";
import { type CheckWorld, checkKind } from "./check/kind.ts";
import { reminder } from "./reminder.ts";
import { type ReportPorts, reportKind } from "./report/kind.ts";

export function allKinds(world: CheckWorld, reports: ReportPorts): ReadonlyMap<string, Kind> {
  const all: Kind[] = [reminder, checkKind(world), reportKind(reports)];
  return new Map(all.map((kind) => [kind.name, kind]));
}
