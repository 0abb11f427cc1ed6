/** "wenn backup-db fehlschlägt, starte verify": what happens, in German. The longer verbs stand first. */
import { followForms } from "../follow-form.ts";

export const DE_FOLLOW = followForms(
  {
    when: "(?:immer\\s+)?(?:wenn|falls)|jedes\\s+mal,?\\s+wenn|sobald|nachdem",
    next: "dann|bitte",
    articles: "der|die|das|mein|meine",
    told: "(?:bitte )?(?:sage?|melde|benachrichtige|informiere|warne|gib|erinnere?)(?: (?:mir|mich|uns))?(?: (?:bescheid|daran|davon))?(?: bitte)?",
    hook: [
      "(?:web-?)?hook\\s+NAME\\s+(?:aufgerufen\\s+wird|ausgelöst\\s+wird|gerufen\\s+wird|feuert)",
      "NAME[\\s-](?:web-?)?hook\\s+(?:aufgerufen\\s+wird|ausgelöst\\s+wird|gerufen\\s+wird|feuert)",
      "(?:ein\\s+)?(?:web-?)?hook\\s+(?:aufgerufen\\s+wird|ausgelöst\\s+wird|gerufen\\s+wird|feuert)",
    ],
    startup: "(?:bei|nach)\\s+(?:jedem\\s+|dem\\s+)?(?:neustart|start)|beim\\s+(?:neustart|start|hochfahren)",
  },
  [
    [
      "recovered",
      "wieder\\s+(?:da|grün|gut|erreichbar|online|in\\s+ordnung)\\s+ist|wieder\\s+(?:geht|läuft|funktioniert|klappt)|sich\\s+erholt(?:\\s+hat)?",
    ],
    [
      "failed",
      "fehlschlägt|fehlgeschlagen\\s+ist|scheitert|gescheitert\\s+ist|ausfällt|ausgefallen\\s+ist|(?:down|rot|kaputt)\\s+(?:ist|wird|geht)|nicht\\s+(?:klappt|geklappt\\s+hat|funktioniert|gelingt)|schiefgeht|schiefgegangen\\s+ist",
    ],
    [
      "succeeded",
      "erfolgreich\\s+(?:war|ist|gelaufen\\s+ist|durchgelaufen\\s+ist)|(?:durch|fertig|erledigt|gelungen|gelaufen|durchgelaufen)\\s+ist|geklappt\\s+hat|klappt|gelingt|funktioniert(?:\\s+hat)?",
    ],
  ],
);
