/**
 * Offsets of a zone as plain numbers. Asking `Intl` for every slot is a hundred times too slow, so each zone's clock
 * changes are looked up once per year and kept. This is a memo of the zone database, which does not change while the
 * process runs.
 */
import type { Instant, Zone } from "../core/schedule.ts";
import { itself, memo } from "./memo.ts";
import { DAY, MINUTE, SECOND } from "./wall.ts";
import { offsetMinutes } from "./zones.ts";

/** A stretch with one offset: `start` included, `end` not. Neighbours may have the same offset. */
export interface Stretch {
  start: Instant;
  end: Instant;
  /** Wall time minus instant, in milliseconds. */
  offset: number;
}

/** Length of the pieces in which a zone is looked up. */
const PIECE = 366 * DAY;
/** No zone has had two clock changes that cancel out within so few days since 1970. */
const PROBE = 6 * DAY;

type Offset = (at: Instant) => number;

const zoneData = memo(700, itself, (zone: Zone) => ({
  offset: offsetReader(zone),
  pieces: new Map<number, Stretch[]>(),
}));

/**
 * The stretch of `zone` in which `at` lies.
 * @throws RangeError for an unknown zone or an instant outside the years that `Date` knows.
 */
export function stretchAt(zone: Zone, at: Instant): Stretch {
  const { offset, pieces } = zoneData(zone);
  const number = Math.floor(at / PIECE);
  let piece = pieces.get(number);
  if (!piece) {
    piece = readPiece(offset, number * PIECE);
    pieces.set(number, piece);
  }
  for (const stretch of piece) if (at < stretch.end) return stretch;
  throw new RangeError(`No instant: ${at}`);
}

function readPiece(offset: Offset, from: Instant): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch = { start: from, end: from + PIECE, offset: offset(from) };
  for (let probe = from; probe < from + PIECE; probe += PROBE) {
    while (offset(probe + PROBE - SECOND) !== current.offset) {
      const change = firstChange(offset, Math.max(probe - SECOND, current.start), probe + PROBE - SECOND);
      stretches.push({ ...current, end: change });
      current = { start: change, end: from + PIECE, offset: offset(change) };
    }
  }
  stretches.push(current);
  return stretches;
}

/** The second at which the offset stops being that at `from`; it differs at `to`. */
function firstChange(offset: Offset, from: Instant, to: Instant): Instant {
  const before = offset(from);
  let [same, other] = [from, to];
  while (other - same > SECOND) {
    const middle = same + Math.floor((other - same) / (2 * SECOND)) * SECOND;
    if (offset(middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

function offsetReader(zone: Zone): Offset {
  const fixed = offsetMinutes(zone);
  if (fixed !== null) return () => fixed * MINUTE;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
      format.format(at).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  };
}
