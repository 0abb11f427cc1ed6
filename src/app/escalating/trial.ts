/** Trying the routes: one message to everybody they name, and one that says what became of each. */
import type { Belfry } from "../../core/belfry.ts";
import type { Delivery } from "../../core/delivery.ts";
import { type EscalationPolicy, type Severity, severities, type Target } from "../../core/escalation.ts";
import type { EscalationView, RouteLine } from "../../core/escalation-view.ts";
import type { Change } from "../../core/store.ts";
import { isWorse, sameTarget } from "../escalation/step.ts";
import { editMessage } from "../messages.ts";
import type { Call } from "../operation.ts";
import { base, namesOf } from "./letters.ts";
import { policyFor, present } from "./reach.ts";

/** Characters that are shown of what is wrong with belfry.toml. */
const longestProblem = 1_000;

type Tried = Extract<EscalationView, { view: "routesTried" }>;

interface Stop {
  target: Target;
  severities: Severity[];
}

/** A trial of the routes of one severity, or of all; `answer` is the delivery that tells of it. */
export async function trial(
  belfry: Belfry,
  call: Call,
  severity: Severity | null,
  answer: number,
): Promise<{ view: Tried; changes: Change[] }> {
  const at = await present(belfry);
  const stops = stopsOf(await policyFor(belfry, call), severity === null ? [...severities] : [severity]);
  const names = await namesOf(
    belfry,
    stops.map(({ target }) => target),
  );
  const changes: Change[] = [];
  const lines: RouteLine[] = [];
  for (const [i, { target, severities: of }] of stops.entries()) {
    const line = { name: names[i] ?? "", channel: target.channel, severities: of };
    if (!at.reaches(target)) {
      lines.push({ ...line, delivery: null, result: "closed", reason: null });
      continue;
    }
    const id = await belfry.store.newId("delivery");
    const worst = of.reduce((a, b) => (isWorse(b, a) ? b : a));
    const payload = { view: "routeTrial", severity: worst, by: call.actor.name, answer } as const;
    // One try: what comes of it is what was asked.
    const row = { ...base(target, at.now), id, dedupeKey: `trial/${id}`, payload, must: false, dueAt: at.now };
    changes.push({ do: "addDelivery", row });
    lines.push({ ...line, delivery: id, result: "underway", reason: null });
  }
  const problem = belfry.fileProblems().join("\n").slice(0, longestProblem);
  return { view: { view: "routesTried", severity, lines, ...(problem && { problem }) }, changes };
}

/** Everybody once, with the severities at which they are told. */
function stopsOf({ routes }: EscalationPolicy, wanted: Severity[]): Stop[] {
  const stops: Stop[] = [];
  for (const severity of wanted) {
    for (const target of routes[severity]) {
      const known = stops.find((one) => sameTarget(one.target, target));
      if (!known) stops.push({ target, severities: [severity] });
      else if (!known.severities.includes(severity)) known.severities.push(severity);
    }
  }
  return stops;
}

/** One of them has come to something: the answer shows how all stand now. `patch` is what is about to be written. */
export async function tellTried(belfry: Belfry, delivery: Delivery, patch: Partial<Delivery>): Promise<void> {
  const { payload } = delivery;
  const answer = payload.view === "routeTrial" ? await belfry.store.deliveries.get(payload.answer) : null;
  if (answer?.payload.view !== "routesTried") return;
  const lines: RouteLine[] = [];
  for (const line of answer.payload.lines) {
    const own = line.delivery === delivery.id ? { ...delivery, ...patch } : null;
    const now = own ?? (line.delivery === null ? null : await belfry.store.deliveries.get(line.delivery));
    lines.push(now ? { ...line, ...became(now) } : line);
  }
  const view = { ...answer.payload, lines };
  await belfry.store.commit(await editMessage(belfry, `trial/${delivery.id}`, answer.id, view));
}

function became({ state, error }: Pick<Delivery, "state" | "error">): Pick<RouteLine, "result" | "reason"> {
  if (state === "sent") return { result: "delivered", reason: null };
  if (state === "failed") return { result: "refused", reason: error };
  return state === "dropped" ? { result: "unknown", reason: error } : { result: "underway", reason: null };
}
