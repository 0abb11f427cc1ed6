/** A check of a kind whose light the test switches, in a chat with owners around it. */
import { onTestFinished } from "vitest";
import { z } from "zod";
import { emptyBelfryToml } from "../../../src/belfry-toml.ts";
import type { Action, Policies } from "../../../src/core/action.ts";
import type { Delivery } from "../../../src/core/delivery.ts";
import type { EscalationRules, Recipient, Severity } from "../../../src/core/escalation.ts";
import type { EscalationView } from "../../../src/core/escalation-view.ts";
import type { Kind } from "../../../src/core/kind.ts";
import { ana, type Bench, bench, type Setup } from "./bench.ts";

const policies: Policies = { misfire: "once", misfireWindowMs: null, overlap: "skip", attempts: 1 };

export interface Light {
  red: string | null;
  severity: Severity;
}

export function lamp(light: (action: Action) => Light): Kind {
  return {
    ...{ name: "lamp", summary: "Red or green.", spec: z.unknown(), policies: () => policies, repeatable: true },
    run: async ({ action, alarm }) => {
      const { red, severity } = light(action);
      if (red === null) {
        alarm({ alarm: "fine" });
        return { result: "success" };
      }
      alarm({ alarm: "failing", cause: red, reason: red, severity });
      return { result: "failure", error: red };
    },
  };
}

export interface Shop extends Bench {
  light: Light;
  lights: Map<number, Light>;
  action: Action;
  /** One run, now. */
  run(...actions: Action[]): Promise<void>;
  /** `raised → 1001`: what was told of escalations, edits left out, in order. */
  told(): string[];
  sentOf(view: EscalationView["view"]): Delivery[];
}

/** Ana's shop, red with "HTTP 502" unless the test says otherwise. */
export async function shop(setup: Setup = {}): Promise<Shop> {
  const light: Light = { red: "HTTP 502", severity: "medium" };
  const lights = new Map<number, Light>();
  const kind = lamp(({ id }) => lights.get(id) ?? light);
  // The bench itself grows: what it opens anew after a restart is then ours too.
  const made = Object.assign(await bench({ ...setup, kinds: [kind] }), { light, lights }) as Shop;
  onTestFinished(() => made.close());
  await made.engine.start();
  made.action = await made.add({ title: "shop", kind: "lamp", policies });
  made.run = async (...actions) => {
    const now = made.clock.now();
    for (const { id } of actions.length > 0 ? actions : [made.action]) {
      const key = `${id}!${now}/${await made.store.newId("delivery")}`;
      const row = { key, action: id, slot: null, lead: 0, trigger: "manual", dueAt: now } as const;
      await made.store.commit([{ do: "addRun", row }]);
    }
    made.engine.wake();
    await made.engine.idle();
  };
  made.sentOf = (view) =>
    made.channel.sent
      .map(({ delivery }) => delivery)
      .filter((one) => one.payload.view === view && one.operation === "send");
  made.told = () =>
    made.channel.sent
      .map(({ delivery }) => delivery)
      .filter(({ operation }) => operation === "send")
      .flatMap(({ payload, chat }) => (payload.view === "escalation" ? [`${payload.kind} → ${chat}`] : []));
  return made;
}

export const owner = ana;

export const chat = (id: number): Recipient => ({
  to: "target",
  target: { channel: "telegram", chat: id, thread: null, address: "" },
});

/** The usual rules, with these routes. */
export function rules(routes: Partial<EscalationRules["routes"]>): EscalationRules {
  const { escalation } = emptyBelfryToml();
  return { ...escalation, routes: { ...escalation.routes, ...routes } };
}
