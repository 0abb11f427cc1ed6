/** Time zones said in German: "9 Uhr New Yorker Zeit", "17 Uhr MEZ", "um 9 in Tokio". */
import type { Zone } from "../../core/schedule.ts";
import { canonicalZone } from "../../time/zones.ts";
import { known, ZONE_NAMES } from "../en/zones.ts";
import { table } from "../grammar/table.ts";
import type { LanguageContext } from "../request.ts";
import { likely, sure } from "../when/phrase.ts";
import type { Clock, Phrase, Piece } from "../when/types.ts";

const zoneName = table("zoneName");
const phrase = table("phrase");

/** Cities and countries that have a name of their own in German, and what is said of their time. */
const PLACES: Record<string, Zone> = {
  "(new yorker|ostküsten|ostküste)": "America/New_York",
  "(los angeles|westküsten|westküste|kalifornische|kalifornischer)": "America/Los_Angeles",
  "(londoner|britische|britischer|englische|englischer)": "Europe/London",
  "(deutsche|deutscher|mitteleuropäische|mitteleuropäischer)": "Europe/Berlin",
  "(wien|wiener|österreichische|österreichischer)": "Europe/Vienna",
  "(zürich|zürcher|genf|genfer|schweizer)": "Europe/Zurich",
  "(pariser|französische|französischer)": "Europe/Paris",
  "(rom|römische|römischer|mailand|italienische|italienischer)": "Europe/Rome",
  "(lissabon|lissaboner|portugiesische|portugiesischer)": "Europe/Lisbon",
  "(spanische|spanischer)": "Europe/Madrid",
  "(warschau|warschauer)": "Europe/Warsaw",
  "(prag|prager)": "Europe/Prague",
  "(athen|athener|griechische|griechischer)": "Europe/Athens",
  "(brüssel|brüsseler)": "Europe/Brussels",
  "(kopenhagen|kopenhagener)": "Europe/Copenhagen",
  "(kiew|kiewer)": "Europe/Kyiv",
  "(moskau|moskauer)": "Europe/Moscow",
  "(kairo|kairoer)": "Africa/Cairo",
  "(tokio|tokioter|tokyoter|japanische|japanischer)": "Asia/Tokyo",
  "(peking|pekinger|chinesische|chinesischer)": "Asia/Shanghai",
  "(singapur|singapurer)": "Asia/Singapore",
  "(indische|indischer)": "Asia/Kolkata",
  "(türkische|türkischer)": "Europe/Istanbul",
};

/** "Berliner", "Sydneyer": who lives in a city gives its time the name. */
const peoples = [
  ...Object.entries(PLACES).map(([words, zone]) => zoneName(words, () => ({ zone }))),
  zoneName("<name>", (m) =>
    /^\p{Lu}.*er$/u.test(m.name) ? (known(m.name.replace(/e?r$/u, "")) ?? known(m.name.slice(0, -2))) : null,
  ),
];

type Named = { zone: string | null; region?: string };
const zonePiece = (name: Named): Piece => ({
  is: "zone",
  zone: name.zone,
  phrase: "",
  ...(name.region ? { region: name.region } : {}),
});

const isAbbreviation = (text = ""): boolean => text.length > 1 && text === text.toUpperCase();

function abroad(clocks: Clock[], name: Named, { zone }: LanguageContext): Phrase | null {
  return name.zone === null || name.zone === zone ? null : sure({ is: "clocks", clocks }, zonePiece(name));
}

const phrases = [
  phrase("<zonePath>", (m) => sure({ is: "zone", zone: canonicalZone(m.zonePath), phrase: m.zonePath })),
  phrase("[(in|,|nach)] <zoneName> (zeit|ortszeit)", (m) => likely(zonePiece(m.zoneName))),
  phrase("[(in|,|nach)] ortszeit [in] <zoneName>", (m) => likely(zonePiece(m.zoneName))),
  phrase("\\( <zoneName> [zeit] \\)", (m) => sure(zonePiece(m.zoneName))),
  phrase("<clocks> [(in|,)] <zoneName> (zeit|ortszeit)", (m) =>
    sure({ is: "clocks", clocks: m.clocks }, zonePiece(m.zoneName)),
  ),
  phrase("<clocks> <zoneName>", (m, { tokens }) =>
    isAbbreviation(tokens.at(-1)?.text) || tokens.at(-1)?.kind !== "word"
      ? sure({ is: "clocks", clocks: m.clocks }, zonePiece(m.zoneName))
      : null,
  ),
  // "um 9 in München" is a place, where the clocks are one's own.
  phrase("<clocks> in <zoneName>", (m, { context }) => abroad(m.clocks, m.zoneName, context)),
  phrase("um <looseClocks> in <zoneName>", (m, { context }) => abroad(m.looseClocks, m.zoneName, context)),
  phrase("um <looseClocks> <zoneName> (zeit|ortszeit)", (m) =>
    sure({ is: "clocks", clocks: m.looseClocks }, zonePiece(m.zoneName)),
  ),
  phrase("<clocks> <name> zeit", (m, { tokens }) =>
    /^\p{Lu}.*er$/u.test(m.name)
      ? sure(
          { is: "clocks", clocks: m.clocks },
          { is: "zone", zone: null, phrase: `${m.name} ${tokens.at(-1)?.text ?? ""}` },
        )
      : null,
  ),
];

export const DE_ZONES = [...ZONE_NAMES, ...peoples, ...phrases];
