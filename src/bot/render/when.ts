/** When an action rings, in words. */
import type { Instant } from "../../core/schedule.ts";
import type { Timing } from "../../core/view.ts";
import { joined, type Piece } from "../../texts/styled.ts";
import type { Scene } from "./scene.ts";
import { daysInARow, moments, oneClock } from "./times.ts";

/** Longer words for a schedule get a line of their own. */
const shortWords = 24;

/** Everything about time, without the title. `brief` leaves the schedule out where its next times say it all. */
export function whenLine(timing: Timing, scene: Scene, brief = false): Piece {
  const { texts } = scene;
  const how = [timing.critical ? texts.card.critical : "", timing.silent ? texts.card.silent : ""];
  const nag = timing.nag === null ? "" : texts.card.nag(scene.length(timing.nag.everyMs), timing.nag.max);
  const [first] = timing.next;
  if (first === undefined) return joined([scene.describe(timing.schedule, timing.cause), nag, ...how], " · ");
  if (timing.schedule.type === "once") return joined([onceWhen(timing, first, scene), nag, ...how], " · ");
  return recurringWhen(timing, [nag, alsoBefore(timing, scene), ...how], scene, brief);
}

function onceWhen(timing: Timing, at: Instant, scene: Scene): string {
  const { texts, dates } = scene;
  if (timing.leads.length === 0) return `${dates.when(at)} (${scene.relative(at)})`;
  const leads = timing.leads.map((lead) => {
    const early = at - lead;
    const time = dates.date(early) === dates.date(at) ? dates.time(early) : dates.when(early);
    return texts.card.lead(time, scene.length(lead));
  });
  return texts.card.leads(dates.when(at), texts.card.and(leads));
}

function alsoBefore(timing: Timing, scene: Scene): string {
  if (timing.leads.length === 0) return "";
  return scene.texts.card.alsoBefore(scene.texts.card.and(timing.leads.map((lead) => scene.length(lead))));
}

function recurringWhen(timing: Timing, more: string[], scene: Scene, brief: boolean): Piece {
  const { texts, dates } = scene;
  const next = timing.next.slice(0, 3);
  const said = scene.describe(timing.schedule);
  const clock = dates.time(next[0] ?? dates.now);
  if (!oneClock(next, scene)) {
    const first = joined([said, ...more], " · ");
    return joined([first, texts.card.nextLine(moments(next, scene))], "\n");
  }
  if (said.length > shortWords) {
    const first = joined([texts.card.next(`${daysInARow(next, scene)}, ${clock}`), ...more], " · ");
    // Behind a comma stand the exceptions and the end, which the next times do not show.
    return brief && !said.includes(",") ? first : joined([first, capital(said)], "\n");
  }
  return joined([said, ...more, texts.card.next(daysInARow(next, scene))], " · ");
}

/** As a line of its own it begins with a capital letter. */
function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
