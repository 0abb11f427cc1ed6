/** Sentences about checks and what they raise, and the operations they are for. */
import type { ManageRequest } from "../language/request.ts";
import type { WatchRequest } from "../language/watch-request.ts";
import type { Operation } from "./operation.ts";
import { ackEscalation } from "./operations/ack.ts";
import { dependAction } from "./operations/depend.ts";
import { raiseEscalation } from "./operations/escalate.ts";
import { listEscalations } from "./operations/escalations.ts";
import { addMaintenance } from "./operations/maintain.ts";
import { endMaintenance } from "./operations/maintain-end.ts";
import { listMaintenance } from "./operations/maintain-list.ts";
import { resolveEscalation } from "./operations/resolve.ts";
import { silenceEscalation } from "./operations/silence.ts";
import { tryRoutes } from "./operations/try-routes.ts";
import { raiseWords } from "./raise-words.ts";

const intents: ReadonlySet<string> = new Set<WatchRequest["intent"]>([
  "maintenance",
  "maintenanceEnd",
  "maintenances",
  "depend",
  "ack",
  "resolve",
  "silence",
  "escalations",
  "raise",
  "testRoutes",
]);

export function isWatch(request: ManageRequest): request is WatchRequest {
  return intents.has(request.intent);
}

/** The operation and its input; `about` is what a reply is about, for requests that name nothing. */
export function watchMeaning(
  request: WatchRequest,
  about: { action?: number | undefined },
): [Operation<unknown>, object] {
  switch (request.intent) {
    case "maintenance": {
      const { target, from, until } = request;
      return [addMaintenance, { action: target === "" ? (about.action ?? "") : target, from, until }];
    }
    case "maintenanceEnd":
      return [endMaintenance, { action: request.target === "" && about.action ? `#${about.action}` : request.target }];
    case "maintenances":
      return [listMaintenance, {}];
    case "escalations":
      return [listEscalations, { severity: request.severity, stale: request.stale }];
    case "raise":
      return [raiseEscalation, raisedAs(request)];
    case "testRoutes":
      return [tryRoutes, { severity: request.severity }];
    case "ack":
      return [ackEscalation, meant(request.target, about)];
    case "resolve":
      return [resolveEscalation, meant(request.target, about)];
    case "silence":
      return [
        silenceEscalation,
        { ...meant(request.target, about), ...(request.until === null ? {} : { until: request.until }) },
      ];
    case "depend":
      return [dependAction, { action: request.target, on: request.on }];
  }
}

/** Said before the words it stands, said as a flag it does too. */
function raisedAs({ target, severity }: Extract<WatchRequest, { intent: "raise" }>): object {
  return severity ? { severity, ...raiseWords(target) } : raiseWords(target);
}

/** The escalation by its own words; in reply to a message that of its action. */
function meant(target: string, about: { action?: number | undefined }): object {
  if (target !== "") return { escalation: target };
  return about.action === undefined ? {} : { action: about.action };
}
