/** View → message. Pure; one file per family of views. */
import type { View } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { bold } from "../../texts/styled.ts";
import { type Message, words } from "../message.ts";
import { renderAway, renderMisfire, renderRest } from "./away.ts";
import { renderCard, renderUndone } from "./card.ts";
import { renderCheckNews } from "./check.ts";
import { renderDepends } from "./depends.ts";
import { renderEscalation, renderEscalationDigest, renderEscalations } from "./escalation.ts";
import { renderRefused } from "./gates.ts";
import { renderAgenda, renderFeed, renderHistory, renderLabelled, renderList, renderNext } from "./lists.ts";
import { renderMaintenance, renderMaintenances } from "./maintenance.ts";
import { renderMissed } from "./missed.ts";
import {
  renderAskLocation,
  renderLanguageMenu,
  renderQuiet,
  renderReady,
  renderSettings,
  renderWelcome,
  renderZone,
  renderZoneMenu,
} from "./place.ts";
import { renderPreview, renderUnderstood } from "./preview.ts";
import { renderForwarded, renderQuestion, renderQuestionClosed } from "./question.ts";
import { renderFailed, renderRing, renderRingDigest, renderRung } from "./ring.ts";
import { renderRoutesTried, renderRouteTrial } from "./routes.ts";
import type { Scene } from "./scene.ts";
import { renderHelp, renderNotice, renderPeople, renderStatus } from "./talk.ts";
import { renderWhy } from "./why.ts";

type Renderers = { [V in View["view"]]: (view: Extract<View, { view: V }>, scene: Scene) => Message };

const renderers: Renderers = {
  away: renderAway,
  misfire: renderMisfire,
  rest: renderRest,
  welcome: renderWelcome,
  ready: renderReady,
  card: renderCard,
  checkNews: renderCheckNews,
  ring: renderRing,
  ringDigest: renderRingDigest,
  rung: renderRung,
  missed: renderMissed,
  report: (view) => words(bold(named(view.title))),
  failed: renderFailed,
  refused: renderRefused,
  list: renderList,
  agenda: renderAgenda,
  question: renderQuestion,
  questionClosed: renderQuestionClosed,
  why: renderWhy,
  next: renderNext,
  history: renderHistory,
  labelled: renderLabelled,
  feed: renderFeed,
  quiet: renderQuiet,
  zone: renderZone,
  zoneMenu: renderZoneMenu,
  askLocation: renderAskLocation,
  settings: renderSettings,
  languageMenu: renderLanguageMenu,
  status: renderStatus,
  preview: renderPreview,
  understood: renderUnderstood,
  help: renderHelp,
  people: renderPeople,
  undone: renderUndone,
  notice: renderNotice,
  forwarded: renderForwarded,
  escalation: renderEscalation,
  escalationDigest: renderEscalationDigest,
  escalations: renderEscalations,
  routeTrial: renderRouteTrial,
  routesTried: renderRoutesTried,
  depends: renderDepends,
  maintenance: renderMaintenance,
  maintenances: renderMaintenances,
};

export function render(view: View, scene: Scene): Message {
  const renderer = renderers[view.view] as (view: View, scene: Scene) => Message;
  return renderer(view, scene);
}
