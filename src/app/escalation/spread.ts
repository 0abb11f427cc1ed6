/**
 * How notices of one moment share messages. Many at once, or more in a minute than a chat can bear, come as one digest
 * that grows. Whatever is critical always comes alone and counts for nothing here.
 */
import type { Escalation, NoticeKind, Target } from "../../core/escalation.ts";
import { sameTarget } from "./step.ts";

/** Escalation messages to one target in a minute: the fifth is one that all further ones of the minute share. */
export const stormCap = { messages: 5, withinMs: 60_000 } as const;
/** From so many of one moment on they share a message. */
const burst = 4;

/** One notice to one target. */
export interface Told {
  escalation: Escalation;
  kind: NoticeKind;
  /** Of (escalation, cycle, step, target): told once, whatever happens. */
  key: string;
  target: Target;
  /** Who is told now and was not before. */
  also: Target[];
  /** The revision that takes back what it tells of, for whoever has just done that there. */
  undo?: number;
}

/** What a target got in the last minute. */
export interface Recently {
  /** Messages that were not critical, digests included, edits not. */
  messages: number;
  /** A digest was among them: more can be put into it. */
  digest: boolean;
}

export type Parcel =
  | { how: "alone"; told: Told }
  /** A message of its own, or, where it `joins`, more lines in the digest there is. */
  | { how: "together"; target: Target; tolds: Told[]; joins: boolean };

export function spread(tolds: readonly Told[], recently: (target: Target) => Recently): Parcel[] {
  const loud = tolds.filter(isLoud);
  const groups: Told[][] = [];
  for (const told of tolds.filter((told) => !isLoud(told))) {
    const group = groups.find(([first]) => first && sameTarget(first.target, told.target));
    if (group) group.push(told);
    else groups.push([told]);
  }
  return [...loud.map(alone), ...groups.flatMap((group) => share(group, recently))];
}

function share(group: Told[], recently: (target: Target) => Recently): Parcel[] {
  const [first] = group;
  if (!first) return [];
  const { target } = first;
  const { messages, digest } = recently(target);
  if (digest) return [{ how: "together", target, tolds: group, joins: true }];
  // The last message of the minute is kept for a digest.
  const room = Math.max(0, stormCap.messages - 1 - messages);
  const many = group.length >= burst;
  const singles = many ? [] : group.slice(0, room);
  const rest = group.slice(singles.length);
  const together: Parcel[] = rest.length > 0 ? [{ how: "together", target, tolds: rest, joins: false }] : [];
  return [...singles.map(alone), ...together];
}

function alone(told: Told): Parcel {
  return { how: "alone", told };
}

function isLoud({ escalation }: Told): boolean {
  return escalation.severity === "critical";
}
