/** What rings, and how runs end, in German. */
import { COUNT_LIMIT } from "../core/run.ts";
import { deChecks } from "./de-checks.ts";
import type { enRuns } from "./en-runs.ts";
import { reasonParts } from "./reason.ts";
import { bold, type Piece, styled } from "./styled.ts";

const reasons: Record<string, string> = {
  ...deChecks.problem,
  paused: "war angehalten",
  skipped: "so gewollt",
  moved: "wurde verschoben",
  deleted: "wurde gelöscht",
  away: "ich war weg",
  slotCame: "der Termin selbst war schon da",
  cooldown: "es lief erst vor Kurzem",
  condition: "seine Bedingung war nicht erfüllt",
  loop: "es hätte sich selbst wieder gestartet",
  overlap: "das davor lief noch",
  cancelled: "wurde abgebrochen",
  replaced: "ein neueres kam",
  expired: "keine Antwort",
  badSchedule: "die Zeitangabe ist nicht lesbar",
  interrupted: "ich wurde mittendrin beendet",
};

export const deRuns: typeof enRuns = {
  ring: {
    line: (title: Piece) => styled`⏰ ${bold(title)}`,
    lead: (when: string, relative: string) => `Termin ${when} (${relative})`,
    late: (duration: string) => `${duration} zu spät`,
    missed: (n: number) => `+${n} ${n < COUNT_LIMIT ? "" : "oder mehr "}verpasst`,
    asked: (ring: number, rings: number) => `${ring} von ${rings} Mal gefragt`,
    done: (title: Piece, time: string, by: string | null) =>
      styled`✅ ${title} · erledigt um ${time}${by === null ? "" : ` von ${by}`}`,
    snoozed: (title: Piece, when: string) => styled`😴 ${title} · wieder ${when}`,
    skipped: (title: Piece, by: string | null) => styled`⏭ ${title} · ausgelassen${by === null ? "" : ` von ${by}`}`,
    expired: (title: Piece) => styled`⌛ ${title} · nicht erledigt`,
    replaced: (title: Piece) => styled`${title} · ein neueres ist gekommen`,
    askedAgain: (title: Piece, time: string) => styled`⏰ ${title} · noch einmal gefragt um ${time}`,
    digest: {
      quiet: "🌙 Das hat auf das Ende der Ruhezeit gewartet:",
      late: "Ich war weg. Das kommt zu spät:",
      busy: "Mehreres auf einmal:",
    },
    failed: (title: Piece, attempts: number, reason: string) =>
      styled`🔴 ${bold(title)} ist fehlgeschlagen, nach ${attempts === 1 ? "einem Versuch" : `${attempts} Versuchen`}: ${reason}`,
  },
  away: {
    head: (duration: string) => `Ich war ${duration} weg.`,
    late: "Zu spät gelaufen",
    skipped: "Als veraltet ausgelassen",
    rung: "Zu spät geschickt",
    more: (n: number) => `${n} weitere`,
    started: (n: number) => `▶️ ${n === 1 ? "Jetzt gestartet." : `${n} jetzt gestartet.`}`,
  },
  missed: {
    head: (since: string) => `Seit ${since}`,
    nothing: (since: string) =>
      styled`Seit ${since} hast du nichts verpasst: Alles lief, kam an und wurde beantwortet.`,
    rings: "wartet auf Antwort",
    notDone: "nicht erledigt",
    leftOut: "ausgefallen",
    failed: "fehlgeschlagen",
    last: (at: string) => `zuletzt ${at}`,
    undelivered: "die Nachricht kam nicht an",
    more: (n: number) => `und ${n} weitere`,
  },
  history: {
    empty: "Das ist noch nie gelaufen.",
    emptyFeed: "Nichts ist gelaufen.",
    feed: (at: string) => styled`${bold("Die letzten 24 h")} · ${at}`,
    emptyLabel: "Mit dieser Markierung ist noch nichts gelaufen.",
    uptime: (percent: string) => `${percent} verfügbar in 30 Tagen`,
    summary: (runs: number, failed: string | null) =>
      `${runs === 1 ? "1 abgeschlossener Lauf" : `${runs} abgeschlossene Läufe`}${failed === null ? "" : ` · ${failed} fehlgeschlagen`}`,
  },
  /** What keeps an action from running. */
  why: {
    neverRan: "Das ist noch nie gelaufen.",
    now: "Jetzt:",
    free: "Nichts hält es auf.",
    next: (times: string) => `Nächste: ${times}`,
    paused: "es ist angehalten; /resume lässt es weiterlaufen",
    pausedCrashing: (crashes: number) =>
      `es ist angehalten, weil ich ${crashes}-mal hintereinander beendet wurde, während es lief; /resume lässt es weiterlaufen`,
    pausedFailing: (failures: number) =>
      `es ist angehalten, weil es ${failures === 1 ? "" : `${failures}-mal hintereinander `}fehlschlug; /resume lässt es weiterlaufen`,
    pausedUntil: (until: string) => `es ist angehalten bis ${until}`,
    skip: (at: string) => `das am ${at} fällt aus, so gewollt`,
    cooldown: (until: string) => `es lief erst vor Kurzem; wieder frei ${until}`,
    gate: { shut: "gerade nicht so", open: "gerade erfüllt", asked: "wird gefragt, wenn es so weit ist" },
    quiet: (until: string) => `das nächste wartet auf das Ende der Ruhezeit, ${until}`,
    blocked: "Telegram nimmt für seinen Chat nichts an: Dort hat mich jemand ausgesperrt",
    maintenance: (until: string) => `Wartung bis ${until}: Es läuft, gemeldet wird nichts`,
    event: "es wartet darauf",
    someday: "es hat keine Zeit; /run startet es",
    over: "davon kommt nichts mehr",
    rings: "es hat geklingelt und wartet auf Antwort",
    works: "es läuft in diesem Moment",
    causeGone: (title: string) => `${title} ist gelöscht, es wartet vergebens`,
  },
  outcome: {
    succeeded: "✅ erledigt",
    failed: "🔴 fehlgeschlagen",
    skipped: "⏭ ausgelassen",
    missed: "⌛ verpasst",
    interrupted: "⚡ unterbrochen",
    waiting: "⏰ wartet auf Antwort",
    running: "▶️ läuft",
    open: "○ gleich dran",
    range: (n: number) => `× ${n}${n < COUNT_LIMIT ? "" : " oder mehr"}`,
    late: (duration: string) => `${duration} zu spät`,
    took: (duration: string) => `dauerte ${duration}`,
    forced: "von Hand gestartet, an den Bedingungen vorbei",
    event: "durch das, worauf es wartete",
    created: "der Blick beim Anlegen",
    manual: "von Hand gestartet",
  },
  reason: (reason: string) => {
    const { code, detail } = reasonParts(reason);
    if (code === "unknownKind") return `die Art ${detail} gibt es nicht`;
    if (code === "badSpec") return `die Angaben passen nicht: ${detail}`;
    if (code === "crashed" && detail !== "1") return `ich wurde mittendrin beendet, ${detail}-mal hintereinander`;
    return reasons[code === "crashed" ? "interrupted" : reason] ?? reason;
  },
};
