/** Why an action did or does not run: what the ledger says of its last slots, and what stands in its way now. */
import type { Action, Gate } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Hold } from "../core/why.ts";
import { type CardView, quietEnd, statusOf, upcoming } from "./cards.ts";
import { cooledAt, refusesNow } from "./engine/gates.ts";
import { maintained } from "./held.ts";

/** The weightiest first. */
export async function holdsOf(belfry: Belfry, action: Action, view: CardView, newest: Run | null): Promise<Hold[]> {
  const now = belfry.clock.now();
  const held = belfry.held();
  return [
    ...(held === null ? [] : [{ hold: "clock" as const, code: held }]),
    ...(await chatHolds(belfry, action, now)),
    ...scheduleHolds(action, view, now),
    ...runHolds(newest),
    ...(await gateHolds(belfry, action, view, now)),
    ...(await quietHold(belfry, action, now)),
  ];
}

async function chatHolds({ store }: Belfry, action: Action, now: Instant): Promise<Hold[]> {
  const blocked = (await store.chats.get(action.chat))?.blockedAt ?? null;
  const windows = maintained(await store.maintenance.ahead(now), action, now);
  const until = Math.max(0, ...windows.map((one) => one.until));
  return [
    ...(blocked === null ? [] : [{ hold: "blocked" as const }]),
    ...(windows.length === 0 ? [] : [{ hold: "maintenance" as const, until }]),
  ];
}

function scheduleHolds(action: Action, { notes }: CardView, now: Instant): Hold[] {
  const status = statusOf(action, now);
  if (status === "paused") return [pauseHold(action)];
  if (status === "someday") return [{ hold: "someday" }];
  const gone = notes.flatMap((note): Hold[] =>
    note.note === "causeGone" ? [{ hold: "causeGone", title: note.title }] : [],
  );
  if (gone.length > 0) return gone;
  if (action.schedule.type === "event") return [{ hold: "event" }];
  if (action.skipUntil !== null && action.skipUntil > now) return [{ hold: "skip", slot: action.skipUntil }];
  return upcoming(action, now, 1).length === 0 ? [{ hold: "over" }] : [];
}

function pauseHold({ pause }: Action): Hold {
  const { from: _, until = null, ...because } = pause ?? {};
  return { hold: "paused", until, ...because };
}

function runHolds(newest: Run | null): Hold[] {
  if (newest?.state === "running") return [{ hold: "works" }];
  return newest?.state === "waiting" && newest.rings > 0 ? [{ hold: "rings" }] : [];
}

async function gateHolds(belfry: Belfry, action: Action, { card }: CardView, now: Instant): Promise<Hold[]> {
  const holds: Hold[] = [];
  for (const [index, gate] of action.gates.entries()) {
    const view = card.gates?.[index];
    if (!view) continue;
    const until = gate.type === "cooldown" ? await cooledAt(belfry, action.id, gate.ms) : 0;
    if (until > now) holds.push({ hold: "cooldown", until });
    else holds.push({ hold: "gate", gate: view, shut: await isShut(belfry, action, gate, now) });
  }
  return holds;
}

async function isShut(belfry: Belfry, action: Action, gate: Gate, now: Instant): Promise<boolean | null> {
  return gate.type === "command" ? null : (await refusesNow(belfry, action.id, gate, now)) !== null;
}

async function quietHold(belfry: Belfry, action: Action, now: Instant): Promise<Hold[]> {
  const [next] = upcoming(action, now, 1);
  const until = await quietEnd(belfry, action, next ?? now);
  return until === null ? [] : [{ hold: "quiet", until }];
}
