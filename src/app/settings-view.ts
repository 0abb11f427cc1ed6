/** The settings that hold in a place, to be shown. */
import type { Settings } from "../core/chat.ts";
import type { View } from "../core/view.ts";
import { isPrivate, type Place } from "./access.ts";
import { dayParts } from "./settings.ts";

export function settingsView(place: Place, { zone, language, quiet }: Settings, undo: number | null = null): View {
  return { view: "settings", zone, language, quiet, group: !isPrivate(place), dayParts: { ...dayParts }, undo };
}
