/** Hello, where you are, when it is quiet: the settings of a chat. */
import type { View } from "../../core/view.ts";
import { languageCodes, textsFor } from "../../texts/all.ts";
import { joined, styled } from "../../texts/styled.ts";
import { button } from "../data.ts";
import { type Button, type Message, words } from "../message.ts";
import { undoButton } from "./card-buttons.ts";
import type { Scene } from "./scene.ts";

type Named<V extends View["view"]> = Extract<View, { view: V }>;

function rows(all: Button[][]): Button[][] {
  return all.filter((row) => row.length > 0);
}

/** As people write it. Zones of whole hours have their sign turned round in their name. */
export function zoneName(zone: string): string {
  const named = zone.replace(/^Etc\/GMT([+-])(\d+)$/, (_, sign, hours) => `UTC${sign === "+" ? "-" : "+"}${hours}`);
  return named.replaceAll("_", " ");
}

/** `callback_data` takes 64 bytes; the longest zone name is half of that. */
function zoneButton(zone: string): Button {
  return button(zoneName(zone), "zone", zone);
}

export function renderWelcome(view: Named<"welcome">, scene: Scene): Message {
  const { buttons: say } = scene.texts;
  return {
    body: styled`${scene.texts.welcome(scene.dates.time(scene.dates.now), zoneName(view.zone))}`,
    buttons: [[button(say.yes, "ready"), button(say.otherCity, "city"), button(say.location, "place")]],
  };
}

export function renderReady(view: Named<"ready">, scene: Scene): Message {
  return words(scene.texts.ready(zoneName(view.zone)));
}

export function renderQuiet(view: Named<"quiet">, scene: Scene): Message {
  const { quiet: say, buttons } = scene.texts;
  const undo = undoButton(view.undo, scene);
  if (view.quiet === null) return { body: say.off, buttons: rows([undo]) };
  const body = styled`${say.set(view.quiet.start.slice(0, 5), view.quiet.end.slice(0, 5))}`;
  return { body, buttons: [[button(buttons.change, "hours"), ...undo]] };
}

export function renderZone(view: Named<"zone">, scene: Scene): Message {
  const { zone: say, buttons } = scene.texts;
  const undo = undoButton(view.undo, scene);
  if (view.moved > 0) return { body: styled`${say.moved(zoneName(view.zone), view.moved)}`, buttons: rows([undo]) };
  if (view.note === "first") return { body: scene.texts.ready(zoneName(view.zone)), buttons: rows([undo]) };
  if (view.note === "kept") return { body: styled`${say.kept(zoneName(view.zone))}`, buttons: rows([undo]) };
  if (view.others === null) return { body: styled`${say.set(zoneName(view.zone))}`, buttons: rows([undo]) };
  const place = view.others.zone.split("/").at(-1)?.replaceAll("_", " ") ?? view.others.zone;
  return {
    body: styled`${say.others(zoneName(view.zone), place)}`,
    buttons: rows([[button(buttons.moveAll, "moveall"), button(buttons.keep, "keep", view.undo ?? "")], undo]),
  };
}

export function renderZoneMenu(view: Named<"zoneMenu">, scene: Scene): Message {
  const { zone: say, buttons } = scene.texts;
  return {
    body: styled`${say.menu(zoneName(view.zone), scene.dates.time(scene.dates.now))}`,
    buttons: [
      ...view.likely.map((zone) => [zoneButton(zone)]),
      ...(scene.group ? [] : [[button(buttons.location, "place")]]),
    ],
  };
}

export function renderAskLocation(_view: Named<"askLocation">, scene: Scene): Message {
  return { ...words(styled`${scene.texts.zone.location}`), askLocation: scene.texts.buttons.location };
}

export function renderSettings(view: Named<"settings">, scene: Scene): Message {
  const { settings: say, buttons } = scene.texts;
  const hours = view.quiet === null ? null : `${view.quiet.start.slice(0, 5)}–${view.quiet.end.slice(0, 5)}`;
  const parts = Object.entries(view.dayParts).map(([name, time]) => `${say.parts[name] ?? name} ${time}`);
  return {
    body: joined(
      [
        say.head(view.group),
        say.zone(zoneName(view.zone), scene.dates.time(scene.dates.now)),
        say.quiet(hours),
        say.language(scene.texts.name),
        say.dayParts(parts.join(", ")),
      ],
      "\n",
    ),
    buttons: rows([
      [button(buttons.zone, "city"), button(buttons.quiet, "hours"), button(buttons.language, "language")],
      [...(view.quiet === null ? [] : [button(buttons.turnOff, "noquiet")]), ...undoButton(view.undo, scene)],
    ]),
  };
}

/** Each language by its own name, so that whoever was given the wrong one finds theirs. */
export function renderLanguageMenu(_view: Named<"languageMenu">, scene: Scene): Message {
  const choices = languageCodes.map((code) => button(textsFor(code).name, "language", code));
  return { body: styled`${scene.texts.settings.whichLanguage}`, buttons: [choices] };
}
