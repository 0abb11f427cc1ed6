/** An action is stopped because it brings the process down, and somebody lets it run again. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { crashReason, manualRunKey, type Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change } from "../core/store.ts";
import { failureNotice } from "./engine/notices.ts";
import { present } from "./escalating/reach.ts";
import { after, writing } from "./escalating/write.ts";
import { crashCause } from "./escalation/cause.ts";
import { resolve } from "./escalation/resolve.ts";
import { raising } from "./escalator.ts";
import type { Call } from "./operation.ts";
import { pauseFrom } from "./pause.ts";
import { handAfter, ofEscalation, remember, reviseAction } from "./revise.ts";
import { startedRun } from "./starting.ts";

/** Pauses the action until somebody resumes it, and raises it; its chat is told even where no route leads there. */
export async function stopping(
  belfry: Belfry,
  run: Run,
  action: Action,
  inARow: number,
  now: Instant,
): Promise<Change[]> {
  const at = { ...(await present(belfry)), now };
  const { id, title, chat } = action;
  const reason = crashReason(inARow);
  const failure = { cause: crashCause(id), action: id, run: run.id, title, reason, severity: "high" } as const;
  const work = await raising(belfry, failure, action, null, at);
  const [raised = []] = await writing(belfry, [work], now);
  const here = work.step.notices.some(({ targets }) => targets.some((target) => target.chat === chat));
  const pause = { ...pauseFrom(action, now, null), crashes: inARow };
  // Whoever made it may take the pause back.
  const { changes } = await reviseAction(belfry, { actor: { id: action.owner } }, action, { pause }, "paused");
  return [...changes, ...raised, ...(here ? [] : [await failureNotice(belfry, run, action, reason, now)])];
}

/**
 * What follows when somebody lets it run again: the escalation is over, and what has no later time is done now.
 * `group`: the revision together with which that is taken back; null where that cannot be.
 */
export async function letRun(belfry: Belfry, call: Call, action: Action, group: number | null): Promise<Change[]> {
  if (action.pause?.crashes === undefined) return [];
  const at = await present(belfry);
  const { id, schedule } = action;
  const before = await belfry.store.escalations.last(crashCause(id));
  const step = before && resolve(before, call.actor.id, at);
  const changes: Change[] = [];
  const kept = async (entity: Parameters<typeof remember>[2]) =>
    group !== null && changes.push((await remember(belfry, call, entity, "resumed", group)).change);
  if (before && step) {
    const work = { before, step };
    changes.push(...(await writing(belfry, [work], at.now, call.pressed)).flat());
    await kept(ofEscalation(before, after(work)));
  }
  const clocked = schedule.type !== "manual" && schedule.type !== "event";
  if (!clocked || handAfter(action, at.now) !== null) return changes;
  const row = {
    ...startedRun(action, manualRunKey(id, call.key), "manual", at.now),
    id: await belfry.store.newId("run"),
  };
  changes.push({ do: "addRun", row });
  await kept({ entity: "run", entityId: row.id, before: null, after: row });
  return changes;
}
