/** How escalations are shown, as data; see `view.ts`. */
import type { Back, EscalationState, NoticeKind, Outage, Severity } from "./escalation.ts";
import type { Instant } from "./schedule.ts";

/** An escalation as a message or a row shows it. */
export interface EscalationCard {
  id: number;
  /** Null when a person raised it. */
  action: number | null;
  title: string;
  reason: string;
  /** Who or what found it, where somebody who raised it has said so. */
  source?: string | null;
  severity: Severity;
  state: EscalationState;
  flapping: boolean;
  outage: Outage | null;
  back: Back | null;
  /** It is one for going to and fro. */
  toAndFro: boolean;
  /** Its action is paused since it brought down the process again and again. */
  stopped: boolean;
  /** Failures so far. */
  count: number;
  notices: number;
  /** Changes within the last ten minutes. */
  changes: number;
  openedAt: Instant;
  resolvedAt: Instant | null;
  /** Who took, silenced or resolved it, and when they took it. */
  by: string | null;
  takenAt: Instant | null;
  /** When whoever took it is asked again, or the silence is over; null while silenced: until it is fixed. */
  until: Instant | null;
}

/** Lines of a message that several escalations share. */
export interface EscalationLine {
  id: number;
  /** Null when a person raised it. */
  action?: number | null;
  title: string;
  reason: string;
  severity: Severity;
  kind: NoticeKind;
  /** What somebody has done about it since. */
  answer: { state: EscalationState; by: string | null } | null;
}

/** A maintenance window as it is shown. */
export interface MaintenanceCard {
  id: number;
  /** Of the action; null for everything in the chat. */
  title: string | null;
  from: Instant;
  until: Instant;
  /** `off`: taken back before it began. */
  state: "ahead" | "running" | "over" | "off";
}

/** Somebody a route names, and what became of a test message. */
export interface RouteLine {
  name: string;
  channel: string;
  /** At which they are told. */
  severities: Severity[];
  /** Of the test message; null where none was sent. */
  delivery: number | null;
  /** `closed`: nothing can be sent there now. */
  result: "underway" | "delivered" | "unknown" | "refused" | "closed";
  /** In the technical words of whoever refused it. */
  reason: string | null;
}

export type EscalationView =
  /** What comes by a route that is tested. `answer`: the delivery that tells whoever asked, `by`, what became of it. */
  | { view: "routeTrial"; severity: Severity; by: string; answer: number }
  /** Null: of all severities. `problem`: what is wrong with belfry.toml, so that these are the routes of before. */
  | { view: "routesTried"; severity: Severity | null; lines: RouteLine[]; problem?: string }
  /** `undo`: the revision that takes it back. */
  | { view: "maintenance"; card: MaintenanceCard; undo: number | null }
  | { view: "maintenances"; cards: MaintenanceCard[] }
  /**
   * `shown`: somebody asked for it, or has answered it; `undo` takes that answer back. `also`: names of those who are
   * told from now on.
   */
  | {
      view: "escalation";
      card: EscalationCard;
      kind: NoticeKind | "shown";
      at: Instant;
      also?: string[];
      undo?: number;
    }
  /** `more`: how many lines had no room. */
  | { view: "escalationDigest"; lines: EscalationLine[]; more: number }
  | { view: "escalations"; cards: EscalationCard[] };
