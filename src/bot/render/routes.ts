/** A test of the routes of escalations: what comes by them, and what became of it. */
import type { EscalationView, RouteLine } from "../../core/escalation-view.ts";
import { named } from "../../texts/person.ts";
import { joined, type Piece, styled } from "../../texts/styled.ts";
import { type Message, words } from "../message.ts";
import type { Scene } from "./scene.ts";

export function renderRouteTrial(view: Extract<EscalationView, { view: "routeTrial" }>, { texts }: Scene): Message {
  const { escalation: say } = texts;
  return words(say.trial.message(say.severity[view.severity], named(view.by)));
}

export function renderRoutesTried(view: Extract<EscalationView, { view: "routesTried" }>, scene: Scene): Message {
  const { escalation: say } = scene.texts;
  const head = say.trial.head(view.severity === null ? null : say.severity[view.severity]);
  const lines = view.lines.map((line) => lineOf(line, view.severity === null, scene));
  const broken = view.problem === undefined ? "" : say.trial.broken(view.problem);
  return words(joined([head, ...lines, broken], "\n"));
}

function lineOf({ name, channel, severities, result, reason }: RouteLine, all: boolean, { texts }: Scene): Piece {
  const { escalation: say } = texts;
  const of = all ? ` (${severities.map((one) => say.severity[one]).join(", ")})` : "";
  const by = channel === name ? "" : ` · ${named(channel)}`;
  return styled`${say.trial.mark[result]} ${named(name)}${by}${of}: ${named(say.trial[result](reason ?? "?"))}`;
}
