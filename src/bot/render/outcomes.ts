/** Runs of the ledger as lines. */
import type { Trigger } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { RunLine } from "../../core/view.ts";
import { named } from "../../texts/person.ts";
import { joined, type Piece } from "../../texts/styled.ts";
import { readingLine } from "./check.ts";
import type { Scene } from "./scene.ts";
import { secondsOf, withSeconds } from "./times.ts";

const second = 1_000;
const minute = 60 * second;

export function outcomeLines(lines: RunLine[], scene: Scene): Piece[] {
  const seconds = withSeconds(
    lines.flatMap((line) => momentOf(line) ?? []),
    scene,
  );
  return lines.map((line) => outcomeLine(line, scene, seconds));
}

/** What rang waited for somebody; of anything else the time it took is worth knowing. */
function took({ startedAt, endedAt, rings }: RunLine, scene: Scene): string {
  if (startedAt === null || endedAt === null || rings > 0 || endedAt - startedAt < second) return "";
  return scene.texts.outcome.took(scene.length(endedAt - startedAt));
}

function startedBy({ trigger = "manual" }: RunLine): Exclude<Trigger, "schedule"> {
  return trigger === "schedule" ? "manual" : trigger;
}

function momentOf(line: RunLine): Instant | null {
  return line.slot === null ? line.startedAt : line.slot - line.lead;
}

function outcomeLine(line: RunLine, scene: Scene, seconds: boolean): Piece {
  const { outcome: say } = scene.texts;
  const at = momentOf(line);
  const ended = line.outcome === "succeeded" && line.endedAt !== null ? ` ${scene.dates.when(line.endedAt)}` : "";
  const reason = line.reason === null ? "" : `: ${named(scene.texts.reason(line.reason))}`;
  return joined(
    [
      at === null ? "" : `${scene.dates.when(at)}${seconds ? secondsOf(at) : ""}`,
      line.reading ? readingLine(line.reading, scene) : `${say[line.outcome]}${ended}${reason}`,
      line.count > 1 ? say.range(line.count) : "",
      took(line, scene),
      line.lateMs > minute ? say.late(scene.length(line.lateMs)) : "",
      line.slot === null ? say[startedBy(line)] : "",
    ],
    " · ",
  );
}
