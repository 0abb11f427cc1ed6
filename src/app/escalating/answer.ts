/** What a person does about an escalation, as an operation's answer. */
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Escalation } from "../../core/escalation.ts";
import type { Change } from "../../core/store.ts";
import type { TooLate } from "../escalation/answer.ts";
import type { Step } from "../escalation/step.ts";
import type { Call, Done } from "../operation.ts";
import { ofEscalation, remember } from "../revise.ts";
import { escalationCard } from "./cards.ts";
import { after, comesThere, writing } from "./write.ts";

/**
 * Writes the step, which can be taken back, and shows how it stands then, unless a notice says so there; `what` it is, in
 * one word. Where it is over there is nothing to write.
 * @throws BelfryError `alreadyAnswered` with the name of whoever was first
 */
export async function answered(
  belfry: Belfry,
  call: Call,
  before: Escalation,
  step: Step | TooLate | null,
  what: string,
): Promise<Done> {
  if (step === null || ("late" in step && step.late === "over")) return shown(belfry, call, before, [], null);
  if ("late" in step) {
    const by = (await belfry.store.people.get(step.by))?.name;
    throw new BelfryError("alreadyAnswered", by === undefined ? {} : { by });
  }
  const work = { before, step };
  const { revision, change } = await remember(belfry, call, ofEscalation(before, after(work)), what);
  const said = call.pressed === null ? { chat: call.chat, thread: call.thread, undo: revision } : null;
  const [written = []] = await writing(belfry, [{ ...work, said }], belfry.clock.now(), call.pressed);
  const changes = [...written, change];
  if (said && comesThere(written, said)) return { show: [], changes };
  return shown(belfry, call, after(work), changes, revision);
}

/** Pressed among others it stays among them. */
async function shown(
  belfry: Belfry,
  call: Call,
  escalation: Escalation,
  changes: Change[],
  undo: number | null,
): Promise<Done> {
  const card = await escalationCard(belfry, escalation);
  const pressed = call.pressed === null ? null : await belfry.store.deliveries.get(call.pressed);
  const view = pressed?.payload;
  if (view?.view === "escalations") {
    const cards = view.cards.map((one) => (one.id === card.id ? card : one));
    return { show: [{ view: { ...view, cards } }], changes };
  }
  if (pressed && view?.view === "escalationDigest") {
    const { state, by } = card;
    const lines = view.lines.map((line) => (line.id === card.id ? { ...line, answer: { state, by } } : line));
    const payload = { ...view, lines };
    // More lines may come to what this message shows.
    return {
      show: [{ view: payload }],
      changes: [...changes, { do: "setDelivery", id: pressed.id, payload, untried: false }],
    };
  }
  const how = { kind: "shown", at: belfry.clock.now(), ...(undo !== null && { undo }) } as const;
  return { show: [{ view: { view: "escalation", card, ...how } }], changes };
}
